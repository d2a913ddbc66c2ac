"""The questions a record answers, as SQL. Dates compare as ISO strings of days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, case, exists, func, or_, select

from taqarub.model import EventMention, Person, Quantity, Quotation
from taqarub.store import tables
from taqarub.store.results import Found, KnownPerson, Origin
from taqarub.store.rows import folded_text, restore
from taqarub.text.calendar import extent

T = TypeVar("T")
_AROUND = 60
"""Characters of the text shown before and after an item."""
_ORIGIN = ("id", "title", "outlet", "published")


def origins(
    connection: Connection, *, containing: str | None, since: str | None, until: str | None
) -> Iterator[Origin]:
    """Yield the articles in order of publication, undated ones last."""
    table = tables.article
    query = select(*(table.c[name] for name in _ORIGIN)).where(*_within(table, since, until))
    if containing:
        query = query.where(table.c.folded.contains(folded_text(containing), autoescape=True))
    for row in connection.execute(query.order_by(*_in_time(table), table.c.id)):
        yield Origin(*row)


def events(
    connection: Connection,
    *,
    parties: Iterable[str],
    actors: Iterable[str],
    type: str | None,
    mode: str | None,
    since: str | None,
    until: str | None,
) -> list[Found[EventMention]]:
    """Return event mentions in which all parties take part and all actors act."""
    table = tables.event_mention
    conditions = [_has_party(table, tables.event_party, code) for code in parties]
    conditions += [_has_party(table, tables.event_party, code, "actor") for code in actors]
    if type:
        conditions.append(table.c.type == type.upper())
    if mode:
        conditions.append(table.c.mode == mode.lower())
    return _found(connection, EventMention, table, [*conditions, *_within(table, since, until)])


def quotes(
    connection: Connection,
    *,
    by: str | None,
    about: str | None,
    verbatim: bool,
    since: str | None,
    until: str | None,
) -> list[Found[Quotation]]:
    """Return quotations of a country's or organization's speakers, or of one speaker.

    With `about` only those whose words mention that party, with `verbatim` only those with words in quotation marks.
    """
    table, mention = tables.quotation, tables.mention
    conditions: list[ColumnElement[bool]] = []
    if about:
        told = (mention.c.start >= table.c.start) & (mention.c.end <= table.c.end)
        same = (mention.c.article == table.c.article) & (mention.c.code == about.upper())
        conditions.append(exists().where(same, told))
    if verbatim:
        conditions.append(table.c.direct)
    if by:
        person = tables.person
        named = exists().where(
            person.c.article == table.c.article,
            person.c.name == table.c.speaker,
            person.c.folded.contains(folded_text(by), autoescape=True),
        )
        speaker = func.lower(table.c.speaker).contains(by.lower(), autoescape=True)
        conditions.append(or_(table.c.country == by.upper(), speaker, named))
    return _found(connection, Quotation, table, [*conditions, *_within(table, since, until)])


def quantities(
    connection: Connection,
    *,
    parties: Iterable[str],
    unit: str | None,
    measure: str | None,
    since: str | None,
    until: str | None,
) -> list[Found[Quantity]]:
    """Return quantities that concern all parties."""
    table = tables.quantity
    conditions = [_has_party(table, tables.quantity_party, code) for code in parties]
    if unit:
        conditions.append(func.lower(table.c.unit) == unit.lower())
    if measure:
        conditions.append(func.lower(table.c.measure).contains(measure.lower(), autoescape=True))
    return _found(connection, Quantity, table, [*conditions, *_within(table, since, until)])


def people(connection: Connection, name: str | None) -> list[KnownPerson]:
    """Return people over all articles, the most told of first."""
    person, article = tables.person, tables.article
    query: Select[Any] = (
        select(person, article.c.published)
        .join(article, article.c.id == person.c.article)
        .order_by(*_in_time(article), article.c.id, person.c.position)
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
    connection: Connection, model: type[T], table: Table, conditions: Iterable[ColumnElement[bool]]
) -> list[Found[T]]:
    """Return items with their articles, in order of time."""
    article = tables.article
    origin = [article.c[name].label(f"article_{name}") for name in _ORIGIN]
    before = case((table.c.start > _AROUND, table.c.start - _AROUND), else_=0)
    around = func.substr(article.c.text, before + 1, table.c.end - before + _AROUND).label("around")
    query = (
        select(table, *origin, around)
        .join(article, article.c.id == table.c.article)
        .where(*conditions)
        .order_by(*_in_time(table), *_in_time(article), article.c.id, table.c.position)
    )
    return [
        Found(
            Origin(*(row[f"article_{name}"] for name in _ORIGIN)), row["position"], restore(model, row), row["around"]
        )
        for row in connection.execute(query).mappings()
    ]


def _in_time(table: Table) -> tuple[ColumnElement[Any], ...]:
    """Order by time, rows without a day last."""
    return table.c.first_day.is_(None), table.c.first_day, table.c.last_day


def _within(table: Table, since: str | None, until: str | None) -> list[ColumnElement[bool]]:
    """Conditions that a row's days overlap the time between two dates of any precision."""
    conditions: list[ColumnElement[bool]] = []
    if since and (days := extent(since)):
        conditions.append(table.c.last_day >= days[0].isoformat())
    if until and (days := extent(until)):
        conditions.append(table.c.first_day <= days[1].isoformat())
    return conditions
