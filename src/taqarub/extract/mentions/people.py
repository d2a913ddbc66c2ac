"""People: names and office phrases joined, each told who it means and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from taqarub.extract.mentions.cast import Cast, Member
from taqarub.extract.mentions.context import Context
from taqarub.extract.mentions.names import Name, find_names
from taqarub.extract.mentions.offices import OfficePhrase, find_counterparts, find_offices
from taqarub.extract.tagger import Chunk
from taqarub.extract.view import View
from taqarub.model import Evidence, Mention

_OPENING = ("،", ",", "(")
_BETWEEN = 4
"""At most so many tokens (honorifics, commas) stand between a title and its name."""


def find_people(
    view: View, context: Context, organizations: Sequence[Mention], chunks: Sequence[Chunk]
) -> list[Mention]:
    """Mentions of people by name and by office."""
    bodies = {at for m in organizations if m.form != "nisba" for at in range(m.start, m.end)}
    names = [n for n in find_names(view, chunks) if not bodies.issuperset(range(n.start, n.end))]
    offices = find_offices(view, context, organizations)
    counterparts = find_counterparts(view, context)
    phrases = sorted([*offices, *counterparts], key=lambda p: p.first)
    beside = _appositions(view, names, phrases)
    cast = Cast(view, context)
    members = cast.enroll(names, beside)
    mentions = [_name_mention(view, name, member) for name, member in zip(names, members, strict=True) if member]
    by_phrase = {id(beside[at]): members[at] for at in beside}
    told: Member | None = None
    for start, member, phrase in _in_order(names, members, phrases):
        if phrase is None:
            told = member or told
            continue
        who, note = _resolve(cast, phrase, by_phrase.get(id(phrase)), told, start)
        if who is not None:
            mentions.append(_office_mention(view, phrase, who, note))
            told = who
    return mentions


def _in_order(
    names: Sequence[Name], members: Sequence[Member | None], phrases: Sequence[OfficePhrase]
) -> list[tuple[int, Member | None, OfficePhrase | None]]:
    rows: list[tuple[int, Member | None, OfficePhrase | None]] = [
        (name.start, member, None) for name, member in zip(names, members, strict=True)
    ]
    rows += [(phrase.start, None, phrase) for phrase in phrases]
    return sorted(rows, key=lambda row: row[0])


def _appositions(view: View, names: Sequence[Name], phrases: Sequence[OfficePhrase]) -> dict[int, OfficePhrase]:
    """For each name (by index) the office phrase beside it: just before, or just after a comma."""
    beside: dict[int, OfficePhrase] = {}
    free = {phrase.first: phrase for phrase in phrases}
    for index, name in enumerate(names):
        at = bisect_left(phrases, name.first, key=lambda p: p.first) - 1
        before = phrases[at] if at >= 0 else None
        stands_before = before is not None and before.first in free and before.last < name.first
        if before and stands_before and _only_courtesy(view, before.last + 1, name.first):
            beside[index] = free.pop(before.first)
    for index, name in enumerate(names):
        after = free.get(name.last + 2)
        if index not in beside and after and not after.counterpart and view.tokens[name.last + 1].norm in _OPENING:
            beside[index] = free.pop(after.first)
    return beside


def _only_courtesy(view: View, first: int, stop: int) -> bool:
    """Whether only commas, brackets and honorifics stand between a title and a name."""
    sentence = view.sentences[view.sentence_at(view.tokens[first - 1].start)]
    if stop - first > _BETWEEN or stop >= sentence.stop:
        return False
    at = first
    while at < stop:
        if view.tokens[at].norm in ("،", ",", "(", ")", "«", "»", '"', "-"):
            at += 1
            continue
        hits = [h for h in view.lexicon.people.honorifics.at(view.tokens, at) if h.last < stop]
        if not hits:
            return False
        at = hits[0].last + 1
    return True


def _resolve(
    cast: Cast, phrase: OfficePhrase, named: Member | None, told: Member | None, start: int
) -> tuple[Member | None, str]:
    """Who an office phrase means, and the reason in words."""
    if named is not None:
        return named, f"named beside it: {named.name}"
    if phrase.counterpart:
        return cast.counterpart(phrase, told)
    return cast.holder(phrase, start)


def _name_mention(view: View, name: Name, member: Member) -> Mention:
    listed = f"people:{member.key}" if member.person else ""
    rule = "people.listed" if member.person else "people.tagged"
    if member.first_start != name.start and not name.full:
        rule = "people.surname"
    return Mention(name.start, name.end, view.text[name.start : name.end], "person", member.key, member.name,
                   member.country, "name", Evidence(rule, listed, note=member.note), member.role)  # fmt: skip


def _office_mention(view: View, phrase: OfficePhrase, member: Member, note: str) -> Mention:
    entry = f"offices:{phrase.office.id}" if phrase.office else "offices:counterpart"
    return Mention(phrase.start, phrase.end, view.text[phrase.start : phrase.end], "person", member.key, member.name,
                   member.country, "office", Evidence("people.office", entry, note=note), member.role)  # fmt: skip
