"""The people of one article: every name is matched to one of them, every office phrase to its holder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taqarub.extract.mentions.context import Context
from taqarub.extract.mentions.names import Name
from taqarub.extract.mentions.offices import OfficePhrase
from taqarub.extract.view import View
from taqarub.lexicon.people import KnownPerson, Office, Term


@dataclass(slots=True)
class Member:
    """One person of the article; `words` are the folded words of the fullest name seen."""

    key: str
    name: str
    country: str | None
    role: str | None
    words: tuple[str, ...]
    person: KnownPerson | None
    first_start: int
    office: Office | None = None
    office_code: str | None = None
    note: str = ""


class Cast:
    """Enrolls names and resolves offices for one article; lives for one reading only."""

    def __init__(self, view: View, context: Context) -> None:
        self._view, self._context = view, context
        self._people = view.lexicon.people
        self._day = view.article.published
        self._members: list[Member] = []

    def enroll(self, names: Sequence[Name], beside: Mapping[int, OfficePhrase]) -> list[Member | None]:
        """The member each name stands for: full names first, then surnames and single names."""
        members: list[Member | None] = [None] * len(names)
        order = sorted(range(len(names)), key=lambda at: (not names[at].full, -len(names[at].words), at))
        for at in order:
            members[at] = self._enroll(names[at], beside.get(at))
        for at, phrase in beside.items():
            enrolled = members[at]
            if enrolled is not None and phrase.office and enrolled.office is None:
                enrolled.office, enrolled.office_code = phrase.office, phrase.code or enrolled.country
        return members

    def _enroll(self, name: Name, phrase: OfficePhrase | None) -> Member | None:
        person = self._choose(name, phrase)
        if person is not None:
            for member in self._members:
                if member.person == person:
                    return member
            return self._add_known(person, name, phrase)
        fuller = self._same(name)
        if fuller is not None:
            return fuller
        if name.known and not name.alone and phrase is None:
            return None
        return self._add_unlisted(name, phrase)

    def _choose(self, name: Name, phrase: OfficePhrase | None) -> KnownPerson | None:
        """Among the listed people of this name the one the text supports, if any."""
        if not name.known:
            return None
        present = [p for p in name.known if any(m.person == p for m in self._members)]
        if present:
            return present[0]
        candidates = sorted(name.known, key=lambda p: self._fit(p, phrase), reverse=True)
        best = candidates[0]
        clash = phrase is not None and phrase.code not in (None, best.country) and not self._served(best, phrase.code)
        if clash and (not name.full or (phrase is not None and phrase.counterpart)):
            return None
        return best if name.full or name.alone or (phrase and self._fit(best, phrase)[0]) else None

    def _fit(self, person: KnownPerson, phrase: OfficePhrase | None) -> tuple[bool, bool, bool]:
        career = self._people.career(person.id, None)
        same = phrase is not None and phrase.code is not None and (
            phrase.code == person.country or any(t.country == phrase.code for t in career))  # fmt: skip
        office = phrase is not None and phrase.office is not None and any(t.office == phrase.office for t in career)
        return office or (same and phrase is not None), same, bool(self._people.career(person.id, self._day))

    def _served(self, person: KnownPerson, code: str | None) -> bool:
        return any(term.country == code for term in self._people.career(person.id, None))

    def _same(self, name: Name) -> Member | None:
        """A member whose fuller name holds these words: the surname, or first and last name."""
        for member in self._members:
            if name.words == member.words or _holds(member.words, name.words):
                return member
        return None

    def _add_known(self, person: KnownPerson, name: Name, phrase: OfficePhrase | None) -> Member:
        term = self._term(person, phrase)
        role = term.office.role_in(term.country) if term else None
        note = f"{role} from {term.start}" if term else "in the list of people"
        serves = term.country if term and term.country not in self._view.lexicon.states.by_code else person.country
        member = Member(person.id, person.name, serves, role, name.words, person, name.start,
                        term.office if term else None, term.country if term else None, note)  # fmt: skip
        self._members.append(member)
        return member

    def _term(self, person: KnownPerson, phrase: OfficePhrase | None) -> Term | None:
        """Of the offices held on the day, the one told beside the name, else the highest (offices.toml's order)."""
        terms = self._people.career(person.id, self._day)
        told = [term for term in terms if phrase is not None and term.office == phrase.office]
        return min(told or terms, key=lambda term: self._people.rank[term.office.id], default=None)

    def _add_unlisted(self, name: Name, phrase: OfficePhrase | None) -> Member:
        words = self._view.text[name.start : name.end]
        country = (phrase.code if phrase else None) or self._context.country_near(name.first, name.last)
        role = phrase.office.role_in(country) if phrase and phrase.office else None
        if role and phrase and phrase.former:
            role = "former " + role.removeprefix("former ")
        member = Member("name:" + " ".join(name.words), self._spell(words, country),
                        country, role, name.words, None, name.start,
                        phrase.office if phrase else None, country if phrase else None,
                        "a name the lists do not hold")  # fmt: skip
        self._members.append(member)
        return member

    def _spell(self, words: str, country: str | None) -> str:
        state = self._view.lexicon.states.by_code.get(country or "")
        return self._view.lexicon.name_words.romanize(words, state.naming if state else "arabic")

    def counterpart(self, phrase: OfficePhrase, told: Member | None) -> tuple[Member | None, str]:
        """The person of the same office in another state: 'نظيره الروسي' beside a foreign minister."""
        if told is None or told.office is None or phrase.code is None:
            return None, ""
        return self._hold(told.office, phrase.code, phrase.start, f"opposite number of {told.name}")

    def holder(self, phrase: OfficePhrase, start: int) -> tuple[Member | None, str]:
        """Who an office phrase without a name means: somebody named in the article, or the holder on the day."""
        if phrase.office is None:
            return None, ""
        if phrase.code is None:
            return self._bare(phrase, start)
        for member in self._members:
            if member.office and member.office_code == phrase.code and _covers(phrase.office, member.office):
                return member, f"named in the article as {member.office.role_in(phrase.code)}"
        if phrase.former:
            return None, ""
        return self._hold(phrase.office, phrase.code, start, "")

    def _bare(self, phrase: OfficePhrase, start: int) -> tuple[Member | None, str]:
        office = phrase.office
        assert office is not None
        before = [m for m in self._members if m.office and m.first_start < start and _covers(office, m.office)]
        if before:
            return before[-1], "the one named before"
        home = self._context.home
        if office.unique and home and self._people.holders(office.id, home, self._day):
            return self._hold(office, home, start, "of the article's home state")
        return None, ""

    def _hold(self, office: Office, code: str, start: int, reason: str) -> tuple[Member | None, str]:
        """The holder of an office on the article's day; somebody unnamed where the lexicon has none."""
        if office.unique and self._day:
            terms = self._people.holders(office.id, code, self._day)
            if terms:
                return self._known_holder(terms[0], start, reason)
        state = self._view.lexicon.states.by_code.get(code)
        whose = state.adjective if state else code
        name = f"{whose} {office.role_in(code)}"
        return Member(f"office:{office.id}:{code}", name, code, office.role_in(code), (), None, start, office, code), (
            "an office whose holder is not listed"
        )

    def _known_holder(self, term: Term, start: int, reason: str) -> tuple[Member, str]:
        until = f" to {term.end}" if term.end else ""
        rule = f"{term.office.role} of {term.country} on {self._day}: {term.person.name}, from {term.start}{until}"
        note = f"{reason}; {rule}" if reason else rule
        for member in self._members:
            if member.person == term.person:
                return member, note
        member = Member(term.person.id, term.person.name, term.person.country, term.office.role_in(term.country), (),
                        term.person, start, term.office, term.country, note)  # fmt: skip
        self._members.append(member)
        return member, note


def _holds(full: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether `part` is the surname, a first name of a one-word mention, or first and last of `full`."""
    if len(part) >= len(full) or not part:
        return False
    if full[-len(part) :] == part:
        return True
    return full[: len(part)] == part or (len(part) > 1 and part[0] == full[0] and part[-1] in full)


def _covers(wanted: Office, held: Office) -> bool:
    """Whether a title can mean a held office: the same one, or 'الوزير' for any minister."""
    return wanted.id == held.id or (wanted.id == "minister" and held.id.endswith("minister"))
