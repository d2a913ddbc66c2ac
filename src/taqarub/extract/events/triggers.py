"""Triggers: where the words of event frames occur and which reading of them stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from taqarub.extract.view import Sentence, View
from taqarub.lexicon.frames import Form, Frame, Trigger
from taqarub.lexicon.phrases import Hit

_WITH_REACH = 10
_SPORT_REACH = 12
_THEN_REACH = 7
_SHADDA = "\u0651"
_UNLIKELY_PRONOUNS = frozenset(("ي", "ك", "كم", "كما", "ني"))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger of a frame at tokens `first` to `last`, text `start` to `end`."""

    frame: Frame
    form: Form
    first: int
    last: int
    start: int
    end: int
    prefix: str
    pronoun: str
    definite: bool
    first_person: bool
    sentence: Sentence


def find_triggers(view: View) -> list[Occurrence]:
    """Every reading of every trigger of an article, in text order."""
    found: list[Occurrence] = []
    at = 0
    for hit in view.find(view.lexicon.frames.index):
        while at + 1 < len(view.sentences) and view.sentences[at].stop <= hit.first:
            at += 1
        occurrence = _occurrence(view, view.sentences[at], hit)
        if occurrence is not None:
            found.append(occurrence)
    return list(_readings(view, found))


def _occurrence(view: View, sentence: Sentence, hit: Hit[Trigger]) -> Occurrence | None:
    frame, form = hit.value.frame, hit.value.form
    token = view.tokens[hit.first]
    core = token.norm[len(token.norm) - len(token.norm.removeprefix(hit.prefix)) :]
    if frame.future_only and not _is_future(view, hit, sentence):
        return None
    if hit.pronoun in _UNLIKELY_PRONOUNS or (hit.pronoun == "ه" and view.text[hit.end - 1] == "ة"):
        return None
    if _is_homograph(view, hit, core) or not _is_spelled(view, hit) or not _is_possible(view, sentence, hit, core):
        return None
    if not _context_allows(view, sentence, frame, hit):
        return None
    first_person = form == "verb" and (core.startswith("ن") or core.endswith("نا"))
    return Occurrence(frame, form, hit.first, hit.last, hit.start, hit.end, hit.prefix, hit.pronoun,
                      core.startswith("ال"), first_person, sentence)  # fmt: skip


def _is_homograph(view: View, hit: Hit[Trigger], core: str) -> bool:
    """'فجر' is dawn and 'قيد' under, but with a shadda they are the verbs."""
    return core in hit.value.frame.homographs and _SHADDA not in view.text[hit.start : hit.end]


def _is_spelled(view: View, hit: Hit[Trigger]) -> bool:
    """Whether hamza and shadda, where the text writes them, are those of the word: إعلان is no form of أعلن."""
    written, initial = view.text[hit.start], hit.value.initial
    if written == "إ" and hit.value.form == "verb" and initial != "ا":
        return False
    if written in "أآ" and initial in ("إ", "ا") and hit.value.form == "noun":
        return False
    return not (hit.value.frame.plain and _SHADDA in view.text[hit.start : hit.end])


def _is_possible(view: View, sentence: Sentence, hit: Hit[Trigger], core: str) -> bool:
    """Tell verbs from nouns by what stands before: no finite verb follows a preposition, no noun follows لم."""
    grammar = view.lexicon.event_grammar
    before = view.tokens[hit.first - 1].norm if hit.first > sentence.first else ""
    bare = before[1:] if before[:1] == "و" else before
    if hit.value.form == "verb":
        if hit.prefix[-1:] in ("ب", "ك") or (hit.prefix[-1:] == "ل" and not core.startswith(("ي", "ت", "ن"))):
            return False
        return bare not in grammar.prepositions or bare in ("بعد", "حتي", "ل", "حسب", "وفق")
    if hit.prefix.endswith("س"):
        return False
    return before not in ("لم", "لن", "سوف", "قد", "وقد", "لقد", "فقد") or hit.value.form == "phrase"


def _is_future(view: View, hit: Hit[Trigger], sentence: Sentence) -> bool:
    return hit.prefix.endswith("س") or (hit.first > sentence.first and view.tokens[hit.first - 1].norm == "سوف")


def _context_allows(view: View, sentence: Sentence, frame: Frame, hit: Hit[Trigger]) -> bool:
    """Whether a word the frame needs follows, and nothing stands near that it excludes."""
    sport = view.lexicon.frames.sport
    around = view.tokens[max(sentence.first, hit.first - _SPORT_REACH) : min(sentence.stop, hit.last + _SPORT_REACH)]
    if any(_is_bare_in(token.norm, sport) for token in around):
        return False
    if frame.then and not _is_followed(view, sentence, frame, hit):
        return False
    if frame.not_after and hit.first > sentence.first and view.tokens[hit.first - 1].norm in frame.not_after:
        return False
    if frame.with_ and hit.value.form != "phrase":
        following = view.tokens[hit.last + 1 : min(sentence.stop, hit.last + 1 + _WITH_REACH)]
        if not any(_has(token.norm, frame.with_) for token in following):
            return False
    if frame.without:
        near = view.tokens[max(sentence.first, hit.first - 2) : min(sentence.stop, hit.last + 5)]
        words = [token.norm for token in near]
        joined = " ".join(words)
        if any((" " in word and word in joined) or word in words for word in frame.without):
            return False
    return True


def _has(norm: str, stems: tuple[str, ...]) -> bool:
    for prefix in ("", "و", "ب", "ل", "ال", "وال", "بال", "لل"):
        rest = norm.removeprefix(prefix)
        if (prefix == "" or rest != norm) and rest.startswith(stems):
            return True
    return False


def _is_followed(view: View, sentence: Sentence, frame: Frame, hit: Hit[Trigger]) -> bool:
    """Whether the trigger opens a clause and its noun phrase ends in one of the words of `then`."""
    if hit.first > sentence.first and not hit.prefix:
        before = view.tokens[hit.first - 1]
        if before.is_word and before.norm not in view.lexicon.event_grammar.boundaries:
            return False
    for token in view.tokens[hit.last + 2 : min(sentence.stop, hit.last + 1 + _THEN_REACH)]:
        if token.norm in frame.then:
            return True
        if not token.is_word or view.lexicon.frames.is_verb(token.norm):
            return False
    return False


def _is_bare_in(norm: str, words: frozenset[str]) -> bool:
    """Whether a token is one of some words, with or without a proclitic before the article."""
    rest = "ال" + norm[2:] if norm[:2] == "لل" else norm[1:] if norm[:1] in "وبفكل" else norm
    return norm in words or rest in words


def _readings(view: View, found: list[Occurrence]) -> Iterator[Occurrence]:
    """One reading of each word for each frame: a word that is both verb and noun is a verb at the head of a clause."""
    chosen: dict[tuple[int, str], Occurrence] = {}
    for occurrence in found:
        key = (occurrence.first, occurrence.frame.id)
        rival = chosen.get(key)
        if rival is None or (rival.form == "verb" and not _heads_clause(view, rival)):
            chosen[key] = occurrence
    return iter(sorted(chosen.values(), key=lambda o: (o.first, o.frame.id)))


def _heads_clause(view: View, occurrence: Occurrence) -> bool:
    if occurrence.first == occurrence.sentence.first or occurrence.prefix.endswith("س"):
        return True
    grammar = view.lexicon.event_grammar
    before = view.tokens[occurrence.first - 1]
    if not before.is_word:
        return True
    return before.norm in grammar.particles or before.norm in grammar.boundaries or occurrence.prefix[:1] in ("و", "ف")
