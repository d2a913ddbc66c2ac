"""Items as rows and back: field by field, lists and evidence as JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import RowMapping, Table

from taqarub.model import (
    Article,
    Dating,
    DatingReason,
    EventMention,
    Evidence,
    Mention,
    Organization,
    Person,
    Quantity,
    Quotation,
    Span,
    TimeExpression,
)
from taqarub.store import tables
from taqarub.text import fold
from taqarub.text.calendar import extent

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of item: the list of a reading it stands in, its class, its table."""

    attribute: str
    model: type[Any]
    table: Table


KINDS = (
    Kind("mentions", Mention, tables.mention),
    Kind("people", Person, tables.person),
    Kind("organizations", Organization, tables.organization),
    Kind("times", TimeExpression, tables.time_expression),
    Kind("quotes", Quotation, tables.quotation),
    Kind("events", EventMention, tables.event_mention),
    Kind("figures", Quantity, tables.quantity),
)


def _span(value: list[int]) -> Span:
    return Span(value[0], value[1])


def _evidence(value: dict[str, Any]) -> Evidence:
    return Evidence(value["rule"], value["entry"], tuple(map(_span, value["spans"])), value["note"])


_DECODERS: dict[str, Callable[[Any], Any]] = {
    "evidence": _evidence,
    "cue_span": _span,
    "speaker_span": _span,
    "earliest": date.fromisoformat,
    "latest": date.fromisoformat,
    "forms": tuple,
    "actors": tuple,
    "recipients": tuple,
    "aux": tuple,
    "parties": tuple,
}


def _encode(value: Any) -> Any:
    match value:
        case Evidence():
            spans = [[span.start, span.end] for span in value.spans]
            return {"rule": value.rule, "entry": value.entry, "spans": spans, "note": value.note}
        case Span():
            return [value.start, value.end]
        case tuple():
            return list(value)
        case date():
            return value.isoformat()
    return value


def item_row(item: Any, article: Article, position: int) -> dict[str, Any]:
    """Return an item as a row of its table, with the columns that queries need besides its fields."""
    row = {field.name: _encode(getattr(item, field.name)) for field in fields(item)}
    row |= {"article": article.id, "position": position}
    match item:
        case Person() | Organization():
            row["folded"] = "\n".join(folded_text(form) for form in (*item.forms, item.name.lower()))
        case Quotation():
            row["folded"] = folded_text(item.text)
            row |= _days(article.published)
        case EventMention():
            row |= _days(item.date or article.published)
        case Quantity():
            row["folded"] = folded_text(item.text)
            row |= _days(item.period or article.published)
    return row


def restore(model: type[T], row: Mapping[Any, Any]) -> T:
    """Build an item from its row."""
    values = {}
    for field in fields(model):  # type: ignore[arg-type]
        value, decode = row[field.name], _DECODERS.get(field.name)
        values[field.name] = value if value is None or decode is None else decode(value)
    return model(**values)


def article_row(article: Article, digest: str) -> dict[str, Any]:
    """Return an article as its row."""
    row = {field.name: getattr(article, field.name) for field in fields(article)}
    noise = [[span.start, span.end] for span in article.noise]
    row |= {"digest": digest, "noise": noise, "folded": folded_text(f"{article.title}\n{article.text}")}
    row["dated"] = _dating_row(article.dated) if article.dated else None
    return row | _days(article.published)


def _dating_row(dating: Dating) -> dict[str, Any]:
    row = {field.name: _encode(getattr(dating, field.name)) for field in fields(dating)}
    row["best"] = [day.isoformat() for day in dating.best]
    row["reasons"] = [{f.name: _encode(getattr(reason, f.name)) for f in fields(reason)} for reason in dating.reasons]
    return row


def _dating(row: dict[str, Any]) -> Dating:
    best = tuple(map(date.fromisoformat, row["best"]))
    reasons = tuple(restore(DatingReason, reason) for reason in row["reasons"])
    return restore(Dating, row | {"best": best, "reasons": reasons})


def restore_article(row: RowMapping) -> Article:
    """Build an article from its row."""
    values = {field.name: row[field.name] for field in fields(Article)}
    dated = _dating(row["dated"]) if row["dated"] else None
    return Article(**values | {"noise": tuple(map(_span, row["noise"])), "dated": dated})


def folded_text(text: str) -> str:
    """Fold a text for search, Latin letters in lower case."""
    return fold(text).text.lower()


def _days(value: str | None) -> dict[str, str | None]:
    found = extent(value) if value else None
    if found is None:
        return {"first_day": None, "last_day": None}
    return {"first_day": found[0].isoformat(), "last_day": found[1].isoformat()}
