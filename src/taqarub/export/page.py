"""A reading as a page for a terminal: who, when, who said what, what happened, what was counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from taqarub.export.bidi import isolate
from taqarub.model import EventMention, Organization, Person, Quantity, Quotation, Reading, TimeExpression

_INDENT = "  "
_CUT = 48


class PagePrinter:
    """Prints pages on a console: Arabic isolated and wrapped on a terminal, plain lines anywhere else."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._terminal = console.is_terminal
        self._width = max(40, console.width)

    def reading(self, reading: Reading) -> None:
        """Print one reading; a section without items is left out."""
        article = reading.article
        self._line((self.arabic(heading(reading)), "bold"))
        self._line((" · ".join(filter(None, (article.outlet, article.published or "undated", article.id))), "dim"))
        self._section("People", (self._person(person) for person in reading.people))
        self._section("Organizations", (self._organization(item) for item in reading.organizations))
        self._section("Times", (self._time(time) for time in reading.times))
        self._section("Events", (self._event(event) for event in reading.events))
        self._section("Quotations", (self._quote(quote) for quote in reading.quotes))
        self._section("Figures", (self._figure(figure) for figure in reading.figures))

    def arabic(self, text: str) -> str:
        """Return a short text for a mixed line: on a terminal its Arabic stands in an isolate."""
        text = " ".join(text.split())
        return isolate(text) if self._terminal else text

    def _section(self, name: str, items: Iterable[list[Text]]) -> None:
        lines = [line for item in items for line in item]
        if lines:
            self._line()
            self._line((name, "bold cyan"))
            for line in lines:
                self._console.print(line, soft_wrap=True)

    def _line(self, *parts: tuple[str, str]) -> None:
        self._console.print(Text.assemble(*parts), soft_wrap=True)

    def _person(self, person: Person) -> list[Text]:
        about = ", ".join(filter(None, (person.country, person.role)))
        return [self._item((person.name, "bold"), (f" ({about})" if about else "", ""), ("  ", ""), self._words(person.forms))]

    def _organization(self, item: Organization) -> list[Text]:
        code = f" ({item.code})" if item.code else ""
        return [self._item((item.name, "bold"), (code, ""), ("  ", ""), self._words(item.forms))]

    def _time(self, time: TimeExpression) -> list[Text]:
        return [self._item((time.value, "green"), (f"  {time.type.lower()}  ", "dim"), self._words([time.text]))]

    def _event(self, event: EventMention) -> list[Text]:
        return [self._item((event.date or "undated", "green"), ("  ", ""), *event_parts(event), ("  ", ""),
                           self._words([event.trigger]))]  # fmt: skip

    def _quote(self, quote: Quotation) -> list[Text]:
        about = f" ({quote.country})" if quote.country else ""
        via = f", via {self.arabic(quote.via)}" if quote.via else ""
        kind = "  in part verbatim" if quote.direct else ""
        head = self._item((self.arabic(quote.speaker), "bold"), (about + via, ""), (kind, "dim"), ("  ", ""),
                          self._words([quote.cue]))  # fmt: skip
        return [head, *(Text(_INDENT * 2 + line) for line in self._wrapped(quote.text))]

    def _figure(self, figure: Quantity) -> list[Text]:
        value = "some" if figure.value is None else f"{figure.value:,}"
        rest = ", ".join(filter(None, (figure.measure, " ".join(figure.parties), figure.period)))
        bound = "" if figure.bound == "exact" else f"{figure.bound} "
        return [self._item((f"{bound}{value} {figure.unit}", "green"), (f"  {rest}  ", ""), self._words([figure.text]))]

    def _item(self, *parts: tuple[str, str]) -> Text:
        return Text.assemble((_INDENT, ""), *parts)

    def _words(self, forms: Iterable[str]) -> tuple[str, str]:
        return " | ".join(self.arabic(form) for form in forms), "yellow"

    def _wrapped(self, text: str) -> Iterator[str]:
        text = " ".join(text.split())
        if not self._terminal:
            yield text
        else:
            yield from map(isolate, textwrap.wrap(text, self._width - 2 * len(_INDENT) - 2) or [""])


def heading(reading: Reading) -> str:
    """Return the article's title, else its first line outside noise, cut to a line."""
    article = reading.article
    if article.title:
        return article.title
    start = 0
    for span in article.noise:
        if article.text[start : span.start].strip():
            break
        start = span.end
    lines = article.text[start:].strip().split("\n", 1)
    return textwrap.shorten(lines[0], _CUT * 2, placeholder=" …") if lines[0].strip() else article.id


def event_parts(event: EventMention) -> list[tuple[str, str]]:
    """Return what an event is and between whom, as styled parts: `CONSULT/visit (future) IRN → RUS, Moscow`."""
    kind = f"{event.type}/{event.mode}" if event.mode else event.type
    aux = f" ({', '.join(event.aux)})" if event.aux else ""
    who = " ".join(event.actors) or "?"
    whom = f" → {' '.join(event.recipients)}" if event.recipients else ""
    place = f", {event.place}" if event.place else ""
    return [(kind, "bold magenta"), (aux, "red"), (f"  {who}{whom}{place}", "")]
