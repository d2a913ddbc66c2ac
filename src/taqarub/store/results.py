"""What a record answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from taqarub.model import Quantity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Origin:
    """The article an answer comes from, without its text."""

    id: str
    title: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """An item of a reading with its article; `position` is its place in the list, `around` the words it stands in."""

    article: Origin
    position: int
    item: T
    around: str


@dataclass(frozen=True, slots=True)
class Witness:
    """The words in which one article tells of a happening, `around` with those they stand in."""

    article: str
    start: int
    end: int
    trigger: str
    around: str


@dataclass(frozen=True, slots=True)
class Happening:
    """What the event mentions of one happening add up to.

    `articles` are the ids of those that tell it, `told` is the day the first of them was published.
    """

    date: str | None
    type: str
    mode: str | None
    aux: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    place: str | None
    articles: tuple[str, ...]
    mentions: tuple[Witness, ...]
    told: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A figure as one article tells it."""

    article: Origin
    figure: Quantity
    around: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a series: what several articles say was measured of the same parties for the same period.

    `told` is the day the first source was published. `values` are those told, from low to high; `disagree` says
    that two articles have no value in common, approximations allowed for.
    """

    period: str | None
    measure: str
    unit: str
    parties: tuple[str, ...]
    values: tuple[int | float, ...]
    disagree: bool
    sources: tuple[Source, ...]
    told: str | None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person over all articles: every role and form they were given, and the articles that name them."""

    key: str
    name: str
    country: str | None
    roles: tuple[str, ...]
    forms: tuple[str, ...]
    first: str | None
    last: str | None
    articles: tuple[str, ...]
