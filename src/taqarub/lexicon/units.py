"""What numbers count and measure, and the words that stand around them, compiled from `data/units.toml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex
from taqarub.text import folded

UnitKind = Literal["money", "percent", "measure", "people", "things", "none"]
Bound = Literal["about", "at least", "at most"]
SaidGroup = Literal["people", "topics", "manners", "sizes", "deeds", "goods"]
Count = Literal["one", "two", "many"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as the contract writes it (`name`: USD, people, tonnes) and what is counted in it (`noun`).

    `kind` none marks nouns after which a number is no figure. `of` is the state whose money it is, where
    several call theirs by one noun; the `common` one is meant where nothing tells. `rate`: it may be so
    much a day. `label` is what is measured, where the noun's group does not tell.
    """

    kind: UnitKind
    name: str
    noun: str
    of: str = ""
    common: bool = False
    rate: bool = False
    label: str = ""

    @property
    def entry(self) -> str:
        """Lexicon entry, for evidence."""
        return f"units:{self.kind}.{self.noun}"


@dataclass(frozen=True, slots=True)
class UnitForm:
    """A form of a unit's noun: of one, of two or of many. A `clear` dual can be nothing else."""

    unit: Unit
    count: Count
    clear: bool = True
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of figures, in English; after one of `people` a bare number is people."""

    what: str
    group: SaidGroup

    @property
    def people(self) -> bool:
        """Whether it is said of people."""
        return self.group == "people"


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Function words around a number, folded."""

    designators: frozenset[str]
    others: frozenset[str]
    of_them: frozenset[str]
    people_follow: frozenset[str]
    range: frozenset[str]
    number_of: frozenset[str]
    states: frozenset[str]
    not_counted: frozenset[str]
    partitive_skip: frozenset[str]
    not_duals: frozenset[str]
    things_other: frozenset[str]
    no_article: frozenset[str]
    groups: frozenset[str]
    two_others: frozenset[str]


class Units:
    """The family `units`."""

    def __init__(self) -> None:
        data = read_toml("units.toml")
        self.index: PhraseIndex[UnitForm] = PhraseIndex(_unit_forms(data), pronouns=True)
        self.symbols: dict[str, Unit] = {
            folded(symbol): _money(code, entry, "")
            for code, entry in data["money"].items()
            for symbol in entry.get("symbols", ())
        }
        self.bounds: PhraseIndex[Bound] = PhraseIndex(
            (form, bound) for bound, forms in data["bounds"].items() for form in forms
        )
        self.said: PhraseIndex[Said] = PhraseIndex(_said(data["said"]))
        words = data["words"]
        self.rates: PhraseIndex[str] = PhraseIndex(
            [(form, "day") for form in words["daily"]] + [(form, "year") for form in words["yearly"]]
        )
        self.shares: PhraseIndex[float] = PhraseIndex(
            (form, float(value)) for value, forms in words["shares"].items() for form in forms
        )
        self.share_heads: PhraseIndex[bool] = PhraseIndex((form, True) for form in words["share_heads"])
        self.plain: dict[str, str] = data["plain"]
        self.rate_topics = frozenset(data["rates"]["topics"])
        self.against: PhraseIndex[bool] = PhraseIndex(
            [(form, True) for form in data["against"]["forms"]] + [(form, False) for form in data["against"]["before"]]
        )
        self.pairs: PhraseIndex[bool] = PhraseIndex((form, True) for form in data["against"]["pairs"])
        self.words = FigureWords(
            **{name: frozenset(map(folded, words[name])) for name in FigureWords.__dataclass_fields__}
        )
        self.people = Unit("people", "people", "people")
        self.percent = Unit("percent", "percent", "percent")
        self.count = Unit("things", "count", "")


def _said(table: dict[SaidGroup, dict[str, list[str]]]) -> Iterator[tuple[str, Said]]:
    for group, entries in table.items():
        for what, forms in entries.items():
            yield from ((form, Said(what, group)) for form in forms)


def _money(code: str, entry: dict[str, Any], noun: str) -> Unit:
    return Unit("money", code, noun or code, entry.get("of", ""), entry.get("common", False))


def _unit_forms(data: dict[str, Any]) -> Iterator[tuple[str, UnitForm]]:
    for code, entry in data["money"].items():
        unit = _money(code, entry, code)
        yield from _inflected(unit, entry.get("nouns", ()))
        yield from ((form, UnitForm(unit, "one")) for form in entry.get("forms", ()))
    for form in data["percent"]["forms"]:
        yield form, UnitForm(Unit("percent", "percent", "percent"), "one")
    for key, name in (("points", "percentage points"), ("basis", "basis points")):
        yield from _inflected(Unit("percent", name, name), data["percent"][key])
    for name, entry in data["measure"].items():
        yield from _inflected(Unit("measure", name, name, rate=entry.get("rate", False)), entry["nouns"])
    kinds: tuple[tuple[UnitKind, str], ...] = (("people", "people"), ("things", "count"), ("none", ""))
    for kind, name in kinds:
        for noun, nouns in data[kind].items():
            yield from _inflected(Unit(kind, name, noun), nouns)


def _inflected(unit: Unit, nouns: Iterable[str]) -> Iterator[tuple[str, UnitForm]]:
    for entry in nouns:
        forms, _, label = entry.partition(" = ")
        unit = replace(unit, label=label)
        one, *many = (folded(form.strip()) for form in forms.split("|"))
        if not one:
            raise LexiconError(f"units.toml: {unit.noun}: a noun without singular: {entry!r}")
        if not many and unit.kind in ("money", "measure"):  # يورو، كم: loans and abbreviations
            yield one, UnitForm(unit, "one")
            continue
        human = unit.kind == "people" and not one.endswith("ه")
        for form, count, clear in noun_forms(one, many, sound_plural=human):
            yield form, UnitForm(unit, count, clear)
            if " " not in form:
                yield "ال" + form, UnitForm(unit, count, False, definite=True)


def noun_forms(one: str, many: list[str], *, sound_plural: bool) -> Iterator[tuple[str, Count, bool]]:
    """Forms of a counted noun or noun phrase; the bool tells a dual that can be nothing else.

    The second word of a phrase agrees (أمتار مربعة) unless the plural shows that it does not (فرص عمل).
    >>> [f for f, count, clear in noun_forms("جندي", ["جنود"], sound_plural=True) if count == "two" and clear]
    ['جنديان', 'جنديين']
    >>> [f for f, count, clear in noun_forms("مسلح", [], sound_plural=True) if count == "two" and clear]
    ['مسلحان']
    """
    head, _, rest = one.partition(" ")
    if rest:
        yield from _phrase_forms(head, rest, many)
        return
    yield head, "one", True
    sound = sound_plural and not many
    if head.endswith("ه"):
        yield from ((head[:-1] + ending, "two", True) for ending in ("تان", "تين"))
    elif not head.endswith("ا"):
        yield head + "ا", "one", True
        if head + "ان" not in many:  # بلدان is many, not two
            yield head + "ان", "two", True
        yield head + "ين", "many" if sound else "two", not sound
    for plural in many:
        yield from ((form, "many", False) for form in _plural_forms(plural))
    if sound:
        yield from ((head + ending, "many", False) for ending in ("ون", "ي", "يي", "و"))


def _plural_forms(plural: str) -> Iterator[str]:
    yield plural
    if not plural.endswith(("ا", "ه", "ات")):
        yield plural + "ا"
    if plural.endswith("ء"):  # before a pronoun: أبنائه، أعضاؤها
        yield from (plural[:-1] + seat for seat in "يو")


def _phrase_forms(head: str, rest: str, many: list[str]) -> Iterator[tuple[str, Count, bool]]:
    yield f"{head} {rest}", "one", True
    genitive = any(plural.endswith(" " + rest) for plural in many)
    stem = head[:-1] + "ت" if head.endswith("ه") else head
    if genitive:
        yield from ((f"{stem}{ending} {rest}", "two", True) for ending in "اي")
    else:
        other = rest[:-1] + "ت" if rest.endswith("ه") else rest
        yield from ((f"{stem}{ending} {other}{ending}", "two", True) for ending in ("ان", "ين"))
        if stem == head:
            yield f"{head}ا {rest}ا", "one", True
    for plural in many:
        yield plural, "many", False
        if genitive:
            yield plural.replace(" ", " ال"), "many", False
