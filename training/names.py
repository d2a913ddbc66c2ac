"""Train the tagger for names of people and organizations, and build the two word tables it uses.

usage: python training/names.py tables NAMES_TSV CORPUS.jsonl.gz...
       python training/names.py model GOLD_FOLDER

`tables` writes data/names.csv (from lines 'english TAB spaced arabic TAB count') and data/frequency.tsv (word
counts of news text, log2). `model` trains on annotated articles (one JSON file each, with `text`, `people`
and `organizations`) and writes data/models/names.crfsuite and its card names.toml. Same input, same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from pathlib import Path

import pycrfsuite  # type: ignore[import-untyped]

from taqarub.extract.tagger import lexicon_marks, sentence_features
from taqarub.extract.view import View, view
from taqarub.lexicon import default
from taqarub.model import Article
from taqarub.text import fold, folded

DATA = Path(__file__).resolve().parents[1] / "src/taqarub/data"
LEAST_USES = 20


def build_tables(names_file: Path, corpora: list[Path]) -> None:
    """Write data/names.csv and data/frequency.tsv."""
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for line in names_file.read_text(encoding="utf-8").splitlines():
        english, arabic, count = line.split("\t")
        spellings[folded(arabic.replace(" ", ""))][english] += int(count)
    rows = [f"{name},{c.most_common(1)[0][0]},{c.total()}" for name, c in sorted(spellings.items()) if len(name) > 1]
    rows = [row for row in rows if row.count(",") == 2 and '"' not in row]
    (DATA / "names.csv").write_text("\n".join(["name,english,count", *rows]) + "\n", encoding="utf-8")
    uses: Counter[str] = Counter()
    for corpus in corpora:
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            for line in lines:
                uses.update(re.findall(r"[\u0621-\u064a]+", fold(json.loads(line)["text"]).text))
    buckets: dict[int, list[str]] = defaultdict(list)
    for word, count in uses.items():
        if count >= LEAST_USES:
            buckets[count.bit_length()].append(word)
    lines_out = [f"{bucket}\t{' '.join(sorted(words))}" for bucket, words in sorted(buckets.items())]
    (DATA / "frequency.tsv").write_text("\n".join(lines_out) + "\n", encoding="utf-8")


def train(folder: Path) -> None:
    """Train on every article of `folder`, each seen with and without what the lists of names know."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.3, "c2": 0.05, "max_iterations": 120, "feature.minfreq": 3})
    paths = sorted(folder.glob("*.json"))
    for path in paths:
        gold = json.loads(path.read_text(encoding="utf-8"))
        seen = view(Article(gold["id"], gold["text"]), default())
        labels = token_labels(seen, gold)
        known = lexicon_marks(seen)
        unknown = [re.sub("[pPoO]", "", mark) for mark in known]
        for marks in (known, unknown):
            for sentence in seen.sentences:
                rows = sentence_features(seen, marks, sentence.first, sentence.stop)
                trainer.append(rows, labels[sentence.first : sentence.stop])
    target = DATA / "models/names.crfsuite"
    trainer.train(str(target))
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    card = [
        "# Tagger for names of people and organizations; made by training/names.py.",
        'data = "annotated Arabic news articles, annotation by the taqarub authors"',
        'licence = "Apache-2.0 (model and annotation)"',
        f"articles = {len(paths)}",
        f'sha256 = "{digest}"',
    ]
    (DATA / "models/names.toml").write_text("\n".join(card) + "\n", encoding="utf-8")
    print(f"{target.stat().st_size} bytes, sha256 {digest}")


def token_labels(seen: View, gold: dict[str, list[dict[str, list[str]]]]) -> list[str]:
    """One label a token: B or I with P or O, '-' outside; names only, not descriptions ('the president')."""
    labels = ["-"] * len(seen.tokens)
    index = {token.start: at for at, token in enumerate(seen.tokens)}
    for letter, key in (("O", "organizations"), ("P", "people")):
        forms = {f for entity in gold[key] for f in entity["forms"] if letter == "O" or is_name(f, entity)}
        for form in sorted(forms, key=len, reverse=True):
            for match in re.finditer(re.escape(form), seen.text):
                mark(labels, seen, index, match.span(), letter)
    return labels


def mark(labels: list[str], seen: View, index: dict[int, int], span: tuple[int, int], letter: str) -> None:
    """Label the tokens of a span unless it cuts a word or lies in a longer name."""
    first, last = seen.token_at(span[0]), seen.token_at(span[1] - 1)
    token = seen.tokens[first]
    proclitics = seen.text[token.start : span[0]]
    whole = seen.tokens[last].end == span[1] and len(proclitics) <= 2 and not set(proclitics) - set("وفبلك")
    if whole and (letter == "P" or labels[first] == "-"):
        labels[first : last + 1] = ["B" + letter] + ["I" + letter] * (last - first)


def is_name(form: str, person: dict[str, list[str]]) -> bool:
    """Tell a name from 'the president' and 'his opposite number': it sounds like a part of the English name."""
    if default().people.names.get(form):
        return True
    words = form.split()
    if _is_title(words[0]) or (form.startswith("ال") and _is_title(words[-1])):
        return False
    names = default().name_words
    heard, meant = _skeleton(names.romanize(form, "arabic")), [_skeleton(word) for word in str(person["name"]).split()]
    if SequenceMatcher(None, heard, "".join(meant)).ratio() >= 0.6:
        return True
    parts = [_skeleton(names.romanize(word, "arabic")) for word in form.split()]
    return any(len(a) > 1 and SequenceMatcher(None, a, b).ratio() >= 0.75 for a in parts for b in meant)


def _is_title(word: str) -> bool:
    return bool(default().people.titles.get(word)) or any(f.word == "nisba" for f in default().states.index.get(word))


def _skeleton(name: str) -> str:
    """The consonants of a Latin name, near sounds as one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if c.isalpha())
    for sound, letter in (("kh", "k"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("ph", "f")):
        plain = plain.replace(sound, letter)
    return re.sub("[aeiouyw]", "", plain.translate(str.maketrans("qcvpjz", "kkfbgs")))


if __name__ == "__main__":
    if sys.argv[1:2] == ["tables"]:
        build_tables(Path(sys.argv[2]), [Path(name) for name in sys.argv[3:]])
    elif sys.argv[1:2] == ["model"]:
        train(Path(sys.argv[2]))
    else:
        sys.exit(__doc__)
