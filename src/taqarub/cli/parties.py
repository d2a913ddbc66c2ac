"""Names of states and organizations as people type them, in Arabic or English, brought to their codes."""

from __future__ import annotations

import difflib
from functools import cache

from taqarub.lexicon import Lexicon, default
from taqarub.lexicon.load import read_toml

_SHORT = {
    "us": "USA",
    "u.s.": "USA",
    "america": "USA",
    "uk": "GBR",
    "britain": "GBR",
    "uae": "ARE",
    "emirates": "ARE",
}


def resolve_party(name: str, lexicon: Lexicon | None = None) -> str | None:
    """Return the code of a state or organization, or None: RUS, Russia, Moscow, روسيا, موسكو, الروسي are one.

    A code with a sector (SYR-OPP) is taken as it is.
    """
    lexicon = lexicon or default()
    name = " ".join(name.split())
    english = _english(lexicon)
    if code := english.get(name.lower()):
        return code
    if name.isascii():
        return name.upper() if name.isupper() and "-" in name else None
    for form in sorted(lexicon.states.index.get(name), key=lambda form: form.word != "name"):
        return form.state.code
    for organization in lexicon.organizations.index.get(name):
        return organization.organization.code
    return None


def similar_names(name: str, lexicon: Lexicon | None = None) -> list[str]:
    """Return English names and codes that are spelt nearly so."""
    known = _english(lexicon or default())
    return difflib.get_close_matches(name.lower(), known, n=3)


@cache
def _english(lexicon: Lexicon) -> dict[str, str]:
    """Codes by code, English name, adjective and capital, in lower case; states before organizations."""
    names: dict[str, str] = {}
    for entry in read_toml("organizations.toml")["organization"]:
        names[entry["name"].lower()] = names[entry["code"].lower()] = entry["code"]
    for state in lexicon.states.by_code.values():
        for name in (state.code, state.name, state.adjective, state.capital):
            names[name.lower()] = state.code
    names.pop("", None)
    return names | _SHORT
