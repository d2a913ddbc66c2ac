"""The list of stages: article in, reading out; every item's words are checked against the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from taqarub.errors import SpanError
from taqarub.extract.events import find_events
from taqarub.extract.mentions import find_mentions
from taqarub.extract.quantities import find_quantities
from taqarub.extract.quotations import find_quotations
from taqarub.extract.times import find_times
from taqarub.extract.view import View, view
from taqarub.lexicon import Lexicon, default
from taqarub.model import Article, Reading
from taqarub.resolve.dating import date_article
from taqarub.resolve.entities import gather_organizations, gather_people


def read_article(article: Article, lexicon: Lexicon | None = None) -> Reading:
    """Read one article. Deterministic; raises SpanError if a stage claims words that are not there."""
    seen = view(article, lexicon or default())
    if article.published is None or article.dated is not None:
        article = with_date(seen)
        seen = replace(seen, article=article)
    times = find_times(seen)
    mentions = find_mentions(seen)
    quotes = find_quotations(seen, mentions)
    reading = Reading(
        article=article,
        mentions=mentions,
        people=gather_people(mentions),
        organizations=gather_organizations(mentions),
        times=times,
        quotes=quotes,
        events=find_events(seen, mentions, times, quotes),
        figures=find_quantities(seen, mentions, times, quotes),
    )
    check_spans(reading)
    return reading


def with_date(seen: View) -> Article:
    """Date an article by its own text, from its people and times as they are without a date."""
    undated = replace(seen.article, published=None, dated=None)
    dated = date_article(seen, find_mentions(replace(seen, article=undated)))
    return replace(undated, published=dated.published if dated else None, dated=dated)


class _Item(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def check_spans(reading: Reading) -> None:
    """Hold every item to its promise: `text[start:end]` is what it says, outside noise; else SpanError."""
    for kind in ("mentions", "times", "quotes", "figures"):
        _check(reading.article, kind, ((item, item.text) for item in getattr(reading, kind)))
    if dated := reading.article.dated:
        _check(reading.article, "dated", ((reason, reason.text) for reason in dated.reasons))
    _check(reading.article, "events", ((event, event.trigger) for event in reading.events))
    for name, forms in [(p.name, p.forms) for p in reading.people] + [(o.name, o.forms) for o in reading.organizations]:
        if missing := [form for form in forms if form not in reading.article.text]:
            raise SpanError(f"{reading.article.id}: {name}: not in the text: {missing}")


def _check(article: Article, kind: str, items: Iterable[tuple[_Item, str]]) -> None:
    for item, words in items:
        if not words or article.text[item.start : item.end] != words:
            raise SpanError(f"{article.id}: {kind}: text[{item.start}:{item.end}] is not {words!r}")
        if any(item.start < noise.end and noise.start < item.end for noise in article.noise):
            raise SpanError(f"{article.id}: {kind}: {words!r} lies in noise")
