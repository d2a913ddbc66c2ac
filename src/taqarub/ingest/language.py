"""Whether a text is in Arabic: by its letters, and against its neighbours in script by their small words."""

from __future__ import annotations

import re

from taqarub.lexicon.languages import small_word, small_words

_LETTERS = re.compile(r"[^\W\d_]")
_ARABIC_SCRIPT = re.compile(r"[\u0621-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_WORD = re.compile(r"[\u0621-\u06d3\u0750-\u077f]+")
_SAMPLE = 20_000
"""Characters that are enough to tell a language."""


def why_not_arabic(text: str) -> str | None:
    """Say why a text is not in Arabic, or None if it is. Names in Persian letters do not make it Persian."""
    sample = text[:_SAMPLE]
    letters = len(_LETTERS.findall(sample))
    script = len(_ARABIC_SCRIPT.findall(sample))
    if not script:
        return "not in Arabic: it has no Arabic letters" if letters else "no words"
    if script < 0.3 * letters:
        return f"not in Arabic: only {round(100 * script / letters)}% of its letters are Arabic"
    words = [small_word(word) for word in _WORD.findall(sample)]
    counts = {name: sum(word in small for word in words) for name, small in small_words().items()}
    arabic = counts.pop("Arabic")
    name, most = max(counts.items(), key=lambda item: item[1])
    return f"in {name}, not in Arabic" if most >= 3 and most > 2 * arabic else None
