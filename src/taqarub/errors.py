"""The one exception tree: everything taqarub raises on purpose is a `TaqarubError`."""

from __future__ import annotations


class TaqarubError(Exception):
    """Base of every error taqarub raises on purpose."""


class InputError(TaqarubError):
    """A source that cannot be read; names the source, the place in it and what to do.

    `source` is a path or `<stdin>`, `place` is a line or byte position in words (may be empty).
    """

    def __init__(self, source: str, problem: str, *, place: str = "", hint: str = "") -> None:
        self.source, self.problem, self.place, self.hint = source, problem, place, hint
        where = f"{source}, {place}" if place else source
        super().__init__(f"{where}: {problem}" + (f" — {hint}" if hint else ""))


class LexiconError(TaqarubError):
    """A lexicon file that breaks a rule of its family; the message names file and entry."""


class SpanError(TaqarubError):
    """An item whose words are not in the text at its offsets: a bug in the stage that made it."""


class RecordError(TaqarubError):
    """A record that cannot be opened or written: foreign, locked, damaged or from a newer version."""
