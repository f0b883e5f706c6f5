"""One contact an event within an article: told in headline, lead and last paragraph it is one, with three sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extraction.draft import Draft
from kg.extraction.names import Entity
from kg.vocabulary import vocabulary

_CERTAIN = {"occurred": 0, "cancelled": 1, "refused": 1, "denied": 1, "planned": 2, "proposed": 3}


def merged(drafts: Iterable[Draft], entities: Sequence[Entity]) -> tuple[Draft, ...]:
    """Drafts with those of one event joined, in the order of their first sentence.

    Two drafts tell of one event if they have the same participants, relations of one family, statuses that may be
    said of one event, and no two different days. A heading names less than the text below it: where it has a
    country for a person of that country, it adds its line and nothing else.
    """
    found: list[Draft] = []
    for draft in sorted(drafts, key=_quality):
        for index, kept in enumerate(found):
            if _one_event(kept, draft):
                found[index] = _joined(kept, draft)
                break
        else:
            found.append(draft)
    told = _without_headings(found, entities)
    return tuple(sorted((_dated_visit(d, told, entities) for d in told), key=_order))


def _order(draft: Draft) -> tuple[int, tuple[int, ...], tuple[int, ...], str]:
    return draft.sentence.index, draft.subjects, draft.objects, draft.relation


def _quality(draft: Draft) -> tuple[bool, bool, bool, int, int, str]:
    """The best telling comes first: not the headline, in a frame's words, with a day, what occurred before plans."""
    return (
        draft.sentence.heading,
        draft.frame.startswith("learned:"),
        draft.period.basis != "stated",
        _CERTAIN[draft.status],
        draft.sentence.index,
        draft.relation,
    )


def _related(one: Draft, other: Draft) -> bool:
    relations = vocabulary().relations
    return bool(relations[one.relation].families & relations[other.relation].families)


def _told_again(kept: Draft, draft: Draft) -> bool:
    """What the model finds of a pair that is told already, with no day of its own, is that contact once more."""
    learned = draft.frame.startswith("learned:") and draft.period.basis != "stated" and kept.status == draft.status
    goes = {one.relation for one in (kept, draft)} & {"visited", "sent_envoy_to"}
    return learned and not goes


def _one_event(kept: Draft, draft: Draft) -> bool:
    relations = vocabulary().relations
    if kept.actors != draft.actors or not (_related(kept, draft) or _told_again(kept, draft)):
        return False
    if relations[kept.relation].ordered and kept.relation == draft.relation and kept.subjects != draft.subjects:
        return False
    if (
        kept.status != draft.status
        and not draft.sentence.heading
        and not ({kept.status, draft.status} <= {"planned", "proposed"})
    ):
        return False
    told = {d.period.told for d in (kept, draft) if d.period.told and d.period.basis == "stated"}
    return len(told) < 2 or draft.sentence.heading or any(a != b and a.startswith(b) for a in told for b in told)


def _joined(kept: Draft, draft: Draft) -> Draft:
    relations = vocabulary().relations
    relation = kept.relation
    worded = not draft.frame.startswith("learned:")  # the model knows that, the frame's words know what
    if worded and _related(kept, draft) and kept.relation in relations[draft.relation].broader:
        relation = draft.relation  # the narrower word says more
    ordered_by = draft if relation == draft.relation and relations[relation].ordered else kept
    return replace(
        kept,
        relation=relation,
        subjects=ordered_by.subjects,
        objects=ordered_by.objects,
        mentions=kept.mentions + draft.mentions,
        initiator=kept.initiator if kept.initiator is not None else draft.initiator,
        period=kept.period if kept.period.told or kept.status != draft.status else draft.period,
        place=kept.place if kept.place is not None else draft.place,
        topics=tuple(dict.fromkeys(kept.topics + draft.topics))[:4],
        claimed_by=kept.claimed_by or draft.claimed_by,
        confidence=max(kept.confidence, draft.confidence),
        also=kept.also if draft.sentence in (kept.sentence, *kept.also) else (*kept.also, draft.sentence),
    )


def _without_headings(drafts: Sequence[Draft], entities: Sequence[Entity]) -> list[Draft]:
    """ "Mera calls Chilean, Norwegian leaders" over a text that tells of both calls is no third one."""
    texts = [d for d in drafts if not d.sentence.heading]
    kept = []
    for draft in drafts:
        near = [t for t in texts if _related(t, draft)] if draft.sentence.heading else []
        if not near or not all(any(_stands_for(a, t, entities) for t in near) for a in draft.actors):
            kept.append(draft)
    return kept


def _stands_for(actor: int, text: Draft, entities: Sequence[Entity]) -> bool:
    entity = entities[actor]
    return actor in text.actors or (
        (entity.type == "country" or not entity.named)
        and any(entities[a].country == entity.country for a in text.actors)
    )


def _dated_visit(visit: Draft, drafts: Sequence[Draft], entities: Sequence[Entity]) -> Draft:
    """A visit without a day of its own has that of the meeting which the visitor has there."""
    if not vocabulary().relations[visit.relation].place_role or visit.period.basis == "stated" or not visit.objects:
        return visit
    where = entities[visit.objects[0]]
    for other in drafts:
        place = entities[other.place] if other.place is not None else None
        if (
            other is not visit
            and other.status == visit.status
            and other.period.basis == "stated"
            and set(visit.subjects) & other.actors
            and place is not None
            and (place is where or (where.type == "country" and place.country == where.country))
        ):
            return replace(visit, period=replace(other.period, basis="inferred"), place=other.place)
    return visit
