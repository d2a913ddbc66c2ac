"""Small words that tell Arabic from the languages that share its script."""

from __future__ import annotations

from functools import cache

from taqarub.lexicon.load import read_toml


def small_word(word: str) -> str:
    """Unify the two kafs and yas of a word, which Arabic pages mix."""
    return word.replace("ك", "ک").replace("ي", "ی")


@cache
def small_words() -> dict[str, frozenset[str]]:
    """Return the small words of each language of `data/languages.toml`."""
    return {name: frozenset(map(small_word, words)) for name, words in read_toml("languages.toml").items()}
