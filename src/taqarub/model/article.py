from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from taqarub.model.items import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One published text.

    `text` is kept to the letter; all offsets are Python string indices (code points) into it.
    `published` is the day relative dates are resolved against, `None` if unknown.
    `noise` are the spans of `text` that belong to the page and not to the article
    (captions, teasers, notices); nothing is read from them.
    """

    id: str
    text: str
    title: str = ""
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    noise: tuple[Span, ...] = ()
