"""Whether a noun can be the subject of a verb: gender, number and case as far as they are written."""

from __future__ import annotations

from taqarub.extract.quotations.scene import Scene
from taqarub.extract.quotations.subjects import Subject
from taqarub.model import Mention
from taqarub.text import folded

_MASCULINE_STATES = frozenset(("LBN", "IRQ", "JOR", "YEM", "MAR", "SDN", "SSD", "VAT"))

_THINGS = ("body", "outlet", "paper", "side", "force")
"""Nouns whose plural takes a feminine verb."""


def disagrees(scene: Scene, mention: Mention, agrees: str) -> bool:
    """Tell whether verb and name differ in gender, where both are certain, or the name is an object.

    ودعا واشنطن إلى; ودعا التونسيين إلى.
    """
    gender = ""
    if mention.form == "nisba" and mention.text.endswith("ين"):
        return True
    known = scene.view.lexicon.people.by_id.get(mention.key)
    if mention.kind == "state" and mention.form in ("name", "capital"):
        gender = "m" if mention.code in _MASCULINE_STATES else "f"
    elif mention.kind == "organization" and folded(mention.text.split()[0]).endswith("ه"):
        gender = "f"
    elif known is not None:
        gender = "f" if known.feminine else "m"
    return bool(gender) and agrees in ("m", "f") and agrees != gender


def misfits(scene: Scene, subject: Subject, agrees: str) -> bool:
    """Tell whether a describing noun has another gender than its verb, or stands in the accusative."""
    if subject.kind in ("unknown", "pair") or not subject.noun or agrees not in ("m", "f"):
        return False
    hits = scene.view.lexicon.speakers.at(scene.tokens, scene.view.token_at(subject.span.start))
    many = any(hit.value.number == "many" for hit in hits)
    if many:
        return agrees == "m" and (subject.kind in _THINGS or subject.lemma in _THINGS)
    return agrees == "m" and subject.noun.endswith("ه")
