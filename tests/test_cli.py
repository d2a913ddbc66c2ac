"""The command line, as typed."""

import gzip
import json
import os
import re
import subprocess
import sys

import pytest
from rich.console import Console
from typer.testing import CliRunner

import taqarub
from taqarub import Article, InputError, Reading, read
from taqarub.cli.app import app
from taqarub.cli.parties import resolve_party, similar_names
from taqarub.export import bidi
from taqarub.export.page import heading, marked_text, print_marked, print_reading
from taqarub.lexicon import default
from taqarub.model import EventMention, Evidence, Mention, Quotation, Span
from taqarub.run import many

TEXT = (
    "زار وزير الخارجية الروسي سيرغي لافروف طهران أمس والتقى نظيره الإيراني.\n"
    "وقال لافروف إن روسيا وإيران اتفقتا على زيادة التجارة إلى 4 مليارات دولار."
)
WHY = Evidence("test.rule", "states:RUS", (), "because")


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TAQARUB_RECORD", raising=False)
    monkeypatch.setenv("COLUMNS", "200")

    def invoke(*arguments, status=0, **options):
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], **options)
        assert result.exit_code == status, (result.output, result.exception)
        return result

    return invoke


@pytest.fixture
def files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    lines = [
        {"id": "one", "text": TEXT, "published": "2022-03-16", "outlet": "الأيام"},
        {"id": "two", "text": TEXT},
    ]
    (tmp_path / "b.jsonl").write_text("\n".join(json.dumps(line) for line in lines))
    return tmp_path


@pytest.fixture
def stage(monkeypatch):
    """A reader that finds one event and one quotation in every text, whatever the real stages do."""

    def reader(article):
        words, speech = TEXT.split(maxsplit=1)[0], TEXT[TEXT.index("روسيا") : TEXT.index("دولار") + 5]
        end = TEXT.index(speech) + len(speech)
        date = "2022-03-15" if article.published else None
        return Reading(
            article,
            events=(EventMention(0, 2, words[:2], "CONSULT", "visit", ("RUS",), ("IRN",), WHY, (), date, "Tehran"),),
            quotes=(Quotation(end - len(speech), end, speech, False, "Sergey Lavrov", "RUS", "قال", WHY),),
        )

    monkeypatch.setattr(many, "read_article", reader)


def test_version_and_help(run):
    assert run("--version").output == f"taqarub {taqarub.__version__}\n"
    assert "taqarub timeline RUS IRN" in run("timeline", "--help").output
    for name in ("read", "add", "timeline", "events", "quotes", "quantities", "people", "show"):
        assert name in run("--help").output
        assert "Examples:" in run(name, "--help").output


def test_read_as_json_keeps_the_contract(run, files):
    lines = run("read", "b.jsonl", "--json").stdout.splitlines()
    first, second = map(json.loads, lines)
    assert (first["text"], first["id"], first["published"], first["outlet"]) == (
        TEXT,
        "one",
        "2022-03-16",
        "الأيام",
    )
    assert second["published"] is None
    for kind in ("times", "quotes", "figures"):
        assert all(TEXT[item["start"] : item["end"]] == item["text"] for item in first[kind])
    assert {"people", "organizations", "events"} <= first.keys()
    assert "الأيام" in lines[0]


def test_read_many_sources_with_options(run, files):
    result = run("read", "a.txt", "b.jsonl", "--json", "--published", "2020-01", "--outlet", "x")
    told = [(line["published"], line["outlet"]) for line in map(json.loads, result.stdout.splitlines())]
    assert told == [("2020-01", "x"), ("2022-03-16", "الأيام"), ("2020-01", "x")]


def test_read_from_standard_input(run):
    for data in (TEXT.encode(), json.dumps({"text": TEXT}).encode(), gzip.compress(TEXT.encode())):
        assert json.loads(run("read", "-", "--json", input=data).stdout)["text"] == TEXT


def test_read_as_a_page(run, files, stage):
    page = run("read", "b.jsonl").stdout
    assert "الأيام · 2022-03-16 · one" in page
    assert "2022-03-15  CONSULT/visit  RUS → IRN, Tehran  زا" in page
    assert "Sergey Lavrov (RUS)  قال\n    روسيا" in page
    assert not re.search(r"[\u2066-\u2069\x1b]", page)


def test_one_bad_file_stops_nothing_and_is_one_line(run, files):
    (files / "c.json").write_text('{"text": "نص')
    result = run("read", "c.json", "nowhere.txt", "a.txt", "--json", status=1)
    assert json.loads(result.stdout)["text"] == TEXT
    first, second = result.stderr.splitlines()
    assert first.startswith("taqarub: error: c.json, line 1: is not complete JSON")
    assert second == "taqarub: error: nowhere.txt: no such file or folder — check the path"


def test_a_warning_is_one_line_and_no_fault(run, files):
    (files / "old.txt").write_bytes(TEXT.encode("windows-1256"))
    result = run("read", "old.txt", "--json")
    assert result.stderr.startswith("taqarub: warning: old.txt: read as windows-1256")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read"], "Missing argument"),
        (["raed", "a.txt"], "No such command 'raed'"),
        (["read", "a.txt", "--published", "yesterday"], "'yesterday' is no date; write YYYY-MM-DD"),
        (["timeline", "Rusia", "Iran"], "no state or organization is called 'Rusia'; did you mean russia"),
        (["quantities", "--between", "RUS", "Irn4"], "no state or organization is called 'Irn4'"),
        (["events", "--type", "MEET"], "'MEET' is none of"),
        (["events", "--since", "x"], "'x' is no date"),
    ],
)
def test_faults_of_usage(run, arguments, said):
    result = run(*arguments, status=2)
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not result.stdout


def test_no_record(run, tmp_path):
    for command in (
        ["events"],
        ["timeline", "RUS", "IRN"],
        ["quotes"],
        ["quantities"],
        ["people"],
        ["show", "x"],
    ):
        result = run(*command, status=1)
        assert "no such record — make one with: taqarub add" in result.stderr
    assert not list(tmp_path.iterdir())
    (tmp_path / "diary.db").write_text("no record")
    assert "is no record" in run("add", "-", "--record", "diary.db", status=1, input=TEXT).stderr


def test_add_twice_and_ask(run, files, stage):
    assert run("add", "b.jsonl").stdout == "2 added, 0 updated, 0 unchanged, 0 not read; 2 articles in taqarub.db\n"
    before = (files / "taqarub.db").read_bytes()
    assert run("add", "b.jsonl").stdout.startswith("0 added, 0 updated, 2 unchanged")
    assert (files / "taqarub.db").read_bytes() == before

    (happening, told) = map(json.loads, run("timeline", "روسيا", "Tehran", "--json").stdout.splitlines())
    assert happening["date"] == "2022-03-15"
    assert (told["date"], told["articles"]) == (None, ["two"])
    keys = ["date", "type", "mode", "aux", "actors", "recipients", "place", "articles"]
    assert list(happening)[:8] == keys
    assert run("timeline", "RUS", "IRN", "--since", "2023", "--json").stdout == ""

    events = [json.loads(line) for line in run("events", "--json", "--actor", "موسكو").stdout.splitlines()]
    assert [event["article"] for event in events] == ["one", "two"]
    assert events[0]["evidence"]["rule"] == "test.rule"
    assert run("events", "--type", "accuse", "--json").stdout == ""
    for by in ("لافروف", "Lavrov", "روسيا", "RUS"):
        expected = 0 if by == "لافروف" else 2  # the stage here names no people
        assert len(run("quotes", "--by", by, "--json").stdout.splitlines()) == expected
    assert "Sergey Lavrov (RUS)" in run("quotes").stdout
    assert run("quotes", "--verbatim", "--json").stdout == run("quotes", "--about", "France", "--json").stdout == ""
    assert run("quantities", "--json").stdout == run("people", "--json").stdout == ""
    assert json.loads(run("show", "one", "--json").stdout)["text"] == TEXT
    assert "test.rule · states:RUS · because" in run("show", "o").stdout
    assert "several" not in run("show", "nothing", status=1).stderr


def test_add_with_faults_keeps_the_rest(run, files, stage):
    (files / "x.json").write_text("{")
    result = run("add", "x.json", "b.jsonl", "--record", "r.db", status=1)
    assert result.stdout == "2 added, 0 updated, 0 unchanged, 1 not read; 2 articles in r.db\n"
    assert run("events", "--json", env={"TAQARUB_RECORD": "r.db"}).stdout


def test_an_updated_article(run, files, stage):
    run("add", "a.txt")
    assert "1 updated" in run("add", "a.txt", "--published", "2022-03-16").stdout


@pytest.mark.parametrize(
    ("name", "code"),
    [("RUS", "RUS"), ("rus", "RUS"), ("Russia", "RUS"), ("Moscow", "RUS"), ("روسيا", "RUS"), ("موسكو", "RUS"),
     ("الروسي", "RUS"), ("إيران", "IRN"), ("ايران", "IRN"), ("UK", "GBR"), ("SYR-OPP", "SYR-OPP"),
     ("الاتحاد الأوروبي", "EU"), ("European Union", "EU"), ("Atlantis", None), ("كلمة", None), ("", None)],
)  # fmt: skip
def test_parties(name, code):
    assert resolve_party(name) == resolve_party(f" {name} ", default()) == code


def test_similar_names():
    assert "iran" in similar_names("Irann")


def test_a_terminal_gets_colour_and_isolates():
    reading = Reading(
        Article("a", TEXT, published="2022", noise=(Span(len(TEXT) - 1, len(TEXT)),)),
        mentions=(Mention(4, 8, TEXT[4:8], "person", "k", "n", None, "name", WHY),),
        quotes=(Quotation(76, 120, TEXT[76:120], True, "Lavrov", None, "قال", WHY, "تاس"),),
    )
    console = Console(force_terminal=True, width=60, record=True, file=open(os.devnull, "w"))  # noqa: SIM115, PTH123
    print_reading(console, reading)
    print_marked(console, reading)
    page = console.export_text(styles=True)
    assert "\x1b[" in page
    assert page.count(bidi.RTL_ISOLATE) == page.count(bidi.POP) > 4
    plain = re.sub(r"\x1b\[[\d;]*m|[\u2066-\u2069]", "", page)
    assert TEXT in plain  # letters stay as they are
    assert "via تاس" in plain
    assert marked_text(reading).plain == TEXT


def test_heading():
    assert heading(Reading(Article("a", TEXT, "عنوان"))) == "عنوان"
    assert heading(Reading(Article("a", "–\nأول سطر\nثان", noise=(Span(0, 1),)))) == "أول سطر"
    assert heading(Reading(Article("a", ""))) == "a"


def test_many_articles_are_the_same_on_many_processes():
    articles = [Article(str(number), TEXT, published="2022-03-16") for number in range(many.FEW + 3)]
    alone = list(many.read_many(articles, workers=1))
    assert list(many.read_many(articles, workers=2)) == alone
    assert [reading.article.id for reading in alone] == [article.id for article in articles]


def test_an_article_that_cannot_be_read_stops_no_other(monkeypatch):
    def reader(article):
        if article.id == "bad":
            raise ZeroDivisionError("oh")
        return Reading(article)

    monkeypatch.setattr(many, "read_article", reader)
    articles = [Article("1", "ا"), Article("bad", "ا"), Article("2", "ا")]
    faults = []
    assert [r.article.id for r in many.read_many(articles, on_fault=faults.append)] == ["1", "2"]
    assert str(faults[0]) == "bad: cannot be read: ZeroDivisionError: oh"
    with pytest.raises(taqarub.TaqarubError, match="bad"):
        list(many.read_many(articles))


def test_the_public_names():
    assert taqarub.__all__ == sorted(taqarub.__all__)
    assert len(taqarub.__all__) <= 12
    assert all(hasattr(taqarub, name) for name in taqarub.__all__)
    assert {"read", "read_source", "Article", "Reading", "Record", "TaqarubError"} <= set(taqarub.__all__)


def test_read_in_a_notebook():
    reading = read(TEXT, published="2022-03-16", outlet="الأيام", title="عنوان")
    article = reading.article
    assert (article.text, article.published, article.outlet, article.title) == (
        TEXT,
        "2022-03-16",
        "الأيام",
        "عنوان",
    )
    again = read(article, published="2021")
    assert (again.article.published, again.article.outlet) == ("2021", "الأيام")
    assert read("").article.text == ""
    with pytest.raises(InputError, match="is no date"):
        read(TEXT, published="soon")


def test_as_a_process(files):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "taqarub"]
    done = subprocess.run(
        [*command, "read", "b.jsonl", "none", "--json"],
        cwd=files,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert [json.loads(line)["text"] for line in done.stdout.decode().splitlines()] == [TEXT, TEXT]
    assert done.stderr.decode() == "taqarub: error: none: no such file or folder — check the path\n"
    pipe = f"'{sys.executable}' -m taqarub read b.jsonl b.jsonl b.jsonl --json | head -c 10"
    broken = subprocess.run(pipe, shell=True, cwd=files, capture_output=True, check=False)
    assert broken.stderr == b""


def test_series_between_two_parties(run, files):
    text = "بلغ حجم التجارة بين روسيا وإيران {} مليارات دولار عام 2021."
    (files / "t.jsonl").write_text(
        "\n".join(json.dumps({"id": str(n), "outlet": f"o{n}", "text": text.format(n)}) for n in (4, 5))
    )
    run("add", "t.jsonl")
    page = run("quantities", "--measure", "trade", "--between", "روسيا", "Iran").stdout
    assert "2021  trade volume  IRN RUS  the sources disagree" in page
    assert "4,000,000,000 USD  o4 · 4" in page and "5,000,000,000 USD  o5 · 5" in page
    told = json.loads(run("quantities", "--between", "RUS", "IRN", "--json").stdout)
    assert (told["period"], told["disagree"], told["values"]) == ("2021", True, [4 * 10**9, 5 * 10**9])
    assert [source["article"]["id"] for source in told["sources"]] == ["4", "5"]
    assert run("quantities", "--between", "RUS", "CHN", "--json").stdout == ""


def test_quotes_about_a_party(run, files):
    text = "قال سيرغي لافروف إن طهران مستعدة للحوار. وأضاف: «لن نتراجع عن موقفنا أبدا»."
    (files / "q.jsonl").write_text(json.dumps({"id": "q", "text": text}))
    run("add", "q.jsonl")
    about = [json.loads(line)["text"] for line in run("quotes", "--about", "Iran", "--json").stdout.splitlines()]
    assert about == ["طهران مستعدة للحوار"]
    verbatim = [json.loads(line)["text"] for line in run("quotes", "--verbatim", "--json").stdout.splitlines()]
    assert verbatim == ["لن نتراجع عن موقفنا أبدا"]
    assert "no state or organization" in run("quotes", "--about", "Irn4", status=2).stderr
