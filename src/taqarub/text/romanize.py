"""A readable Latin spelling for Arabic names: known words as they are usually written, the rest letter by letter.

Three manners: `arabic` as in the English press of the Mashreq and the Gulf, `maghreb` after the French
(Chakir, Bourita, no article), `foreign` for names that Arabic itself transliterates (غ is a g there).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from taqarub.text.fold import fold, folded
from taqarub.text.tokens import tokenize

Naming = Literal["arabic", "maghreb", "foreign"]

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
}  # fmt: skip
_MANNERS: dict[Naming, dict[str, str]] = {
    "arabic": _LETTERS,
    "maghreb": _LETTERS | {"ش": "ch", "ق": "k", "ض": "dh", "ظ": "dh", "و": "ou"},
    "foreign": _LETTERS | {"غ": "g", "ح": "h", "ق": "k", "ع": "a", "ط": "t"},
}
_LONG: dict[Naming, dict[str, str]] = {
    "arabic": {"و": "u", "ي": "i"},
    "maghreb": {"و": "ou", "ي": "i"},
    "foreign": {"و": "o", "ي": "i"},
}
_VOWELS = frozenset("aeiou")
_OWN = frozenset("ثحذصضطظعق")
"""Letters for sounds that few other languages have: a name with none of them and a غ is a foreign one."""
_PARTICLES = {"بن": "bin", "ابن": "ibn", "بنت": "bint", "ال": "Al", "ابو": "Abu", "ابي": "Abi", "ام": "Umm",
              "عبد": "Abdul", "الدين": "al-Din", "الله": "Allah"}  # fmt: skip


def romanize(name: str, known: Mapping[str, str], naming: Naming = "arabic") -> str:
    """Spell an Arabic name in Latin letters; `known` maps folded words to their usual spelling.

    >>> romanize("خالد السعيد", {"خالد": "khaled"})
    'Khaled al-Said'
    >>> romanize("خالد السعيد", {"خالد": "khaled"}, "maghreb")
    'Khaled Said'
    """
    words = [token.norm for token in tokenize(fold(name)) if token.is_word]
    if "غ" in name and _OWN.isdisjoint(name):
        naming = "foreign"
    return " ".join(_word(word, known, naming, first=index == 0) for index, word in enumerate(words)) or name


def _word(word: str, known: Mapping[str, str], naming: Naming, *, first: bool) -> str:
    if word in known:
        article, dash, rest = known[word].partition("-")
        if article.lower() == "al" and dash:
            return ("Al-" if first else "al-") + rest.capitalize()
        return "-".join(part.capitalize() for part in known[word].split("-"))
    if word in _PARTICLES and naming != "foreign":
        particle = "ben" if naming == "maghreb" and word == "بن" else _PARTICLES[word]
        return particle.capitalize() if first or naming == "maghreb" else particle
    if word.startswith("ال") and len(word) > 4 and naming != "foreign":
        article = "" if naming == "maghreb" else "Al-" if first else "al-"
        return article + _stem(word[2:], known, naming)
    if word.startswith("عبدال") and len(word) > 6:
        return ("Abdel" if naming == "maghreb" else "Abdul") + _stem(word[5:], known, naming).lower()
    return _stem(word, known, naming)


def _stem(stem: str, known: Mapping[str, str], naming: Naming) -> str:
    return known.get(stem, _spell(stem, naming)).capitalize()


def _spell(stem: str, naming: Naming) -> str:
    """Letters one by one; و and ي behind a consonant or ع are long vowels, and a bare cluster gets an a."""
    letters, long_vowels = _MANNERS[naming], _LONG[naming]
    out = ""
    stem = folded(stem)
    for index, letter in enumerate(stem):
        final = index == len(stem) - 1
        long = out and (out[-1] not in _VOWELS or stem[index - 1] == "ع")
        if letter in "وي" and index and long:
            latin = long_vowels[letter]
        elif letter == "ه" and final and index:
            latin = "a" if out[-1:] not in _VOWELS else ""
        elif letter in "اع" and out[-1:] in _VOWELS:
            latin = "" if letter == "ا" or out[-1:] == "a" else "a"
        else:
            latin = letters.get(letter, letter)
            if naming != "foreign" and out and out[-1] not in _VOWELS and latin[:1] not in _VOWELS and index == 1:
                out += "a"
        out += latin
    return out
