"""Organizations no list holds: names the tagger sees, and 'the ministry' for one told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taqarub.extract.mentions.context import Context
from taqarub.extract.tagger import Chunk
from taqarub.extract.view import View
from taqarub.model import Evidence, Mention


def find_unlisted(
    view: View, context: Context, chunks: Sequence[Chunk], listed: Sequence[Mention]
) -> Iterator[Mention]:
    """Tagged names of two words or more, led by a word for an organization, that no listed organization overlaps."""
    taken = {at for m in listed for at in range(view.token_at(m.start), view.token_at(m.end - 1) + 1)}
    for chunk in chunks:
        if chunk.kind != "organization" or not taken.isdisjoint(range(chunk.first, chunk.last + 1)):
            continue
        if chunk.first < chunk.last and _has_head(view, chunk):
            yield _mention(view, context, chunk)


def _has_head(view: View, chunk: Chunk) -> bool:
    heads = view.lexicon.organizations.heads
    return any(a.core.removeprefix("ال") in heads for a in view.tokens[chunk.first].analyses)


def _mention(view: View, context: Context, chunk: Chunk) -> Mention:
    heads = view.lexicon.organizations.heads
    token = view.tokens[chunk.first]
    analysis = next((a for a in token.analyses if a.core.removeprefix("ال") in heads), token.analyses[0])
    start, end = token.core_start(analysis), view.tokens[chunk.last].end
    words = view.text[start:end]
    country = context.country_near(chunk.first, chunk.last)
    sector = heads.get(analysis.core.removeprefix("ال"), "")
    code = f"{country}-{sector}" if country and sector else country
    key = " ".join([analysis.core, *(t.norm for t in view.tokens[chunk.first + 1 : chunk.last + 1])])
    return Mention(start, end, words, "organization", f"name:{key}", view.lexicon.name_words.romanize(words, "arabic"),
                   code, "name", Evidence("organizations.tagged", note="a name the lists do not hold"))  # fmt: skip


def find_returns(view: View, organizations: Sequence[Mention]) -> Iterator[Mention]:
    """'الوزارة', 'الحركة': a head word with the article, for the organization of that head told last."""
    heads = view.lexicon.organizations.heads
    told: dict[str, Mention] = {}
    queue = sorted((m for m in organizations if m.form != "nisba"), key=lambda m: m.start)
    inside = {at for m in queue for at in range(view.token_at(m.start), view.token_at(m.end - 1) + 1)}
    at_mention = 0
    for at, token in enumerate(view.tokens):
        while at_mention < len(queue) and queue[at_mention].start < token.end:
            mention = queue[at_mention]
            told[_head(view, mention)] = mention
            at_mention += 1
        if at in inside:
            continue
        for analysis in token.analyses:
            head = analysis.core.removeprefix("ال")
            if analysis.core.startswith("ال") and head in heads and head in told:
                yield _return(view, token.core_start(analysis), token.end, told[head])
                break


def _head(view: View, mention: Mention) -> str:
    token = view.tokens[view.token_at(mention.start)]
    core = next((a.core for a in token.analyses if token.core_start(a) == mention.start), token.norm)
    return core.removeprefix("ال")


def _return(view: View, start: int, end: int, told: Mention) -> Mention:
    evidence = Evidence("organizations.return", told.evidence.entry, note=f"the one told before: {told.name}")
    return Mention(start, end, view.text[start:end], "organization", told.key, told.name, told.code, "description",
                   evidence)  # fmt: skip
