"""Pairs of participants, and which pair of a system answers which pair of the gold set.

A contact expands to (subject, object) pairs. A system's mention counts only where the article has it and no
other of its participants in that article lists it too; the two participants of a pair must be different.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from kg.gazetteer import fold
from kg.vocabulary import vocabulary

Json = Mapping[str, Any]


class Level(IntEnum):
    """How far a system's pair agrees with a gold pair."""

    NONE = 0
    PAIR = 1
    """the same two participants"""
    TYPED = 2
    """and the relation, or one that the gold set accepts in its place"""
    FULL = 3
    """and status and date"""


@dataclass(frozen=True, slots=True)
class Participant:
    """A participant by name, with the folded surface forms that mean it."""

    name: str
    forms: frozenset[str]

    def means(self, other: "Participant") -> bool:
        """Whether this participant of a system means that one of the gold set."""
        return (
            bool(self.forms & other.forms)
            or _is_short_for(self.name, other.name)
            or (len(_words(self.name)) > 1 and any(_is_short_for(self.name, form) for form in other.forms))
        )


@dataclass(frozen=True, slots=True)
class Pair:
    """One (subject, object) pair of a contact, with the contact's own record."""

    subject: Participant
    object: Participant
    contact: Json
    published: str | None

    @property
    def relation(self) -> str:
        """The relation, as the record has it."""
        return str(self.contact.get("relation"))


@dataclass(frozen=True, slots=True)
class Match:
    """A system's pair (by index) that answers a gold pair (by index)."""

    level: Level
    system: int
    gold: int


def gold_pairs(article: Json) -> list[Pair]:
    """The pairs of an annotated article, its participants with all their mentions."""
    known = {entity["name"]: _participant(entity) for entity in article.get("entities", ())}
    return list(_pairs(article, lambda item: known.get(item) or _participant(item), article.get("date")))


def system_pairs(answer: Json, article: Json) -> list[Pair]:
    """The pairs of a system's record of an article, participants with the mentions that they may claim."""
    claimed = _claims(answer, article)
    pairs = _pairs(answer, lambda item: claimed[_participant(item).name], article.get("date"))
    return [
        pair for pair in pairs if pair.subject.name != pair.object.name and not pair.subject.forms & pair.object.forms
    ]


def matches(system: list[Pair], gold: list[Pair]) -> list[Match]:
    """One-to-one matches, the best first."""
    graded = [
        (*_grade(one, other), index, place) for index, one in enumerate(system) for place, other in enumerate(gold)
    ]
    graded.sort(key=lambda row: (-row[0], -row[1], row[2], row[3]))
    answered, matched, found = set[int](), set[int](), []
    for level, _, index, place in graded:
        if level and index not in matched and place not in answered:
            matched.add(index)
            answered.add(place)
            found.append(Match(level, index, place))
    return found


def same_date(system: Pair, gold: Pair) -> bool:
    """Equal; where the gold set has no date, the article's own is right too if it is given as that."""
    date, wanted = system.contact.get("date") or None, gold.contact["date"]
    from_publication = date == gold.published and system.contact.get("date_basis") == "published"
    return date == wanted or (wanted is None and from_publication)


def same_place(system: Pair, gold: Pair) -> bool:
    """Equal but for case and accents; both may have none."""
    return fold(system.contact.get("place") or "") == fold(gold.contact.get("place") or "")


def same_status(system: Pair, gold: Pair) -> bool:
    """Equal."""
    return bool(system.contact.get("status") == gold.contact["status"])


def _words(name: str) -> list[str]:
    return re.findall(r"\w+", fold(name))


def _is_short_for(one: str, other: str) -> bool:
    """Whether one name's words are among the other's and have its last ("Fidan", "Hakan Fidan")."""
    short, long = sorted((_words(one), _words(other)), key=len)
    return bool(short) and set(short) <= set(long) and long[-1] in short


def _participant(item: str | Json) -> Participant:
    """A participant as a record has it: a string, or an object with name and mentions."""
    name, mentions = (item, ()) if isinstance(item, str) else (item.get("name") or "", item.get("mentions") or ())
    return Participant(name, frozenset(map(fold, (name, *mentions))) - {""})


def _claims(answer: Json, article: Json) -> dict[str, Participant]:
    text = fold(f"{article.get('title') or ''} {article.get('text') or ''}")
    forms, owners = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for contact in answer.get("contacts") or ():
        for item in itertools.chain(contact.get("subjects") or (), contact.get("objects") or ()):
            listed = _participant(item)
            forms[listed.name] |= listed.forms
            for form in listed.forms:
                owners[form].add(listed.name)
    return {
        name: Participant(
            name,
            frozenset(form for form in listed if form == fold(name) or (len(owners[form]) == 1 and form in text)),
        )
        for name, listed in forms.items()
    }


def _pairs(record: Json, participant: Callable[[Any], Participant], published: str | None) -> Iterator[Pair]:
    for contact in record.get("contacts") or ():
        subjects = [participant(item) for item in contact.get("subjects") or ()]
        objects = [participant(item) for item in contact.get("objects") or ()]
        both: Iterable[tuple[Participant, Participant]] = itertools.product(subjects, objects)
        if not subjects or not objects:
            both = itertools.combinations(subjects or objects, 2)
        for subject, other in both:
            yield Pair(subject, other, contact, published)


def _grade(system: Pair, gold: Pair) -> tuple[Level, int]:
    """The level, and the number of fields that agree, to prefer the closer match."""
    straight = system.subject.means(gold.subject) and system.object.means(gold.object)
    crossed = system.subject.means(gold.object) and system.object.means(gold.subject)
    if not straight and not crossed:
        return Level.NONE, 0
    status, date = same_status(system, gold), same_date(system, gold)
    closeness = status + date + (system.relation == gold.relation) + same_place(system, gold)
    if not _same_relation(system, gold, straight, crossed):
        return Level.PAIR, closeness
    return (Level.FULL if status and date else Level.TYPED), closeness


def _same_relation(system: Pair, gold: Pair, straight: bool, crossed: bool) -> bool:
    if system.relation not in (gold.relation, *gold.contact.get("accept", ())):
        return False
    if not (_is_ordered(system.relation) and _is_ordered(gold.relation)):
        return True
    turned = {system.relation, gold.relation} == {"hosted", "visited"}  # each the other seen from the far end
    return crossed if turned else straight


def _is_ordered(relation: str) -> bool:
    known = vocabulary().relations.get(relation)
    return known is not None and known.ordered
