"""Office phrases: a title with its state or body: 'وزير الخارجية الإيراني'، 'رئيس روسيا'."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from taqarub.extract.mentions.context import Context
from taqarub.extract.mentions.institutions import organization_at
from taqarub.extract.view import View
from taqarub.lexicon import Hit
from taqarub.lexicon.people import Office, Title
from taqarub.model import Mention
from taqarub.text import folded

_TO = frozenset(folded(word) for word in ("في", "لدى", "باسم"))
_FROM = frozenset(folded(word) for word in ("إلى", "من"))
_POSTED = frozenset(folded(word) for word in ("لدى", "في"))
_POSTS = frozenset(
    ("ambassador", "consul", "charge-daffaires", "representative", "diplomat", "special-envoy", "un-envoy")
)
_ACCREDITED = folded("المعتمد")
_STEP = 2


@dataclass(frozen=True, slots=True)
class OfficePhrase:
    """Tokens `first` to `last`; `code` is the state or organization, None where the text names none.

    `counterpart` phrases ('نظيره الروسي') take their office from the person told before.
    """

    first: int
    last: int
    start: int
    end: int
    office: Office | None
    code: str | None
    former: bool
    feminine: bool
    counterpart: bool = False


def find_offices(view: View, context: Context, organizations: Sequence[Mention]) -> list[OfficePhrase]:
    """Office phrases in text order, the longest title at each place."""
    phrases: list[OfficePhrase] = []
    taken = -1
    for hit in view.find(view.lexicon.people.titles):
        if hit.first <= taken:
            continue
        phrase = _complete(view, context, organizations, hit)
        if phrase is not None:
            phrases.append(phrase)
            taken = phrase.last
    return phrases


def _complete(view: View, context: Context, organizations: Sequence[Mention], hit: Hit[Title]) -> OfficePhrase | None:
    title = hit.value
    former, at = _skip_modifiers(view, hit.last + 1)
    code, last = _complement(view, context, organizations, at, title)
    code = code or _own_body(organizations, hit)
    if code is None and title.construct:
        return None  # 'رئيس' alone begins any noun phrase
    after_former, after = _skip_modifiers(view, last + 1)
    former = former or after_former
    last = max(after - 1, last, at - 1)
    if code and title.office.id in _POSTS:
        last = _with_posting(view, context, last)
    seat = view.lexicon.people.seats.get(title.office.id)
    if seat and seat not in view.lexicon.states.by_code:
        code = seat  # the UN envoy to Yemen is the UN's
    return OfficePhrase(hit.first, last, hit.start, view.tokens[last].end, title.office, code, former,
                        title.feminine)  # fmt: skip


def _own_body(organizations: Sequence[Mention], hit: Hit[Title]) -> str | None:
    """The code of an organization inside the title itself: رئيس الكنيست، المتحدث باسم البيت الأبيض."""
    return next((m.code for m in organizations if hit.start < m.start and m.end <= hit.end), None)


def _with_posting(view: View, context: Context, last: int) -> int:
    """Take in where a diplomat is posted: 'سفير نيكاراغوا لدى هولندا', 'القنصل المغربي في جزر الكناري'."""
    at = last + 1
    if at < len(view.tokens) and view.tokens[at].norm == _ACCREDITED:
        at += 1
    if at + 1 < len(view.tokens) and view.tokens[at].norm in _POSTED:
        place = context.place_at(view.tokens[at + 1].start)
        if place is not None:
            return view.token_at(place.end - 1)
    return last


def _skip_modifiers(view: View, at: int) -> tuple[bool, int]:
    """Step over 'السابق', 'الجديد', 'بالنيابة'; tell whether one of them says 'former'."""
    modifiers = view.lexicon.people.modifiers
    former = False
    while at < len(view.tokens) and view.tokens[at].norm in modifiers:
        former = former or modifiers[view.tokens[at].norm]
        at += 1
    return former, at


def _complement(
    view: View, context: Context, organizations: Sequence[Mention], at: int, title: Title
) -> tuple[str | None, int]:
    """The code of the state or organization that follows a title, and the last token it takes."""
    joining = _TO | _FROM if title.office.id in _POSTS else _TO
    stop = view.sentences[view.sentence_at(view.tokens[at - 1].start)].stop
    for step in range(_STEP):
        if at + step >= stop:
            break
        token = view.tokens[at + step]
        state = context.state_at(at + step)
        if state is not None:
            prefixed = token.has_clitic(state.start)
            if state.form == "nisba" and not prefixed and not title.construct and view.has_article(at + step):
                return state.code, view.token_at(state.end - 1)
            joined = prefixed or step == 1 or title.construct
            if state.form in ("name", "institution", "capital") and joined:
                return state.code, view.token_at(state.end - 1)
            return None, at - 1
        organization = organization_at(organizations, view, at + step)
        if organization is not None:
            prefixed = token.has_clitic(organization.start) or organization.form == "nisba"
            if prefixed or step == 1 or title.construct:
                return organization.code, view.token_at(organization.end - 1)
            return None, at - 1
        if token.norm not in joining:
            break
    return None, at - 1


def find_counterparts(view: View, context: Context) -> list[OfficePhrase]:
    """Phrases like 'نظيره الروسي' and 'نظيرتها'; the office is the other person's."""
    found = []
    for at, token in enumerate(view.tokens):
        if not token.is_word:
            continue
        for analysis in token.analyses:
            if analysis.core in view.lexicon.people.counterparts:
                state = context.state_at(at + 1)
                nisba = state is not None and state.form == "nisba"
                last = view.token_at(state.end - 1) if state is not None and nisba else at
                code = state.code if state is not None and nisba else None
                feminine = analysis.core.startswith(folded("نظيرت"))
                found.append(OfficePhrase(at, last, token.core_start(analysis), view.tokens[last].end, None, code,
                                          False, feminine, counterpart=True))  # fmt: skip
                break
    return found
