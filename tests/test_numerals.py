"""Numbers in digits and words: a speller of our own must be read back, in every case, gender and spelling."""

import importlib.util
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqarub.text import fold, tokenize
from taqarub.text.numerals import digits_value, find_numbers
from work import calls

UNITS = {
    True: ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"],
    False: ["", "واحدة", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"],
}
TENS = ["", "عشر", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"]
SCALES = [(10**9, "مليار", "مليارات"), (10**6, "مليون", "ملايين"), (1000, "ألف", "آلاف")]


def spell(number: int, masculine: bool, ending: str, hundred: str) -> str:
    """Spell a number below 10**12 as news does."""
    parts = []
    for scale, one, many in SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(one)
        elif count == 2:
            parts.append(one + "ان" if ending == "ون" else one + "ين")
        elif count and 3 <= count % 100 <= 10:
            parts.append(f"{small(count, True, ending, hundred)} {many}")
        elif count:
            parts.append(f"{small(count, True, ending, hundred)} {one}")
    if number:
        parts.append(small(number, masculine, ending, hundred))
    return " و".join(parts)


def small(number: int, masculine: bool, ending: str, hundred: str) -> str:
    hundreds, rest = divmod(number, 100)
    parts = []
    if hundreds:
        two = hundred[:-1] + ("تان" if ending == "ون" else "تين")
        parts.append(hundred if hundreds == 1 else two if hundreds == 2 else UNITS[False][hundreds] + hundred)
    if 0 < rest <= 10:
        parts.append(UNITS[masculine][rest])
    elif 10 < rest < 20:
        heads = {11: ("أحد", "إحدى"), 12: ("اثنا", "اثنتي")}
        head = heads[rest][not masculine] if rest in heads else UNITS[masculine][rest - 10]
        parts.append(f"{head} {'عشر' if masculine else 'عشرة'}")
    elif rest:
        tens, units = divmod(rest, 10)
        parts.extend(filter(None, [UNITS[masculine][units], TENS[tens] + ending]))
    return " و".join(parts)


def numbers(text: str) -> list:
    return [n.value for n in find_numbers(tokenize(fold(text)))]


@given(st.integers(1, 10**12 - 1), st.booleans(), st.sampled_from(["ون", "ين"]), st.sampled_from(["مئة", "مائة"]))
def test_spelled_numbers_are_read_back(number, masculine, ending, hundred):
    assert numbers(spell(number, masculine, ending, hundred)) == [number]


@given(st.integers(0, 10**15))
def test_digits_are_read_back(number):
    arabic = str.maketrans("0123456789,", "٠١٢٣٤٥٦٧٨٩٬")
    assert numbers(str(number)) == numbers(str(number).translate(arabic)) == [number]
    assert numbers(f"{number:,}") == numbers(f"{number:,}".translate(arabic)) == [number]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("خمسة وعشرون ألفا وثلاثمئة", [25300]),
        ("2 مليار و 200 مليون دولار", [2_200_000_000]),
        ("3.5 مليون و155 ألف", [3_655_000]),
        ("مليون ونصف المليون", [1_500_000]),
        ("ثلاثة ملايين وربع", [3_250_000]),
        ("نصف مليون، وثلاثة أرباع السكان، وثلث المقاعد", [500_000, 0.75, 1 / 3]),
        ("ألفا جندي، وألفي طن، وأربعون ألفا", [2000, 2000, 40_000]),
        ("ثلاث مئة وستة", [306]),
        ("1.234 مليار و1.234 درهما", [1_234_000_000, 1234]),
        ("30 مليون و 20 شخصا", [30_000_000, 20]),
        ("عشرات الآلاف ومئات القتلى وملايين", [None, None, None]),
        ("الدول الخمس والدول العشرين", [5, 20]),
        ("80 في المئة و5 بالمئة", [80, 5]),
        ("أحد الوزراء لست منهم", []),
        ("كمية من الكميات", []),
        ("بلغت 5ر1 مليون و267ر205 مليارات", [1_500_000, 205_267_000_000]),
        ("1،9 مليون و3،5% و4،5 و1،250،000 و12،220,5", [1_900_000, 3.5, 4, 5, 1_250_000, 12_220.5]),
        ("40 000 دولار و1 234 567 و423 0000 و2015 300", [40_000, 1_234_567, 423, 0, 2015, 300]),
        ("خمسا وعشرين وستا وثلاثين", [25, 36]),
        ("مئة وثلاثة أرباع، عشرون وثلاثة أخماس، 3 ملايين وثلاثة أرباع", [100.75, 20.6, 3_750_000]),
        ("خمسة فاصلة اثنين مليون، مئتان فاصلة ثلاثة من مئة", [5_200_000, 200.03]),
        ("3 مئة و21، دزينة، ثلاث دزينات، ألف وصفر", [321, 12, 36, 1000, 0]),
        ("-5 سالب ستة، 10-5 .25", [-5, -6, 10, 5, 0.25]),
        ("1 4/5 و3/4 و1/4 2 وفي 5/17/2018", [1.8, 0.75, 2.25, 5, 17, 2018]),
        ("واحد من مئة، 1 على 8، جزء من ألف، مئة من ألف", [0.01, 0.125, 0.001, 0.1]),
        ("2.5^-1 و1.2e3 و10^999", [0.4, 1200, 10, 999]),
        ("خمس السكان، خمس دول، خمس الآليات، عشرون خمسا", [0.2, 5, 5, 4]),
        ("⑴ و² و½", []),
        ("للمليون الثاني", [1_000_000, 2]),
        ("1" * 30, []),
    ],
)
def test_phrases(text, values):
    assert numbers(text) == pytest.approx(values) if None not in values else numbers(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الثالثة", 3),
        ("الحادي عشر", 11),
        ("الثانية عشرة", 12),
        ("الحادي والعشرين", 21),
        ("الخامسة والسبعون", 75),
        ("عاشر", 10),
    ],
)
def test_ordinals(text, value):
    (number,) = find_numbers(tokenize(fold(text)))
    assert (number.value, number.kind, text[number.start : number.end]) == (value, "ordinal", text)


def test_span_leaves_proclitics_out():
    text = "بخمسة ملايين وبأربعة"
    assert [text[n.start : n.end] for n in find_numbers(tokenize(fold(text)))] == ["خمسة ملايين", "أربعة"]


@given(
    st.lists(
        st.sampled_from(["ألف", "مليار", "ونصف", "ثلاثة", "و", "عشر", "مئات", "12", "1.5", "المئة", "الثاني"]),
        max_size=30,
    )
)
def test_any_words(words):
    tokens = tokenize(fold(" ".join(words)))
    last = -1
    for number in find_numbers(tokens):
        assert last < number.first <= number.last < len(tokens)
        last = number.last


def test_odd_digits():
    assert [digits_value(d) for d in ("1,00", "1.2.3", "0.125", "1,234.5", "9" * 4000)] == [
        1.0,
        None,
        0.125,
        1234.5,
        None,
    ]


@pytest.mark.parametrize("digits", ["9" * 10_000, "9 " * 5000, "999 " * 2500, "1،" * 5000, "1/2 " * 2500, "2^" * 5000])
def test_ten_thousand_digits(digits):
    def work(text: str) -> int:
        tokens = tokenize(fold(text))
        return calls(lambda: find_numbers(tokens))

    assert work(digits) < 2.5 * work(digits[: len(digits) // 2]) + 50


SIGNS = (*"-./^e،ر%", " ", "1", "25", "000", "من", "على", "جزء", "خمس", "فاصلة", "سالب")


@given(st.lists(st.sampled_from(SIGNS), max_size=20))
def test_any_signs(parts):
    for text in ("".join(parts), " ".join(parts)):
        for number in find_numbers(tokens := tokenize(fold(text))):
            assert 0 <= number.start < number.end <= len(text)
            assert number.last < len(tokens)


ROOT = Path(__file__).resolve().parents[1]
CASES = ROOT.parent / "shared/data/recognizers-numbers.jsonl"


@pytest.mark.skipif(not CASES.exists(), reason=f"no published cases at {CASES}")
def test_published_cases():
    spec = importlib.util.spec_from_file_location("eval_numerals", ROOT / "eval/numerals.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["eval_numerals"] = module
    spec.loader.exec_module(module)
    assert module.share(CASES) >= 0.90
    assert module.shares(CASES)["PercentModel"] == (17, 17)
