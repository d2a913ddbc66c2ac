"""The lexicon: `data/` loaded, checked and compiled into phrase indexes, family by family, when first used."""

from __future__ import annotations

from functools import cache, cached_property

from taqarub.lexicon.phrases import Hit, PhraseIndex


class Lexicon:
    """All word knowledge a reading uses. Families load on first use and never change after."""


@cache
def default() -> Lexicon:
    """The lexicon that ships with taqarub."""
    return Lexicon()


__all__ = ["Hit", "Lexicon", "PhraseIndex", "cached_property", "default"]
