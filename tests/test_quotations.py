"""Quotations: golden cases, the examples of the cue lexicon, and properties over odd input."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqarub.extract.mentions import find_mentions
from taqarub.extract.quotations import find_quotations
from taqarub.extract.view import view
from taqarub.lexicon import default
from taqarub.lexicon.load import read_toml
from taqarub.model import Article, Quotation
from work import calls

CASES = Path(__file__).parent / "cases" / "quotations"
SPEAKER_BEFORE = "التقى الوزير أحمد الصالح ضيوفه. "
"""A sentence that gives the examples of the lexicon somebody to have said them."""


def quotations(text: str) -> tuple[Quotation, ...]:
    seen = view(Article("case", text), default())
    return find_quotations(seen, find_mentions(seen))


def cases() -> list[object]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict) -> None:
    found = quotations(case["text"])
    assert [q.text for q in found] == [q["text"] for q in case["quotes"]]
    for quotation, wanted in zip(found, case["quotes"], strict=True):
        for key in wanted.keys() - {"text"}:
            assert getattr(quotation, key) == (None if wanted[key] == "" else wanted[key]), key


def examples(key: str) -> list[object]:
    table = read_toml("cues.toml")
    entries = [*table["cue"], *table["source"]]
    return [pytest.param(e["id"], text, id=f"{e['id']}: {text}") for e in entries for text in e.get(key, ())]


@pytest.mark.parametrize(("entry", "example"), examples("examples"))
def test_example_of_a_cue_fires(entry: str, example: str) -> None:
    before, content = example.split("[", 1)
    content, after = content.split("]", 1)
    found = quotations(SPEAKER_BEFORE + before + content + after)
    assert [(q.text, q.evidence.entry) for q in found] == [(content, f"cues:{entry}")]


@pytest.mark.parametrize(("entry", "example"), examples("not_examples"))
def test_not_example_of_a_cue_does_not_fire(entry: str, example: str) -> None:
    assert [q for q in quotations(SPEAKER_BEFORE + example) if q.evidence.entry == f"cues:{entry}"] == []


def test_the_lexicon_holds_hundreds_of_cues() -> None:
    forms = [f for e in read_toml("cues.toml")["cue"] for f in ("verb", "participle", "noun") if e.get(f)]
    assert len(forms) >= 300


PIECES = [
    '"',
    "«",
    "»",
    "“",
    "”",
    "”",
    "(",
    ")",
    ": ",
    "، ",
    ". ",
    "\n",
    "ب",
    "عن ",
    "إلى ",
    "إن ",
    "أن ",
    "قال الوزير ",
    "وأضاف ",
    "مؤكدا ",
    "بحسب وكالة ",
    "كما أعلنت ",
    "نقلت رويترز عن ",
    "الاتفاق ",
    "مهم ",
    "للجميع ",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_content_is_what_the_text_says(text: str) -> None:
    for q in quotations(text):
        assert q.text and text[q.start : q.end] == q.text == q.text.strip()
        assert q.speaker
        assert q.cue_span is not None and text[q.cue_span.start : q.cue_span.end] == q.cue


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    quotations(text)


@pytest.mark.parametrize(("opening", "closing"), [('"', '"'), ("«", "»"), ("“", "”"), ("”", "“"), ("„", "”")])
def test_every_kind_of_mark(opening: str, closing: str) -> None:
    (found,) = quotations(f"قال سيرغي لافروف: {opening}سنواصل العمل مع شركائنا في المنطقة{closing}.")
    assert (found.text, found.direct, found.speaker) == ("سنواصل العمل مع شركائنا في المنطقة", True, "Sergey Lavrov")


@pytest.mark.parametrize(
    "unit",
    ["قال الوزير «إن الأمر ", '"نعم"، قال الوزير ', "وأضاف أن الأمر مهم ", "أكد أن الوزير قال إن ", "بحسب الوزارة، "],
)
def test_linear_time(unit: str) -> None:
    """Unclosed marks, endless sentences and speech in speech cost no more than their length."""

    def work(copies: int) -> int:
        seen = view(Article("long", unit * copies), default())
        return calls(lambda: find_quotations(seen, ()))

    work(10)
    assert work(400) < 2.5 * work(200)


def test_a_megabyte_in_an_unclosed_quotation() -> None:
    seen = view(Article("long", "قال الوزير: «" + "الأمر مهم جدا للناس في كل مكان من العالم " * 25_000), default())
    find_quotations(seen, ())


def test_the_same_every_time() -> None:
    text = "قال لافروف إن موسكو مستعدة، وأضاف أن «الحوار مستمر»، بحسب وكالة تاس."
    assert quotations(text) == quotations(text)
