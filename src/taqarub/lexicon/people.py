"""People, offices and who held which office when, compiled from `data/offices.toml`, `people/` and `terms/`."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from taqarub.errors import LexiconError
from taqarub.lexicon.load import list_data, read_csv, read_toml
from taqarub.lexicon.phrases import PhraseIndex, noun_index
from taqarub.text import folded


@dataclass(frozen=True, slots=True)
class Office:
    """An office or position. `unique` ones have one holder per state at a time."""

    id: str
    role: str
    unique: bool
    role_for: tuple[tuple[str, str], ...] = ()

    def role_in(self, code: str | None) -> str:
        """The English title of the office in a state: 'secretary of state' for the foreign minister of USA."""
        return dict(self.role_for).get(code or "", self.role)


@dataclass(frozen=True, slots=True)
class Title:
    """A way to name an office: `construct` titles take a state or body right after them (رئيس روسيا)."""

    office: Office
    construct: bool
    feminine: bool


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the lexicon."""

    id: str
    name: str
    country: str
    feminine: bool


@dataclass(frozen=True, slots=True)
class NameForm:
    """A written name: full, or `short` (surname); a short form `alone` needs no full name before it."""

    person: KnownPerson
    short: bool
    alone: bool


@dataclass(frozen=True, slots=True)
class Term:
    """`person` held `office` in `country` (state or organization code) from `start` to `end`, ISO, '' for open."""

    person: KnownPerson
    office: Office
    country: str
    start: str
    end: str

    def covers(self, day: str) -> bool:
        """Whether the office was held on an ISO date: of a month or year, on its first day; an end counts whole."""
        end = self.end
        return self.start <= day and (not end or day <= end or end.startswith(day) or day.startswith(end))


@dataclass(slots=True)
class People:
    """The people of the lexicon with their names, offices and terms."""

    offices: dict[str, Office] = field(default_factory=dict)
    rank: dict[str, int] = field(default_factory=dict)
    """Place of each office in offices.toml, which lists the highest first."""
    honorifics: PhraseIndex[bool] = field(default_factory=noun_index)
    modifiers: dict[str, bool] = field(default_factory=dict)
    """Folded adjectives that follow a title (السابق، الجديد): whether they say that the office is past."""
    counterparts: frozenset[str] = frozenset()
    titles: PhraseIndex[Title] = field(default_factory=noun_index)
    by_id: dict[str, KnownPerson] = field(default_factory=dict)
    names: PhraseIndex[NameForm] = field(default_factory=noun_index)
    terms: dict[tuple[str, str], list[Term]] = field(default_factory=lambda: defaultdict(list))
    careers: dict[str, list[Term]] = field(default_factory=lambda: defaultdict(list))
    seats: dict[str, str] = field(default_factory=dict)
    """The one state or organization of a unique office whose terms are all in one: 'UN' for its envoy to Syria."""

    def holders(self, office: str, country: str, day: str | None) -> list[Term]:
        """Terms of an office in a country that cover `day`, latest start first; without a day, all of them."""
        terms = self.terms.get((office, country), ())
        return sorted((t for t in terms if day is None or t.covers(day)), key=lambda t: t.start, reverse=True)

    def career(self, person: str, day: str | None) -> list[Term]:
        """A person's terms that cover `day`, latest start first; without a day, all of them."""
        terms = self.careers.get(person, ())
        return sorted((t for t in terms if day is None or t.covers(day)), key=lambda t: t.start, reverse=True)


def load_people() -> People:
    """Load and check offices, people and terms; raises LexiconError naming file and entry."""
    people = People()
    table = read_toml("offices.toml")
    for form in table["honorifics"]:
        people.honorifics.add(form, True)
    people.modifiers.update({folded(word): False for word in table["present_modifiers"]})
    people.modifiers.update({folded(word): True for word in table["former_modifiers"]})
    people.counterparts = frozenset(folded(word) for word in table["counterparts"])
    for entry in table["office"]:
        _add_office(people, entry)
    for name in list_data("people", ".csv"):
        for row in read_csv(name):
            _add_person(people, row, name)
    for name in list_data("terms", ".csv"):
        for row in read_csv(name):
            _add_term(people, row, name)
    countries = defaultdict(set)
    for office, country in people.terms:
        countries[office].add(country)
    people.seats.update(
        {office: min(codes) for office, codes in countries.items() if len(codes) == 1 and people.offices[office].unique}
    )
    return people


def _add_office(people: People, entry: dict[str, Any]) -> None:
    role_for = tuple(sorted(entry.get("role_for", {}).items()))
    office = Office(entry["id"], entry["role"], entry.get("unique", False), role_for)
    if office.id in people.offices:
        raise LexiconError(f"offices.toml: {office.id} is there twice")
    people.rank[office.id] = len(people.offices)
    people.offices[office.id] = office
    for key, construct, feminine in (("titles", False, False), ("feminine", False, True), ("construct", True, False)):
        for form in entry.get(key, ()):
            is_feminine = feminine or folded(form.split()[0]).endswith("ه")
            people.titles.add(form, Title(office, construct, is_feminine))


def _add_person(people: People, row: dict[str, str], file: str) -> None:
    if row["id"] in people.by_id:
        raise LexiconError(f"{file}: {row['id']} is there twice")
    person = KnownPerson(row["id"], row["name"], row["country"], row["gender"] == "f")
    people.by_id[person.id] = person
    for form in filter(None, row["forms"].split("|")):
        people.names.add(form, NameForm(person, short=False, alone=True))
    alone = row["alone"].split("|")  # 'yes' for all short forms, else those that may stand alone
    for form in filter(None, row["short"].split("|")):
        people.names.add(form, NameForm(person, short=True, alone="yes" in alone or form in alone))


def _add_term(people: People, row: dict[str, str], file: str) -> None:
    if row["person"] not in people.by_id or row["office"] not in people.offices:
        raise LexiconError(f"{file}: {row['person']}, {row['office']}: no such person or office")
    person, office = people.by_id[row["person"]], people.offices[row["office"]]
    term = Term(person, office, row["country"], row["start"], row["end"])
    people.terms[office.id, row["country"]].append(term)
    people.careers[person.id].append(term)
