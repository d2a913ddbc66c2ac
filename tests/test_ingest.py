"""Good and bad input, with real files: what is read is kept to the letter, a fault names its place."""

import gzip
import io
import json
import logging
import sys

import pytest

from taqarub import InputError
from taqarub.ingest import make_article, read_source
from taqarub.ingest.article import MAX_CHARACTERS, published_day
from taqarub.ingest.language import why_not_arabic

TEXT = "وصل وزير الخارجية إلى العاصمة، اليوم الثلاثاء، في زيارة تستمر يومين.\nوقال إن المحادثات «مثمرة»."
PERSIAN = "وزیر امور خارجه گفت که این سفر برای گسترش روابط است و از همه کشورها دعوت شد تا در این نشست باشند."
URDU = "وزیر خارجہ نے کہا کہ اس دورے سے دونوں ملکوں کے تعلقات میں بہتری ہے اور یہ سفر کی اہمیت ہے۔"
ENGLISH = "The foreign minister arrived in the capital on Tuesday for talks about trade and security."


class Inbox:
    """A folder that is read, its articles and faults apart."""

    def __init__(self, folder):
        self.folder = folder

    def put(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(data) if name.endswith(".gz") and isinstance(content, str) else data)
        return path

    def read(self, source=None, **options):
        faults = []
        articles = list(read_source(source or self.folder, on_fault=faults.append, **options))
        return articles, [str(fault) for fault in faults]

    def fault(self, name, content):
        articles, faults = self.read(self.put(name, content))
        assert not articles
        assert len(faults) == 1
        assert "\n" not in faults[0]
        assert name in faults[0]
        return faults[0]


@pytest.fixture
def inbox(tmp_path):
    return Inbox(tmp_path / "inbox")


def line(**fields):
    return json.dumps({"text": TEXT, **fields}, ensure_ascii=False)


def test_plain_text(inbox):
    (article,), faults = inbox.read(inbox.put("a.txt", TEXT), outlet="الأيام", published="2022-05-03")
    assert not faults
    assert (article.text, article.outlet, article.published, article.title) == (
        TEXT,
        "الأيام",
        "2022-05-03",
        "",
    )
    (again,), _ = inbox.read(inbox.put("b.txt", "\ufeff" + TEXT))
    assert again.text == TEXT
    assert again.id == article.id == make_article(TEXT).id


def test_old_code_page_with_a_warning(inbox, caplog):
    with caplog.at_level(logging.WARNING, "taqarub"):
        (article,), faults = inbox.read(inbox.put("old.txt", TEXT.encode("windows-1256")))
    assert article.text == TEXT
    assert not faults
    assert "windows-1256" in caplog.text


def test_utf16(inbox):
    (article,), _ = inbox.read(inbox.put("wide.txt", TEXT.encode("utf-16")))
    assert article.text == TEXT


def test_broken_bytes_are_named(inbox):
    data = TEXT.encode()
    assert "byte 20: is not valid UTF-8" in inbox.fault("broken.txt", data[:20] + b"\xff" + data[20:] * 3)


@pytest.mark.parametrize("text", ["سطر\r\nوسطر ", "\u200fنص\u00a0فيه\u200c ما فيه", "e\u0301 مع نص عربي", "ﻻ شيء "])
def test_json_text_is_kept_to_the_letter(inbox, text):
    fields = {
        "id": "x1",
        "outlet": "a",
        "published": "2022-05",
        "url": "http://x",
        "title": "عنوان",
        "extra": 1,
    }
    (article,), _ = inbox.read(inbox.put("a.json", json.dumps({"text": text, **fields})), published="2020")
    assert article.text == text
    assert (article.id, article.outlet, article.published) == ("x1", "a", "2022-05")
    assert (article.url, article.title) == ("http://x", "عنوان")


def test_json_lists_lines_and_their_mixture(inbox):
    two = [json.loads(line(id="1")), json.loads(line(id=2))]
    inbox.put("a.json", json.dumps(two))
    inbox.put("b.jsonl", f"{line(id='3')}\n\n{line(id='4')}")
    inbox.put("c.json", f"{line(id='5')}\n{line(id='6')}\n")
    inbox.put("d.jsonl.gz", line(id="7"))
    inbox.put("e/f.txt.gz", TEXT)
    inbox.put("e/g.json", json.dumps(two[0], indent=2))
    inbox.put(".hidden/h.txt", TEXT)
    inbox.put(".i.txt", TEXT)
    articles, faults = inbox.read()
    assert not faults
    assert [a.id for a in articles] == ["1", "2", "3", "4", "5", "6", "7", make_article(TEXT).id, "1"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [("2022-05-03", "2022-05-03"), ("2022-05", "2022-05"), ("2022", "2022"), (2022, "2022"), (None, None),
     ("", None), ("2022-05-03T23:59:00+03:00", "2022-05-03"), ("2022-05-03 10:00", "2022-05-03"),
     ("Tue, 03 May 2022 10:00:00 GMT", "2022-05-03")],
)  # fmt: skip
def test_published(inbox, given, kept):
    (article,), _ = inbox.read(inbox.put("a.json", line(published=given)))
    assert article.published == kept


@pytest.mark.parametrize("value", ["أمس", "2022-13", "2022-02-30", "03/05/2022", "20220503"])
def test_published_that_is_no_date(inbox, value):
    assert "'published' is no date" in inbox.fault("a.json", line(published=value))
    with pytest.raises(InputError, match="published: is no date"):
        list(read_source(inbox.folder, published=value))
    with pytest.raises(ValueError, match=r".*"):
        published_day(value)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", "", "the file is empty"),
        ("empty.jsonl", "", "the file is empty"),
        ("blank.txt", " \n\n", "the text is empty"),
        ("blank.jsonl", "\n\n", "the file is empty"),
        ("list.json", "[]", "the list is empty"),
        ("english.txt", ENGLISH, "not in Arabic"),
        ("mostly.txt", ENGLISH + " زيارة", "not in Arabic: only"),
        ("persian.txt", PERSIAN, "in Persian, not in Arabic"),
        ("urdu.json", json.dumps({"text": URDU}), "in Urdu, not in Arabic"),
        ("numbers.txt", "12 34", "no words"),
        ("cut.json", line()[:40], "line 1: is not complete JSON"),
        ("null.json", "null", "an article is a JSON object, not null"),
        ("text.json", '{"text": null}', "key 'text' is not a string"),
        ("none.json", '{"title": "ع", "body": "ن"}', "no key 'text' (keys: title, body)"),
        ("outlet.json", line(outlet=["x"]), "key 'outlet' is a list"),
        ("half.json", '{"text": "نص \\ud800 نص"}', "half a character (a lone surrogate) in 'text' at 3"),
        ("page.txt", "<!DOCTYPE html><html>زيارة</html>", "is a web page's code"),
        ("binary.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "byte 8: is not text (a binary file?)"),
        ("image.png", b"\x89PNG\r\n\x1a\n\0\0\0", "is not text (a binary file?)"),
        ("not.txt.gz", b"no gzip", "is not a gzip file"),
        ("cut.txt.gz", gzip.compress(TEXT.encode() * 50)[:-30], "damaged gzip file"),
        ("spoilt.jsonl.gz", gzip.compress(b"x" * 9)[:10] + b"\xff" * 40, "damaged gzip file"),
        ("deep.json", '{"text":' + "[" * 100_000, "is JSON that cannot be read"),
        ("latin.json", line().encode("windows-1256"), "is not valid UTF-8"),
    ],
)
def test_bad_files(inbox, name, content, said):
    assert said in inbox.fault(name, content)


def test_what_is_too_long_for_an_article(inbox):
    assert "too many for one article" in inbox.fault("book.txt", "نص عربي " * (MAX_CHARACTERS // 8 + 1))
    assert "larger than" in inbox.fault("huge.txt", TEXT.encode() * (20_000_000 // len(TEXT)))


def test_a_big_file_of_lines_streams(inbox):
    path = inbox.put("big.jsonl", "\n".join(line(id=str(n), padding="x" * 2000) for n in range(9000)))
    assert path.stat().st_size > 20_000_000 - 2_000_000
    assert next(read_source(path)).id == "0"
    assert sum(1 for _ in read_source(path)) == 9000


def test_one_bad_line_stops_nothing(inbox):
    lines = [line(id="1"), line()[:30], "[1]", '{"title": "x"}', "x" * 9_000_000, line(id="2")]
    path = inbox.put("a.jsonl", "\n".join(lines))
    articles, faults = inbox.read(path)
    assert [a.id for a in articles] == ["1", "2"]
    assert [fault.split(", ")[1].split(":")[0] for fault in faults] == [
        "line 2",
        "line 3",
        "line 4",
        "line 5",
    ]
    with pytest.raises(InputError, match="line 2"):
        list(read_source(path))


def test_one_bad_file_stops_nothing(inbox):
    inbox.put("1.txt", TEXT)
    inbox.put("2.bin", b"\0\1\2")
    inbox.put("3.jsonl.gz", b"nothing")
    inbox.put("4.pdf", "%PDF")
    inbox.put("5.txt", TEXT + " ثم عاد.")
    articles, faults = inbox.read()
    assert len(articles) == 2
    said = [fault.split(": ")[1].split(" — ")[0] for fault in faults]
    assert said == ["is no article (.bin)", "is not a gzip file", "is no article (.pdf)"]


def test_nothing_there(inbox, tmp_path):
    inbox.put(".hidden", "x")
    assert inbox.read()[1][0].endswith("taqarub reads .txt, .json and .jsonl, each also as .gz")
    assert "nothing to read" in inbox.read()[1][0]
    assert "no such file" in inbox.read(tmp_path / "nowhere")[1][0]
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert "no such file" in inbox.read(tmp_path / "loop")[1][0]


@pytest.mark.parametrize(
    ("data", "ids"),
    [
        (TEXT.encode(), [make_article(TEXT).id]),
        (line(id="1").encode(), ["1"]),
        (json.dumps(json.loads(line(id="1")), indent=1).encode(), ["1"]),
        (f"[{line(id='1')},{line(id='2')}]".encode(), ["1", "2"]),
        (f"\ufeff{line(id='1')}\n{line(id='2')}\n".encode(), ["1", "2"]),
        (gzip.compress(line(id="1").encode()), ["1"]),
    ],
)
def test_standard_input(monkeypatch, inbox, data, ids):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    articles, faults = inbox.read("-")
    assert not faults
    assert [article.id for article in articles] == ids


def test_standard_input_that_is_empty(monkeypatch, inbox):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert inbox.read("-")[1] == ["<stdin>: the file is empty"]


def test_persian_letters_do_not_make_persian():
    assert why_not_arabic("التقى الوزير نظيره في طهران، وأكد أن العلاقات بين البلدین تتطور، كما زار روسیا") is None
    assert why_not_arabic("زيارة") is None
    assert why_not_arabic("أعلنت شركة OpenAI وGoogle وMicrosoft عن اتفاق في واشنطن") is None


def test_noise_is_found_at_ingest(inbox):
    (article,), _ = inbox.read(inbox.put("a.json", json.dumps({"text": f"{TEXT}\n–"})))
    assert [article.text[span.start : span.end] for span in article.noise] == ["–"]
