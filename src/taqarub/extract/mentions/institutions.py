"""Organizations: listed ones by name, the organs of states by grammar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from taqarub.extract.mentions.context import Context
from taqarub.extract.mentions.unlisted import find_returns, find_unlisted
from taqarub.extract.tagger import Chunk
from taqarub.extract.view import View
from taqarub.lexicon import Hit
from taqarub.lexicon.organizations import InstitutionForm, OrganizationForm
from taqarub.lexicon.states import State
from taqarub.model import Evidence, Mention

_MARKS = frozenset("«»“”\"'‘’()")


def find_organizations(view: View, context: Context, chunks: Sequence[Chunk]) -> list[Mention]:
    """Mentions of organizations and of the organs of states."""
    found = [*_listed(view, context), *_institutions(view, context)]
    found += find_unlisted(view, context, chunks, found)
    return [*found, *find_returns(view, found)]


def _listed(view: View, context: Context) -> Iterator[Mention]:
    hits = [hit for hit in view.find(view.lexicon.organizations.index) if not hit.value.quoted or _is_marked(view, hit)]
    strong = {hit.value.organization.key for hit in hits if not hit.value.weak}
    for _, same in groupby(hits, key=lambda hit: (hit.first, hit.last)):
        usable = [hit for hit in same if not hit.value.weak or hit.value.organization.key in strong]
        if usable:
            at_home = [hit for hit in usable if hit.value.organization.country == context.home]
            yield _listed_mention(view, (at_home or usable)[0])


def _is_marked(view: View, hit: Hit[OrganizationForm]) -> bool:
    """Whether a name stands alone between quotation marks or brackets."""
    before = view.text[max(0, hit.start - 3) : hit.start].rstrip("وبلكف")[-1:]
    return before in _MARKS and view.text[hit.end : hit.end + 1] in _MARKS


def _listed_mention(view: View, hit: Hit[OrganizationForm]) -> Mention:
    organization = hit.value.organization
    rule = "organizations.short" if hit.value.weak else "organizations.name"
    return Mention(hit.start, hit.end, view.text[hit.start : hit.end], "organization", organization.key,
                   organization.name, organization.code, "nisba" if hit.value.nisba else "name",
                   Evidence(rule, f"organizations:{organization.key}", note=organization.kind))  # fmt: skip


def _institutions(view: View, context: Context) -> Iterator[Mention]:
    known: dict[str, State] = {}
    taken = -1
    titled = {at for hit in view.find(view.lexicon.people.titles) for at in range(hit.first + 1, hit.last + 1)}
    for hit in view.find(view.lexicon.organizations.institutions):
        if hit.last <= taken or _is_adjective(view, hit) or (hit.first in titled and _is_short(hit)):
            continue
        found = _with_state(view, context, hit)
        if found is None and not hit.value.construct and _stands_alone(view, hit):
            state = known.get(hit.value.institution.id) or _home(view, context, hit)
            found = (state, hit.last) if state else None
        if found is None:
            continue
        state, last = found
        if hit.value.institution.states and state.code not in hit.value.institution.states:
            continue
        taken = last
        known.setdefault(hit.value.institution.id, state)
        yield _institution_mention(view, hit, state, last)


def _is_short(hit: Hit[InstitutionForm]) -> bool:
    """One word that inside a title is the minister's field: وزير خارجية مصر، وزير الدفاع."""
    return hit.value.short or (hit.value.construct and hit.first == hit.last)


def _is_adjective(view: View, hit: Hit[InstitutionForm]) -> bool:
    """'الخارجية' after 'السياسة' is no ministry."""
    return hit.first > 0 and view.tokens[hit.first - 1].norm in hit.value.not_after


def _with_state(view: View, context: Context, hit: Hit[InstitutionForm]) -> tuple[State, int] | None:
    """The state named by the adjective (up to two words on) or the genitive that follows the head."""
    for at in range(hit.last + 1, min(hit.last + (2 if hit.value.construct else 3), len(view.tokens))):
        mention = context.state_at(at)
        if mention is None or mention.code is None:
            if not view.has_article(at):
                return None
            continue
        wanted = "name" if hit.value.construct else "nisba"
        if mention.form == wanted and mention.start == view.tokens[at].start:
            return view.lexicon.states.by_code[mention.code], view.token_at(mention.end - 1)
        return None
    return None


def _stands_alone(view: View, hit: Hit[InstitutionForm]) -> bool:
    return hit.value.bare and not hit.value.short


def _home(view: View, context: Context, hit: Hit[InstitutionForm]) -> State | None:
    states = view.lexicon.states.by_code
    only = hit.value.institution.states
    if len(only) == 1:
        return states.get(only[0])
    return states.get(context.country_near(hit.first, hit.last) or "")


def _institution_mention(view: View, hit: Hit[InstitutionForm], state: State, last: int) -> Mention:
    institution = hit.value.institution
    name, code = institution.name_in(state), institution.code_in(state)
    end = view.tokens[last].end
    evidence = Evidence("organizations.institution", f"institutions:{institution.id}", note=f"of {state.name}")
    return Mention(hit.start, end, view.text[hit.start : end], "organization", f"{code}:{name}",
                   name, code, "institution", evidence)  # fmt: skip


def organization_at(organizations: Sequence[Mention], view: View, token: int) -> Mention | None:
    """The organization mention that begins at a token, the longest if several."""
    start, end = view.tokens[token].start, view.tokens[token].end
    found = [m for m in organizations if start <= m.start < end]
    return max(found, key=lambda m: m.end, default=None)
