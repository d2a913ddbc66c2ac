"""Clues in who holds which office: 'the Iranian president, Ebrahim Raisi' is said in his term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from taqarub.extract.view import View
from taqarub.lexicon.people import Term
from taqarub.model import Mention, Span
from taqarub.resolve.dating.clues import OPEN_FUTURE, OPEN_PAST, Clue, Stretch, joined, moved, since
from taqarub.text.calendar import extent

BETWEEN = 5
"""At most so many tokens stand between a title and the name beside it."""
AFTER_TERM, BEFORE_TERM = 7, 3
"""Days after its end or before its beginning that news still or already uses a title."""
HISTORY = date(2005, 1, 1)
"""Who left office before this day is told of as history ('President Kennedy'): no upper bound."""


def office_clues(view: View, mentions: Sequence[Mention], past: frozenset[int]) -> Iterator[Clue]:
    """Clues of people named beside their office; `past` are the sentences that tell of old times."""
    told: set[tuple[str, str, bool]] = set()
    for title, name, office in _appositions(view, mentions):
        if view.sentence_at(title.start) in past:
            continue
        modifiers = _modifiers(view, title, name)
        former = any(view.lexicon.people.modifiers.get(word) for word in modifiers)
        career = view.lexicon.people.careers.get(name.key, ())
        terms = [term for term in career if term.office.id == office and term.office.unique and term.start]
        if not terms or (name.key, office, former) in told or modifiers & view.lexicon.dated_facts.elect:
            continue
        told.add((name.key, office, former))
        span = Span(min(title.start, name.start), max(title.end, name.end))
        yield _former(span, terms) if former else _in_office(span, terms)


def _appositions(view: View, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, str]]:
    """Yield office phrases with the name of the same person just beside them, and the office.

    An opposite number's office is the one told before in the sentence.
    """
    people = [mention for mention in mentions if mention.kind == "person"]
    office, sentence = "", -1
    for one, other in pairwise(people):
        here = view.sentence_at(one.start)
        office, sentence = ("" if here != sentence else office), here
        office = _office(one) or office
        if one.key != other.key or {one.form, other.form} != {"office", "name"}:
            continue
        near = view.token_at(other.start) - view.token_at(one.end - 1) <= BETWEEN
        if near and here == view.sentence_at(other.start):
            title, name = (one, other) if one.form == "office" else (other, one)
            yield title, name, _office(title) or office


def _office(mention: Mention) -> str:
    """Give the office of an office phrase, '' for 'his opposite number' and for names."""
    office = mention.evidence.entry.removeprefix("offices:") if mention.form == "office" else ""
    return "" if office == "counterpart" else office


def _modifiers(view: View, title: Mention, name: Mention) -> set[str]:
    first = min(view.token_at(title.start), view.token_at(name.start))
    last = max(view.token_at(title.end - 1), view.token_at(name.end - 1))
    return {token.norm for token in view.tokens[first : last + 2]}


def _in_office(span: Span, terms: Sequence[Term]) -> Clue:
    stretches = joined(_stretch(term) for term in terms)
    terms = sorted(terms, key=lambda term: term.start)
    when = ", ".join(f"{term.start} to {term.end or 'now'}" for term in terms)
    note = f"{terms[0].person.name}: {terms[0].office.role_in(terms[0].country)} {when}"
    return Clue(span, "dating.in-office", note, stretches, 2, entry=f"people:{terms[0].person.id}")


def _former(span: Span, terms: Sequence[Term]) -> Clue:
    ends = [bounds[0] for term in terms if term.end and (bounds := extent(term.end))]
    begins = [_stretch(term)[0] for term in terms]
    note = f"{terms[0].person.name}: no longer {terms[0].office.role_in(terms[0].country)}"
    return Clue(span, "dating.former", note, since(min(ends or begins)), 1.5, entry=f"people:{terms[0].person.id}")


def _stretch(term: Term) -> Stretch:
    first, last = extent(term.start), extent(term.end) if term.end else None
    begin: date = first[0] if first else OPEN_PAST
    end = OPEN_FUTURE if last is None or last[1] < HISTORY else moved(last[1], AFTER_TERM)
    return moved(begin, -BEFORE_TERM), end


def predecessor_clues(view: View, mentions: Sequence[Mention]) -> Iterator[Clue]:
    """Clues of 'Raisi's predecessor, Hassan Rouhani': said when the one named first had come to office."""
    people = [mention for mention in mentions if mention.kind == "person" and mention.form == "name"]
    words = view.lexicon.dated_facts.predecessor
    for one, other in pairwise(people):
        at = view.token_at(one.start)
        if at == 0 or view.tokens[at - 1].norm.removeprefix("ل").removeprefix("و") not in words:
            continue
        if view.token_at(other.start) - view.token_at(one.end - 1) > BETWEEN or one.key == other.key:
            continue
        held = {term.office.id: term for term in view.lexicon.people.careers.get(other.key, ())}
        terms = [t for t in view.lexicon.people.careers.get(one.key, ()) if t.office.id in held and t.start]
        terms = [t for t in terms if t.country == held[t.office.id].country]
        if terms:
            span = Span(view.tokens[at - 1].start, other.end)
            yield _in_office(span, terms)
