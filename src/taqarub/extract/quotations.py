from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.view import View
from taqarub.model import Mention, Quotation


def find_quotations(view: View, mentions: Sequence[Mention]) -> tuple[Quotation, ...]:
    """Attributed utterances of an article."""
    return ()
