"""The questions a record answers, as SQL. Dates compare as ISO strings of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select

from taqarub.model import EventMention, Person, Quantity, Quotation
from taqarub.store import tables
from taqarub.store.results import Found, KnownPerson, Origin
from taqarub.store.rows import folded_text, restore
from taqarub.text.calendar import extent

T = TypeVar("T")
_ORIGIN = ("id", "title", "outlet", "published")


def origins(
    connection: Connection, containing: str | None, since: str | None, until: str | None
) -> Iterator[Origin]:
    """Articles in order of publication, undated ones last."""
    table = tables.article
    query = select(*(table.c[name] for name in _ORIGIN)).order_by(table.c.published.is_(None), table.c.published, table.c.id)
    if containing:
        query = query.where(table.c.folded.contains(folded_text(containing), autoescape=True))
    if first := _bound(since, 0):
        query = query.where(table.c.published >= first[: 10])
    if last := _bound(until, 1):
        query = query.where(table.c.published <= last)
    for row in connection.execute(query):
        yield Origin(*row)


def events(
    connection: Connection,
    parties: Iterable[str],
    actors: Iterable[str],
    type: str | None,
    mode: str | None,
    since: str | None,
    until: str | None,
) -> list[Found[EventMention]]:
    """Event mentions in which all parties take part and all actors act."""
    table = tables.event_mention
    conditions = [_has_party(table, tables.event_party, code) for code in parties]
    conditions += [_has_party(table, tables.event_party, code, "actor") for code in actors]
    if type:
        conditions.append(table.c.type == type.upper())
    if mode:
        conditions.append(table.c.mode == mode.lower())
    return _found(connection, EventMention, table, conditions, since, until)


def quotes(
    connection: Connection, by: str | None, since: str | None, until: str | None
) -> list[Found[Quotation]]:
    """Quotations of a country's or organization's speakers, or of one speaker."""
    table = tables.quotation
    conditions: list[ColumnElement[bool]] = []
    if by:
        person = tables.person
        named = exists().where(
            person.c.article == table.c.article,
            person.c.name == table.c.speaker,
            person.c.folded.contains(folded_text(by), autoescape=True),
        )
        speaker = func.lower(table.c.speaker).contains(by.lower(), autoescape=True)
        conditions.append(or_(table.c.country == by.upper(), speaker, named))
    return _found(connection, Quotation, table, conditions, since, until)


def quantities(
    connection: Connection,
    parties: Iterable[str],
    unit: str | None,
    measure: str | None,
    since: str | None,
    until: str | None,
) -> list[Found[Quantity]]:
    """Quantities that concern all parties."""
    table = tables.quantity
    conditions = [_has_party(table, tables.quantity_party, code) for code in parties]
    if unit:
        conditions.append(func.lower(table.c.unit) == unit.lower())
    if measure:
        conditions.append(func.lower(table.c.measure).contains(measure.lower(), autoescape=True))
    return _found(connection, Quantity, table, conditions, since, until)


def people(connection: Connection, name: str | None) -> list[KnownPerson]:
    """People over all articles, the most told of first."""
    person, article = tables.person, tables.article
    query: Select[Any] = (
        select(person, article.c.published)
        .join(article, article.c.id == person.c.article)
        .order_by(article.c.published.is_(None), article.c.published, article.c.id, person.c.position)
    )
    if name:
        matching = select(person.c.key).where(person.c.folded.contains(folded_text(name), autoescape=True))
        query = query.where(person.c.key.in_(matching))
    groups: dict[str, list[tuple[Person, str, str | None]]] = {}
    for row in connection.execute(query).mappings():
        told = (restore(Person, row), row["article"], row["published"])
        groups.setdefault(row["key"], []).append(told)
    return sorted(map(_known, groups.values()), key=lambda known: (-len(known.articles), known.name, known.key))


def _known(told: list[tuple[Person, str, str | None]]) -> KnownPerson:
    days = [published for _, _, published in told if published]
    first = told[0][0]
    return KnownPerson(
        key=first.key,
        name=first.name,
        country=next((person.country for person, _, _ in told if person.country), None),
        roles=tuple(dict.fromkeys(person.role for person, _, _ in told if person.role)),
        forms=tuple(dict.fromkeys(form for person, _, _ in told for form in person.forms)),
        first=min(days, default=None),
        last=max(days, default=None),
        articles=tuple(dict.fromkeys(article for _, article, _ in told)),
    )


def _has_party(table: Table, party: Table, code: str, role: str | None = None) -> ColumnElement[bool]:
    condition = and_(
        party.c.article == table.c.article, party.c.position == table.c.position, party.c.code == code.upper()
    )
    return exists().where(condition if role is None else and_(condition, party.c.role == role))


def _found(
    connection: Connection,
    model: type[T],
    table: Table,
    conditions: list[ColumnElement[bool]],
    since: str | None,
    until: str | None,
) -> list[Found[T]]:
    """Items with their articles, in order of time; an item without any day comes last."""
    article = tables.article
    if first := _bound(since, 0):
        conditions.append(table.c.last_day >= first)
    if last := _bound(until, 1):
        conditions.append(table.c.first_day <= last)
    origin = [article.c[name].label(f"article_{name}") for name in _ORIGIN]
    query = (
        select(table, *origin)
        .join(article, article.c.id == table.c.article)
        .where(*conditions)
        .order_by(table.c.first_day.is_(None), table.c.first_day, table.c.last_day, article.c.published, article.c.id)
        .order_by(table.c.position)
    )
    return [
        Found(Origin(*(row[f"article_{name}"] for name in _ORIGIN)), row["position"], restore(model, row))
        for row in connection.execute(query).mappings()
    ]


def _bound(value: str | None, side: int) -> str | None:
    """First (0) or last (1) day of a date of any precision."""
    found = extent(value) if value else None
    return found[side].isoformat() if found else None
