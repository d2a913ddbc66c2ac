from __future__ import annotations

from taqarub.extract.view import View
from taqarub.model import TimeExpression


def find_times(view: View) -> tuple[TimeExpression, ...]:
    """Time expressions of an article, resolved against its publication day."""
    return ()
