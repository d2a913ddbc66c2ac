"""Mentions of people, organizations, states and places: golden cases, and what must hold of any text."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given

from arabic import marked, texts
from taqarub.extract.mentions import find_mentions
from taqarub.extract.view import view
from taqarub.lexicon import default
from taqarub.model import Article, Mention, Span
from taqarub.text import folded

CASES = Path(__file__).parent / "cases" / "mentions"


def mentions_of(text: str, published: str | None = "2022-03-15", **article) -> tuple[Mention, ...]:
    return find_mentions(view(Article("case", text, published=published, **article), default()))


def cases() -> list:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            reasons = [pytest.mark.xfail(strict=True, reason=case["known"])] if "known" in case else []
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}", marks=reasons))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case):
    """`has` are mentions as [kind, words, English name, code]; `lacks` are [kind, words] that must not be found."""
    found = mentions_of(case["text"], case.get("published", "2022-03-15"), outlet=case.get("outlet"))
    told = [[m.kind, m.text, m.name, m.code or ""] for m in found]
    assert [wanted for wanted in case.get("has", ()) if wanted not in told] == [], told
    assert [unwanted for unwanted in case.get("lacks", ()) if unwanted in [line[:2] for line in told]] == [], told


@given(texts)
def test_mentions_stand_where_they_say_and_only_nest_in_offices(text):
    found = mentions_of(text)
    for mention in found:
        assert mention.text == text[mention.start : mention.end]
        assert mention.name
        assert mention.evidence.rule
    starts = [mention.start for mention in found]
    assert starts == sorted(starts)
    for outer in found:
        for inner in found:
            if outer.start < inner.start < outer.end or (outer.start == inner.start and inner.end < outer.end):
                assert inner.end <= outer.end
                assert (outer.form, inner.kind) == ("office", "organization")


STORY = (
    "التقى وزير الخارجية الروسي سيرغي لافروف نظيره الإيراني حسين أمير عبد اللهيان في موسكو. وقال لافروف إن روسيا "
    "تدعم إيران، وإن الأمم المتحدة والاتحاد الأوروبي وحركة حماس معنية. وأعلنت واشنطن رفضها."
)


def summary(text):
    return [(m.kind, folded(m.text), m.name, m.code, m.form, m.role) for m in mentions_of(text)]


@given(marked(STORY))
def test_marks_and_tatweel_change_nothing(text):
    assert summary(text) == summary(STORY)


def test_nothing_is_found_in_noise():
    text = "وصل سيرغي لافروف إلى طهران.\nصورة أنغيلا ميركل (رويترز)\nوقال إن روسيا مستعدة."
    start = text.index("صورة")
    noise = (Span(start, text.index("\n", start)),)
    assert {m.name for m in mentions_of(text, noise=noise)} == {"Sergey Lavrov", "Tehran", "Russia"}
