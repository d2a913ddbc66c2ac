"""Mentions: who and where. People, organizations, states and places, found and told apart."""

from __future__ import annotations

from taqarub.extract.mentions.context import Context, build_context
from taqarub.extract.mentions.geography import find_places, find_states
from taqarub.extract.mentions.institutions import find_organizations
from taqarub.extract.mentions.overlap import settle
from taqarub.extract.mentions.people import find_people
from taqarub.extract.tagger import tag_names
from taqarub.extract.view import View
from taqarub.model import Mention


def find_mentions(view: View) -> tuple[Mention, ...]:
    """Mentions of people, organizations, states and places, in text order."""
    states = find_states(view)
    places = find_places(view, states)
    context: Context = build_context(view, states, places)
    chunks = tag_names(view)
    organizations = find_organizations(view, context, chunks)
    people = find_people(view, context, organizations, chunks)
    candidates = [*people, *organizations, *states, *places]
    return settle([m for m in candidates if not view.has_noise(m.start, m.end)])  # none is read around noise


__all__ = ["find_mentions"]
