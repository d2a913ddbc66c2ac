"""Who does what to whom around a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from taqarub.extract.events.clauses import Clause, Clauses, joined_after
from taqarub.extract.events.participants import Participant, Stage
from taqarub.extract.events.triggers import Occurrence
from taqarub.extract.view import View

_ADJACENT = 3
_LIGHT_REACH = 10
_DEEP_REACH = 14
_OBJECT_PRONOUNS = ("ه", "ها", "هم", "هما")


@dataclass(slots=True)
class Sides:
    """The two sides of an event as they are gathered, with the way each was found (`actor=before`…)."""

    actors: list[str] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    how: set[str] = field(default_factory=set)
    used: list[Participant] = field(default_factory=list)
    why: dict[str, str] = field(default_factory=dict)
    sure: tuple[float, ...] = (1.0, 1.0)

    def side(self, part: str) -> list[str]:
        """The codes on a side."""
        return self.actors if part == "actor" else self.recipients

    def part_of(self, code: str) -> str:
        """The side a code is on, '' for none."""
        return "actor" if code in self.actors else "recipient" if code in self.recipients else ""

    def recast(self, chosen: Mapping[str, str], sure: tuple[float, ...]) -> Sides:
        """Sides with each code where `chosen` puts it; what grammar did not find is `likely`."""
        sides = Sides(used=self.used, sure=sure)
        for code, part in sorted(chosen.items()):
            sides.add_code(part, code, self.why.get(code, "likely"))
        return sides

    def add(self, part: str, participants: Iterable[Participant], how: str, codes: Sequence[str] | None = None) -> None:
        """Put participants on a side; a code already on the other side stays there."""
        side, other = (self.actors, self.recipients) if part == "actor" else (self.recipients, self.actors)
        for participant in participants:
            for code in codes if codes is not None else participant.codes:
                if code not in side and code not in other:
                    side.append(code)
                    self.how.add(f"{part}={how}")
                    self.why[code] = how
            self.used.append(participant)

    def add_code(self, part: str, code: str | None, how: str) -> None:
        """Put a code on a side that no words nearby stand for."""
        side = self.actors if part == "actor" else self.recipients
        if code and code not in self.actors and code not in self.recipients:
            side.append(code)
            self.how.add(f"{part}={how}")
            self.why[code] = how


class Roles:
    """Assigns the sides of triggers in one article."""

    def __init__(self, view: View, stage: Stage, clauses: Clauses) -> None:
        self._view = view
        self._stage = stage
        self._clauses = clauses
        self._grammar = view.lexicon.event_grammar
        self._frames = view.lexicon.frames

    def assign(self, event: Occurrence) -> Sides:
        """Both sides of the event a trigger names."""
        frame, sides = event.frame, Sides()
        if frame.pattern == "fixed":
            sides.actors.extend(frame.actors)
            sides.recipients.extend(frame.recipients)
            sides.how.add("fixed")
            return sides
        clause = self._clauses.after(event.sentence, event.last)
        right = self._stage.between(clause.first, clause.direct)
        if event.form == "verb" or (frame.pattern == "act" and self._is_verb_phrase(event)):
            self._verb(event, right, sides)
        elif frame.pattern in ("must", "speech"):
            self._speech(event, right, clause, sides)
        else:
            self._noun(event, right, clause, sides)
        self._complement(event, clause, sides)
        if frame.pattern in ("mutual",):
            sides.actors, sides.recipients = sides.actors + sides.recipients, []
        if frame.crowd:
            if not sides.actors and self._stage.main:
                sides.add_code("actor", f"{self._stage.main}-CVL", "main")
            states = [code for code in sides.actors if not _is_organization(code)]
            sides.actors = [code if "-" in code else f"{code}-CVL" for code in states]
        return sides

    # --- verbs

    def _verb(self, event: Occurrence, right: list[Participant], sides: Sides) -> None:
        actor, recipient = ("recipient", "actor") if event.frame.pattern == "host" else ("actor", "recipient")
        subject, how = self._clauses.subject(event.sentence, event.first, event.last)
        if event.form == "phrase" and how == "after" and subject[0].host == event.last:
            self._own(event, recipient, subject, "object", sides)  # استدعت السفير | الروسي
            later = [p for p in right if p not in sides.used and not p.governor][:1]
            subject, how = (later, "after") if later else ([], "")
        antecedent: list[Participant] = []
        if event.pronoun and how == "relative":
            antecedent, subject, how = subject, [], ""
        if not subject and event.pronoun and right and not right[0].governor:
            subject, how = [right[0], *joined_after(right, 0)], "after"
        if subject:
            self._own(event, actor, subject, how, sides)
        else:
            self._absent(event, actor, sides)
        rest = [p for p in right if p not in sides.used]
        self._objects(event, rest, actor, recipient, sides)
        if event.form == "verb" and event.pronoun in _OBJECT_PRONOUNS and not self._side(sides, recipient):
            referent = antecedent or self._clauses.topic(event.sentence, event.first, event.start)[0]
            sides.add(recipient, referent or self._clauses.previous_subject(event.sentence), "pronoun")

    def _is_verb_phrase(self, event: Occurrence) -> bool:
        return event.form == "phrase" and self._frames.is_verb(self._view.tokens[event.first].norm)

    def _objects(self, event: Occurrence, rest: list[Participant], actor: str, recipient: str, sides: Sides) -> None:
        frame = event.frame
        taken, passed = "", False
        for participant in rest:
            if frame.pattern == "act" and not participant.governor and participant.host not in (-1, event.last):
                break
            free = frame.pattern == "mutual" or not self._side(sides, recipient)
            direct = self._is_free(event, participant) and not (frame.only_to or participant.joined or passed)
            if participant.governor == "by":
                sides.add("actor", [participant], "agent")
            elif participant.joined and taken:
                sides.add(taken, [participant], "joined")
            elif free and direct:
                self._own(event, recipient, [participant], "object", sides)
                taken = recipient
            elif free and participant.governor in frame.to and self._fits(event, participant):
                self._own(event, recipient, [participant], "preposition", sides)
                taken = recipient
            elif participant.governor in frame.by:
                sides.add(actor, [participant], "agent")
                taken = actor
            else:
                taken = ""
            passed = passed or bool(participant.governor)

    def _is_free(self, event: Occurrence, participant: Participant) -> bool:
        """Whether a noun phrase depends on no preposition and on no other event's noun."""
        return not participant.governor and participant.host in (-1, event.last)

    def _fits(self, event: Occurrence, participant: Participant) -> bool:
        """A place named as a place is a side only of a visit or of violence."""
        if participant.kind != "place" or event.frame.pattern == "visit" or event.frame.harm:
            return True
        return participant.governor not in ("في", "ب")

    # --- nouns

    def _noun(self, event: Occurrence, right: list[Participant], clause: Clause, sides: Sides) -> None:
        frame = event.frame
        actor, recipient = ("recipient", "actor") if frame.pattern == "host" else ("actor", "recipient")
        rest = list(right)
        while rest and not rest[0].governor and rest[0].first - event.last <= _ADJACENT and not event.pronoun:
            head = [rest[0], *joined_after(rest, 0)]
            if frame.pattern == "mutual" and self._is_venue(head, rest[len(head) :]):
                rest = rest[1:]
                break
            part, how = self._genitive(event, head[0], rest[len(head) :])
            if frame.pattern == "mutual" or not self._side(sides, part):
                self._own(event, part if frame.pattern != "host" else _other(part), head, how, sides)
                rest = rest[len(head) :]
                if how == "adjective":
                    continue
            break
        self._objects(event, rest, actor, recipient, sides)
        if clause.relative:
            self._relative(event, clause, clause.direct + 1, sides)
        elif clause.direct < clause.stop and self._view.tokens[clause.direct].norm.endswith(_OBJECT_PRONOUNS):
            self._relative(event, clause, clause.direct, sides)
        if not sides.actors or frame.pattern == "mutual" or self._is_suffered(event):
            self._left(event, actor, sides)

    def _is_venue(self, head: list[Participant], rest: list[Participant]) -> bool:
        """'مفاوضات فيينا': one city after a meeting is where it is, unless a partner follows."""
        return len(head) == 1 and head[0].capital and not (rest and rest[0].governor == "مع")

    def _side(self, sides: Sides, part: str) -> list[str]:
        return sides.actors if part == "actor" else sides.recipients

    def _genitive(self, event: Occurrence, participant: Participant, rest: list[Participant]) -> tuple[str, str]:
        """Part of the noun phrase right after a noun: an adjective of nationality is its actor."""
        if event.form == "participle":
            return "recipient", "object"
        if participant.national:
            return ("recipient" if event.frame.harm or event.frame.genitive == "recipient" else "actor"), "genitive"
        if participant.kind == "nisba" and event.definite == participant.definite:
            return "actor", "adjective"
        if event.frame.pattern == "visit":
            is_goal = participant.kind in ("place", "state") and not any(
                p.governor in event.frame.to for p in rest[:1])  # fmt: skip
            return ("recipient" if is_goal else "actor"), "genitive"
        if event.frame.genitive == "recipient":
            agent = rest and not (rest[0].governor or rest[0].joined) and rest[0].first - participant.last <= _ADJACENT
            return ("actor" if agent else "recipient"), "genitive"
        return "actor", "genitive"

    def _relative(self, event: Occurrence, clause: Clause, verb: int, sides: Sides) -> None:
        """'الغارات التي شنتها إسرائيل على …': the verb's subject acts, or suffers if the noun is its subject."""
        if verb >= clause.stop:
            return
        inner = self._clauses.after(event.sentence, verb)
        rest = self._stage.between(inner.first, inner.direct)
        norm = self._view.tokens[verb].norm
        following = self._view.tokens[verb + 1].norm if verb + 1 < clause.stop else ""
        by_pronoun = norm.endswith(_OBJECT_PRONOUNS) or following in self._grammar.resumptives
        if rest and not rest[0].governor:
            part = "actor" if by_pronoun else "recipient"
            sides.add(part, [rest[0], *joined_after(rest, 0)], "relative")
            rest = rest[1:]
        for participant in rest:
            if participant.governor == "by":
                sides.add("actor", [participant], "agent")
            elif participant.governor in event.frame.to or participant.governor in ("علي", "ضد", "الي", "بين", "مع"):
                sides.add("recipient", [participant], "relative")

    def _left(self, event: Occurrence, actor: str, sides: Sides) -> None:
        """Actor of a noun from what stands before it: a light verb's subject, or whom its pronoun refers to."""
        light = self._light_verb(event)
        if light is not None:
            index, part = light
            if part == "":
                return
            subject, _ = self._clauses.subject(event.sentence, index, index)
            subject = [p for p in subject if p.first < event.first]
            if part == "recipient" and event.frame.pattern != "mutual":
                sides.actors, moved = [], sides.actors
                self._own(event, "recipient", subject, "light", sides)
                sides.actors.extend(code for code in moved if code not in sides.recipients)
                for p in list(sides.used):
                    if p.governor == "من":
                        sides.add("actor", [p], "source")
                return
            if subject:
                self._own(event, actor, subject, "light", sides)
                return
            self._absent(event, actor, sides)
        elif (
            event.pronoun
            or (event.frame.pattern == "mutual" and len(sides.actors) + len(sides.recipients) < 2)
            or (event.form in ("participle", "phrase") and self._is_verbal(event))
        ):
            self._absent(event, actor, sides)

    def _is_suffered(self, event: Occurrence) -> bool:
        """'تتعرض سوريا لقصف إسرائيلي': the light verb's subject suffers, whoever the noun names."""
        light = self._light_verb(event)
        return light is not None and light[1] == "recipient"

    def _light_verb(self, event: Occurrence) -> tuple[int, str] | None:
        tokens = self._view.tokens
        for index in range(event.first - 1, max(event.sentence.first, event.first - _LIGHT_REACH) - 1, -1):
            norm = tokens[index].norm
            for form in (norm, norm[1:], norm[2:]):
                if form in self._frames.light and (form == norm or norm[: -len(form)] in ("و", "ف", "س", "وس")):
                    return index, self._frames.light[form]
            if norm in self._grammar.boundaries or norm in (".", "؛", ";") or self._frames.is_verb(norm):
                return None
        return None

    # --- speech, ellipsis, depth

    def _speech(self, event: Occurrence, right: list[Participant], clause: Clause, sides: Sides) -> None:
        self._absent(event, "actor", sides)
        if event.frame.pattern == "must":
            near = [p for p in right if p.governor in event.frame.to or p.governor == ""]
            near = near or self._stage.between(clause.direct, min(clause.stop, event.last + 6))
            sides.add("recipient", near[:1], "obliged")
            return
        before = self._stage.between(max(event.sentence.first, event.first - _DEEP_REACH), event.first)
        for participant in reversed(before):
            if not set(participant.codes) & set(sides.actors) and participant.kind not in ("own", "place"):
                sides.add("recipient", [participant], "before")
                return

    def _absent(self, event: Occurrence, part: str, sides: Sides) -> None:
        """A side that is not named in the clause: the speaker, whom the sentence is about, or who was before."""
        speaker = self._clauses.speaker(event.start)
        if event.first_person:
            sides.add_code(part, speaker, "speaker")
            return
        topic, how = self._clauses.topic(event.sentence, event.first, event.start)
        if topic and (speaker is None or speaker in {c for p in topic for c in p.codes}):
            self._own(event, part, topic, how, sides)
        elif speaker is not None:
            if self._is_verbal(event):
                sides.add_code(part, speaker, "speaker")
        elif event.form == "verb" or self._is_verbal(event):
            sides.add(part, self._clauses.previous_subject(event.sentence), "previous")

    def _is_verbal(self, event: Occurrence) -> bool:
        """Whether the event is an act of speech, so that a speaker may be its unnamed actor."""
        return self._frames.ontology.types[event.frame.type].quad in (1, 3)

    def _own(self, event: Occurrence, part: str, participants: Sequence[Participant], how: str, sides: Sides) -> None:
        """Add participants; 'his country' is the speaker's or the subject's."""
        for participant in participants:
            if participant.kind != "own":
                sides.add(part, [participant], how)
                continue
            speaker = self._clauses.speaker(participant.start)
            if speaker is None:
                topic, _ = self._clauses.topic(event.sentence, participant.first, participant.start)
                speaker = topic[0].codes[0] if topic and topic[0].codes else None
            sides.add_code(part, speaker, how)
            sides.used.append(participant)

    def _complement(self, event: Occurrence, clause: Clause, sides: Sides) -> None:
        """The recipient further on, where the frame allows it; a country of violence for its victim."""
        frame = event.frame
        if sides.recipients or frame.pattern in ("mutual", "must"):
            return
        end = min(clause.stop, event.last + _DEEP_REACH)
        later = [p for p in self._stage.between(clause.first, end) if p not in sides.used]
        if frame.deep:
            for participant in later:
                codes = [c for c in participant.codes if c not in sides.actors and not c.endswith("-MED")]
                if codes and participant.governor != "by" and participant.kind != "own":
                    sides.add("recipient", [participant], "deep", codes)
                    return
        if frame.harm:
            for participant in later:
                if participant.governor in ("في", "ب", "داخل", "علي") and participant.kind in ("place", "state"):
                    sides.add("recipient", [participant], "place")
                    return


def _other(part: str) -> str:
    return "recipient" if part == "actor" else "actor"


def _is_organization(code: str) -> bool:
    return len(code) != 3 and "-" not in code
