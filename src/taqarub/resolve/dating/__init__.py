"""Dating the undated: the day of publication of an article told from its own text, with the reasons."""

from __future__ import annotations

from collections.abc import Sequence

from taqarub.extract.times.nodes import Date
from taqarub.extract.view import View
from taqarub.model import Dating, Mention
from taqarub.resolve.dating.clues import Clues
from taqarub.resolve.dating.facts import encounter_clues, fact_clues
from taqarub.resolve.dating.people import office_clues, predecessor_clues
from taqarub.resolve.dating.phrases import Told, time_clues, told_times, weekday_hints
from taqarub.resolve.dating.weighing import weigh


def date_article(view: View, mentions: Sequence[Mention]) -> Dating | None:
    """Tell from an article's words when it was published; None if they tell nothing. No clock is asked."""
    times = told_times(view)
    found = Clues(
        clues=[
            *time_clues(times),
            *office_clues(view, mentions, _past_sentences(view, times)),
            *predecessor_clues(view, mentions),
            *fact_clues(view, times),
            *encounter_clues(view, mentions, times),
        ],
        hints=list(weekday_hints(times)),
    )
    return weigh(found, view.text)


def _past_sentences(view: View, times: Sequence[Told]) -> frozenset[int]:
    """Sentences that tell of old times: by a word for it, or by a year of their own."""
    by_word = {view.sentence_at(hit.start) for hit in view.find(view.lexicon.dated_facts.historical)}
    by_year = {told.sentence for told in times if isinstance(told.node, Date) and told.node.year}
    return frozenset(by_word | by_year)


__all__ = ["date_article"]
