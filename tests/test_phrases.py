"""Phrases over tokens: proclitics off, marks ignored, longest first."""

from hypothesis import given
from hypothesis import strategies as st

from arabic import LETTERS, marked, texts
from taqarub.lexicon import PhraseIndex
from taqarub.text import fold, folded, tokenize

PHRASES = PhraseIndex(
    [
        ("الاتحاد الأوروبي", "EU"),
        ("الأمم المتحدة", "UN"),
        ("مجلس الأمن", "UNSC"),
        ("مجلس الأمن القومي", "NSC"),
        ("حركة حماس", "HAMAS"),
        ("موسكو", "Moscow"),
        ("طالين", "Tallinn"),
    ]
)


def found(index, text):
    return [(h.value, text[h.start : h.end], h.prefix) for h in index.find(tokenize(fold(text)))]


def test_proclitics_come_off_the_first_word():
    assert found(PHRASES, "وللاتحاد الأوروبي دور، وبموسكو وفد") == [
        ("EU", "للاتحاد الأوروبي", "ول"),
        ("Moscow", "موسكو", "وب"),
    ]


def test_the_longest_wins_and_nothing_overlaps():
    assert found(PHRASES, "مجلس الأمن القومي ثم مجلس الأمن") == [
        ("NSC", "مجلس الأمن القومي", ""),
        ("UNSC", "مجلس الأمن", ""),
    ]


def test_marks_between_words_are_stepped_over():
    assert found(PHRASES, "حركة «حماس» وحركة (حماس)") == [("HAMAS", "حركة «حماس»", "")]


def test_a_phrase_of_several_values_gives_them_all():
    index = PhraseIndex([("طرابلس", "LBY"), ("طرابلس", "LBN"), ("طرابلس", "LBY")])
    assert [value for value, _, _ in found(index, "في طرابلس")] == ["LBY", "LBN"]
    assert index.get("طَرابُلس") == ["LBY", "LBN"]
    assert index.get("طرابلس الغرب") == []


def test_pronouns_only_where_allowed():
    forms = [("زيارة", "visit")]
    assert [h.pronoun for h in PhraseIndex(forms, pronouns=True).find(tokenize(fold("وزيارته")))] == ["ه"]
    assert found(PhraseIndex(forms), "وزيارته") == []


def test_a_noun_takes_no_future_sign():
    assert found(PhraseIndex([("يلين", 1)]), "سيلين") == [(1, "يلين", "س")]
    assert found(PhraseIndex([("يلين", 1)], nouns=True), "سيلين") == []


def test_an_empty_phrase_is_never_found():
    index = PhraseIndex([("", 1), ("«»", 2), ("ـــ", 3)])
    assert found(index, "« » ـ كلمة") == []


TEXT = "وقالت حركة حماس إن مجلس الأمن القومي ومجلس الأمن والاتحاد الأوروبي وللأمم المتحدة وفد في موسكو"


@given(marked(TEXT, controls=True))
def test_marks_change_no_hit(text):
    assert [(v, folded(w), p) for v, w, p in found(PHRASES, text)] == [
        (v, folded(w), p) for v, w, p in found(PHRASES, TEXT)
    ]


@given(texts)
def test_hits_stand_where_they_say(text):
    index = PhraseIndex([(letter, letter) for letter in LETTERS] + [("ا ب", "two"), ("لا", "no"), ("الله", "god")])
    tokens = tokenize(fold(text))
    last = -1
    for hit in index.find(tokens):
        assert hit.first > last or hit.last == last
        last = hit.last
        assert tokens[hit.first].start <= hit.start < hit.end == tokens[hit.last].end


word = st.text(st.sampled_from(LETTERS), min_size=1, max_size=5)


@given(st.lists(word, min_size=1, max_size=4), st.lists(word, max_size=3), st.lists(word, max_size=3))
def test_what_was_put_in_is_found(phrase, before, after):
    index = PhraseIndex([(" ".join(phrase), 0)])
    tokens = tokenize(fold(" ".join([*before, *phrase, *after])))
    assert any(index.at(tokens, at) for at in range(len(tokens)))
