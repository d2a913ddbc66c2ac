"""Paragraphs, quoted stretches and sentences."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arabic import marked, texts
from taqarub.text import folded, paragraphs, quoted_spans, sentence_spans


def quoted(text):
    return [text[start:end] for start, end in quoted_spans(text)]


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال «نعم» ثم «لا»", ["نعم", "لا"]),
        ('قال "نعم" و"لا".', ["نعم", "لا"]),
        ("قال “نعم” ثم „لا”", ["نعم", "لا"]),
        ("قال «سألني «من أنت» فقلت» وخرج", ["سألني «من أنت» فقلت"]),
        ('قال «قرأت في "الصحيفة" هذا» وخرج', ['قرأت في "الصحيفة" هذا']),
        ("قال “رأيت «هذا» هناك” وخرج", ["رأيت «هذا» هناك"]),
        ("بـ”المسلسل“ و ”الحلقة“، ثم", ["المسلسل", "الحلقة"]),
        ("اسمه ”نور” و”أمل” معا", ["نور", "أمل"]),
        ("شعاره “الحرية“، ثم", ["الحرية"]),
        ("لـ»الشركة» عن «المصنع»", ["الشركة", "المصنع"]),
        ('قال "نعم″ ثم "لا”', ["نعم", "لا"]),
        ("« نعم » ثم « لا »", [" نعم ", " لا "]),
        ("انتهى كلامه»، ثم قال «نعم» وخرج", ["نعم"]),
        ("قال «نعم وخرج", []),
        ("قال «سألت «من» وخرج", ["من"]),
        ("قال «نعم\nوخرج» هو", []),
        ("طوله 5″ فقط", []),
        ('«»“”""', []),
    ],
)
def test_quoted_stretches(text, found):
    assert quoted(text) == found


@given(texts)
def test_quoted_stretches_are_inside_one_paragraph_in_order_and_not_empty(text):
    last = 0
    bounds = paragraphs(text)
    for start, end in quoted_spans(text):
        assert last <= start < end
        last = end
        assert any(first <= start and end <= stop for first, stop in bounds)
        assert "\n" not in text[start:end]


@given(texts)
def test_paragraphs_are_the_lines(text):
    assert [text[s:e] for s, e in paragraphs(text)] == [line.strip() for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("وصل الوفد. وغادر الوزير.", ["وصل الوفد.", "وغادر الوزير."]),
        ("متى يصل؟ غدا! نعم.", ["متى يصل؟", "غدا!", "نعم."]),
        ("ذكرت وكالة أ. ف. ب أن الوفد وصل. ثم عاد.", ["ذكرت وكالة أ. ف. ب أن الوفد وصل.", "ثم عاد."]),
        ("نقلت (د. ب. أ.) الخبر. ثم نفته.", ["نقلت (د. ب. أ.) الخبر.", "ثم نفته."]),
        ("نقلت أَ. فَ. ب الخبر.", ["نقلت أَ. فَ. ب الخبر."]),
        ("قال «وصلنا أمس. سنعود غدا» وغادر. ثم عاد.", ["قال «وصلنا أمس. سنعود غدا» وغادر.", "ثم عاد."]),
        ("قال: «وصلنا أمس. سنعود غدا.» ثم عاد.", ["قال: «وصلنا أمس. سنعود غدا.»", "ثم عاد."]),
        ('قال "وصلنا. سنعود."، وغادر. ثم عاد.', ['قال "وصلنا. سنعود."، وغادر.', "ثم عاد."]),
        ("بلغ 3.5 مليون... ثم زاد… قليلا.", ["بلغ 3.5 مليون... ثم زاد… قليلا."]),
        ("العنوان\nالنص هنا\n\nوهنا", ["العنوان", "النص هنا", "وهنا"]),
        ("وصل الوفد.\u200f ثم عاد.\u200f", ["وصل الوفد.\u200f", "ثم عاد.\u200f"]),
        (" \n ", []),
    ],
)
def test_sentences(text, found):
    assert sentences(text) == found


@given(texts)
def test_sentences_cover_all_but_blanks_and_never_overlap(text):
    last = 0
    for start, end in sentence_spans(text):
        assert text[last:start].strip() == ""
        assert last <= start < end
        assert text[start:end].strip() == text[start:end]
        last = end
    assert text[last:].strip() == ""


SPEECH = "ذكرت وكالة أ. ف. ب أن الوزير قال «وصلنا أمس. سنعود غدا» ثم غادر. وأضاف أن اللقاء كان مثمرا."


@given(marked(SPEECH, controls=True))
def test_marks_move_no_sentence_and_no_quotation(text):
    assert [folded(s) for s in sentences(text)] == [folded(s) for s in sentences(SPEECH)]
    assert [folded(q) for q in quoted(text)] == [folded(q) for q in quoted(SPEECH)]


@given(st.text(st.sampled_from('«»“”„"″‹› اب.\n'), max_size=60))
def test_any_disorder_of_marks_is_read(text):
    for start, end in quoted_spans(text):
        assert start < end
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["«", "»", "”", '"', "“ا", "أ. ", ".", "«ا. ", "»ا "])
def test_long_disorder_is_read(piece):
    text = piece * (200_000 // len(piece))
    quoted_spans(text)
    sentence_spans(text)
