"""taqarub reads Arabic-language news about how states draw closer or apart.

>>> import taqarub
>>> reading = taqarub.read("وصل وزير الخارجية إلى طهران اليوم.", published="2022-03-15")
>>> [(time.text, time.value) for time in reading.times]
[('اليوم', '2022-03-15')]
"""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version as _version

from taqarub.errors import InputError, LexiconError, RecordError, TaqarubError
from taqarub.ingest import given_day, make_article, read_source
from taqarub.model import Article, Reading
from taqarub.pipeline import read_article
from taqarub.store import Record

__version__ = _version("taqarub")

__all__ = [
    "Article",
    "InputError",
    "LexiconError",
    "Reading",
    "Record",
    "RecordError",
    "TaqarubError",
    "__version__",
    "read",
    "read_source",
]


def read(
    article: str | Article,
    *,
    published: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read a text or an article. What is given here stands in place of what the article says of itself.

    Relative dates are resolved against `published`, an ISO date as precise as known; where nobody gives it,
    against the day, month or year that the text itself tells.
    """
    if isinstance(article, str):
        article = make_article(article)
    return read_article(
        replace(
            article,
            published=given_day(published) or article.published,
            dated=None if published else article.dated,
            outlet=outlet or article.outlet,
            title=title or article.title,
        )
    )
