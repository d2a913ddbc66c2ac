"""Time expressions: a phrase book of cases, and what must hold of any text."""

import itertools
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqarub.extract.times import find_times
from taqarub.extract.view import view
from taqarub.lexicon import default
from taqarub.model import Article, TimeExpression
from taqarub.text.calendar import extent, to_gregorian, week
from work import calls

CASES = Path(__file__).parent / "cases" / "times"


def times_of(text: str, published: str | None = "2024-05-15") -> tuple[TimeExpression, ...]:
    return find_times(view(Article("a", text, published=published), default()))


def cases() -> list:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for case in data["case"]:
            published = case.get("published", data["published"]) or None
            found.append(pytest.param(published, case["text"], case["times"], id=f"{path.stem}: {case['text'][:30]}"))
    return found


@pytest.mark.parametrize(("published", "text", "times"), cases())
def test_case(published, text, times):
    assert [[t.text, t.value] for t in times_of(text, published)] == times


def test_types_bounds_and_evidence():
    day, evening, length, often = times_of("أمس، مساء الاثنين، لمدة ثلاثة أيام، يوميا")
    assert (day.type, evening.type, length.type, often.type) == ("DATE", "TIME", "DURATION", "SET")
    assert day.earliest == day.latest and str(day.earliest) == "2024-05-14"
    assert str(evening.earliest) == "2024-05-13"
    assert length.earliest is None
    assert (day.evidence.rule, day.evidence.entry) == ("times.deictic", "timewords:deictic")
    assert all(t.evidence.entry and t.evidence.note for t in (evening, length, often))
    assert day.evidence.note == "'أمس' = 2024-05-14: one day before publication 2024-05-15"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "٣١/١٣",
        "عام 99999",
        "سنة 0",
        "30 فبراير",
        "1" * 5000,
        "2024" * 3000,
        "قبل 99999999999 سنة",
        "قبل مليار عام",
        "و" * 3000,
        "مليار " * 500,
        "1 و" * 2000,
        "الساعة 99:99",
        "القرن 99",
        "29 فبراير الماضي",
        "قبل 9999 شهرا",
        "(" * 500,
    ],
)
@pytest.mark.parametrize("published", ["2024-05-15", "1000-01-01", "2199-12-31", "2022-05", "2022", None])
def test_odd_input_is_survived(text, published):
    for found in times_of(text, published):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize(
    "text",
    ["30 فبراير", "٣١/١٣", "31/13/2020", "32 مارس", "عام 0", "سنة 99999", "عام 99999", "5" * 10_000, "12/0/2020",
     "00/00/0000", "رؤية 99999", "القرن 99", "القرن الـ24", "الساعة 25:61"],
)  # fmt: skip
def test_no_date_is_invented(text):
    assert [t.value for t in times_of(text) if t.earliest and t.value[:4].isdigit() and len(t.value) == 10] == []


def test_a_text_of_month_names_names_months():
    names = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر آذار شباط رمضان محرم مهر دي "
    for found in times_of(names * 50):
        assert len(found.value) == len("2024-05"), found


REPEATED = [
    "يناير ", "1 و", "سنة و", "آلاف ", "مئات آلاف ", "مليار ", "3 مارس و", "2015-", "12/", "الموافق 3 مارس 1440 هـ ",
    "شهر ويوم وساعة و", "بعد ذلك ", "كل يوم ", "نصف ", "السبت ", "الأول من ", "خمسة وعشرون ألفا و", "سأعود في ",
    "القرن ", "مساء يوم ", "من الآن ",
]  # fmt: skip


@pytest.mark.parametrize("unit", REPEATED)
def test_work_grows_with_the_text_and_no_faster(unit):
    times_of(unit)  # what is loaded once is not counted
    short, long = (calls(lambda text=unit * count: times_of(text)) for count in (200, 400))
    assert long <= 2.2 * short


WORDS = """
اليوم أمس الأحد السبت 15 31 مارس آذار / ( ) رمضان 1445 هـ الموافق عام 2023 الماضي المقبل الجاري شهر الشهر سنوات ثلاث
قبل بعد من نهاية مساء الساعة الثالثة والنصف صيف القرن هذا ذلك نفسه التالي و وقت سابق كل عيد الفطر
ليلة منتصف 30 فبراير بتوقيت ، . 16:30
"""


@settings(deadline=None, max_examples=150)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=14), st.sampled_from(["2024-02-29", "2023-01", None]))
def test_any_words(words, published):
    text = " ".join(words)
    found = times_of(text, published)
    for expression in found:
        assert text[expression.start : expression.end] == expression.text
        if expression.earliest and expression.latest:
            assert expression.earliest <= expression.latest
            assert extent(expression.value) == (expression.earliest, expression.latest)
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(WORDS.split()), max_size=10))
def test_spelling_makes_no_difference(words):
    text = " ".join(words)
    other = text.translate(str.maketrans({"أ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "1": "١", "5": "٥", "3": "٣"}))
    assert [(t.start, t.end, t.value) for t in times_of(text)] == [(t.start, t.end, t.value) for t in times_of(other)]


def test_weeks_and_calendars():
    from datetime import date

    assert week(date(2024, 10, 11), -1) == "2024-W40"
    assert week(date(2024, 12, 28)) == "2025-W01"
    assert to_gregorian("solar", 1403, 12, 30) == date(2025, 3, 20)
    assert to_gregorian("solar", 1402, 12, 30) is None
    assert to_gregorian("hijri", 1445, 9, 1) == date(2024, 3, 11)
    assert to_gregorian("hijri", 99, 1, 1) is None
    assert extent("2024-Q2") == (date(2024, 4, 1), date(2024, 6, 30))
    assert extent("PXY") is None
