"""The tables of a record: one a kind of item, keyed by article and position; lists and evidence are JSON."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
)

metadata = MetaData()


class Number(TypeDecorator[int | float]):
    """A number to the last digit, as text: SQLite would round a large one and make an integer of 4.0."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: int | float | None, dialect: object) -> str | None:
        """Write a number."""
        return None if value is None else repr(value)

    def process_result_value(self, value: str | None, dialect: object) -> int | float | None:
        """Read a number."""
        if value is None:
            return None
        return int(value) if value.lstrip("-").isdigit() else float(value)


def _days() -> tuple[Column[object], ...]:
    """Return the first and last day a row is about, for order and for `since` and `until`."""
    return Column("first_day", Text), Column("last_day", Text)


about = Table(
    "taqarub",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""By this table a database is known to be a record."""

article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("url", Text),
    Column("text", Text, nullable=False),
    Column("noise", JSON, nullable=False),
    Column("folded", Text, nullable=False),
    *_days(),
    Column("dated", JSON(none_as_null=True)),
    Index("article_first_day", "first_day"),
)


def _items(name: str, *columns: Column[object], indexes: tuple[str, ...] = ()) -> Table:
    return Table(
        name,
        metadata,
        Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        *columns,
        Column("evidence", JSON, nullable=False),
        PrimaryKeyConstraint("article", "position"),
        *(Index(f"{name}_{column}", column) for column in indexes),
    )


def _words(text: str = "text") -> tuple[Column[object], ...]:
    return (
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column(text, Text, nullable=False),
    )


mention = _items(
    "mention",
    *_words(),
    Column("kind", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("code", Text),
    Column("form", Text, nullable=False),
    Column("role", Text),
)
person = _items(
    "person",
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("country", Text),
    Column("role", Text),
    Column("forms", JSON, nullable=False),
    Column("folded", Text, nullable=False),
    indexes=("key",),
)
organization = _items(
    "organization",
    Column("key", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("code", Text),
    Column("forms", JSON, nullable=False),
    Column("folded", Text, nullable=False),
    indexes=("key",),
)
time_expression = _items(
    "time_expression",
    *_words(),
    Column("type", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("earliest", Text),
    Column("latest", Text),
)
quotation = _items(
    "quotation",
    *_words(),
    Column("direct", Boolean, nullable=False),
    Column("speaker", Text, nullable=False),
    Column("country", Text),
    Column("cue", Text, nullable=False),
    Column("via", Text),
    Column("cue_span", JSON(none_as_null=True)),
    Column("speaker_span", JSON(none_as_null=True)),
    Column("folded", Text, nullable=False),
    *_days(),
    indexes=("country", "speaker"),
)
event_mention = _items(
    "event_mention",
    *_words("trigger"),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("actors", JSON, nullable=False),
    Column("recipients", JSON, nullable=False),
    Column("aux", JSON, nullable=False),
    Column("date", Text),
    Column("place", Text),
    Column("confidence", Float, nullable=False),
    *_days(),
    indexes=("type", "first_day"),
)
quantity = _items(
    "quantity",
    *_words(),
    Column("value", Number),
    Column("unit", Text, nullable=False),
    Column("measure", Text, nullable=False),
    Column("parties", JSON, nullable=False),
    Column("period", Text),
    Column("bound", Text, nullable=False),
    Column("said_by", Text),
    Column("against", Text),
    Column("folded", Text, nullable=False),
    *_days(),
    indexes=("unit",),
)


def _parties(name: str) -> Table:
    return Table(
        name,
        metadata,
        Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False),
        Column("position", Integer, nullable=False),
        Column("code", Text, nullable=False),
        Column("role", Text, nullable=False),
        PrimaryKeyConstraint("article", "position", "code", "role"),
        Index(f"{name}_code", "code"),
    )


event_party = _parties("event_party")
quantity_party = _parties("quantity_party")
