"""Which nouns stand beside a name: الوزير، السفيرة، الوزارة take up whom the article told by that noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from taqarub.extract.quotations.scene import COMMAS, MARKS, STOPS, Scene
from taqarub.model import Mention
from taqarub.text import folded

_BACK, _ON = 12, 5
"""Tokens before and after a name in which its titles stand."""
_TITLE = 4
"""Words of a title right before a name."""
_COURTESY = frozenset(map(folded, ("السيد", "الدكتور", "الأستاذ", "الشيخ", "الأمير", "المهندس", "السيدة")))
_MINISTRY = "وزار"
_IN_ENGLISH = {"minister": ("minister", "secretary of"), "president": ("president",), "ambassador": ("ambassador",)}
"""Words of a role by which its holder may be called."""


class Titles:
    """The head nouns of every person and organization of an article, and where each of them is named."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._nouns: dict[str, set[str]] = defaultdict(set)
        self._named: dict[str, list[tuple[int, Mention]]] = defaultdict(list)
        self._roles: dict[str, str] = {}
        self._introduced: dict[tuple[str, ...], set[Mention]] = defaultdict(set)
        for mention in scene.mentions:
            if mention.kind in ("person", "organization") and mention.form != "nisba":
                self._read(mention)

    def bears(self, key: str, noun: str, lemma: str = "") -> bool:
        """Tell whether the entity `key` is called by a noun anywhere in the article, or by its English `lemma`."""
        role = self._roles.get(key, "")
        return stem(noun) in self._nouns[key] or any(word in role for word in _IN_ENGLISH.get(lemma, ()))

    def last(self, noun: str, before: int, code: str | None = None) -> Mention | None:
        """Return the mention of a bearer of `noun` that stands last before token `before`."""
        state = code.split("-")[0] if code else None
        for at, mention in reversed(self._named[stem(noun)]):
            if at < before and (state is None or (mention.code or state).startswith(state)):
                return mention
        return None

    def introduced(self, words: Sequence[str]) -> Mention | None:
        """Return whom exactly these words lead in: a bare وزير الخارجية is he who was called that, not the guest."""
        found = self._introduced.get(tuple(words), set())
        keys = {mention.key for mention in found}
        return min(found, key=lambda mention: mention.start) if len(keys) == 1 else None

    def _lead_in(self, mention: Mention, at: int) -> None:
        norms = [token.norm for token in self.scene.tokens[max(0, at - _TITLE) : at]]
        if norms and norms[-1] in _COURTESY:
            norms.pop()
        for length in range(2, len(norms) + 1):
            words = norms[-length:]
            for first in {words[0], words[0].lstrip("ولبف")}:
                self._introduced[(first, *words[1:])].add(mention)

    def _read(self, mention: Mention) -> None:
        at = self.scene.view.token_at(mention.start)
        nouns = self._before(at) if mention.kind == "person" else self._heads(mention, at)
        if mention.kind == "person":
            if mention.form == "name":
                self._lead_in(mention, at)
                nouns |= self._after(self.scene.mention_end(at))
            if mention.role:
                self._roles.setdefault(mention.key, mention.role.lower())
        self._nouns[mention.key] |= nouns
        for noun in self._nouns[mention.key]:
            self._named[noun].append((at, mention))

    def _heads(self, mention: Mention, at: int) -> set[str]:
        """List the noun an organization's name begins with and the one before it: صحيفة «…»."""
        tokens, nouns = self.scene.tokens, {stem(self._bare(mention, at))}
        while at > 0 and tokens[at - 1].norm in MARKS:
            at -= 1
        if at > 0 and self.scene.is_noun(at - 1):
            nouns.add(stem(tokens[at - 1].norm))
        if "Ministry" in mention.name or "Department of" in mention.name:
            nouns.add(_MINISTRY)
        return nouns

    def _bare(self, mention: Mention, at: int) -> str:
        token = self.scene.tokens[at]
        return token.norm[mention.start - token.start :] if mention.start > token.start else token.norm

    def _before(self, at: int) -> set[str]:
        """List the titles in the noun phrase that a name ends."""
        scene, nouns, index, commas = self.scene, set[str](), at - 1, 0
        while index >= max(0, at - _BACK):
            norm = scene.tokens[index].norm
            commas += norm in COMMAS
            if commas > 1 or norm in STOPS or scene.is_that(index) or scene.cue_at.get(index):
                break
            nouns |= self._title(index)
            index -= 1
        return nouns

    def _after(self, index: int) -> set[str]:
        """Return the title that follows a name: لافروف، وزير الخارجية."""
        tokens, first = self.scene.tokens, index
        while index < min(len(tokens), first + _ON) and tokens[index].norm in COMMAS | MARKS | {"وهو", "وهي", "("}:
            index += 1
        return self._title(index) if index < len(tokens) and index > first else set()

    def _title(self, index: int) -> set[str]:
        hits = self.scene.view.lexicon.speakers.at(self.scene.tokens, index)
        person = any(hit.value.kind == "person" and hit.value.number == "one" and not hit.prefix for hit in hits)
        return {stem(self.scene.tokens[index].norm)} if person else set()


def stem(noun: str) -> str:
    """Return a folded noun without article and feminine ending: السفيرة and سفير are one title."""
    return noun.removeprefix("ال").removesuffix("ه") if len(noun) > 4 else noun
