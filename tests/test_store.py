"""The record: what goes in comes out, twice is once, and what is not a record is left alone."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from taqarub import Article, Reading, Record, RecordError
from taqarub.model import (
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
from taqarub.store import database, tables

TEXT = "زار لافروف طهران أمس، وقال: «التجارة نمت إلى 4 مليارات دولار». وأدانت إيران العقوبات."
WHY = Evidence("test.rule", "states:RUS", (Span(0, 3), Span(4, 10)), "because")


def span(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


def event(  # noqa: PLR0917
    type="CONSULT",
    date=None,
    actors=("RUS",),
    recipients=("IRN",),
    mode=None,
    aux=(),
    trigger="زار",
    place=None,
):
    return EventMention(*span(trigger), trigger, type, mode, actors, recipients, WHY, aux, date, place, 0.75)


def reading(id="a1", published="2022-03-16", events=None):
    day = date(2022, 3, 15)
    lavrov = "Sergey Lavrov"

    def words(text):
        return (*span(text), text)

    return Reading(
        Article(id, TEXT, "زيارة", "الأيام", published, "http://x", (Span(84, 85),)),
        mentions=(Mention(*words("لافروف"), "person", "sergey-lavrov", lavrov, "RUS", "name", WHY),),
        people=(Person("sergey-lavrov", lavrov, "RUS", "foreign minister", ("لافروف",), WHY),),
        organizations=(Organization("EU", "European Union", "EU", ("الاتحاد",), WHY),),
        times=(TimeExpression(*words("أمس"), "DATE", "2022-03-15", WHY, day, day),),
        quotes=(Quotation(*words("التجارة نمت"), True, lavrov, "RUS", "قال", WHY, "TASS", Span(23, 26)),),
        events=tuple(events) if events is not None else (event(date="2022-03-15", mode="visit"),),
        figures=(
            Quantity(*words("4 مليارات دولار"), 4 * 10**30, "USD", "trade", WHY, ("IRN", "RUS"), "2021"),
            Quantity(*words("4"), 4.0, "percent", "x", WHY),
            Quantity(*words("4"), 4.5, "count", "x", WHY, (), None, "about"),
            Quantity(*words("4"), None, "count", "x", WHY),
        ),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "record.db"


@pytest.fixture
def record(path):
    with Record.open(path) as kept:
        yield kept


def test_a_reading_comes_out_as_it_went_in(record):
    for made in (reading(), Reading(Article("bare", TEXT)), reading("a2", published=None)):
        assert record.add(made) == "added"
        assert record.reading(made.article.id) == made


def test_twice_is_once(record, path):
    record.add(reading())
    before = path.read_bytes()
    assert record.state_of(reading().article) == "same"
    assert record.add(reading()) == "unchanged"
    assert path.read_bytes() == before
    assert len(record) == 1


def test_a_changed_article_replaces_its_former_self(record):
    record.add(reading())
    changed = reading(published="2022-03-17", events=[])
    assert record.state_of(changed.article) == "changed"
    assert record.add(changed) == "updated"
    assert record.reading("a1") == changed
    assert (len(record), record.events(), record.events(parties=("RUS",))) == (1, [], [])


def test_an_article_goes_in_whole_or_not_at_all(record):
    record.add(reading())
    broken = reading("a2", events=[event(), replace(event(), type=None)])
    with pytest.raises(RecordError):
        record.add(broken)
    assert [origin.id for origin in record.articles()] == ["a1"]
    with pytest.raises(RecordError):
        record.add(replace(broken, article=replace(broken.article, id="a1", title="changed")))
    assert record.reading("a1") == reading()


def test_only_one_file_is_left(record, path):
    record.add(reading())
    record.close()
    assert [entry.name for entry in path.parent.iterdir()] == ["record.db"]


def test_articles(record):
    for id_, published in (("a", "2022-05"), ("b", None), ("c", "2021-12-31")):
        record.add(reading(id_, published))
    assert [origin.id for origin in record.articles()] == ["c", "a", "b"]
    assert [origin.id for origin in record.articles(since="2022")] == ["a"]
    assert [origin.id for origin in record.articles(containing="ادانت إيران", until="2021-12")] == ["c"]
    assert not list(record.articles(containing="100%"))


def test_an_article_by_the_beginning_of_its_id(record):
    record.add(reading("abc"))
    record.add(reading("abd"))
    assert record.reading("abc").article.id == record.reading("abc").article.id == "abc"
    with pytest.raises(RecordError, match="several articles begin with ab"):
        record.reading("ab")
    with pytest.raises(RecordError, match="no article x"):
        record.reading("x")


def test_events(record):
    record.add(reading("a", events=[
        event(date="2022-03-15", mode="visit"), event("ACCUSE", actors=("IRN",), recipients=("USA",)),
        event("SANCTION", "2021", ("USA",), ("IRN", "RUS")),
    ]))  # fmt: skip
    kinds = lambda **query: [found.item.type for found in record.events(**query)]  # noqa: E731
    assert kinds() == ["SANCTION", "CONSULT", "ACCUSE"]
    assert kinds(parties=("RUS", "irn")) == ["SANCTION", "CONSULT"]
    assert kinds(actors=("IRN",)) == ["ACCUSE"]
    assert kinds(type="consult", mode="VISIT") == ["CONSULT"]
    assert kinds(since="2022") == ["CONSULT", "ACCUSE"]
    assert kinds(until="2021-06") == ["SANCTION"]
    found = record.events(type="ACCUSE")[0]
    assert (found.article.id, found.article.published, found.position) == ("a", "2022-03-16", 1)


def test_quotes_quantities_and_people(record):
    record.add(reading())
    record.add(reading("a2", published="2023-01-01"))
    for by in ("RUS", "rus", "lavrov", "Sergey Lavrov", "لافروف", "لافروفْ", None):
        assert [found.article.id for found in record.quotes(by=by)] == ["a1", "a2"]
    assert not record.quotes(by="Putin")
    assert len(record.quotes(since="2023")) == 1
    assert len(record.quotes(verbatim=True)) == 2
    assert not record.quotes(about="RUS")  # Lavrov is named, but not in what he says
    assert [found.item.value for found in record.quantities(parties=("RUS", "IRN"), unit="usd")] == [4 * 10**30] * 2
    assert len(record.quantities(measure="Trade", until="2020")) == 0
    assert [type(found.item.value) for found in record.quantities(unit="count", until="2022")] == [
        float,
        type(None),
    ]
    (person,) = record.people("لافروف")
    assert (person.name, person.roles, person.articles) == (
        "Sergey Lavrov",
        ("foreign minister",),
        ("a1", "a2"),
    )
    assert (person.first, person.last) == ("2022-03-16", "2023-01-01")
    assert record.people("lavrov") == record.people() == [person]
    assert record.people("بوتين") == []


def test_timeline_joins_mentions_of_one_happening(record):
    record.add(reading("a", events=[event(date="2022-03-15", mode="visit"), event("AGREE", "2022-04")]))
    record.add(reading("b", "2022-03-16", [event(date="2022-03", place="Tehran"), event(date="2022-02-01")]))
    record.add(reading("c", "2022-03-16", [event(), event(aux=("negation",))]))
    record.add(reading("d", "2023", [event(date="2022-03-15", recipients=("IRN", "CHN"))]))
    happenings = record.timeline("RUS", "IRN")
    told = [(h.date, h.type, h.aux, h.articles) for h in happenings]
    assert told == [
        ("2022-02-01", "CONSULT", (), ("b",)),
        ("2022-03-15", "CONSULT", (), ("a", "b", "c")),
        ("2022-03-15", "CONSULT", (), ("d",)),
        (None, "CONSULT", ("negation",), ("c",)),
        ("2022-04", "AGREE", (), ("a",)),
    ]
    joined = happenings[1]
    assert (joined.mode, joined.place, joined.actors, joined.recipients) == (
        "visit",
        "Tehran",
        ("RUS",),
        ("IRN",),
    )
    assert [(m.article, m.trigger) for m in joined.mentions] == [("a", "زار"), ("b", "زار"), ("c", "زار")]
    assert record.timeline("IRN", "RUS") == happenings
    assert len(record.timeline("CHN", "RUS")) == 1
    assert len(record.timeline("RUS", "IRN", since="2022-04")) == 1


def test_a_coarse_date_that_fits_two_happenings_stays_alone(record):
    record.add(reading("a", events=[event(date="2022-03-01"), event(date="2022-03-20"), event(date="2022-03")]))
    assert [h.date for h in record.timeline("RUS", "IRN")] == ["2022-03-01", "2022-03", "2022-03-20"]


def test_no_record(tmp_path):
    for path in (tmp_path / "none.db", tmp_path / "no" / "folder.db"):
        with pytest.raises(RecordError, match="no such record — make one with: taqarub add"):
            Record.open(path, create=False)
        assert not path.exists()
    with pytest.raises(RecordError, match="its folder does not exist"):
        Record.open(tmp_path / "no" / "folder.db")
    with pytest.raises(RecordError, match="is a folder"):
        Record.open(tmp_path)
    with pytest.raises(RecordError, match=r"is no database URL|is not installed"):
        Record.open("nonsense://host/name")


def foreign(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE taqarub_notes (id INTEGER)")


def same_table_other_maker(path):
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE taqarub (key TEXT, value TEXT)")


def newer(path):
    Record.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute("UPDATE alembic_version SET version_num = 'r9999'")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (foreign, "is a database of another program"),
        (same_table_other_maker, "is a database of another program"),
        (newer, r"was made by a newer taqarub \(r9999\)"),
        (lambda path: path.write_text("Dear diary, " * 100), "is no record and no database"),
        (lambda path: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4096), "record.db: "),
    ],
)
def test_what_is_no_record_is_refused_and_left_alone(path, spoil, said):
    spoil(path)
    before = path.read_bytes()
    for create in (True, False):
        with pytest.raises(RecordError, match=said):
            Record.open(path, create=create)
    assert path.read_bytes() == before


def test_an_empty_file_is_no_record_until_it_is_made_one(path):
    path.touch()
    with pytest.raises(RecordError, match="is empty, no record"):
        Record.open(path, create=False)
    with Record.open(path) as record:
        assert len(record) == 0


def test_damage_inside_is_told(record, path):
    for number in range(40):
        record.add(reading(f"a{number}"))
    record.close()
    data = path.read_bytes()
    path.write_bytes(data[:8192] + b"\xaa" * (len(data) - 8192))
    with pytest.raises(RecordError, match=r"is damaged|record\.db: "), Record.open(path) as kept:
        list(kept.articles())
        kept.events()


def test_a_missing_table_is_told(path):
    Record.open(path).close()
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE person")
    with pytest.raises(RecordError, match="a table is missing"), Record.open(path) as kept:
        kept.people()


def test_a_locked_record_stays_whole(record, path, monkeypatch):
    record.add(reading())
    monkeypatch.setattr(database, "_BUSY_SECONDS", 0.1)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RecordError, match="another program is writing to it"):
        Record.open(path)
    writer.execute("ROLLBACK")
    with Record.open(path) as other:
        writer.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordError, match="another program is writing to it"):
            other.add(reading("a2"))
        writer.execute("ROLLBACK")
        assert other.add(reading("a2")) == "added"
        assert len(other) == 2


def test_two_at_once(path):
    with Record.open(path) as one, Record.open(path) as two:
        assert (one.add(reading()), two.add(reading())) == ("added", "unchanged")
        assert len(one) == len(two) == 1


def test_migrations_make_the_tables(path):
    Record.open(path).close()
    with create_engine(f"sqlite:///{path}").connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), tables.metadata) == []
    assert ScriptDirectory.from_config(database._config()).get_current_head() == database.HEAD


def test_series_and_who_disagrees(record):
    def told(id, value, bound="exact", period="2021", published="2022-03-16", **more):
        figure = Quantity(*span("4"), "4", value, "USD", "trade volume", WHY, ("RUS", "IRN"), period, bound, **more)
        record.add(replace(reading(id, published), figures=(figure,)))

    told("a", 4 * 10**9, said_by="Sergey Lavrov")
    told("b", 4.1 * 10**9, "about", published="2022-03-15")
    told("c", 10**9, "at least")
    told("d", 3 * 10**9, period="2020")
    told("e", 2 * 10**9, period="2020")
    told("f", 5, period=None, against="2020")
    old, new, undated = record.series(("IRN", "RUS"), measure="trade", unit="usd")
    assert (old.period, old.disagree, old.values) == ("2020", True, (2 * 10**9, 3 * 10**9))
    assert (new.period, new.disagree, [s.article.id for s in new.sources]) == ("2021", False, ["b", "a", "c"])
    assert (new.parties, new.sources[1].figure.said_by) == (("IRN", "RUS"), "Sergey Lavrov")
    assert (undated.period, undated.told, undated.sources[0].figure.against) == (None, "2022-03-16", "2020")
    assert record.series(("RUS", "CHN")) == []
