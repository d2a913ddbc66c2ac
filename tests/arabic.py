"""Hypothesis strategies and helpers for Arabic text, shared by the tests."""

from hypothesis import strategies as st

MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
TATWEEL = "\u0640"
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u200c\u200d\ufeff"
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة"

any_text = st.text(st.characters(exclude_categories=("Cs",)), max_size=80)
"""Any Unicode a file can hold: astral letters, bidi controls, marks, ligatures, odd blanks."""

_SIGNS = "ﻻﻼﷲﷺﷻﭐﮔ﴾﴿ﹰﹲ٠٣٩۴5.,،؛؟!«»“”„\"'()…-–—\n\t \u00a0"
_odd = st.sampled_from([*_SIGNS, *CONTROLS, *MARKS, TATWEEL, "é", "e\u0301", "²", "𐤀", "😀"])
_piece = st.one_of(st.sampled_from(LETTERS), _odd, st.text(st.sampled_from(LETTERS), max_size=6))
odd_text = st.lists(_piece, max_size=60).map("".join)
"""Arabic letters in bad company."""

texts = st.one_of(any_text, odd_text)


@st.composite
def marked(draw, text, controls=False):
    """`text` with marks and tatweel put behind letters that another letter follows; returns the new text."""
    put = st.sampled_from([*MARKS, TATWEEL, TATWEEL * 3, "\u064e\u0651", *(CONTROLS if controls else "")])
    out = []
    for letter, following in zip(text, [*text[1:], " "], strict=True):
        out.append(letter)
        if letter in LETTERS and following in LETTERS and draw(st.integers(0, 3)) == 0:
            out.append(draw(put))
    return "".join(out)
