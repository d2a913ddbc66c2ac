"""One article made of a text or of a JSON object; its text is kept to the letter."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

from taqarub.errors import InputError
from taqarub.ingest.language import why_not_arabic
from taqarub.ingest.noise import find_noise
from taqarub.model import Article

MAX_CHARACTERS = 1_000_000
"""A longer text is a book or many articles in one file, not an article."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ].*)?)?)?\Z", re.DOTALL)
DATE_HINT = "write YYYY-MM-DD, YYYY-MM or YYYY, or leave it out"
_STRINGS = ("id", "outlet", "url", "title")


def make_article(
    text: str,
    *,
    id: str | None = None,
    title: str = "",
    outlet: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """Build an article and find its noise. Without `id`, the text's own digest is its id."""
    return Article(id or text_digest(text), text, title, outlet, published, url, find_noise(text))


def text_digest(text: str) -> str:
    """Name a text by its content: the same text has the same name everywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def published_day(value: str) -> str:
    """Bring a day of publication to ISO form, as precise as it is; raises ValueError if it is none.

    >>> published_day("2022-05-03T10:15:00Z"), published_day("2022-05")
    ('2022-05-03', '2022-05')
    """
    value = value.strip()
    parts = _ISO.match(value)
    if parts is None:
        return parsedate_to_datetime(value).date().isoformat()  # as feeds write it: Tue, 03 May 2022 …
    year, month, day = parts.groups()
    date(int(year), int(month or 1), int(day or 1))
    return "-".join(part for part in (year, month, day) if part)


def given_day(value: str | None) -> str | None:
    """Bring a day of publication given by a caller to ISO form; raises InputError if it is none."""
    try:
        return published_day(value) if value is not None else None
    except ValueError:
        raise InputError("published", f"is no date: {value!r}", hint=DATE_HINT) from None


def checked_text(text: str, source: str, place: str = "") -> str:
    """Return `text` if it is an article's in Arabic; else raise InputError saying what it is."""
    if not text.strip():
        raise InputError(source, "the text is empty", place=place)
    if len(text) > MAX_CHARACTERS:
        raise InputError(
            source,
            f"{len(text):,} characters are too many for one article (at most {MAX_CHARACTERS:,})",
            place=place,
            hint="split it into one article a file, or one a line as JSON Lines",
        )
    if reason := why_not_arabic(text):
        raise InputError(source, reason, place=place, hint="skipped; taqarub reads Arabic only")
    return text


def parse_article(
    data: Any, source: str, *, place: str = "", outlet: str | None = None, published: str | None = None
) -> Article:
    """Make an article of a JSON object with `text`; `outlet` and `published` stand in where it has none."""
    if not isinstance(data, dict):
        raise InputError(source, f"an article is a JSON object, not {_kind(data)}", place=place)
    if not isinstance(data.get("text"), str):
        keys = ", ".join(map(str, list(data)[:8])) or "none"
        problem = "key 'text' is not a string" if "text" in data else f"no key 'text' (keys: {keys})"
        raise InputError(source, problem, place=place, hint='an article needs {"text": "…"}')
    text = checked_text(data["text"], source, place)
    if lone := re.search(r"[\ud800-\udfff]", text):
        problem = f"half a character (a lone surrogate) in 'text' at {lone.start()}"
        raise InputError(source, problem, place=place, hint="remove it")
    own = {key: _string(data, key, source, place) for key in _STRINGS}
    return make_article(
        text,
        id=own["id"],
        title=own["title"] or "",
        outlet=own["outlet"] or outlet,
        published=_published(data, source, place) or published,
        url=own["url"],
    )


def _string(data: dict[Any, Any], key: str, source: str, place: str) -> str | None:
    value = data.get(key)
    if value is None or isinstance(value, str):
        return value or None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise InputError(source, f"key '{key}' is {_kind(value)}, not a string", place=place)


def _published(data: dict[Any, Any], source: str, place: str) -> str | None:
    value = _string(data, "published", source, place)
    if value is None or not value.strip():
        return None
    try:
        return published_day(value)
    except ValueError:
        problem = f"'published' is no date: {value[:40]!r}"
        raise InputError(source, problem, place=place, hint=DATE_HINT) from None


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "a string", bool: "a truth value", type(None): "null"}
    return kinds.get(type(value), "a number")
