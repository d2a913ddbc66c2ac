from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from taqarub.model.dating import Dating
from taqarub.model.items import Span


@dataclass(frozen=True, slots=True)
class Article:
    """One published text.

    `text` is kept to the letter; all offsets are Python string indices (code points) into it.
    `published` is the ISO date relative dates are resolved against, as precise as known
    (`2022-05-03`, `2022-05`, `2022`), `None` if unknown.
    `dated` tells why, if `published` was not given but told from the text.
    `noise` are the spans of `text` that belong to the page and not to the article
    (captions, teasers, notices); nothing is read from them.
    """

    id: str
    text: str
    title: str = ""
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    noise: tuple[Span, ...] = ()
    dated: Dating | None = None

    @property
    def published_from(self) -> Literal["given", "text"] | None:
        """Where `published` is from; None if it is not known."""
        if self.published is None:
            return None
        return "text" if self.dated else "given"

    @property
    def day(self) -> date | None:
        """The day of publication, if known to the day."""
        return date.fromisoformat(self.published) if self.published and len(self.published) == 10 else None
