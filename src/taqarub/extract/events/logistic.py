"""A logistic model over named features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping


def chance(weights: Mapping[str, float], names: Iterable[str]) -> float:
    """Logistic of the summed weights of features."""
    total = sum(weights.get(name, 0.0) for name in names)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
