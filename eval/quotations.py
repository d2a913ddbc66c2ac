"""How well quotations are read, by where the cue stands, by how verbatim they are and by how the speaker is told.

usage: python eval/quotations.py [GOLD ...] [--misses]

Each GOLD is a folder of annotated articles, one JSON file each. Found is a quotation whose extent shares half of its
words with one found; right is a speaker of the same name, or the same country where one of the two is only described.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from taqarub.extract.mentions import find_mentions
from taqarub.extract.quotations import find_quotations
from taqarub.extract.view import view
from taqarub.ingest.noise import find_noise
from taqarub.lexicon import default
from taqarub.model import Article
from taqarub.text import folded

DEFAULT_GOLD = Path(__file__).resolve().parents[2] / "shared/gold"
_BEFORE_CUE = 80
"""Characters before a quotation in which its cue stands, and after which a speaker is told elsewhere."""


def scoring(gold: Path) -> ModuleType:
    """The scoring script that comes with the annotated articles."""
    spec = importlib.util.spec_from_file_location("score", gold.parent / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score.py beside {gold}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The quotations of an annotated article's text, as they would be exported."""
    text = document["text"]
    article = Article(document["id"], text, published=document.get("published"), noise=find_noise(text))
    seen = view(article, default())
    return [
        {"start": q.start, "end": q.end, "speaker": q.speaker, "country": q.country, "text": q.text}
        for q in find_quotations(seen, find_mentions(seen))
    ]


def kinds(document: dict[str, Any], quote: dict[str, Any]) -> Iterator[str]:
    """The kinds of a quotation: cue before or after, verbatim or indirect, speaker named, described or dropped."""
    text = document["text"]
    before = folded(text[max(0, quote["start"] - _BEFORE_CUE) : quote["start"]])
    yield "cue before" if folded(quote.get("cue") or "") in before else "cue after"
    yield "verbatim" if quote["direct"] else "indirect"
    named = [one for one in document["people"] + document["organizations"] if _is(one, quote)]
    forms = [form for one in named for form in one["forms"]]
    around = text[max(0, quote["start"] - _BEFORE_CUE) : quote["end"] + _BEFORE_CUE]
    if not forms:
        yield "speaker described"
    else:
        yield "speaker named" if any(form in around for form in forms) else "speaker dropped"


def _is(entity: dict[str, Any], quote: dict[str, Any]) -> bool:
    return entity["name"] in (quote["speaker"] or "")


def count(gold: Path, misses: bool) -> dict[str, Counter[str]]:
    """Quotations there, found and with the right speaker, by kind."""
    score = scoring(gold)
    counts: dict[str, Counter[str]] = {}
    for document in score.load(gold).values():
        found = read(document)
        pairs = dict(score.pair(document["quotes"], found, lambda g, f: _half(score.overlap(g, f))))
        for at, quote in enumerate(document["quotes"]):
            mate = found[pairs[at]] if at in pairs else None
            right = mate is not None and bool(score.same_speaker(quote, mate))
            for kind in ("all", *kinds(document, quote)):
                counts.setdefault(kind, Counter()).update(there=1, found=mate is not None, right=right)
            if misses and not right:
                told = mate and f"{mate['speaker']} ({mate['country']})"
                print(json.dumps([document["id"], quote["speaker"], told, quote["text"][:60]], ensure_ascii=False))
    return counts


def _half(overlap: float) -> float:
    return overlap if overlap >= 0.5 else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="*", type=Path, default=[DEFAULT_GOLD / "dev"])
    parser.add_argument("--misses", action="store_true", help="print each quotation not found or not rightly ascribed")
    arguments = parser.parse_args()
    for gold in arguments.gold:
        print(f"{gold.name:20}{'there':>8}{'found':>8}{'speaker':>9}")
        for kind, tally in sorted(count(gold, arguments.misses).items()):
            shares = tally["found"] / tally["there"], tally["right"] / tally["there"]
            print(f"  {kind:18}{tally['there']:8}{shares[0]:8.1%}{shares[1]:9.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
