"""The words of a news page that are not its article: headings, buttons, notices, picture credits."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from taqarub.errors import LexiconError
from taqarub.lexicon.load import read_toml
from taqarub.text import fold

_FILE = "page.toml"
_FAMILIES = (
    "related", "furniture", "notices", "pointers", "links", "more",
    "platforms", "buttons", "fillers", "credits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PageWords:
    """`data/page.toml`, compiled. Keys are as `page_key` makes them."""

    related: frozenset[str]
    furniture: frozenset[str]
    notices: re.Pattern[str]
    pointers: re.Pattern[str]
    links: re.Pattern[str]
    more: re.Pattern[str]
    platforms: frozenset[str]
    buttons: frozenset[str]
    fillers: frozenset[str]
    credits: re.Pattern[str]


def page_key(line: str) -> str:
    """Make a line comparable: folded, lower case, single blanks, no punctuation at its ends.

    >>> page_key("إقرأ أيضاً : ") == page_key("... اقرأ ايضا")
    True
    """
    return " ".join(fold(line).text.lower().split()).strip(" .:;،,…-–—|/*•·+»«>")


def credit_key(bracket: str) -> str:
    """Make the words in a bracket comparable: as `page_key`, and without the dots of initials."""
    return page_key(bracket.replace(".", " "))


@cache
def page_words() -> PageWords:
    """Compile the page words; raises LexiconError if the file breaks a rule of its family."""
    data = read_toml(_FILE)
    for family in _FAMILIES:
        _check(family, data.get(family))
    keys = {family: frozenset(page_key(form) for form in data[family]) for family in _FAMILIES}
    return PageWords(
        related=keys["related"],
        furniture=keys["furniture"],
        notices=_starts(data["notices"]),
        pointers=_starts(data["pointers"]),
        links=re.compile("|".join(re.escape(key) for key in sorted(keys["links"], key=len, reverse=True))),
        more=_starts(data["more"]),
        platforms=keys["platforms"],
        buttons=keys["buttons"] | keys["platforms"],
        fillers=keys["fillers"],
        credits=_whole(data["credits"]),
    )


def _check(family: str, forms: Any) -> None:
    if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and f.strip() for f in forms):
        raise LexiconError(f"{_FILE}: {family}: must be a list of words")


def _starts(forms: Iterable[str]) -> re.Pattern[str]:
    """Match the beginning of a line; an inner `*` stands for a few words."""
    pieces = (map(re.escape, map(page_key, form.removesuffix("*").split("*"))) for form in forms)
    return re.compile(rf"(?:{'|'.join('.{0,40}?'.join(form) for form in pieces)})(?!\w)")


def _whole(forms: Iterable[str]) -> re.Pattern[str]:
    """Match a whole bracket; a form that ends in `*` may be followed by anything."""
    parts = []
    for form in forms:
        key = re.escape(credit_key(form.removesuffix("*")))
        parts.append(rf"{key}(?!\w).*" if form.endswith("*") else key)
    return re.compile(rf"(?:{'|'.join(parts)})\Z")
