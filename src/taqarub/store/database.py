"""Opening a record's database, SQLite or any SQLAlchemy URL: made, upgraded, or refused with the reason."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from taqarub.errors import RecordError
from taqarub.store import tables

HEAD = "r0003"
"""The newest revision of the tables, the last in `migrations/versions`."""
_BUSY_SECONDS = 5.0
_MAKE = "make one with: taqarub add SOURCE --record"
_FOREIGN = "is a database of another program — name another file with --record"


def open_engine(where: str, *, create: bool) -> Engine:
    """Open the database of a record and bring its tables up to date; RecordError if it is none of ours."""
    url = _url(where, create)
    try:
        engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS} if _is_sqlite(url) else {})
    except (NoSuchModuleError, ImportError) as fault:
        raise RecordError(f"{where}: this kind of database is not installed ({fault})") from None
    if _is_sqlite(url):
        _own_transactions(engine)
    try:
        with guarded(where), writing(engine) as connection:
            _prepare(connection, where, create)
    except BaseException:
        engine.dispose()
        raise
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Open a transaction that holds the right to write from its beginning; all of it is kept or nothing."""
    with engine.connect() as connection:
        writer = connection.execution_options(taqarub_writes=True)
        with writer.begin():
            yield writer


@contextmanager
def guarded(where: str) -> Iterator[None]:
    """Turn what the database says into a RecordError that names the record and what to do."""
    try:
        yield
    except SQLAlchemyError as fault:
        raise RecordError(f"{where}: {_reason(fault)}") from None


def _url(where: str, create: bool) -> URL:
    if "://" in where:
        try:
            return make_url(where)
        except ArgumentError:
            raise RecordError(f"{where}: is no database URL — dialect://user@host/name is one") from None
    path = Path(where)
    if path.is_dir():
        raise RecordError(f"{where}: is a folder — name a file in it")
    if not path.exists():
        if not create:
            raise RecordError(f"{where}: no such record — {_MAKE} {where}")
        if not path.parent.is_dir():
            raise RecordError(f"{where}: its folder does not exist — make {path.parent} first")
    return URL.create("sqlite", database=where)


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _own_transactions(engine: Engine) -> None:
    """Have SQLite begin where SQLAlchemy does, so that all of a transaction is kept or nothing."""

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _record: Any) -> None:
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")

    @event.listens_for(engine, "begin")
    def _(connection: Connection) -> None:
        writes = connection.get_execution_options().get("taqarub_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(connection: Connection, where: str, create: bool) -> None:
    names = set(inspect(connection).get_table_names())
    if tables.about.name not in names:
        if names:
            raise RecordError(f"{where}: {_FOREIGN}")
        if not create:
            raise RecordError(f"{where}: is empty, no record — {_MAKE} {where}")
        _upgrade(connection)
        connection.execute(tables.about.insert(), [{"key": "made by", "value": "taqarub"}])
        return
    made_by = select(tables.about.c.value).where(tables.about.c.key == "made by")
    if connection.execute(made_by).scalar() != "taqarub":
        raise RecordError(f"{where}: {_FOREIGN}")
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if revision == HEAD:
        return
    if revision not in _known_revisions():
        raise RecordError(f"{where}: was made by a newer taqarub ({revision}) — upgrade taqarub to open it")
    _upgrade(connection)


def _config() -> Any:
    from alembic.config import Config  # noqa: PLC0415  (slow to import, seldom needed)

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    return config


def _known_revisions() -> set[str]:
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    return {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


_REASONS = (
    ("is locked", "another program is writing to it — try again when it is done"),
    ("not a database", "is no record and no database — name another file with --record"),
    ("malformed", "is damaged — restore it from a copy, or add its articles to a new record"),
    ("disk image", "is damaged — restore it from a copy, or add its articles to a new record"),
    ("no such table", "is damaged: a table is missing — restore it from a copy"),
    ("no such column", "is damaged: a column is missing — restore it from a copy"),
    ("readonly", "cannot be written — check the permissions of the file and its folder"),
    ("read-only", "cannot be written — check the permissions of the file and its folder"),
    ("unable to open", "cannot be opened — check the permissions of the file and its folder"),
    ("is full", "the disk is full — nothing of the last article was kept"),
)


def _reason(fault: SQLAlchemyError) -> str:
    said = str(fault.orig) if isinstance(fault, DBAPIError) else str(fault)
    return next((reason for sign, reason in _REASONS if sign in said), " ".join(said.split()))
