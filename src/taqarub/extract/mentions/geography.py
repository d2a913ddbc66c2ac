"""States by name, adjective, capital and seat of power; places by name."""

from __future__ import annotations

from taqarub.extract.view import View
from taqarub.lexicon import Hit
from taqarub.lexicon.places import Place
from taqarub.lexicon.states import StateForm
from taqarub.model import Evidence, Mention
from taqarub.text import folded

_LOCATIVE = frozenset(folded(w) for w in ("في", "إلى", "من", "عن", "قرب", "شمال", "جنوب", "شرق", "غرب", "وسط", "بين",
                                          "العاصمة", "مدينة", "محافظة", "منطقة", "ولاية", "ضواحي", "ريف", "مطار",
                                          "داخل", "خارج", "نحو", "فوق", "عبر", "زيارة", "زار", "يزور", "غادر",
                                          "وصل", "بلدة", "قرية", "حول"))  # fmt: skip
"""Words after which a capital's name is the city and not the government."""


def find_states(view: View) -> list[Mention]:
    """Every word for a state; an ambiguous one only behind a title or beside an unambiguous one of its state."""
    hits = list(view.find(view.lexicon.states.index))
    sure = {hit.value.state.code for hit in hits if not hit.value.ambiguous}
    titled = {hit.last + 1 for hit in view.find(view.lexicon.people.titles)}
    mentions = []
    seen: set[int] = set()
    for hit in hits:
        supported = hit.value.state.code in sure or (hit.value.word == "nisba" and hit.first in titled)
        if hit.first in seen or (hit.value.ambiguous and not supported):
            continue
        seen.add(hit.first)
        mentions.append(_state_mention(view, hit))
    return mentions


def _state_mention(view: View, hit: Hit[StateForm]) -> Mention:
    form = hit.value
    words = view.text[hit.start : hit.end]
    if form.word == "capital" and _is_locative(view, hit.first, hit.prefix):
        evidence = Evidence("places.capital", form.entry, note=f"the city of {form.place}")
        return Mention(hit.start, hit.end, words, "place", f"place:{form.place}", form.place, form.state.code,
                       "name", evidence)  # fmt: skip
    kind = {"name": "name", "nisba": "nisba", "capital": "capital", "seat": "institution"}[form.word]
    note = f"{form.place} for its government" if form.place else f"{form.word} of {form.state.name}"
    return Mention(hit.start, hit.end, words, "state", f"state:{form.state.code}", form.state.name, form.state.code,
                   kind, Evidence(f"states.{form.word}", form.entry, note=note))  # type: ignore[arg-type]  # fmt: skip


def _is_locative(view: View, token: int, prefix: str) -> bool:
    if prefix.endswith(("ب", "ل")):
        return True
    return token > 0 and any(a.core in _LOCATIVE for a in view.tokens[token - 1].analyses)


def find_places(view: View, states: list[Mention]) -> list[Mention]:
    """Named places that are not words for a state."""
    taken = {mention.start for mention in states}
    mentions = []
    last = -1
    for hit in view.find(view.lexicon.places):
        if hit.first <= last or hit.start in taken:
            continue
        last = hit.last
        mentions.append(_place_mention(view, hit))
    return mentions


def _place_mention(view: View, hit: Hit[Place]) -> Mention:
    place = hit.value
    evidence = Evidence("places.name", f"places:{place.name}", note=place.kind)
    words = view.text[hit.start : hit.end]
    return Mention(
        hit.start, hit.end, words, "place", f"place:{place.name}", place.name, place.country or None, "name", evidence
    )
