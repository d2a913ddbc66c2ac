"""Organizations by name (`organizations.toml`) and the institutions of states by grammar (`institutions.toml`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from taqarub.lexicon.load import read_toml
from taqarub.lexicon.phrases import PhraseIndex, noun_index
from taqarub.lexicon.states import State, adjective_forms
from taqarub.text import folded


@dataclass(frozen=True, slots=True)
class ListedOrganization:
    """An organization of the lexicon; `code` as in the participant codes, `country` where it belongs to one state."""

    code: str
    name: str
    kind: str
    country: str

    @property
    def key(self) -> str:
        """Identity: code and name, since a state's organs share its code."""
        return f"{self.code}:{self.name}"


@dataclass(frozen=True, slots=True)
class OrganizationForm:
    """A written form of an organization.

    A `weak` one refers only once a full one has been seen, a `quoted` one (an ordinary word: «الحياة») only
    between quotation marks or brackets; a `nisba` is an adjective (الحوثية).
    """

    organization: ListedOrganization
    weak: bool = False
    nisba: bool = False
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Institution:
    """A kind of state organ: ministry, army. `sector` goes into its code (SYR-OPP); only `states` have it, if given."""

    id: str
    name: str
    sector: str
    names: tuple[tuple[str, str], ...] = ()
    states: tuple[str, ...] = ()

    def name_in(self, state: State) -> str:
        """English name of this organ of a state."""
        return dict(self.names).get(state.code) or self.name.format(state=state.name, adj=state.adjective)

    def code_in(self, state: State) -> str:
        """Participant code of this organ of a state."""
        return f"{state.code}-{self.sector}" if self.sector else state.code


@dataclass(frozen=True, slots=True)
class InstitutionForm:
    """A head: followed by a nationality adjective, by a state's name (`construct`), or alone where `bare`.

    A `short` head (الخارجية) is never bare and is no institution after one of the `not_after` nouns.
    """

    institution: Institution
    construct: bool
    bare: bool
    short: bool = False
    not_after: frozenset[str] = frozenset()


@dataclass(slots=True)
class Organizations:
    """Indexes of listed organizations and of institution heads."""

    index: PhraseIndex[OrganizationForm] = field(default_factory=noun_index)
    institutions: PhraseIndex[InstitutionForm] = field(default_factory=noun_index)
    heads: dict[str, str] = field(default_factory=dict)
    """First word of an unlisted organization's name (folded) -> its sector code, '' for one of its own."""


def load_organizations() -> Organizations:
    """Load both families."""
    found = Organizations()
    for entry in read_toml("organizations.toml")["organization"]:
        _add_listed(found, entry)
    for entry in read_toml("organization_heads.toml")["head"]:
        for word in (entry["word"], *entry.get("forms", ())):
            found.heads.setdefault(folded(word.split()[0]), entry.get("sector", ""))
    for entry in read_toml("institutions.toml")["institution"]:
        _add_institution(found, entry)
    return found


def _add_listed(found: Organizations, entry: dict[str, Any]) -> None:
    organization = ListedOrganization(entry["code"], entry["name"], entry["kind"], entry.get("country", ""))
    for form in entry["forms"]:
        found.index.add(form, OrganizationForm(organization))
    for form in entry.get("weak", ()):
        found.index.add(form, OrganizationForm(organization, weak=True))
    for form in entry.get("quoted", ()):
        found.index.add(form, OrganizationForm(organization, quoted=True))
    for adjective in entry.get("nisba", ()):
        for form in adjective_forms(adjective):
            found.index.add(form, OrganizationForm(organization, nisba=True))


def _add_institution(found: Organizations, entry: dict[str, Any]) -> None:
    names = tuple(sorted(entry.get("names", {}).items()))
    only = tuple(entry.get("states", ()))
    institution = Institution(entry["id"], entry["name"], entry.get("sector", ""), names, only)
    bare, short = entry.get("bare", False), set(entry.get("short", ()))
    barred = frozenset(folded(word) for word in entry.get("not_after", ()))
    for form in entry.get("heads", ()):
        is_short = form in short
        not_after = barred if is_short else frozenset()
        found.institutions.add(form, InstitutionForm(institution, False, bare, is_short, not_after))
    for form in entry.get("construct", ()):
        found.institutions.add(form, InstitutionForm(institution, True, False))
