"""The demo: its articles are sound, and the command tells what they add up to."""

import json
import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from typer.testing import CliRunner

import taqarub
from taqarub.cli.app import app
from taqarub.cli.demo import NEXT
from taqarub.lexicon.load import data_folder

ARTICLES = data_folder() / "demo" / "articles.jsonl"
MONTHS = {"barid-alarz": "آذار", "marafi": "فبراير", "dhiffa": "جويلية", "nawafidh": "نيسان/أبريل"}


@pytest.fixture(scope="module")
def articles():
    return [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    """The demo run once, with its record kept."""
    where = tmp_path_factory.mktemp("demo") / "demo.db"
    result = CliRunner().invoke(app, ["demo", "--record", str(where)])
    assert result.exit_code == 0, (result.output, result.exception)
    return where, result.output


def test_articles_are_whole_and_in_order(articles):
    assert len(articles) >= 16
    assert all(set(article) == {"id", "outlet", "published", "title", "text"} for article in articles)
    assert all(article["id"] == f"{article['published']}-{article['outlet']}" for article in articles)
    assert all(100 <= len(article["text"].split()) <= 300 for article in articles)
    assert all(before["id"] <= after["id"] for before, after in pairwise(articles))
    assert len({article["id"] for article in articles}) == len(articles)


def test_five_outlets_each_in_its_own_words(articles):
    texts = defaultdict(str)
    for article in articles:
        texts[article["outlet"]] += article["text"]
    assert len(texts) == 5
    assert all(month in texts[outlet] for outlet, month in MONTHS.items())
    assert "العدوان" in texts["althughur"] and "الكيان" in texts["althughur"]


def test_outlets_disagree_about_the_same_day(articles):
    days = Counter(article["published"] for article in articles)
    assert [day for day, count in days.items() if count > 1]


def test_page_noise_is_found():
    everything = taqarub.read_source(str(ARTICLES))
    page = next(article for article in everything if article.id == "2022-07-20-marafi")
    noise = [page.text[span.start : span.end] for span in page.noise]
    assert any("اقرأ أيضاً" in words for words in noise)
    assert any("(أ.ف.ب)" in words for words in noise)


def test_demo_tells_the_timeline(kept, articles):
    where, output = kept
    assert f"{len(articles)} added, 0 updated, 0 unchanged, 0 not read" in output
    assert re.search(r"2015-11-23  CONSULT/visit +RUS → IRN", output)
    assert "do not cite" in output
    assert where.exists()


def test_demo_is_the_same_again_and_names_what_is_next(kept):
    where, output = kept
    again = CliRunner().invoke(app, ["demo", "--record", str(where)]).output
    assert again.split("Russia and Iran:")[1] == output.split("Russia and Iran:")[1]
    for words in NEXT:
        assert f"taqarub {words} --record {where}" in output
        result = CliRunner().invoke(app, [*words.split(), "--record", str(where)])
        assert result.exit_code == 0 and result.output, words


def test_demo_keeps_nothing_unless_asked(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TAQARUB_RECORD", str(tmp_path / "mine.db"))
    result = CliRunner().invoke(app, ["demo"])
    assert result.exit_code == 0 and "taqarub demo --record demo.db" in result.output
    assert not list(tmp_path.iterdir())


def test_demo_stays_out_of_a_record_of_others(tmp_path):
    where = tmp_path / "mine.db"
    with taqarub.Record.open(where) as record:
        record.add(taqarub.read("وصل الوزير إلى طهران اليوم."))
    result = CliRunner().invoke(app, ["demo", "--record", str(where)])
    assert result.exit_code == 1 and "holds other articles" in result.stderr
