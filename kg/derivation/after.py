"""The contacts of a store as they are, and as they will be once the fresh ones have taken their places."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import NamedNode

from kg.graph import reading
from kg.graph.events import place_node
from kg.graph.iris import is_minted, local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY
from kg.graph.store import Quads, nodes_of, subjects_of
from kg.graph.terms import day
from kg.model import Contact, Place

_INVOLVES, _NOT_BEFORE, _DENOTES = term("kg:involves"), term("kg:notBefore"), term("kg:denotes")
_REPORTED_IN, _REJECTED_IN = term("kg:reportedIn"), term("kg:rejectedIn")
_PLACE, _DESTINATION = term("kg:place"), term("kg:destination")


class Stored:
    """Look-ups among the contacts of a store; those of one actor are looked up once."""

    def __init__(self, view: Quads) -> None:
        self.view = view
        self._of_actor: dict[NamedNode, frozenset[NamedNode]] = {}
        self._places: dict[NamedNode, Place] = {}

    def group(self, contact: NamedNode) -> frozenset[NamedNode]:
        """The actors of a contact."""
        return frozenset(nodes_of(self.view.match(contact, _INVOLVES, graph=CONTACTS)))

    def told_in(self, report: NamedNode) -> Iterator[NamedNode]:
        """The contact that a report tells of, or told of before it was rejected."""
        for property_ in (_REPORTED_IN, _REJECTED_IN):
            yield from subjects_of(self.view.match(None, property_, report, CONTACTS))

    def actor_of(self, named: str) -> str | None:
        """The actor that a named actor denotes."""
        found = nodes_of(self.view.match(minted("nam", named), _DENOTES, graph=IDENTITY))
        return next(map(local_name, found), None)

    def reports(self, contact: NamedNode) -> Iterator[NamedNode]:
        """The reports of a contact."""
        return nodes_of(self.view.match(contact, _REPORTED_IN, graph=CONTACTS))

    def of_all(self, actors: Iterable[NamedNode]) -> frozenset[NamedNode]:
        """The contacts that all these actors are in, perhaps with others."""
        return frozenset.intersection(*map(self.of_actor, actors))

    def of_group(self, actors: frozenset[NamedNode]) -> Iterator[NamedNode]:
        """The contacts of exactly these actors."""
        return (contact for contact in self.of_all(actors) if self.group(contact) == actors)

    def of_actor(self, actor: NamedNode) -> frozenset[NamedNode]:
        """The contacts of an actor."""
        if actor not in self._of_actor:
            found = subjects_of(self.view.match(None, _INVOLVES, actor, CONTACTS))
            self._of_actor[actor] = frozenset(found)
        return self._of_actor[actor]

    def at(self, place: NamedNode) -> Iterator[NamedNode]:
        """The contacts that are at a place or go there."""
        for property_ in (_PLACE, _DESTINATION):
            yield from subjects_of(self.view.match(None, property_, place, CONTACTS))

    def on(self, began: date) -> Iterator[NamedNode]:
        """The contacts with a place that took place on this day at the earliest."""
        for contact in subjects_of(self.view.match(None, _NOT_BEFORE, day(began), CONTACTS)):
            if any(self.view.match(contact, _PLACE, graph=CONTACTS)):
                yield contact

    def contact(self, node: NamedNode) -> Contact:
        """The contact itself."""
        return reading.contact(self.view, node, self._places)


class After:
    """The contacts as they will be: outside the scope as they are stored, in it the fresh ones."""

    def __init__(self, stored: Stored, scope: Collection[NamedNode], fresh: Mapping[NamedNode, Contact]) -> None:
        self.stored = stored
        self._scope = scope
        self._fresh = fresh
        self._fresh_places = {place_node(place) for one in fresh.values() for place in places_of(one)}

    @property
    def fresh(self) -> Collection[Contact]:
        """The contacts in the scope."""
        return self._fresh.values()

    def others_between(self, actor: NamedNode, target: NamedNode) -> Iterator[Contact]:
        """The contacts outside the scope of two actors, or of an actor at a place."""
        is_actor = is_minted("act", target)
        there = self.stored.of_actor(target) if is_actor else frozenset(self.stored.at(target))
        for node in (self.stored.of_actor(actor) & there).difference(self._scope):
            yield self.stored.contact(node)

    def on(self, began: date) -> Iterator[Contact]:
        """The contacts with a place that took place on this day at the earliest."""
        yield from (one for one in self._fresh.values() if one.place and one.period.not_before == began)
        for node in self.stored.on(began):
            if node not in self._scope:
                yield self.stored.contact(node)

    def uses(self, place: NamedNode) -> bool:
        """Whether a contact is at a place or goes there."""
        return place in self._fresh_places or any(node not in self._scope for node in self.stored.at(place))


def places_of(contact: Contact) -> tuple[Place, ...]:
    """Where a contact takes place and where it goes, as far as told."""
    return tuple(place for place in (contact.place, contact.destination) if place)
