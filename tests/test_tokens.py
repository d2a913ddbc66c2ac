"""Tokens keep their written extent; clitics come off in every way the word allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabic import marked, texts
from taqarub.text import fold, folded, tokenize
from taqarub.text.tokens import analyses, without_pronoun

SENTENCE = "وأعلنت وزارة الخارجية الإيرانية أن الوفد سيزور الكرملين في 12 مارس/آذار، بحسب «رويترز»."


@given(texts)
def test_tokens_stand_where_they_say(text):
    last = 0
    for token in tokenize(fold(text)):
        assert 0 <= token.start < token.end <= len(text)
        assert token.start >= last
        last = token.start
        assert token.norm in folded(text[token.start : token.end])
        assert len(token.starts) == len(token.norm)
        assert token.starts[0] == token.start
        for analysis in token.analyses:
            assert token.start <= token.core_start(analysis) < token.end


@given(texts)
def test_only_blanks_and_what_folds_away_lie_between_tokens(text):
    covered = set()
    for token in tokenize(fold(text)):
        covered.update(range(token.start, token.end))
    rest = "".join(char for at, char in enumerate(text) if at not in covered)
    assert folded(rest).strip() == ""


@given(texts)
def test_numbers_are_numbers(text):
    for token in tokenize(fold(text)):
        if token.is_number:
            assert token.norm.replace(",", "").replace(".", "").isdecimal()
            assert not token.is_word


@given(marked(SENTENCE, controls=True))
def test_marks_change_no_token(text):
    assert [t.norm for t in tokenize(fold(text))] == [t.norm for t in tokenize(fold(SENTENCE))]


def test_numbers_letters_and_signs_part():
    assert [t.norm for t in tokenize(fold("بلغ 3.5% (1,200$) F-16 ٢٠١٥/٨/٧"))] == [
        "بلغ", "3.5", "%", "(", "1,200", "$", ")", "F", "-", "16", "2015", "/", "8", "/", "7",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("word", "prefix", "core"),
    [
        ("وللاتحاد", "ول", "الاتحاد"),
        ("للاتحاد", "ل", "الاتحاد"),
        ("فبالكرملين", "فب", "الكرملين"),
        ("وبلبنان", "وب", "لبنان"),
        ("للبنان", "ل", "لبنان"),
        ("وسيزور", "وس", "يزور"),
        ("سنواصل", "س", "نواصل"),
        ("كالعادة", "ك", "العاده"),
        ("ولليمن", "ول", "اليمن"),
        ("فالرئيس", "ف", "الرييس"),
        ("واشنطن", "", "واشنطن"),
        ("لندن", "", "لندن"),
        ("بالله", "ب", "الله"),
    ],
)
def test_clitic_stacks(word, prefix, core):
    assert (prefix, core) in [(a.prefix, a.core) for a in analyses(folded(word))]


@pytest.mark.parametrize(("word", "prefix"), [("ب", ""), ("و", ""), ("في", ""), ("سد", ""), ("سوريا", "")])
def test_short_words_and_roots_stay_whole(word, prefix):
    assert [a.prefix for a in analyses(word)] == [prefix]


@given(st.text(st.sampled_from("وفبكلسايت"), min_size=1, max_size=8))
def test_prefix_and_core_make_the_word(word):
    for analysis in analyses(word):
        if analysis.core.startswith("ال") and analysis.prefix.endswith("ل"):
            continue  # لل stands for ل + ال
        assert analysis.prefix + analysis.core == word
        assert word[analysis.skip :] == analysis.core


@pytest.mark.parametrize(
    ("word", "stem", "pronoun"),
    [("زيارته", "زياره", "ه"), ("نظيرها", "نظير", "ها"), ("بلادهم", "بلاد", "هم"), ("حكومتنا", "حكومه", "نا")],
)
def test_pronouns_come_off(word, stem, pronoun):
    assert (stem, pronoun) in without_pronoun(word)


def test_the_core_of_a_marked_word_begins_at_its_letter():
    text = "وَلِلاتِّحاد"
    token = tokenize(fold(text))[0]
    analysis = next(a for a in token.analyses if a.core == "الاتحاد")
    assert text[token.core_start(analysis) : token.end] == "لِلاتِّحاد"  # the article cannot be parted from its ل
    assert token.has_clitic(token.core_start(analysis))
    text = "بِـطهران"
    token = tokenize(fold(text))[0]
    analysis = next(a for a in token.analyses if a.core == "طهران")
    assert text[token.core_start(analysis) : token.end] == "طهران"
    assert token.has_clitic(token.core_start(analysis))
    assert not token.has_clitic(token.start)
