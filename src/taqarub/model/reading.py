from __future__ import annotations

from dataclasses import dataclass

from taqarub.model.article import Article
from taqarub.model.items import (
    EventMention,
    Mention,
    Organization,
    Person,
    Quantity,
    Quotation,
    TimeExpression,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that is found in one article. Every tuple is in text order; items never lie in noise."""

    article: Article
    mentions: tuple[Mention, ...] = ()
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    events: tuple[EventMention, ...] = ()
    figures: tuple[Quantity, ...] = ()
