"""The stages: each a pure function from a `View` (and what earlier stages found) to records."""
