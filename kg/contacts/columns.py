"""A contact as cells of a row: what the data frame and the exported tables call by the same names."""

from collections.abc import Sequence
from typing import Any

from kg.model import Actor, Contact
from kg.vocabulary import vocabulary


def columns(contact: Contact, who: Sequence[Actor]) -> dict[str, Any]:
    """Column → cell.

    Args:
        contact: any contact.
        who: its actors, in its order.
    """
    return {
        "contact": contact.id,
        "label": contact.label,
        "relation": contact.relation,
        "status": contact.status,
        "took_place": vocabulary().statuses[contact.status].realised,
        "date": contact.period.told,
        "not_before": contact.period.not_before,
        "not_after": contact.period.not_after,
        "date_basis": contact.period.basis,
        "actors": tuple(actor.name for actor in who),
        "actor_ids": contact.actors,
        "countries": tuple(actor.country for actor in who),
        "place": contact.place.name if contact.place else None,
        "destination": contact.destination.name if contact.destination else None,
        "topics": contact.topics,
        "sources": contact.sources,
        "confidence": contact.confidence,
    }
