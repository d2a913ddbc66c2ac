"""What a reading is made of: frozen, slotted dataclasses without dependencies."""

from taqarub.model.article import Article
from taqarub.model.dating import Dating, DatingReason
from taqarub.model.items import (
    EventMention,
    Evidence,
    Mention,
    Organization,
    Person,
    Quantity,
    Quotation,
    Span,
    TimeExpression,
)
from taqarub.model.reading import Reading

__all__ = [
    "Article",
    "Dating",
    "DatingReason",
    "EventMention",
    "Evidence",
    "Mention",
    "Organization",
    "Person",
    "Quantity",
    "Quotation",
    "Reading",
    "Span",
    "TimeExpression",
]
