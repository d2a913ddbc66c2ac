"""Bytes to articles: files, folders and standard input, and what on their pages is not the article."""

from taqarub.ingest.article import given_day, make_article, parse_article, published_day
from taqarub.ingest.noise import find_noise
from taqarub.ingest.source import read_source

__all__ = ["find_noise", "given_day", "make_article", "parse_article", "published_day", "read_source"]
