"""The items of a reading. Each stands on `text[start:end]` of its article and carries its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

MentionKind = Literal["person", "organization", "state", "place"]
MentionForm = Literal["name", "office", "nisba", "capital", "institution", "description"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`text[start:end]`, code points, `end` exclusive."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why an item is there.

    `rule` is the dotted name of the rule (`times.weekday`), `entry` the lexicon entry it used
    (`states:RUS`), `spans` the words of the text it rests on beyond the item's own, `note` the
    reason in a short English sentence.
    """

    rule: str
    entry: str = ""
    spans: tuple[Span, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that stands for a person, an organization, a state or a place.

    `key` identifies the entity within the article (lexicon id, or the folded name of an unlisted one),
    `name` is its English name, `code` its state or organization code (None if unknown), `role` an
    English description of the office at the time. `form` tells what kind of words these are:
    'موسكو' for the government is a `capital`, 'الروسي' a `nisba`, 'وزير الخارجية الروسي' an `office`.
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    key: str
    name: str
    code: str | None
    form: MentionForm
    evidence: Evidence
    role: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3 expression; `value` as in TimeML, `earliest` and `latest` its first and last day if it has any."""

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    evidence: Evidence
    earliest: date | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attributed utterance: `text` is its content alone; `via` the outlet or person that carried it."""

    start: int
    end: int
    text: str
    direct: bool
    speaker: str
    country: str | None
    cue: str
    evidence: Evidence
    via: str | None = None
    cue_span: Span | None = None
    speaker_span: Span | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """What one article says happened, coded in PLOVER.

    `start`, `end` are the span of `trigger`; `actors` and `recipients` are sorted codes; `date` is as
    precise as the text (`2022-03-15`, `2022-03`, `2022-W11`, `2022`); `confidence` is in (0, 1].
    """

    start: int
    end: int
    trigger: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: Evidence
    aux: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured number; `value` is None for a vague one ('عشرات القتلى'); `bound` says at least, at most, about.

    `said_by` is the speaker of the quotation it stands in. `against` is what a change is measured against: a
    date, else the words of the text.
    """

    start: int
    end: int
    text: str
    value: int | float | None
    unit: str
    measure: str
    evidence: Evidence
    parties: tuple[str, ...] = ()
    period: str | None = None
    bound: Literal["exact", "about", "at least", "at most"] = "exact"
    said_by: str | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article: English `name`, `country` code, `role` then, and every form used in the text."""

    key: str
    name: str
    country: str | None
    role: str | None
    forms: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Organization:
    """An organization of the article with its `code` and every form used in the text."""

    key: str
    name: str
    code: str | None
    forms: tuple[str, ...]
    evidence: Evidence
