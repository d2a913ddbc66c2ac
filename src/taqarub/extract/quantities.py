from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.view import View
from taqarub.model import Mention, Quantity, TimeExpression


def find_quantities(view: View, mentions: Sequence[Mention], times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """Measured numbers of an article."""
    return ()
