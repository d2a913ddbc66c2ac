"""Folding and its map back to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabic import CONTROLS, MARKS, texts
from taqarub.text import fold, folded


@pytest.mark.parametrize(
    ("written", "norm"),
    [
        ("الأُمَمُ المُتَّحِدَةُ", "الامم المتحده"),
        ("مـــؤتـمر", "موتمر"),
        ("إيران آسيا أبيب ٱلله", "ايران اسيا ابيب الله"),
        ("مستشفى هيئة رؤية", "مستشفي هييه رويه"),
        ("ایران کشور", "ايران كشور"),
        ("گروه پاكستان چاد ژنرال ڤيينا", "كروه باكستان جاد زنرال فيينا"),
        ("١٢٣ ۴۵۶ ７", "123 456 7"),
        ("٣٫٥ ٪", "3.5 %"),
        ("ﻻ ﷲ ﺳﻼﻡ", "لا الله سلام"),
        ("\u202bروسيا\u202c \u200fوإيران", "روسيا وايران"),
        ("ﹰ\ufc60", ""),
        ("café", "cafe"),
        ("ۓ ۂ", "ي ه"),
    ],
)
def test_one_spelling(written, norm):
    assert folded(written) == fold(written).text == norm


@given(texts)
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(texts)
def test_composed_and_decomposed_fold_alike(text):
    assert folded(unicodedata.normalize("NFD", text)) == folded(unicodedata.normalize("NFC", text))


@given(texts)
def test_every_folded_character_knows_where_it_came_from(text):
    result = fold(text)
    assert result.original == text
    assert len(result.origin) == len(result.text)
    assert all(a <= b for a, b in zip(result.origin, result.origin[1:], strict=False))
    for char, offset in zip(result.text, result.origin, strict=True):
        assert char in folded(text[offset])


@given(texts, st.data())
def test_a_span_maps_to_original_text_that_folds_to_it(text, data):
    result = fold(text)
    if not result.text:
        return
    start = data.draw(st.integers(0, len(result.text) - 1))
    end = data.draw(st.integers(start + 1, len(result.text)))
    first, stop = result.span(start, end)
    assert 0 <= first < stop <= len(text)
    assert result.text[start:end] in folded(text[first:stop])


def test_a_word_keeps_its_own_marks_and_leaves_its_neighbours():
    text = "قالَ وزيرُ"
    result = fold(text)
    at = result.text.index("وزير")
    start, end = result.span(at, at + 4)
    assert text[start:end] == "وزيرُ"
    start, end = result.span(0, 3)
    assert text[start:end] == "قالَ"


@pytest.mark.parametrize("piece", [MARKS, "ـ", CONTROLS, "ب" + MARKS, "ﷺ", "a\u0301"])
def test_a_megabyte_of_it_is_read(piece):
    text = piece * (1_000_000 // len(piece))
    result = fold(text)
    assert len(result.origin) == len(result.text)
