"""Arabic among Latin: isolates keep each run in its own direction on a terminal; letters are never reordered."""

from __future__ import annotations

import re

_RTL_ISOLATE, _POP = "\u2067", "\u2069"
_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolate(text: str) -> str:
    """Wrap `text` in right-to-left isolates if it holds Arabic."""
    return f"{_RTL_ISOLATE}{text}{_POP}" if _ARABIC.search(text) else text
