"""The entities of an article: its mentions gathered into people and organizations."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.model import Mention, Organization, Person


def gather_people(mentions: Sequence[Mention]) -> tuple[Person, ...]:
    """Every person of the article who is named at least once, with all the forms used."""
    return tuple(
        Person(group[0].key, group[0].name, group[0].code, next((m.role for m in group if m.role), None),
               tuple(dict.fromkeys(m.text for m in group)), group[0].evidence)
        for group in _by_key(mentions, "person")
        if any(m.form == "name" for m in group)
    )  # fmt: skip


def gather_organizations(mentions: Sequence[Mention]) -> tuple[Organization, ...]:
    """Every organization of the article with all the forms used."""
    return tuple(
        Organization(group[0].key, group[0].name, group[0].code,
                     tuple(dict.fromkeys(m.text for m in group)), group[0].evidence)
        for group in _by_key([m for m in mentions if m.form != "nisba"], "organization")
    )  # fmt: skip


def _by_key(mentions: Sequence[Mention], kind: str) -> list[list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        if mention.kind == kind:
            groups.setdefault(mention.key, []).append(mention)
    return list(groups.values())
