"""Arabic among Latin on a terminal: isolates keep each run in its direction; letters stay as they are."""

from __future__ import annotations

import re

RTL_ISOLATE, POP = "\u2067", "\u2069"
_ARABIC = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def isolate(text: str) -> str:
    """Wrap `text` in right-to-left isolates if it holds Arabic."""
    return f"{RTL_ISOLATE}{text}{POP}" if _ARABIC.search(text) else text
