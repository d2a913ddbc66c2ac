"""Names of people as they stand: listed ones from the lexicon, others from the tagger, brought to one extent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taqarub.extract.tagger import Chunk
from taqarub.extract.view import View
from taqarub.lexicon import Hit
from taqarub.lexicon.people import KnownPerson, NameForm
from taqarub.text import folded
from taqarub.text.tokens import Analysis

_SON = frozenset(folded(word) for word in ("بن", "ابن", "بنت", "ولد"))
_HOUSE = frozenset(folded(word) for word in ("آل", "ابو", "أبي"))


_COMMON = 9
"""Log2 of the uses in news from which on an unlisted single word is taken for a word, not a name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `first` to `last`, `words` folded and without proclitics.

    `known` are the people of the lexicon it may be; `full` if it is a whole name, `alone` if it may
    stand without a full name before it.
    """

    first: int
    last: int
    start: int
    end: int
    words: tuple[str, ...]
    known: tuple[KnownPerson, ...]
    full: bool
    alone: bool


def find_names(view: View, chunks: Sequence[Chunk]) -> list[Name]:
    """All names in text order, not overlapping; where list and tagger overlap, the longer extent stands."""
    listed = _listed(view)
    names: list[Name] = []
    taken: set[int] = set()
    tagged = {at: chunk for chunk in chunks if chunk.kind == "person" for at in range(chunk.first, chunk.last + 1)}
    for name in listed:
        if _inside_longer(view, name):
            continue
        chunk = tagged.get(name.first)
        if chunk is not None and chunk.first < name.first and not name.full and not _stands_apart(view, name, taken):
            continue  # a surname behind a first name the list does not know: another person
        names.append(_extended(view, name))
        taken.update(range(names[-1].first, names[-1].last + 1))
    for chunk in _joined(view, chunks):
        if chunk.kind == "person" and taken.isdisjoint(range(chunk.first, chunk.last + 1)):
            tagged_name = _from_chunk(view, chunk)
            if tagged_name is not None:
                names.append(tagged_name)
    return sorted(names, key=lambda name: name.first)


def _stands_apart(view: View, name: Name, taken: set[int]) -> bool:
    """Whether a name is joined by 'و' or follows a listed name: 'بوتين وأردوغان' are two people."""
    token = view.tokens[name.first]
    return name.start > token.start or name.first - 1 in taken


def _listed(view: View) -> list[Name]:
    groups: dict[tuple[int, int], list[Hit[NameForm]]] = {}
    last = -1
    for hit in view.find(view.lexicon.people.names):
        if hit.first > last or (hit.first, hit.last) in groups:
            groups.setdefault((hit.first, hit.last), []).append(hit)
            last = hit.last
    return [_merged(view, hits) for hits in groups.values()]


def _merged(view: View, hits: list[Hit[NameForm]]) -> Name:
    full = [hit for hit in hits if not hit.value.short]
    chosen = full or hits
    head = chosen[0]
    people = tuple(dict.fromkeys(hit.value.person for hit in chosen))
    return Name(head.first, head.last, head.start, head.end, _words(view, head.first, head.last, head.start), people,
                full=bool(full), alone=bool(full) or any(hit.value.alone for hit in chosen))  # fmt: skip


def _words(view: View, first: int, last: int, start: int) -> tuple[str, ...]:
    head = view.tokens[first]
    cut = sum(1 for offset in head.starts if offset < start)
    rest = (t.norm for t in view.tokens[first + 1 : last + 1] if t.is_word)
    return (head.norm[cut:], *rest)


def _inside_longer(view: View, name: Name) -> bool:
    """'عبدالله بن عبدالعزيز' inside 'خالد بن عبدالله بن عبدالعزيز' is somebody's father."""
    return name.first > 0 and view.tokens[name.first - 1].norm in _SON


def _extended(view: View, name: Name) -> Name:
    """Take in the father's and the family's names that follow: '… بن عبدالعزيز آل سعود'."""
    last = name.last
    tokens = view.tokens
    while last + 2 < len(tokens) and tokens[last + 1].norm in _SON | _HOUSE and tokens[last + 2].is_word:
        last += 2
        if tokens[last].norm == "عبد" and last + 1 < len(tokens):
            last += 1
    if last == name.last:
        return name
    return Name(name.first, last, name.start, tokens[last].end, _words(view, name.first, last, name.start), name.known,
                name.full, name.alone)  # fmt: skip


def _joined(view: View, chunks: Sequence[Chunk]) -> list[Chunk]:
    """People's chunks that follow one another are one name; 'X وY' are two, and a title ends a name."""
    joined: list[Chunk] = []
    for chunk in chunks:
        before = joined[-1] if joined else None
        if before and before.kind == chunk.kind == "person" and before.last + 1 == chunk.first:
            joined[-1] = Chunk(chunk.kind, before.first, chunk.last)
        else:
            joined.append(chunk)
    return [part for chunk in joined for part in _split(view, chunk)]


def _split(view: View, chunk: Chunk) -> list[Chunk]:
    """Cut a chunk before each 'و' + name, and drop what follows a title."""
    parts = []
    first = chunk.first
    for at in range(chunk.first + 1, chunk.last + 1):
        if _name_analysis(view, at).prefix == "و":
            parts.append(Chunk(chunk.kind, first, at - 1))
            first = at
        elif _is_title(view, at):
            return [*parts, Chunk(chunk.kind, first, at - 1)]
    return [*parts, Chunk(chunk.kind, first, chunk.last)]


def _is_title(view: View, at: int) -> bool:
    hits = view.lexicon.people.titles.at(view.tokens, at)
    return any(hit.prefix == "" and not (hit.value.construct and hit.first == hit.last) for hit in hits)


def _from_chunk(view: View, chunk: Chunk) -> Name | None:
    first, last = chunk.first, chunk.last
    people = view.lexicon.people
    while first <= last:
        ends = [hit.last for hit in people.honorifics.at(view.tokens, first)]
        ends += [hit.last for hit in people.titles.at(view.tokens, first)]
        if not ends and view.tokens[first].is_word:
            break
        first = max(ends, default=first) + 1
    while last >= first and not view.tokens[last].is_word:
        last -= 1
    if first > last:
        return None
    token = view.tokens[first]
    start = token.core_start(_name_analysis(view, first))
    words = _words(view, first, last, start)
    if len("".join(words)) < 3 or (len(words) == 1 and not _rare(view, words[0])):
        return None
    return Name(first, last, start, view.tokens[last].end, words, (), full=len(words) > 1, alone=True)


def _rare(view: View, word: str) -> bool:
    """Whether a single word is more a name than a word of the language."""
    words = view.lexicon.name_words
    return words.frequency.get(word, 0) < _COMMON or words.weight.get(word, 0) > 0


def _name_analysis(view: View, at: int) -> Analysis:
    """Split a proclitic off a name only where the whole word is no name and the rest is one."""
    words = view.lexicon.name_words
    whole, *splits = view.tokens[at].analyses
    best, weight = whole, words.weight.get(whole.core, 0)
    for split in splits:
        if set(split.prefix) <= set("وفبلك") and words.weight.get(split.core, 0) > weight:
            best, weight = split, words.weight[split.core]
    return best
