"""Events: golden cases, the examples of every frame, the ontology, and properties over odd input."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqarub.extract.events import choose, find_events
from taqarub.extract.events.candidates import Candidate, draft_events, find_candidates
from taqarub.extract.events.merging import merge
from taqarub.extract.mentions import find_mentions
from taqarub.extract.quotations import find_quotations
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.lexicon import default
from taqarub.model import Article, EventMention, Evidence
from work import calls

CASES = Path(__file__).parent / "cases" / "events"
FRAMES = sorted(default().frames.by_id.values(), key=lambda frame: frame.id)


def candidates(text: str, published: str | None = None) -> tuple[View, list[Candidate]]:
    seen = view(Article("case", text, published=published), default())
    mentions = find_mentions(seen)
    casting = draft_events(seen, mentions, find_quotations(seen, mentions))
    return seen, find_candidates(seen, casting, find_times(seen), default().role_weights)


def events(text: str, published: str | None = None) -> tuple[EventMention, ...]:
    seen = view(Article("case", text, published=published), default())
    mentions = find_mentions(seen)
    return find_events(seen, mentions, find_times(seen), find_quotations(seen, mentions))


def cases() -> list[object]:
    found = []
    for path in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_case(case: dict) -> None:
    if not case["events"]:
        assert events(case["text"], case.get("published")) == ()
        return
    seen, weighed = candidates(case["text"], case.get("published"))
    found = choose(seen, [(candidate, 0.9) for candidate in weighed], 0.5)
    told = {(e.type, e.actors, e.recipients) for e in found}
    for wanted in case["events"]:
        assert (wanted["type"], tuple(wanted["actors"]), tuple(wanted["recipients"])) in told


@pytest.mark.parametrize(
    ("frame", "example"), [pytest.param(f, text, id=f"{f.id}: {text}") for f in FRAMES for text in f.examples]
)
def test_example_of_a_frame_fires(frame, example: str) -> None:
    assert frame.id in {candidate.occurrence.frame.id for candidate in candidates(example)[1]}


@pytest.mark.parametrize(
    ("frame", "example"), [pytest.param(f, text, id=f"{f.id}: {text}") for f in FRAMES for text in f.not_examples]
)
def test_not_example_of_a_frame_does_not_fire(frame, example: str) -> None:
    assert frame.entry not in {event.evidence.entry for event in events(example)}


def test_the_ontology_is_whole() -> None:
    ontology = default().frames.ontology
    assert len(ontology.types) == 16
    assert {t.quad for t in ontology.types.values()} == {1, 2, 3, 4}
    assert ontology.types["ACCUSE"].score == -3
    assert ontology.types["SANCTION"].quad == 4
    assert ontology.types["CONSULT"].score_of("visit") == 4
    assert ontology.types["PROTEST"].score_of(None) == -5
    assert ontology.shifted("CONSULT", "future") == "AGREE"
    assert ontology.shifted("ACCUSE", "future") == "ACCUSE"
    assert set(ontology.auxiliary) == {"historical", "future", "hypothetical", "negation"}


def test_every_type_has_frames() -> None:
    assert {frame.type for frame in FRAMES} == set(default().frames.ontology.types)


def event(**changes: object) -> EventMention:
    fields = {"start": 0, "end": 1, "trigger": "x", "type": "CONSULT", "mode": None, "actors": ("IRN", "RUS"),
              "recipients": (), "evidence": Evidence("test")}  # fmt: skip
    return EventMention(**{**fields, **changes})


def test_one_happening_is_told_once() -> None:
    told = merge([event(), event(start=5, end=6, date="2022-03-15"), event(start=9, end=10, actors=("IRN",))])
    assert len(told) == 1
    assert told[0].date == "2022-03-15"


def test_other_dates_and_other_sides_are_other_happenings() -> None:
    assert len(merge([event(date="2022-03-15"), event(start=5, date="2021-01-01")])) == 2
    assert len(merge([event(), event(start=5, actors=("IRN", "TUR"))])) == 2


def test_old_news_is_historical() -> None:
    (found,) = events("زار الرئيس الروسي إيران في عام 2007.", "2022-03-15")
    assert found.date == "2007"
    assert "historical" in found.aux


def test_evidence_stands_in_the_text() -> None:
    text = "وقعت روسيا وإيران في موسكو اتفاقية شراكة استراتيجية."
    for found in events(text):
        assert text[found.start : found.end] == found.trigger
        assert 0 < found.confidence <= 1
        assert all(text[span.start : span.end].strip() for span in found.evidence.spans)


WORDS = ["زار", "الرئيس", "الروسي", "إيران", "و", "في", "،", ".", "«", "»", "قال", "إن", "سوف", "لم", "التي", "شنتها",
         "إسرائيل", "على", "زيارة", "القصف", "بلاده", "الجانبان", "المحتجون", "2015", "\n", "ه"]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_odd_text_gives_events_that_stand_in_it(words: list[str]) -> None:
    text = " ".join(words)
    for found in events(text):
        assert text[found.start : found.end] == found.trigger


def test_time_is_linear_in_the_text() -> None:
    text = "أدانت السعودية القصف الإسرائيلي على غزة، وقال الوزير إن بلاده ستواصل دعم فلسطين. " * 40
    events(text)
    assert calls(lambda: events(text * 2)) < 2.5 * calls(lambda: events(text))
