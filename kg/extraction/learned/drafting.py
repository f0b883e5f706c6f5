"""Pairs that the model is sure of, as drafts of contacts; those of one sentence that belong together as one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from kg.extraction.claimant import claimant
from kg.extraction.dates import period_of
from kg.extraction.draft import Draft
from kg.extraction.learned.judging import Judged, telling
from kg.extraction.learned.model import BACK, EITHER, Model
from kg.extraction.names import Mention
from kg.extraction.places import place_of
from kg.extraction.topics import topics
from kg.model import Status
from kg.vocabulary import vocabulary

_AHEAD = ("planned", "proposed")


@dataclass(frozen=True, slots=True)
class Telling:
    """A pair that is told as a contact: who stands first, and what it is."""

    judged: Judged
    relation: str
    status: Status
    subject: int
    object: int


def tellings(pairs: Sequence[Judged], model: Model) -> Iterator[Telling]:
    """What the model tells of the pairs of an article that it is sure enough of."""
    surest = max((pair.verdict.contact for pair in pairs), default=0.0)
    threshold = model.eased if surest >= model.sure else model.threshold
    for pair in pairs:
        if pair.verdict.contact >= threshold and (found := told(pair)) is not None:
            yield found


def told(pair: Judged) -> Telling | None:
    """The likeliest relation, direction and status of a pair, were it a contact; None where none can be."""
    candidate, reading = pair.seen.candidate, pair.seen.reading
    to_place = reading.entity(candidate.second.entity).type == "place"
    shares = {name: share for name, share in pair.verdict.relation.items() if not to_place or _goes(name)}
    if not shares:
        return None
    best = max(shares, key=lambda name: shares[name])
    status = cast(Status, max(pair.verdict.status, key=lambda name: pair.verdict.status[name]))
    first, second = candidate.first.entity, candidate.second.entity
    if best.endswith(BACK):
        first, second = second, first
    return Telling(pair, best[:-1], status, first, second)


def _goes(name: str) -> bool:
    return not name.endswith((BACK, EITHER)) and vocabulary().relations[name[:-1]].place_role is not None


def drafts(
    found: Sequence[Telling], model: Model, published: date | None, previous: Sequence[date | None]
) -> Iterator[Draft]:
    """One draft for each pair, or for several of one sentence that have part in the same contact."""
    groups: Mapping[tuple[int, str, str], list[Telling]] = defaultdict(list)
    for telling_ in found:
        groups[telling_.judged.sentence.index, telling_.relation, telling_.status].append(telling_)
    for (index, relation, _), group in groups.items():
        for subjects, objects, members in _joined(relation, group):
            best = max(members, key=lambda t: t.judged.verdict.contact)
            draft = _draft(best, model, published, previous[index])
            mentions = tuple(dict.fromkeys(m for t in members for m in _mentions(t)))
            yield replace(draft, subjects=subjects, objects=objects, mentions=mentions)


_Group = tuple[tuple[int, ...], tuple[int, ...], list[Telling]]


def _joined(relation: str, group: Sequence[Telling]) -> Iterator[_Group]:
    """ "A, B and C met" where all three pairs are told; "A called B and C" where one has several others."""
    known = vocabulary().relations[relation]
    if known.place_role is not None:
        for one in group:
            yield (one.subject,), (one.object,), [one]
        return
    left = list(group)
    if not known.ordered:
        everyone = tuple(dict.fromkeys(e for t in left for e in (t.subject, t.object)))
        if len(everyone) > 2 and len({t.judged.pair for t in left}) == len(everyone) * (len(everyone) - 1) // 2:
            yield everyone, (), left
            return
    while left:
        ends: Mapping[int, list[Telling]] = defaultdict(list)
        for one in left:
            ends[one.subject].append(one)
            if not known.ordered:
                ends[one.object].append(one)
        centre = max(ends, key=lambda e: (len(ends[e]), -e))
        members = ends[centre]
        others = tuple(dict.fromkeys(t.object if t.subject == centre else t.subject for t in members))
        if len(members) == 1:
            yield (members[0].subject,), (members[0].object,), members
        else:
            yield (centre,), others, members
        left = [one for one in left if one not in members]


def _draft(found: Telling, model: Model, published: date | None, previous: date | None) -> Draft:
    pair = found.judged.seen
    sentence, parsed = found.judged.sentence, pair.reading.parsed
    word = telling(pair, model)
    span = (parsed.start[word.i], parsed.end[word.i])
    tense = "future" if found.status in _AHEAD else "past"
    verb = pair.words.tokens[pair.words.governor(word.i)]
    place = place_of(pair.reading, word, verb)
    where = next((i for i, e in enumerate(pair.reading.settled.entities) if e is place), None)
    if pair.reading.entity(found.object).type == "place":
        where = found.object
    return Draft(
        relation=found.relation,
        status=found.status,
        subjects=(found.subject,),
        objects=(found.object,),
        sentence=sentence,
        period=period_of(sentence.text, span, tense, published, previous, carried=found.status == "occurred"),  # type: ignore[arg-type]
        frame=f"learned:{word.lemma_.lower()}",
        confidence=round(found.judged.verdict.contact, 3),
        mentions=_mentions(found),
        place=where,
        topics=topics(sentence.text, span),
        claimed_by=claimant(parsed, word),
        trigger=word.i,
    )


def _mentions(found: Telling) -> tuple[tuple[int, Mention], ...]:
    parts = (found.judged.seen.candidate.first, found.judged.seen.candidate.second)
    return tuple((part.entity, part.mention) for part in parts if part.mention is not None)
