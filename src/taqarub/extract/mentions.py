from __future__ import annotations

from taqarub.extract.view import View
from taqarub.model import Mention


def find_mentions(view: View) -> tuple[Mention, ...]:
    """Mentions of people, organizations, states and places, in text order."""
    return ()
