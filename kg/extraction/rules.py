"""The rule extractor: frames over parsed sentences, read into drafts of contacts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction.candidates import is_candidate
from kg.extraction.casing import as_read
from kg.extraction.claimant import claimant
from kg.extraction.dates import days_told, period_of
from kg.extraction.draft import Draft
from kg.extraction.frame_table import status_words
from kg.extraction.frames import Match, matches
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.participants import note_subject
from kg.extraction.participants.reading import Reading, Reference
from kg.extraction.places import place_of
from kg.extraction.sentences import Sentence
from kg.extraction.status import judge
from kg.extraction.times import find_times
from kg.extraction.topics import topics
from kg.gazetteer import fold

_CONFIDENCE = {"verb": 0.85, "noun": 0.8}
_GOVERNING = frozenset({"country", "organization"})


def drafts(
    sentences: Sequence[Sentence], settled: Settled, parses: Sequence[Parsed], published: date | None
) -> Iterator[Draft]:
    """Every telling of a contact that a frame finds in the document.

    Args:
        sentences: all sentences of the article.
        settled: its names.
        parses: the parsed sentences, in order; those without a word of contact are passed over.
        published: the article's day.
    """
    previous = list(days_told([as_read(s.text) for s in sentences], published))
    subjects: dict[int, int] = {}
    for parsed in filter(lambda each: is_candidate(each.sentence), parses):
        reading = Reading(parsed, settled, subjects)
        note_subject(reading)
        for match in matches(reading):
            yield from _drafts(match, reading, published, previous[parsed.sentence.index])


def _drafts(match: Match, reading: Reading, published: date | None, previous: date | None) -> Iterator[Draft]:
    sentence, trigger = reading.parsed.sentence, match.trigger
    times = find_times(as_read(sentence.text), published, previous)
    future = any(
        t.future.not_before and published and t.future.not_before > published and t.kind == "day" for t in times
    )
    judgement = judge(match, sentence.heading, future)
    if judgement is None:
        return
    span = (reading.parsed.start[trigger.i], reading.parsed.end[trigger.i])
    period = period_of(
        as_read(sentence.text), span, judgement.tense, published, previous, carried=judgement.status == "occurred"
    )
    place = place_of(reading, trigger, match.verb)
    relation = _relation(match)
    where = next((i for i, e in enumerate(reading.settled.entities) if e is place), None)
    telling = Draft(
        relation=relation,
        status=judgement.status,
        subjects=_entities(match.a),
        objects=_entities(match.b),
        sentence=sentence,
        period=period,
        frame=match.frame.name,
        confidence=_CONFIDENCE["verb" if match.frame.verb else "noun"],
        mentions=tuple((r.entity, r.mention) for r in (*match.a, *match.b, *match.places) if r.mention is not None),
        initiator=match.initiator,
        place=where,
        topics=topics(sentence.text, span),
        claimed_by=claimant(reading.parsed, trigger),
        trigger=trigger.i,
    )
    if relation == "visited":
        for visitor in match.a:
            for target in _destinations(match, visitor, reading):
                is_place = reading.entity(target.entity).type in ("place", "country")
                goal = target.entity if is_place else where
                yield replace(telling, subjects=(visitor.entity,), objects=(target.entity,), place=goal)
        return
    if match.envoys:
        yield from _journeys(telling, match, reading)
    for one in _one_by_one(telling):
        if len(one.actors) > 1 and not _domestic(one.subjects, one.objects, reading):
            yield one


def _journeys(telling: Draft, match: Match, reading: Reading) -> Iterator[Draft]:
    """A named envoy who is sent somewhere goes there."""
    for envoy in match.envoys:
        for target in match.b:
            if target.mention is None:
                continue
            goal = target.mention.entity  # the city, where its government stands for it
            entity = reading.entity(goal)
            if entity.type in ("place", "country") and entity.country != reading.entity(envoy.entity).country:
                yield replace(
                    telling, relation="visited", subjects=(envoy.entity,), objects=(goal,), place=goal, initiator=None
                )


def _one_by_one(telling: Draft) -> Iterator[Draft]:
    """ "called A and B" are two calls, unless they are told to be joint."""
    words = status_words()
    told = set(fold(telling.sentence.text).replace("-", " ").split())
    each = telling.relation in words.one_by_one and not told & words.jointly
    if len(telling.subjects) == 1 and (each or told & words.apart):
        for other in telling.objects:
            yield replace(telling, objects=(other,))
    else:
        yield telling


def _entities(references: Sequence[Reference]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(r.entity for r in references))


def _destinations(match: Match, visitor: Reference, reading: Reading) -> Iterator[Reference]:
    """Where a visitor goes: abroad, since a trip at home is no contact."""
    home = reading.entity(visitor.entity).country
    for target in (*match.places, *match.b):
        entity = reading.entity(target.entity)
        if target.entity == visitor.entity or (entity.type in ("place", "country") and home and entity.country == home):
            continue
        if match.frame.abroad and not ((home or reading.entity(visitor.entity).body) and entity.country):
            continue
        yield target


def _domestic(subjects: Sequence[int], objects: Sequence[int], reading: Reading) -> bool:
    """A government with its own ministry or parliament is no contact."""
    entities = [reading.entity(i) for i in (*subjects, *objects)]
    return (
        len({e.country for e in entities}) == 1
        and entities[0].country is not None
        and all(e.type in _GOVERNING for e in entities)
    )


def _relation(match: Match) -> str:
    """The frame's relation, or `called` where the clause names the telephone."""
    relation = match.frame.relation
    if relation not in ("spoke_with", "met", "negotiated_with") or (
        match.frame.relation == "met" and not match.frame.noun
    ):
        return relation
    medium = status_words().medium
    for carrier in (match.trigger, match.verb):
        if carrier is None:
            continue
        for child in carrier.children:
            if child.lower_ in medium and child.dep_ in ("compound", "amod", "nmod"):
                return "called"
            by = child.dep_ in ("prep", "agent") and child.lower_ in ("by", "over", "on", "via", "through")
            if by and any(t.lemma_.lower() in medium for t in child.children):
                return "called"
    return relation
