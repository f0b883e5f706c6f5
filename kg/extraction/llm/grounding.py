"""What of an answer the article bears out: drafts of contacts, and for all else the reason why it was refused."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from kg.extraction.draft import Draft
from kg.extraction.llm.alignment import Aligned
from kg.extraction.llm.answers import Answer, GivenContact
from kg.extraction.llm.roster import Roster
from kg.extraction.llm.source import Source
from kg.extraction.llm.timing import period_of
from kg.extraction.names import Entity
from kg.extraction.sentences import Sentence
from kg.gazetteer import fold, gazetteer
from kg.model import Status
from kg.vocabulary import Relation, vocabulary

Reason = Literal[
    "relation",
    "status",
    "evidence",
    "participant",
    "too few",
    "at home",
    "date",
    "day marked as inferred",
    "place",
    "claimed by",
]
"""What the article does not bear out. A contact is refused for its relation, status or evidence, if too few of its
participants are left, or if it is a trip at home; of the others only they are left out, and a day that we do not read
so is kept and marked."""

_CONFIDENCE = 0.9
"""Before agreement with our own reading is looked at."""
_MOST_TOPICS = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that a model gave and the article does not bear out."""

    reason: Reason
    what: str


@dataclass(frozen=True, slots=True)
class Grounded:
    """What is left of all answers to one article.

    Attributes:
        entities: actors and places; drafts name them by index.
        given: number of contacts that the model gave.
    """

    entities: tuple[Entity, ...]
    drafts: tuple[Draft, ...]
    refused: tuple[Refusal, ...]
    given: int


def grounded(answers: Sequence[Answer], source: Source, frame: str) -> Grounded:
    """The contacts of the answers, one a piece of the article, that the article bears out.

    Args:
        answers: in the order of the pieces.
        source: the article.
        frame: what found them, for `Draft.frame`.
    """
    roster = Roster(source)
    drafts: list[Draft] = []
    refused: list[Refusal] = []
    for answer in answers:
        roster.next_answer()
        reading = _Reading(answer, source, roster, refused, frame)
        drafts += [draft for contact in answer.contacts if (draft := reading.draft(contact)) is not None]
    return Grounded(tuple(roster.entities), tuple(drafts), tuple(refused), sum(len(each.contacts) for each in answers))


class _Reading:
    """One answer, while it is held against the article."""

    def __init__(self, answer: Answer, source: Source, roster: Roster, refused: list[Refusal], frame: str) -> None:
        self._source, self._roster, self._refused, self._frame = source, roster, refused, frame
        self._actors: dict[str, int | None] = {}
        for actor in answer.actors:
            self._actors[fold(actor.name)] = roster.add(actor)
        for actor in answer.actors:  # an answer may name a participant by a mention
            for form in actor.mentions:
                self._actors.setdefault(fold(form), self._actors[fold(actor.name)])

    def draft(self, given: GivenContact) -> Draft | None:
        """The contact as a draft; None, and the reason noted, where the article does not bear it out."""
        known = vocabulary().relations.get(given.relation)
        status = _status(given.status)
        sentence = self._source.evidence(given.evidence)
        if known is None:
            self._no("relation", given.relation)
        elif status is None:
            self._no("status", given.status)
        elif sentence is None:
            self._no("evidence", given.evidence)
        else:
            return self._in_sentence(given, known, status, sentence)
        return None

    def _in_sentence(self, given: GivenContact, known: Relation, status: Status, sentence: Sentence) -> Draft | None:
        subjects = tuple(self._participants(given.subjects, known, False))
        objects = tuple(i for i in self._participants(given.objects, known, True) if i not in subjects)
        if len({*subjects, *objects}) < 2 or (known.ordered and not (subjects and objects)):
            self._no("too few", f"{', '.join(given.subjects)} {given.relation} {', '.join(given.objects)}")
            return None
        if known.place_role:
            objects = tuple(dict.fromkeys(self._as_told(index, sentence) for index in objects))
            if self._is_at_home(subjects, objects):
                self._no("at home", f"{', '.join(given.subjects)} {given.relation} {', '.join(given.objects)}")
                return None
        period, doubt = period_of(given, sentence, self._source)
        if doubt:
            self._no("day marked as inferred" if period.told else "date", doubt)
        initiator = self._actors.get(fold(given.initiator)) if given.initiator else None
        return Draft(
            relation=known.name,
            status=status,
            subjects=subjects or objects,
            objects=objects if subjects else (),
            sentence=sentence,
            period=period,
            frame=self._frame,
            confidence=_CONFIDENCE,
            initiator=initiator if initiator in (*subjects, *objects) else None,
            place=self._place(given, known, objects),
            topics=tuple(each for each in given.topics if self._source.has(each))[:_MOST_TOPICS],
            claimed_by=self._claimant(given, sentence.text),
        )

    def _as_told(self, index: int, sentence: Sentence) -> int:
        """A destination as its evidence names it: the country, where only other sentences name the city."""
        entity = self._roster.entities[index]
        country = gazetteer().country(entity.country) if entity.country else None
        if country is None or entity.type != "place" or any(form in sentence.text for form in entity.forms):
            return index
        named = (self._roster.place(name) for name in (country.name, *country.names) if name in sentence.text)
        return next((found for found in named if found is not None), index)

    def _is_at_home(self, subjects: Sequence[int], objects: Sequence[int]) -> bool:
        """Whether people go to a place in their own country only, which is no contact with anybody."""
        goers, goals = ([self._roster.entities[i] for i in indexes] for indexes in (subjects, objects))
        countries = {each.country for each in (*goers, *goals)}
        return (
            len(countries) == 1
            and None not in countries
            and all(each.type in ("place", "country") for each in goals)
            and all(each.type == "person" for each in goers)
        )

    def _participants(self, names: Sequence[str], relation: Relation, far: bool) -> Iterator[int]:
        """Indexes of those that the article has, each once; a place only where the relation goes to one."""
        seen = set()
        for name in names:
            index = self._actors.get(fold(name))
            if index is None:
                self._no("participant", name)
                continue
            place = self._roster.entities[index].type == "place"
            if place and not (far and relation.place_role):
                self._no("participant", f"{name}, a place")
            elif index not in seen:
                seen.add(index)
                yield index

    def _place(self, given: GivenContact, relation: Relation, objects: Sequence[int]) -> int | None:
        if relation.place_role:
            for index in objects:
                if self._roster.entities[index].type in ("place", "country"):
                    return index
        if given.place is None:
            return None
        named = self._roster.place(given.place)
        if named is None:
            self._no("place", given.place)
        return named

    def _claimant(self, given: GivenContact, sentence: str) -> str | None:
        """Whom the sentence names as the source, in its own words."""
        if given.claimed_by is None:
            return None
        if span := Aligned(sentence).quote(given.claimed_by):
            return sentence[span.start : span.end]
        self._no("claimed by", given.claimed_by)
        return None

    def _no(self, reason: Reason, what: str) -> None:
        self._refused.append(Refusal(reason, " ".join(what.split())[:200]))


def _status(given: str) -> Status | None:
    for known in get_args(Status):
        if known == given and not vocabulary().statuses[known].derived:
            return known  # type: ignore[no-any-return]
    return None
