"""One contact an event within an article: told in headline, lead and last paragraph it is one, with three sentences."""

from collections.abc import Iterable
from dataclasses import replace

from kg.extraction.draft import Draft
from kg.vocabulary import vocabulary

_CERTAIN = {"occurred": 0, "cancelled": 1, "refused": 1, "denied": 1, "planned": 2, "proposed": 3}


def merged(drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """Drafts with those of one event joined, in the order of their first sentence.

    Two drafts tell of one event if they have the same participants, relations of one family, statuses that may be
    said of one event, and no two different days.
    """
    found: list[Draft] = []
    for draft in sorted(drafts, key=_quality):
        for index, kept in enumerate(found):
            if _one_event(kept, draft):
                found[index] = _joined(kept, draft)
                break
        else:
            found.append(draft)
    return tuple(sorted(found, key=lambda d: (d.sentence.index, d.subjects, d.objects, d.relation)))


def _quality(draft: Draft) -> tuple[bool, bool, int, int, str]:
    """The best telling comes first: not the headline, with a day, what occurred before what was planned."""
    return (
        draft.sentence.paragraph == 0,
        draft.period.basis != "stated",
        _CERTAIN[draft.status],
        draft.sentence.index,
        draft.relation,
    )


def _one_event(kept: Draft, draft: Draft) -> bool:
    relations = vocabulary().relations
    if kept.actors != draft.actors or not relations[kept.relation].families & relations[draft.relation].families:
        return False
    if relations[kept.relation].ordered and kept.relation == draft.relation and kept.subjects != draft.subjects:
        return False
    headline = draft.sentence.paragraph == 0
    if kept.status != draft.status and not headline and not ({kept.status, draft.status} <= {"planned", "proposed"}):
        return False
    told = {d.period.told for d in (kept, draft) if d.period.told and d.period.basis != "published"}
    return len(told) < 2 or headline or any(a != b and a.startswith(b) for a in told for b in told)


def _joined(kept: Draft, draft: Draft) -> Draft:
    relations = vocabulary().relations
    relation = kept.relation
    if kept.relation in relations[draft.relation].broader:
        relation = draft.relation  # the narrower word says more
    ordered_by = draft if relation == draft.relation and relations[relation].ordered else kept
    return replace(
        kept,
        relation=relation,
        subjects=ordered_by.subjects,
        objects=ordered_by.objects,
        mentions=kept.mentions + draft.mentions,
        initiator=kept.initiator if kept.initiator is not None else draft.initiator,
        place=kept.place if kept.place is not None else draft.place,
        topics=tuple(dict.fromkeys(kept.topics + draft.topics))[:4],
        claimed_by=kept.claimed_by or draft.claimed_by,
        confidence=max(kept.confidence, draft.confidence),
        also=kept.also if draft.sentence in (kept.sentence, *kept.also) else (*kept.also, draft.sentence),
    )
