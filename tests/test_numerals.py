"""Numbers in digits and words: a speller of our own must be read back, in every case, gender and spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqarub.text import fold, tokenize
from taqarub.text.numerals import digits_value, find_numbers

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


@given(
    st.integers(1, 10**12 - 1), st.booleans(), st.sampled_from(["ون", "ين"]), st.sampled_from(["مئة", "مائة"])
)
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
        st.sampled_from(
            ["ألف", "مليار", "ونصف", "ثلاثة", "و", "عشر", "مئات", "12", "1.5", "المئة", "الثاني"]
        ),
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
