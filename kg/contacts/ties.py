"""Direct triples between actors, for contacts that occurred, as the vocabulary tells for each relation."""

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from kg.contacts.tellings import goes_to_places
from kg.model import Contact, Place
from kg.vocabulary import Relation, vocabulary

Tie = tuple[str, str, str | Place]


def ties(contacts: Iterable[Contact]) -> frozenset[Tie]:
    """Every (actor, relation, actor or place) that holds directly, broader relations included.

    Contacts that did not occur give none. Subjects of one side are not tied among themselves.
    """
    known = vocabulary()
    return frozenset(
        tie
        for contact in contacts
        if known.statuses[contact.status].realised
        for tie in _ties_of(contact, known.relations[contact.relation])
    )


def _ties_of(contact: Contact, relation: Relation) -> Iterator[Tie]:
    for one, other in _pairs(contact, relation):
        began = contact.initiator in (one, other)
        subject, target = (other, one) if contact.initiator == other and not relation.ordered else (one, other)
        both = False
        for name in (relation.name, *relation.broader):
            direct = vocabulary().direct_of(name)
            # What is broader than a relation that goes both ways goes both ways as well.
            both = both or direct == "both" or (direct == "initiator" and not began)
            yield subject, name, target
            if both:
                yield target, name, subject
    if contact.destination and goes_to_places(relation):
        for role in contact.roles:
            if role.name == relation.subject_role:
                yield role.actor, relation.name, contact.destination


def _pairs(contact: Contact, relation: Relation) -> Iterator[tuple[str, str]]:
    if relation.ordered:
        subjects = [role.actor for role in contact.roles if role.name == relation.subject_role]
        objects = [role.actor for role in contact.roles if role.name == relation.object_role]
        yield from product(subjects, objects)
    elif contact.objects:
        yield from product((actor for actor in contact.actors if actor not in contact.objects), contact.objects)
    else:
        yield from combinations(contact.actors, 2)
