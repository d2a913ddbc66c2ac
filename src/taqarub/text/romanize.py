"""A readable Latin spelling for Arabic names: known words as they are usually written, the rest letter by letter."""

from __future__ import annotations

from collections.abc import Mapping

from taqarub.text.fold import fold, folded
from taqarub.text.tokens import tokenize

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_VOWELS = frozenset("aeiou")
_PARTICLES = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "ابو": "Abu", "ابي": "Abi", "ام": "Umm",
              "عبد": "Abdul", "الدين": "al-Din", "الله": "Allah"}  # fmt: skip


def romanize(name: str, known: Mapping[str, str]) -> str:
    """Spell an Arabic name in Latin letters; `known` maps folded words to their usual spelling.

    >>> romanize("خالد السعيد", {"خالد": "khaled"})
    'Khaled al-Said'
    """
    words = [token.norm for token in tokenize(fold(name)) if token.is_word]
    return " ".join(_word(word, known, first=index == 0) for index, word in enumerate(words)) or name


def _word(word: str, known: Mapping[str, str], *, first: bool) -> str:
    if word in _PARTICLES:
        particle = _PARTICLES[word]
        return particle.capitalize() if first else particle
    if word in known:
        return "-".join(part.capitalize() for part in known[word].split("-"))
    if word.startswith("ال") and len(word) > 4:
        article = "Al-" if first else "al-"
        return article + _stem(word[2:], known)
    if word.startswith("عبدال") and len(word) > 6:
        return "Abdul" + _stem(word[5:], known).lower()
    return _stem(word, known)


def _stem(stem: str, known: Mapping[str, str]) -> str:
    return known.get(stem, _spell(stem)).capitalize()


def _spell(stem: str) -> str:
    """Letters one by one; و and ي behind a consonant or ع are long vowels, and a bare cluster gets an a."""
    out = ""
    stem = folded(stem)
    for index, letter in enumerate(stem):
        final = index == len(stem) - 1
        long = out and (out[-1] not in _VOWELS or stem[index - 1] == "ع")
        if letter in "وي" and index and long:
            latin = "u" if letter == "و" else "i"
        elif letter == "ه" and final and index:
            latin = "a" if out[-1:] not in _VOWELS else ""
        elif letter in "اع" and out[-1:] in _VOWELS:
            latin = "" if letter == "ا" or out[-1:] == "a" else "a"
        else:
            latin = _LETTERS.get(letter, letter)
            if out and out[-1] not in _VOWELS and latin[:1] not in _VOWELS and index == 1:
                out += "a"
        out += latin
    return out
