"""Dataclasses back from any set of quads: documents, actors, identities, contacts."""

from collections.abc import Iterable, Iterator
from datetime import date

from pyoxigraph import NamedNode

from kg.graph.events import contact_of, place_of
from kg.graph.iris import is_minted, local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY, KNOWN, article_graph
from kg.graph.store import Quads, nodes_of, subjects_of
from kg.graph.terms import CLASSES, LABEL, TYPE, Node, by_subject
from kg.graph.who import actor_of, identity_of
from kg.model import Actor, Contact, Document, Identity, NamedActor, Place

_IN_ARTICLE, _PUBLISHED = term("kg:inArticle"), term("schema:datePublished")
_SIDES = (term("kg:reportedSubject"), term("kg:reportedObject"))
_OF_ACTORS = (term("skos:altLabel"), term("kg:country"))


def document(store: Quads, article: str) -> Document | None:
    """What the article with this id says, without its text; None where it was never read."""
    from kg.graph.said import document_of  # contacts, which most questions are about, do without

    found = list(store.match(graph=article_graph(article)))
    return document_of(found) if found else None


def excerpt(store: Quads, article: NamedNode, reports: Iterable[NamedNode]) -> Document:
    """The article with some of its reports, and the named actors they are about."""
    from kg.graph.said import document_of

    subjects = {article}
    for report in reports:
        subjects.add(report)
        for side in _SIDES:
            subjects.update(nodes_of(store.match(report, side, graph=article)))
    return document_of(quad for subject in subjects for quad in store.match(subject, graph=article))


def articles(store: Quads) -> Iterator[str]:
    """Ids of all articles."""
    return map(local_name, subjects_of(store.match(None, TYPE, term("kg:Article"))))


def articles_of(store: Quads, reports: Iterable[str]) -> set[str]:
    """Ids of the articles in which these reports stand."""
    found = (store.match(minted("rep", report), _IN_ARTICLE) for report in reports)
    return {local_name(article) for quads in found for article in nodes_of(quads)}


def identities(store: Quads) -> Iterator[Identity]:
    """Who is who, for every named actor."""
    return map(identity_of, by_subject(store.match(graph=IDENTITY)).values())


def actors(store: Quads) -> Iterator[Actor]:
    """All known and discovered actors; their direct triples, which may be thousands, are not read."""
    for graph in (KNOWN, CONTACTS):
        nodes: dict[NamedNode, Node] = {}
        for class_ in CLASSES.values():
            for quad in store.match(None, TYPE, class_, graph):
                if isinstance(quad.subject, NamedNode) and is_minted("act", quad.subject):
                    nodes.setdefault(quad.subject, Node(quad.subject)).add(quad)
        for property_ in _OF_ACTORS:
            for quad in store.match(None, property_, None, graph):
                if isinstance(quad.subject, NamedNode) and (node := nodes.get(quad.subject)):
                    node.add(quad)
        for subject, node in nodes.items():
            for quad in store.match(subject, LABEL, None, graph):
                node.add(quad)
            yield actor_of(node, known=graph == KNOWN)


def denoting(store: Quads, actor: str) -> Iterator[NamedActor]:
    """The named actors that are this actor."""
    from kg.graph.said import named_of

    for node in subjects_of(store.match(None, term("kg:denotes"), minted("act", actor), IDENTITY)):
        yield named_of(described(store, node))


def discovered(store: Quads, actor: str) -> Actor:
    """The discovered actor with this id."""
    return actor_of(described(store, minted("act", actor), CONTACTS), known=False)


def contacts(store: Quads) -> Iterator[Contact]:
    """All contacts, whether or not they took place."""
    places: dict[NamedNode, Place] = {}
    for class_ in (term("kg:Contact"), term("kg:UnrealisedContact")):
        for node in subjects_of(store.match(None, TYPE, class_, CONTACTS)):
            yield contact(store, node, places)


def contact(store: Quads, subject: NamedNode, places: dict[NamedNode, Place]) -> Contact:
    """The contact with this IRI.

    Args:
        store: where it stands.
        subject: its IRI.
        places: places that were looked up already; the contact's are added.
    """
    node = described(store, subject, CONTACTS)
    for where in (*node.nodes("kg:place"), *node.nodes("kg:destination")):
        if where not in places:
            graph = KNOWN if is_minted("c", where) else CONTACTS
            places[where] = place_of(described(store, where, graph))

    def day_of(report: str) -> date | None:
        articles = nodes_of(store.match(minted("rep", report), _IN_ARTICLE))
        return next((published(store, article) for article in articles), None)

    return contact_of(node, places, day_of)


def described(
    store: Quads, subject: NamedNode, graph: NamedNode | None = None, property_: NamedNode | None = None
) -> Node:
    """What one graph, or all, says of a subject, or of one property of it."""
    node = Node(subject)
    for quad in store.match(subject, property_, graph=graph):
        node.add(quad)
    return node


def published(store: Quads, article: NamedNode) -> date | None:
    """The day on which an article was published, where it is known."""
    return described(store, article, article, _PUBLISHED).day("schema:datePublished")
