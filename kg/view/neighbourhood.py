"""The contacts around somebody: among all who are no farther than some ties."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from kg.contacts.joins import joins
from kg.model import Contact


def around(contacts: Iterable[Contact], centres: Collection[str], depth: int) -> list[Contact]:
    """The contacts that join two actors who are no more than `depth` ties from one of the centres.

    With depth 1 these are the contacts of the centres and those among their counterparts.
    """
    ends = [(contact, _ends(contact)) for contact in contacts]
    partners: dict[str, set[str]] = defaultdict(set)
    for _, pairs in ends:
        for one, other in pairs:
            partners[one].add(other)
            partners[other].add(one)
    near = edge = set(centres)
    for _ in range(depth):
        edge = {other for one in edge for other in partners[one]} - near
        near = near | edge
    return [
        contact
        for contact, pairs in ends
        if any(one in near and other in near for one, other in pairs)
        or (not pairs and not near.isdisjoint(contact.actors))
    ]


def _ends(contact: Contact) -> list[tuple[str, str]]:
    return [(join.one, join.other) for join in joins(contact) if isinstance(join.other, str)]
