"""What a phrase of time says, before it is resolved against a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Direction = Literal["", "past", "this", "next", "same", "recent", "after", "before", "before last", "after next"]
STEPS: dict[Direction, int] = {
    "past": -1, "before": -1, "recent": -1, "next": 1, "after": 1, "before last": -2, "after next": 2,
}  # fmt: skip
"""How many units a modifier leads away from the anchor."""
Unit = Literal["second", "minute", "hour", "night", "day", "week", "month", "year", "decade", "century", "season"]


@dataclass(frozen=True, slots=True)
class Date:
    """A day, month or year by the calendar; what the phrase leaves out is None.

    `short` tells that the year was written in two digits and may have stood first (16/04/21), `nth` the
    weekday's number within the month (الأحد الأول). `direction` is the modifier's (الماضي), `of` the unit it
    stands on ('15 من الشهر الجاري' is of a month), `shift` a deictic (أمس) the phrase is led by, `every`
    tells 'every year'.
    """

    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    shift: int | None = None
    calendar: str = "gregorian"
    direction: Direction = ""
    of: Literal["", "week", "month", "year"] = ""
    every: bool = False
    short: bool = False
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A unit of the calendar relative to now or to what was told: الأسبوع الماضي، العام نفسه."""

    unit: Unit
    direction: Direction
    weekend: bool = False
    part: str = ""
    """`Q1` to `Q4`, `H1`, `H2` of a year."""


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: `count` of a unit, None for 'some'; `half` a unit more."""

    unit: Unit
    count: int | float | None
    half: bool = False
    direction: Direction = ""
    more: tuple[Length, ...] = ()
    """Further units joined to it: عام وشهران و21 يوما."""


@dataclass(frozen=True, slots=True)
class Ago:
    """So long before (-1) or after (1) now: قبل شهرين; 0 leaves the way to the tense.

    `told` reckons from the date told before instead: بعد يومين من ذلك.
    """

    length: Length
    sign: int
    told: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a named or relative year."""

    code: str
    year: int | None = None
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class WeekOf:
    """A week of a month by its number, -1 the last: الأسبوع الأول من أكتوبر."""

    number: int
    month: Date


@dataclass(frozen=True, slots=True)
class Named:
    """A decade (198) or century (19) by its own number, or BC by its year: the value as TIMEX3 has it."""

    value: str


@dataclass(frozen=True, slots=True)
class FeastDay:
    """A feast by its numbers in the lexicon (العيد may be two); `day` counts its days, `eve` is the one before."""

    numbers: tuple[int, ...]
    year: int | None = None
    direction: Direction = ""
    eve: bool = False
    day: int = 1


@dataclass(frozen=True, slots=True)
class Reference:
    """PRESENT_REF, PAST_REF or FUTURE_REF; `later` leaves the choice to the tense."""

    value: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A duration without a unit, by its value: فترة قصيرة."""

    value: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """A SET by its value."""

    value: str


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A moment told before: ذلك الوقت، آنذاك."""

    word: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A part of the day (TMO) or a clock time (T16:30) of `base`; `base` None is a day told before."""

    part: str
    base: Node | None


@dataclass(frozen=True, slots=True)
class Around:
    """An expression behind 'earlier' or 'late on': the same value, but late on a day is its evening."""

    word: str
    base: Node


Node: TypeAlias = (
    Date
    | Period
    | Length
    | Ago
    | Season
    | Named
    | FeastDay
    | WeekOf
    | Reference
    | Stretch
    | Recurring
    | Anaphor
    | Moment
    | Around
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A node found: tokens `first` to `last` inclusive, text `start` to `end`."""

    node: Node
    first: int
    last: int
    start: int
    end: int

    def with_node(self, node: Node) -> Phrase:
        """Give the same words another meaning."""
        return replace(self, node=node)
