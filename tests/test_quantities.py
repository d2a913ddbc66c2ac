"""Quantities: a phrase book of cases, the words of units, and what must hold of any text."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqarub.extract.mentions import find_mentions
from taqarub.extract.quantities import find_drafts, find_quantities
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.lexicon import default
from taqarub.model import Article, Evidence, Quantity, Quotation
from work import calls

CASES = Path(__file__).parent / "cases" / "quantities"


def seen(text: str) -> View:
    return view(Article("a", text, published="2024-05-15"), default())


def figures_of(text: str) -> tuple[Quantity, ...]:
    shown = seen(text)
    return find_quantities(shown, find_mentions(shown), find_times(shown))


def cases() -> list:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append(pytest.param(case["text"], case["figures"], id=f"{path.stem}: {case['text'][:30]}"))
    return found


@pytest.mark.parametrize(("text", "figures"), cases())
def test_case(text, figures):
    found = [[f.text, "none" if f.value is None else f.value, f.unit] for f in figures_of(text)]
    assert [[value, unit] for _, value, unit in found] == [[value, unit] for _, value, unit in figures]
    for (words, *_), (expected, *_) in zip(found, figures, strict=True):
        assert expected in words


def test_measure_parties_period_bound_and_evidence():
    trade, growth = figures_of("بلغ حجم التبادل التجاري بين تركيا وإيران نحو 7 مليارات دولار عام 2022، ونما بنسبة 14%.")
    assert (trade.measure, trade.period, trade.bound) == ("trade volume", "2022", "about")
    assert set(trade.parties) == {"TUR", "IRN"}
    assert trade.evidence.rule == "quantities.counted" and trade.evidence.entry == "units:money.USD"
    assert (growth.bound, growth.evidence.note) == ("exact", "a number before what it counts")


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("قتل أكثر من 20 شخصا", "at least"),
        ("قتل 20 شخصا على الأقل", "at least"),
        ("قتل ما يصل إلى 20 شخصا", "at most"),
        ("قتل قرابة 20 شخصا", "about"),
        ("قتل 20 شخصا", "exact"),
    ],
)
def test_bound_is_told_and_part_of_the_words(text, bound):
    (figure,) = figures_of(text)
    assert figure.bound == bound
    assert figure.text == text.removeprefix("قتل ")


def test_nationality_decides_the_currency():
    shown = "منحت قطر 30 مليون ريال قطري"
    assert [f.unit for f in figures_of(shown)] == ["QAR"]


@pytest.mark.parametrize(
    ("form", "count"),
    [("جنديين", "two"), ("بلدان", "many"), ("مسلحين", "many"), ("مسلحان", "two"), ("فرص العمل", "many")],
)
def test_forms_of_nouns(form, count):
    assert {unit.count for unit in default().units.index.get(form)} == {count}


def test_figures_do_not_overlap_times_or_each_other():
    text = "قتل 20 شخصا خلال 3 أيام في 12 آذار 2019 وأصيب 30 بين 4 و5 آلاف جندي روسي."
    spans = [(f.start, f.end) for f in figures_of(text)]
    spans += [(t.start, t.end) for t in find_times(seen(text))]
    spans.sort()
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


WORDS = (
    *("قتل", "3", "12", "2.5", "مليون", "آلاف", "عشرات", "الثلاثة", "جنود", "جندي", "دولار", "%", "في المئة", "من"),
    *("بين", "و", "إلى", "ر", "،", ".", "(", ")", "-", "منهم", "آخرين", "نحو", "الدول", "الـ", "⑴", "٣", "نصف", "ثلثي"),
)
PHRASES = st.lists(st.sampled_from(WORDS), max_size=30)


@given(st.one_of(st.text(max_size=120), PHRASES.map(" ".join), PHRASES.map("".join)))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read_and_spans_hold(text):
    shown = seen(text)
    figures = find_quantities(shown, (), ())
    assert figures == find_quantities(shown, (), ())
    for figure in figures:
        assert figure.text and text[figure.start : figure.end] == figure.text
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize("words", ["قتل 30 جنديا و", "12 ", "نصف ", "بين 3 و", "الدول ", "نحو "])
def test_time_grows_with_length(words):
    def work(times: int) -> int:
        shown = seen(words * times)
        return calls(lambda: (find_drafts(shown, (), ()), find_quantities(shown, (), ())))

    work(200)
    assert work(1000) < 2.5 * work(500)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("تحتاج المنطقة إلى ما بين 20 و30 ألف طن", [(20_000, "at least"), (30_000, "at most")]),
        ("يكلف المشروع من 5 إلى 7 ملايين دولار", [(5_000_000, "at least"), (7_000_000, "at most")]),
        ("ارتفعت الصادرات من 5 إلى 7 ملايين دولار", [(5_000_000, "exact"), (7_000_000, "exact")]),
        ("قتل 5 جنود و7 ضباط", [(5, "exact"), (7, "exact")]),
    ],
)
def test_both_ends_of_a_range(text, ends):
    found = [(figure.value, figure.bound) for figure in figures_of(text)]
    assert [(value, "at least" if bound == "about" else bound) for value, bound in found] == ends


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("نما حجم التبادل التجاري بنسبة 80 في المئة", "growth of trade volume"),
        ("تراجعت الصادرات 12%", "fall of exports"),
        ("تستورد الهند 40% من واردات القمح", "share of imports"),
        ("بلغت نسبة التضخم 17%", "inflation"),
        ("صفقة بقيمة 3 مليارات دولار", "value of deal"),
        ("وتمتد المفاوضات حول دفع 300 مليون يورو", "sum of money"),
        ("أنتجت الشركة 3 ملايين برميل من النفط", "barrels of oil"),
        ("دمرت الطائرات 3 مستودعات", "depots destroyed"),
        ("قرب 3 مستودعات", "depots"),
        ("بناء 4 وحدات نووية", "nuclear reactor units"),
        ("قتل 3 جنود روسيين", "Russian soldiers killed"),
        ("قال إن 15 شخصا قتلوا وأصيب 30", "people killed"),
    ],
)
def test_measure_tells_more_than_the_unit(text, measure):
    assert figures_of(text)[0].measure == measure


@pytest.mark.parametrize(
    "text",
    [
        "بلغ حجم التجارة بين روسيا وإيران، كما قالت الصين، 4 مليارات دولار.",
        "زار الرئيس الروسي إيران. وبلغ حجم التجارة بين البلدين 4 مليارات دولار.",
    ],
)
def test_the_pair_told_of(text):
    (figure,) = figures_of(text)
    assert set(figure.parties) == {"RUS", "IRN"}


@pytest.mark.parametrize(
    ("text", "against", "period"),
    [
        ("نمت التجارة 80% في 2021 مقارنة بعام 2020.", "2020", "2021"),
        ("نمت الصادرات 80% مقارنة بالفترة ذاتها، وتراجع غيرها.", "الفترة ذاتها", None),
        ("نمت الصادرات 80% على أساس سنوي.", "على أساس سنوي", None),
        ("نمت الصادرات 80%.", None, None),
    ],
)
def test_what_a_change_is_measured_against(text, against, period):
    (figure,) = figures_of(text)
    assert (figure.against, figure.period) == (against, period)


def test_who_says_it():
    text = "قال لافروف إن التجارة بلغت 4 مليارات دولار. وبلغت الصادرات 3 مليارات دولار."
    shown = seen(text)
    quotes = [
        Quotation(0, 42, text[:42], False, "the ministry", None, "قال", Evidence("test")),
        Quotation(11, 42, text[11:42], False, "Sergey Lavrov", "RUS", "قال", Evidence("test")),
    ]
    figures = find_quantities(shown, find_mentions(shown), find_times(shown), quotes)
    assert [figure.said_by for figure in figures] == ["Sergey Lavrov", None]
