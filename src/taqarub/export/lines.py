"""Items as styled lines, the same on every page: what it is first, then the words it rests on."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from rich.console import Console
from rich.text import Text

from taqarub.export.bidi import POP, RTL_ISOLATE, isolate
from taqarub.model import DatingReason, EventMention, Organization, Person, Quantity, Quotation, TimeExpression
from taqarub.store import Happening, KnownPerson, Point, Source, Witness

INDENT = "  "
CUT = 96
STYLES = {"times": "green", "events": "magenta", "quotes": "blue", "figures": "cyan", "mentions": "yellow"}
Part = tuple[str, str]


class Lines:
    """Makes lines for a console: on a terminal Arabic is isolated and wrapped, elsewhere lines are plain."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._terminal = console.is_terminal
        self._width = max(40, console.width)

    def print(self, *parts: Part) -> None:
        """Print one line of styled parts; without parts an empty one."""
        self._console.print(Text.assemble(*parts), soft_wrap=True)

    def print_all(self, lines: Iterable[Text]) -> None:
        """Print lines."""
        for line in lines:
            self._console.print(line, soft_wrap=True)

    def arabic(self, text: str) -> str:
        """Return a short text for a mixed line: on a terminal its Arabic stands in an isolate."""
        text = " ".join(text.split())
        return isolate(text) if self._terminal else text

    def of(self, item: Any) -> list[Text]:
        """Return the lines of an item of any kind."""
        makers: dict[type, Callable[[Any], list[Text]]] = {
            Person: self._person,
            Organization: self._organization,
            TimeExpression: self._time,
            DatingReason: self._dating_reason,
            EventMention: self._event,
            Quotation: self._quote,
            Quantity: self._figure,
            Happening: self._happening,
            Point: self._point,
            KnownPerson: self._known_person,
        }
        return makers[type(item)](item)

    def _person(self, person: Person) -> list[Text]:
        about = ", ".join(filter(None, (person.country, person.role)))
        about = f" ({about})" if about else ""
        return [self._item((person.name, "bold"), (about, ""), self._words(person.forms))]

    def _known_person(self, person: KnownPerson) -> list[Text]:
        about = ", ".join(filter(None, (person.country, *person.roles)))
        told = f"  {len(person.articles)} article{'s' if len(person.articles) > 1 else ''}"
        when = f", {person.first} to {person.last}" if person.first else ""
        head = self._item((person.name, "bold"), (f" ({about})" if about else "", ""), (told + when, "dim"))
        return [head, Text.assemble((INDENT, ""), self._words(person.forms))]

    def _organization(self, item: Organization) -> list[Text]:
        code = f" ({item.code})" if item.code else ""
        return [self._item((item.name, "bold"), (code, ""), self._words(item.forms))]

    def _time(self, time: TimeExpression) -> list[Text]:
        days = f", {time.earliest} to {time.latest}" if time.earliest != time.latest else ""
        kind = f"  {time.type.lower()}{days}"
        return [self._item((time.value, STYLES["times"]), (kind, "dim"), self._words([time.text]))]

    def _dating_reason(self, reason: DatingReason) -> list[Text]:
        doubt = "" if reason.fits else "  does not fit"
        days = (stretch(reason.earliest, reason.latest), STYLES["times"])
        return [self._item(days, (doubt, "red"), self._words([textwrap.shorten(reason.text, CUT, placeholder=" …")]))]

    def _event(self, event: EventMention) -> list[Text]:
        return [self._item(*_happened(event, "undated"), self._words([event.trigger]))]

    def _happening(self, happening: Happening) -> list[Text]:
        undated = f"told {happening.told}" if happening.told else "undated"
        head = self._item(*_happened(happening, undated))
        return [head, *(self._witness(witness) for witness in happening.mentions)]

    def _witness(self, witness: Witness) -> Text:
        """The words of one article, the trigger marked; cut at whole words and at the end of the paragraph."""
        at = witness.around.find(witness.trigger)
        before, after = witness.around[:at], witness.around[at + len(witness.trigger) :]
        before = before.rpartition("\n")[2]
        after = after.partition("\n")[0]
        if len(before) == at and " " in before:
            before = "…" + before.partition(" ")[2]
        if " " in after:
            after = after.rpartition(" ")[0] + "…"
        words = Text.assemble((before, ""), (witness.trigger, STYLES["mentions"]), (after, ""))
        if self._terminal:
            words = Text.assemble((RTL_ISOLATE, ""), words, (POP, ""))
        return Text.assemble((INDENT * 2, ""), (witness.article + "  ", "dim"), words)

    def _quote(self, quote: Quotation) -> list[Text]:
        about = f" ({quote.country})" if quote.country else ""
        via = f", via {self.arabic(quote.via)}" if quote.via else ""
        kind = "  in part verbatim" if quote.direct else ""
        speaker = (self.arabic(quote.speaker), "bold")
        head = self._item(speaker, (about + via, ""), (kind, "dim"), self._words([quote.cue]))
        return [head, *(Text(INDENT * 2 + line) for line in self._wrapped(quote.text))]

    def _figure(self, figure: Quantity) -> list[Text]:
        against = f"against {self.arabic(figure.against)}" if figure.against else None
        rest = ", ".join(filter(None, (figure.measure, " ".join(figure.parties), figure.period, against)))
        said = (f"  {self.arabic(figure.said_by)}" if figure.said_by else "", "bold")
        return [self._item(_amount(figure), (f"  {rest}", ""), said, self._words([figure.text]))]

    def _point(self, point: Point) -> list[Text]:
        when = (point.period or (f"told {point.told}" if point.told else "undated"), STYLES["times"])
        what = (f"{INDENT}{point.measure}  {' '.join(point.parties)}", "")
        doubt = ("  the sources disagree" if point.disagree else "", "red")
        return [self._item(when, what, doubt), *(self._source(source) for source in point.sources)]

    def _source(self, source: Source) -> Text:
        """A figure of a series with its article."""
        figure, origin = source.figure, source.article
        said = f"  {self.arabic(figure.said_by)}" if figure.said_by else ""
        about = " · ".join(self.arabic(part) for part in (origin.outlet, origin.published, origin.id) if part)
        head = ((INDENT, ""), _amount(figure), (said, "bold"), (f"  {about}", "dim"))
        return self._item(*head, self._words([figure.text]))

    def _item(self, *parts: Part) -> Text:
        return Text.assemble((INDENT, ""), *parts)

    def _words(self, forms: Iterable[str]) -> Part:
        return INDENT + " | ".join(self.arabic(form) for form in forms if form), STYLES["mentions"]

    def _wrapped(self, text: str) -> Iterator[str]:
        text = " ".join(text.split())
        if not self._terminal:
            yield text
        else:
            yield from map(isolate, textwrap.wrap(text, self._width - 2 * len(INDENT) - 2))


def stretch(earliest: date | None, latest: date | None) -> str:
    """Return a stretch of days in words: `2022-03-01 to 2022-03-15`, `from 2022-02-24`."""
    if earliest == latest:
        return earliest.isoformat() if earliest else "any day"
    if earliest and latest:
        return f"{earliest} to {latest}"
    return f"from {earliest}" if earliest else f"until {latest}"


def _amount(figure: Quantity) -> Part:
    value = "some" if figure.value is None else f"{figure.value:,}"
    bound = "" if figure.bound == "exact" else f"{figure.bound} "
    return f"{bound}{value} {figure.unit}", STYLES["figures"]


def _happened(event: EventMention | Happening, undated: str) -> list[Part]:
    """When, what and between whom: `2022-03-15  CONSULT/visit (future)  IRN → RUS, Moscow`."""
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    aux = f" ({', '.join(event.aux)})" if event.aux else ""
    who = " ".join(event.actors) or "?"
    whom = f" → {' '.join(event.recipients)}" if event.recipients else ""
    place = f", {event.place}" if event.place else ""
    return [
        (event.date or undated, STYLES["times"]),
        (INDENT, ""),
        (kind, f"bold {STYLES['events']}"),
        (aux, "red"),
        (f"{INDENT}{who}{whom}{place}", ""),
    ]
