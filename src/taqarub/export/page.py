"""A reading as a page for a terminal: who, when, who said what, what happened, what was counted."""

from __future__ import annotations

import textwrap

from rich.console import Console
from rich.text import Text

from taqarub.export.lines import CUT, INDENT, STYLES, Lines, stretch
from taqarub.model import Evidence, Reading, Span

SECTIONS = (
    ("people", "People"),
    ("organizations", "Organizations"),
    ("times", "Times"),
    ("events", "Events"),
    ("quotes", "Quotations"),
    ("figures", "Figures"),
)


def print_reading(console: Console, reading: Reading) -> None:
    """Print what is in an article; a section without items is left out."""
    lines = Lines(console)
    _print_head(lines, reading)
    _print_dating(lines, reading, why=False)
    for attribute, name in SECTIONS:
        items = getattr(reading, attribute)
        _print_section_name(lines, name, bool(items))
        for item in items:
            lines.print_all(lines.of(item))


def print_marked(console: Console, reading: Reading) -> None:
    """Print an article's text with its evidence in colour, then each item with why it is there."""
    lines = Lines(console)
    _print_head(lines, reading)
    lines.print()
    console.print(marked_text(reading), soft_wrap=True)
    _print_dating(lines, reading, why=True)
    for attribute, name in SECTIONS:
        items = getattr(reading, attribute)
        _print_section_name(lines, name, bool(items))
        for item in items:
            lines.print_all(lines.of(item))
            _print_why(lines, item.evidence)


def marked_text(reading: Reading) -> Text:
    """Return the text of an article in the colours of its items; noise is dim, triggers are underlined."""
    text = Text(reading.article.text)
    for quote in reading.quotes:
        text.stylize(STYLES["quotes"], quote.start, quote.end)
    for attribute in ("mentions", "times", "figures"):
        for item in getattr(reading, attribute):
            text.stylize(STYLES[attribute], item.start, item.end)
    for event in reading.events:
        text.stylize(f"bold underline {STYLES['events']}", event.start, event.end)
    for span in reading.article.noise:
        text.stylize("dim strike", span.start, span.end)
    return text


def heading(reading: Reading) -> str:
    """Return the article's title, else its first line outside noise, cut to a line."""
    article = reading.article
    if article.title:
        return article.title
    text = _without(article.text, article.noise).strip()
    return textwrap.shorten(text.split("\n", 1)[0], CUT, placeholder=" …") or article.id


def _without(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text before the second span of noise at most, without the noise."""
    start, pieces = 0, []
    for span in spans[:2]:
        pieces.append(text[start : span.start])
        start = span.end
    pieces.append(text[start : spans[2].start if len(spans) > 2 else None])
    return "".join(pieces)


def _print_head(lines: Lines, reading: Reading) -> None:
    article = reading.article
    told = " (told from the text)" if article.published_from == "text" else ""
    about = (article.outlet, (article.published or "undated") + told, article.id)
    lines.print((lines.arabic(heading(reading)), "bold"))
    lines.print((" · ".join(lines.arabic(part) for part in about if part), "dim"))


def _print_dating(lines: Lines, reading: Reading, *, why: bool) -> None:
    """Print when an article without a date was published, and the words that tell it."""
    dated = reading.article.dated
    if dated is None:
        return
    likely = f", most likely {dated.best[0]}" if dated.best and dated.earliest != dated.latest else ""
    _print_section_name(lines, f"Dated from the text: {stretch(dated.earliest, dated.latest)}{likely}", wanted=True)
    for reason in dated.reasons:
        lines.print_all(lines.of(reason))
        if why:
            _print_why(lines, reason.evidence)


def _print_section_name(lines: Lines, name: str, wanted: bool) -> None:
    if wanted:
        lines.print()
        lines.print((name, "bold underline"))


def _print_why(lines: Lines, evidence: Evidence) -> None:
    why = " · ".join(filter(None, (evidence.rule, evidence.entry, evidence.note)))
    lines.print((f"{INDENT * 3}{lines.arabic(why)}", "dim"))
