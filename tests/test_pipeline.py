"""The whole reading: every item stands in the text, twice the same, whatever marks the text carries."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from arabic import MARKS, TATWEEL, marked
from taqarub.errors import SpanError
from taqarub.export.contract import to_dict, to_json
from taqarub.model import Article, Evidence, Reading, Span, TimeExpression
from taqarub.pipeline import check_spans, read_article
from taqarub.text import folded

STORY = (
    "زار وزير الخارجية الروسي سيرغي لافروف طهران أمس والتقى نظيره الإيراني حسين أمير عبد اللهيان.\n"
    "وقال لافروف إن روسيا وإيران اتفقتا على زيادة التجارة إلى 4 مليارات دولار. وأضاف «سنوقع الاتفاق غدا. نحن مستعدون»، "
    "بحسب وكالة رويترز.\n"
    "ودانت الولايات المتحدة الاتفاق، وفرضت عقوبات على خمس شركات إيرانية يوم الأحد 13 مارس/آذار 2022."
)
WORDS = st.sampled_from(
    [*STORY.split(), "قال", "إن", "أن", "«", "»", '"', "”", "“", "(", ")", "،", ".", "؟", "...", "\n", "\n\n", ":",
     "-", "–", "أ. ف. ب", "15", "٣", "3.5%", "2015", "1,200", "²", "آذار", "مارس", "الثلاثاء", "الماضي", "ثلاثة",
     "عشرات", "القتلى", "مليون", "دولار", "(CNN)", "NATO",
     "و", "ال", "ـ", "\u200f", "\u202b", "ﷲ", "ﻻ", "😀", "وفق", "بن", "آل", "الملك",
     "السابق", "نظيره", "أكد", "دعا", "هجوم", "اتفاق", "بين", "من", "إلى", "في", "لم", "سوف", "ليس", "كيلومتر"],
)  # fmt: skip
mixtures = st.lists(st.tuples(WORDS, st.sampled_from(["", " ", " ", " ", "\n"])), max_size=50).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)


def reading_of(text: str, **article) -> Reading:
    return read_article(Article("case", text, published="2022-03-15", **article))


def test_the_story_is_read():
    """Guards the other tests against comparing nothing with nothing."""
    reading = reading_of(STORY)
    assert {"Sergey Lavrov", "Hossein Amir-Abdollahian"} <= {p.name for p in reading.people}
    assert all((reading.times, reading.quotes, reading.events, reading.figures, reading.organizations))


@given(mixtures)
@settings(max_examples=150, deadline=None)
def test_every_item_stands_in_the_text(text):
    reading = reading_of(text)  # raises SpanError if one does not
    for items in (reading.mentions, reading.times, reading.quotes, reading.events, reading.figures):
        assert [item.start for item in items] == sorted(item.start for item in items)
        for item in items:
            assert item.evidence.rule
            assert all(0 <= span.start < span.end <= len(text) for span in item.evidence.spans)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read(text):
    reading_of(text)


MONOTONY = [MARKS, TATWEEL, "«", "قال إن ", "1", "أ. ", "بن ", "وزير ", "،", "مليون ", "الأحد ", "\n"]


@pytest.mark.parametrize("piece", MONOTONY)
def test_much_of_one_thing_is_read(piece):
    reading_of(piece * 300)


@given(mixtures, st.data())
@settings(max_examples=60, deadline=None)
def test_noise_holds_nothing(text, data):
    if len(text) < 2:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reading = reading_of(text, noise=(Span(start, end),))
    for items in (reading.mentions, reading.times, reading.quotes, reading.events, reading.figures):
        assert not [item for item in items if item.start < end and start < item.end]


def test_the_same_again_and_in_another_process():
    first = to_json(reading_of(STORY))
    assert to_json(reading_of(STORY)) == first
    program = (
        "import sys; from taqarub.model import Article; from taqarub.pipeline import read_article; "
        "from taqarub.export.contract import to_json; "
        "sys.stdout.buffer.write(to_json(read_article(Article('case', sys.stdin.buffer.read().decode(), "
        "published='2022-03-15'))).encode())"
    )
    for seed in ("1", "2"):
        done = subprocess.run([sys.executable, "-c", program], input=STORY.encode(), capture_output=True, check=True,
                              env={"PYTHONHASHSEED": seed, "PATH": "", "LC_ALL": "C"})  # fmt: skip
        assert done.stdout.decode() == first


def summary(text):
    """All that is read, words folded and offsets left out."""
    found = to_dict(reading_of(text))

    def plain(value):
        if isinstance(value, dict):
            return {key: plain(item) for key, item in value.items() if key not in ("start", "end", "evidence", "forms")}
        if isinstance(value, list):
            return [plain(item) for item in value]
        return folded(value) if isinstance(value, str) else value

    kinds = ("people", "organizations", "times", "quotes", "events", "figures")
    return {kind: plain(found[kind]) for kind in kinds}


@given(marked(STORY))
@settings(max_examples=25, deadline=None)
def test_marks_and_tatweel_change_nothing(text):
    assert summary(text) == summary(STORY)


def test_a_false_claim_is_refused():
    why = Evidence("test.rule")
    article = Article("case", "وصل أمس", noise=(Span(5, 8),))
    for time in (TimeExpression(0, 4, "أمس", "DATE", "2022", why), TimeExpression(5, 8, "أمس", "DATE", "2022", why)):
        with pytest.raises(SpanError):
            check_spans(Reading(article, times=(time,)))
