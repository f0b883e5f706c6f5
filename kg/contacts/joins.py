"""Who is joined with whom in one contact, whether or not it took place: the lines of a picture."""

from dataclasses import dataclass, replace

from kg.contacts.ties import ties
from kg.model import Contact, Place
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Join:
    """Two ends that a contact joins.

    Attributes:
        ordered: whether it goes from `one` to `other`; else the two stand in order of their ids.
    """

    one: str
    other: str | Place
    ordered: bool


def joins(contact: Contact) -> list[Join]:
    """Each two ends once, in order of their ids, by the rules that direct triples follow.

    A mediator is joined with the parties, the parties not with one another; a visitor with the place.
    """
    held = next(name for name, status in vocabulary().statuses.items() if status.realised)
    as_if_held = replace(contact, status=vocabulary().statuses[held].name)  # type: ignore[arg-type]
    told = {(one, other) for one, name, other in ties([as_if_held]) if name == contact.relation}
    if contact.destination:
        role = vocabulary().relations[contact.relation].subject_role
        told |= {(one.actor, contact.destination) for one in contact.roles if one.name == role}
    found = [
        Join(one, other, (other, one) not in told)
        for one, other in told
        if isinstance(other, Place) or (other, one) not in told or one < other
    ]
    return sorted(found, key=lambda join: (join.one, isinstance(join.other, Place), str(join.other)))
