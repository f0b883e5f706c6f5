"""Actors, places and the lines between them, as programs that draw and measure networks take them.

Such programs count lines, so only contacts that took place are lines; the others are left out and counted.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.contacts.joins import joins
from kg.export.material import Material
from kg.model import Contact, Place


@dataclass(frozen=True, slots=True)
class Dot:
    """An actor or a place.

    Attributes:
        key: "actor/hakan-fidan", "place/ankara": the two never meet.
        kind: "actor" or "place"; `type` is the finer one.
    """

    key: str
    label: str
    kind: str
    type: str
    country: str


@dataclass(frozen=True, slots=True)
class Line:
    """Two ends that a contact joins; `ordered` where it goes from `one` to `other`."""

    one: str
    other: str
    ordered: bool
    contact: Contact


def lines(material: Material) -> Iterator[Line]:
    """A line for each two ends of each contact that took place, in order of contacts."""
    for contact in material.held:
        for join in joins(contact):
            other = f"place/{join.other.id}" if isinstance(join.other, Place) else f"actor/{join.other}"
            yield Line(f"actor/{join.one}", other, join.ordered, contact)


def dots(material: Material) -> list[Dot]:
    """The actors of these contacts, and the places where a visit went, in order of keys."""
    found = {}
    for contact in material.held:
        for id_ in contact.actors:
            actor = material.actor(id_)
            key = f"actor/{id_}"
            found[key] = Dot(key, actor.name, "actor", actor.type, actor.country or "")
        for join in joins(contact):
            if isinstance(place := join.other, Place):
                key = f"place/{place.id}"
                found[key] = Dot(key, place.name, "place", "place", place.country or "")
    return [found[key] for key in sorted(found)]
