"""The derived layers (who is who, what happened) as a function of what is said, known and decided.

`everything` derives them whole. `touched` derives only what changed articles can change, and comes to the
same: who is who is settled block by block, and a contact depends on the reports of exactly its actors.
"""

from collections.abc import Iterable

from pyoxigraph import NamedNode

from kg.contacts import derive
from kg.contacts.ties import ties
from kg.decisions import resolve
from kg.derivation.decided import Decided, affected, known
from kg.derivation.events import contact_change
from kg.derivation.identity import Memory, discovered_quads, identity_quads_of, judge
from kg.graph import reading
from kg.graph.difference import Change, difference
from kg.graph.events import contact_quads, outlet_quads, place_quads, tie_quads
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, IDENTITY
from kg.graph.store import Quads, nodes_of

__all__ = ["Memory", "affected", "everything", "touched"]

_PUBLISHER = term("schema:publisher")


def everything(store: Quads) -> Change:
    """What turns the derived layers of a store into what they should be."""
    documents = [found for id_ in reading.articles(store) if (found := reading.document(store, id_))]
    published = {document.article.id: document.article.published for document in documents}
    named = (actor for document in documents for actor in document.actors)
    decided = Decided.of(store)
    resolution = resolve(named, known(), published, decided.rules)
    actors = {**decided.known, **{actor.id: actor for actor in resolution.actors}}
    corrected = [decided.corrected(document, store) for document in documents]
    contacts = derive(corrected, resolution.who, actors, decided.verdicts(store))
    places = {place for contact in contacts for place in (contact.place, contact.destination) if place}
    new = {
        *identity_quads_of(resolution),
        *discovered_quads(resolution),
        *(quad for contact in contacts for quad in contact_quads(contact)),
        *(quad for place in places for quad in place_quads(place)),
        *tie_quads(ties(contacts)),
        *(quad for outlet in nodes_of(store.match(None, _PUBLISHER)) for quad in outlet_quads(outlet)),
    }
    return difference((quad for graph in (IDENTITY, CONTACTS) for quad in store.match(graph=graph)), new)


def touched(
    old: Quads, new: Quads, articles: Iterable[str], memory: Memory | None = None, keys: Iterable[str] = ()
) -> Change:
    """What a change of some articles, or of decisions, changes in the derived layers.

    Args:
        old: the store as it is.
        new: the same with the new graphs of the articles, and with new decisions.
        articles: ids of all articles that are added, replaced or removed, or about whose reports was decided.
        memory: of earlier changes that were made in this run, under the same decisions; changed.
        keys: of further blocks, about whose actors was decided.
    """
    articles = list(articles)
    graphs = [minted("art", article) for article in articles]
    memory = memory or Memory()
    decided = memory.decided(new)
    decided.forget(articles)
    judged = judge(old, new, graphs, memory, keys)
    return judged.change | contact_change(old, new, graphs, judged, decided) | _outlet_change(old, new, graphs)


def _outlet_change(old: Quads, new: Quads, graphs: Iterable[NamedNode]) -> Change:
    views = (old, new)
    outlets = {one for view in views for graph in graphs for one in nodes_of(view.match(graph, _PUBLISHER))}
    in_use = {outlet for outlet in outlets if any(new.match(None, _PUBLISHER, outlet))}
    return difference(
        (quad for outlet in outlets for quad in old.match(outlet, graph=CONTACTS)),
        (quad for outlet in in_use for quad in outlet_quads(outlet)),
    )
