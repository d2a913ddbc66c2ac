"""The record: readings go in article by article and come out whole, or by what is asked of them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Literal, Self

from sqlalchemy import Connection, Engine, RowMapping, delete, func, insert, select

from taqarub.errors import RecordError
from taqarub.model import Article, EventMention, Quantity, Quotation, Reading
from taqarub.store import queries, tables
from taqarub.store.database import guarded, open_engine, writing
from taqarub.store.happenings import join
from taqarub.store.results import Found, Happening, KnownPerson, Origin, Point
from taqarub.store.rows import KINDS, article_row, item_row, restore, restore_article
from taqarub.store.series import points

Added = Literal["added", "unchanged", "updated"]


class Record:
    """A database of readings and what they add up to. A context manager; closed when left."""

    def __init__(self, engine: Engine, where: str) -> None:
        """Use `Record.open`."""
        self._engine = engine
        self._where = where

    @classmethod
    def open(cls, where: str | os.PathLike[str] = "taqarub.db", *, create: bool = True) -> Self:
        """Open the record at a path or SQLAlchemy URL; if there is none, `create` makes one.

        Raises RecordError for a database that is foreign, damaged, locked or from a newer taqarub.
        """
        where = os.fspath(where)
        return cls(open_engine(where, create=create), where)

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: object, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        with guarded(self._where), self._engine.connect() as connection:
            return connection.execute(select(func.count()).select_from(tables.article)).scalar_one()

    def state_of(self, article: Article) -> Literal["new", "same", "changed"]:
        """Tell whether the record holds this article, to the letter; by its id and content."""
        with guarded(self._where), self._engine.connect() as connection:
            return _state(connection, article)

    def add(self, reading: Reading) -> Added:
        """Keep a reading whole or not at all; the same article changes nothing, a changed one is replaced."""
        article = reading.article
        with guarded(self._where), writing(self._engine) as connection:
            state = _state(connection, article)
            if state == "same":
                return "unchanged"
            if state == "changed":
                _remove(connection, article.id)
            connection.execute(insert(tables.article), [article_row(article, _digest(article))])
            for kind in KINDS:
                items = getattr(reading, kind.attribute)
                if rows := [item_row(item, article, position) for position, item in enumerate(items)]:
                    connection.execute(insert(kind.table), rows)
            _add_parties(connection, reading)
            return "updated" if state == "changed" else "added"

    def articles(
        self, *, containing: str | None = None, since: str | None = None, until: str | None = None
    ) -> Iterator[Origin]:
        """Yield the articles in order of publication, undated ones last; `containing` is searched folded."""
        with guarded(self._where), self._engine.connect() as connection:
            yield from queries.origins(connection, containing=containing, since=since, until=until)

    def reading(self, article: str) -> Reading:
        """Restore the whole reading of an article by its id, or the beginning of it."""
        with guarded(self._where), self._engine.connect() as connection:
            found = self._article(connection, article)
            items: dict[str, Any] = {}
            for kind in KINDS:
                table = kind.table
                query = select(table).where(table.c.article == found["id"]).order_by(table.c.position)
                rows = connection.execute(query).mappings()
                items[kind.attribute] = tuple(restore(kind.model, row) for row in rows)
            return Reading(restore_article(found), **items)

    def _article(self, connection: Connection, id: str) -> RowMapping:
        """Find an article by its id, or by the beginning of it if that is one article's alone."""
        column = tables.article.c.id
        query = select(tables.article).where(column.startswith(id, autoescape=True))
        found = connection.execute(query.order_by(column).limit(2)).mappings().all()
        if found and (len(found) == 1 or found[0]["id"] == id):
            return found[0]
        problem = f"several articles begin with {id}" if found else f"no article {id}"
        raise RecordError(f"{self._where}: {problem} — taqarub events names articles by id")

    def events(
        self,
        *,
        parties: tuple[str, ...] = (),
        actors: tuple[str, ...] = (),
        type: str | None = None,
        mode: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Found[EventMention]]:
        """Return event mentions in which all `parties` take part and all `actors` act, in order of time.

        `since` and `until` are dates of any precision; one without a date counts as of its article's day.
        """
        with guarded(self._where), self._engine.connect() as connection:
            return queries.events(
                connection, parties=parties, actors=actors, type=type, mode=mode, since=since, until=until
            )

    def timeline(self, a: str, b: str, *, since: str | None = None, until: str | None = None) -> list[Happening]:
        """Return what happened between two parties in order of time, mentions of one happening joined."""
        return join(self.events(parties=(a, b), since=since, until=until))

    def quotes(
        self,
        *,
        by: str | None = None,
        about: str | None = None,
        verbatim: bool = False,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Found[Quotation]]:
        """Return quotations in order of time; `by` is a code or a speaker's name in either script.

        `about` is the code of a party the words mention; `verbatim` leaves out reported speech.
        """
        with guarded(self._where), self._engine.connect() as connection:
            return queries.quotes(connection, by=by, about=about, verbatim=verbatim, since=since, until=until)

    def quantities(
        self,
        *,
        parties: tuple[str, ...] = (),
        unit: str | None = None,
        measure: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Found[Quantity]]:
        """Return quantities in order of time: of all `parties`, in a unit, with words in their measure."""
        with guarded(self._where), self._engine.connect() as connection:
            return queries.quantities(connection, parties=parties, unit=unit, measure=measure, since=since, until=until)

    def series(
        self,
        parties: tuple[str, ...],
        *,
        unit: str | None = None,
        measure: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Point]:
        """Return what was measured of all `parties`, period by period, and whether the articles agree."""
        return points(self.quantities(parties=parties, unit=unit, measure=measure, since=since, until=until))

    def people(self, name: str | None = None) -> list[KnownPerson]:
        """Return people, the most told of first; `name` is part of a name in either script."""
        with guarded(self._where), self._engine.connect() as connection:
            return queries.people(connection, name)


def _digest(article: Article) -> str:
    """Return a digest of all that a reading depends on: text and metadata as they were given."""
    published = article.published if article.published_from == "given" else None
    parts = [article.text, article.title, article.outlet, published, article.url]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def _state(connection: Connection, article: Article) -> Literal["new", "same", "changed"]:
    query = select(tables.article.c.digest).where(tables.article.c.id == article.id)
    held = connection.execute(query).scalar()
    if held is None:
        return "new"
    return "same" if held == _digest(article) else "changed"


def _remove(connection: Connection, article: str) -> None:
    for table in (tables.event_party, tables.quantity_party, *(kind.table for kind in KINDS)):
        connection.execute(delete(table).where(table.c.article == article))
    connection.execute(delete(tables.article).where(tables.article.c.id == article))


def _add_parties(connection: Connection, reading: Reading) -> None:
    article = reading.article.id
    events = [
        {"article": article, "position": position, "code": code, "role": role}
        for position, event in enumerate(reading.events)
        for role, codes in (("actor", event.actors), ("recipient", event.recipients))
        for code in dict.fromkeys(codes)
    ]
    quantities = [
        {"article": article, "position": position, "code": code, "role": "party"}
        for position, figure in enumerate(reading.figures)
        for code in dict.fromkeys(figure.parties)
    ]
    for table, rows in ((tables.event_party, events), (tables.quantity_party, quantities)):
        if rows:
            connection.execute(insert(table), rows)
