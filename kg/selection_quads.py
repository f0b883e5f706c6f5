"""The part of a store that some contacts need to be understood without it."""

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad

from kg.contacts.ties import ties
from kg.graph.events import place_quads, tie_quads
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS
from kg.graph.store import Quads
from kg.graph.who import actor_quads
from kg.model import Actor, Contact

_IN_ARTICLE = term("kg:inArticle")


def quads_of(store: Quads, contacts: Iterable[Contact], actors: Mapping[str, Actor]) -> list[Quad]:
    """The contacts with their direct triples, and their actors, places, reports and articles; each quad once.

    A direct triple is there if one of these contacts gives it, whatever others there are in the store.
    """
    contacts = list(contacts)
    found: set[Quad] = set(tie_quads(ties(contacts)))
    for contact in contacts:
        found.update(store.match(minted("con", contact.id), graph=CONTACTS))
        for place in (contact.place, contact.destination):
            found.update(place_quads(place) if place else ())
        for key in contact.actors:
            found.update(actor_quads(actors[key]) if key in actors else ())
        for report in contact.reports:
            found.update(_told(store, minted("rep", report)))
    return sorted(found, key=str)


def _told(store: Quads, report: NamedNode) -> Iterator[Quad]:
    """A report and its article."""
    for quad in store.match(report):
        yield quad
        if quad.predicate == _IN_ARTICLE and isinstance(quad.object, NamedNode):
            yield from store.match(quad.object, graph=quad.object)
