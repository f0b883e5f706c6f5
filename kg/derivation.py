"""The derived layers (who is who, what happened) as a function of what is said and known.

`everything` derives them whole. `touched` derives only what changed articles can change, and comes to the
same: identity is local to a block (named actors that share a key, directly or through others), and a contact
depends on the reports of its own actors alone. So it is enough to resolve the blocks of the changed articles,
and to derive the contacts of all actors that a changed report is about, or one that has another actor now.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from kg.actors import Resolution, known_actors, resolve
from kg.contacts import derive
from kg.contacts.ties import ties
from kg.graph import reading
from kg.graph.difference import Change, difference
from kg.graph.events import contact_quads, outlet_quads, place_quads, tie_quads
from kg.graph.iris import local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY
from kg.graph.said import named_of
from kg.graph.store import Quads, nodes_of, subjects_of
from kg.graph.terms import TYPE, text
from kg.graph.who import actor_quads, identity_quads
from kg.model import Actor, Contact, Document
from kg.vocabulary import vocabulary

_DENOTES, _IN_ARTICLE, _PUBLISHER = term("kg:denotes"), term("kg:inArticle"), term("schema:publisher")
_INVOLVES, _BLOCK_KEY = term("kg:involves"), term("kg:blockKey")
_SIDES = (term("kg:reportedSubject"), term("kg:reportedObject"))
_WHERE = (term("kg:place"), term("kg:destination"))
_DESCRIBES = frozenset(map(term, ("rdf:type", "rdfs:label", "skos:altLabel", "kg:country")))


def everything(store: Quads) -> Change:
    """What turns the derived layers of a store into what they should be."""
    documents = [found for id_ in reading.articles(store) if (found := reading.document(store, id_))]
    published = {document.article.id: document.article.published for document in documents}
    named = (actor for document in documents for actor in document.actors)
    resolution = resolve(named, _known().values(), published)
    contacts = derive(documents, resolution.who, _actors(resolution.actors))
    new = {
        *_identity_quads(resolution),
        *_discovered_quads(resolution),
        *(quad for contact in contacts for quad in contact_quads(contact)),
        *_place_quads(contacts),
        *tie_quads(ties(contacts)),
        *(quad for outlet in nodes_of(store.match(None, _PUBLISHER)) for quad in outlet_quads(outlet)),
    }
    return difference((quad for graph in (IDENTITY, CONTACTS) for quad in store.match(graph=graph)), new)


def touched(old: Quads, new: Quads, articles: Iterable[str]) -> Change:
    """What a change of some articles changes in the derived layers.

    Args:
        old: the store as it is.
        new: the same with the new graphs of the articles.
        articles: ids of all articles that are added, replaced or removed.
    """
    graphs = [minted("art", article) for article in articles]
    judged = _judge(old, new, graphs)
    affected = _affected(old, new, graphs, judged)
    ids = {local_name(actor) for actor in affected}
    # Told of an affected country are visits to it too, in which it takes no part.
    contacts = [one for one in derive(*_told_of(affected, old, new, judged)) if ids.intersection(one.actors)]
    return judged.change | _contact_change(old, affected, contacts) | _outlet_change(old, new, graphs)


@dataclass(frozen=True, slots=True)
class _Judged:
    """Who is who in the blocks of the changed articles, before and after.

    Attributes:
        change: what changes in identities and in the descriptions of discovered actors.
        judged: the named actors judged anew, or that are no more.
        now: which actor each of them denotes once the change is made.
        actors: those actors, by id.
        changed: named actors that denote another actor now, or one that is described otherwise.
    """

    change: Change
    judged: frozenset[NamedNode]
    now: Mapping[NamedNode, NamedNode]
    actors: Mapping[str, Actor]
    changed: frozenset[NamedNode]

    def denoted(self, named: NamedNode, old: Quads) -> NamedNode | None:
        """The actor that any named actor denotes once the change is made."""
        return self.now.get(named) if named in self.judged else _denoted(named, old)


def _judge(old: Quads, new: Quads, graphs: Collection[NamedNode]) -> _Judged:
    named = _of_class("kg:NamedActor", old, graphs) | _of_class("kg:NamedActor", new, graphs)
    keys = {key for view in (old, new) for one in named for key in _keys(one, view)}
    block = _block(keys, new)
    judged = frozenset(named | block)
    resolution = _resolved(block, new)
    was = {one: actor for one in judged if (actor := _denoted(one, old))}
    now = {minted("nam", one): minted("act", actor) for one, actor in resolution.who.items()}
    identities = difference(
        (quad for one in judged for quad in old.match(one, graph=IDENTITY)), _identity_quads(resolution)
    )
    actors = difference(
        (quad for actor in set(was.values()) for quad in _description(actor, old)),
        _discovered_quads(resolution),
    )
    redescribed = {quad.subject for quad in actors.removed | actors.added}
    changed = (one for one in judged if was.get(one) != now.get(one) or now.get(one) in redescribed)
    return _Judged(identities | actors, judged, now, _actors(resolution.actors), frozenset(changed))


def _block(keys: Iterable[str], view: Quads) -> set[NamedNode]:
    """All named actors that have one of the keys, or share a key with one that has, and so on."""
    block: set[NamedNode] = set()
    followed, waiting = set(keys), list(keys)
    while waiting:
        for named in subjects_of(view.match(None, _BLOCK_KEY, text(waiting.pop()))):
            if named not in block:
                block.add(named)
                more = _keys(named, view) - followed
                followed |= more
                waiting.extend(more)
    return block


def _resolved(block: Iterable[NamedNode], view: Quads) -> Resolution:
    named, articles = [], set()
    for one in block:
        for article in nodes_of(view.match(one, _IN_ARTICLE)):
            named.append(named_of(reading.described(view, one, article)))
            articles.add(article)
    published = {local_name(article): reading.published(view, article) for article in articles}
    return resolve(named, _known().values(), published)


def _affected(old: Quads, new: Quads, graphs: Collection[NamedNode], judged: _Judged) -> frozenset[NamedNode]:
    """The actors whose contacts may change: all that an affected report is about, before or after.

    A report is affected if its article changed, or if an actor it is about is another one now.
    """

    def about(view: Quads) -> Iterator[NamedNode]:
        reports = _of_class("kg:Report", view, graphs) | _reports_about(judged.changed, view)
        return (named for report in reports for named in _sides(report, view))

    before = {_denoted(named, old) for named in about(old)}
    after = {judged.denoted(named, old) for named in about(new)}
    return frozenset(actor for actor in before | after if actor)


def _told_of(
    actors: Collection[NamedNode], old: Quads, new: Quads, judged: _Judged
) -> tuple[list[Document], dict[str, str], Mapping[str, Actor]]:
    """All reports about these actors, in their documents; who is who in these; and actors by id."""
    about = {one for actor in actors for one in subjects_of(old.match(None, _DENOTES, actor))} - judged.judged
    about |= {one for one, actor in judged.now.items() if actor in actors}
    by_article: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for report in _reports_about(about, new):
        for article in nodes_of(new.match(report, _IN_ARTICLE)):
            by_article[article].add(report)
    documents = [reading.excerpt(new, article, reports) for article, reports in by_article.items()]
    named = {one.id for document in documents for one in document.actors}
    who = {one: local_name(actor) for one in named if (actor := judged.denoted(minted("nam", one), old))}
    unjudged = set(who.values()) - judged.actors.keys()
    return documents, who, {**judged.actors} | {id_: reading.discovered(old, id_) for id_ in unjudged}


def _contact_change(old: Quads, affected: Collection[NamedNode], contacts: Collection[Contact]) -> Change:
    """Contacts of these actors, their places and direct triples: what is stored against what is derived."""
    stored = {one for actor in affected for one in subjects_of(old.match(None, _INVOLVES, actor, CONTACTS))}
    stored_quads = [quad for one in stored for quad in old.match(one, graph=CONTACTS)]
    places = {place for quad in stored_quads if quad.predicate in _WHERE for place in nodes_of([quad])}
    left = {
        place
        for place in places
        if any(user not in stored for where in _WHERE for user in subjects_of(old.match(None, where, place)))
    }
    new_places = _place_quads(contacts)
    described = (places - left) | set(subjects_of(new_places))
    return (
        difference(stored_quads, (quad for contact in contacts for quad in contact_quads(contact)))
        | difference((quad for place in described for quad in _description(place, old)), new_places)
        | difference(_ties_of(affected, old), _touching(affected, tie_quads(ties(contacts))))
    )


def _outlet_change(old: Quads, new: Quads, graphs: Iterable[NamedNode]) -> Change:
    outlets = {
        one for view in (old, new) for graph in graphs for one in nodes_of(view.match(graph, _PUBLISHER))
    }
    in_use = {outlet for outlet in outlets if any(new.match(None, _PUBLISHER, outlet))}
    return difference(
        (quad for outlet in outlets for quad in old.match(outlet, graph=CONTACTS)),
        (quad for outlet in in_use for quad in outlet_quads(outlet)),
    )


def _ties_of(actors: Collection[NamedNode], view: Quads) -> Iterator[Quad]:
    """All stored direct triples from or to these actors."""
    for relation in (*vocabulary().relations, *vocabulary().abstract):
        for actor in actors:
            yield from view.match(actor, term(f"kg:{relation}"), graph=CONTACTS)
            yield from view.match(None, term(f"kg:{relation}"), actor, CONTACTS)


def _touching(actors: Collection[NamedNode], found: Iterable[Quad]) -> Iterator[Quad]:
    return (quad for quad in found if quad.subject in actors or quad.object in actors)


def _identity_quads(resolution: Resolution) -> Iterator[Quad]:
    return (quad for identity in resolution.identities for quad in identity_quads(identity))


def _discovered_quads(resolution: Resolution) -> Iterator[Quad]:
    return (quad for actor in resolution.actors if not actor.known for quad in actor_quads(actor))


def _place_quads(contacts: Iterable[Contact]) -> set[Quad]:
    places = {place for contact in contacts for place in (contact.place, contact.destination) if place}
    return {quad for place in places for quad in place_quads(place)}


def _description(node: NamedNode, view: Quads) -> Iterator[Quad]:
    """What `graph/contacts` says of an actor or place itself: its direct triples are another thing."""
    return (quad for quad in view.match(node, graph=CONTACTS) if quad.predicate in _DESCRIBES)


def _of_class(name: str, view: Quads, graphs: Iterable[NamedNode]) -> set[NamedNode]:
    return {one for graph in graphs for one in subjects_of(view.match(None, TYPE, term(name), graph))}


def _keys(named: NamedNode, view: Quads) -> set[str]:
    return {quad.object.value for quad in view.match(named, _BLOCK_KEY) if isinstance(quad.object, Literal)}


def _denoted(named: NamedNode, view: Quads) -> NamedNode | None:
    return next(nodes_of(view.match(named, _DENOTES, graph=IDENTITY)), None)


def _sides(report: NamedNode, view: Quads) -> Iterator[NamedNode]:
    return (named for side in _SIDES for named in nodes_of(view.match(report, side)))


def _reports_about(named: Iterable[NamedNode], view: Quads) -> set[NamedNode]:
    return {report for one in named for side in _SIDES for report in subjects_of(view.match(None, side, one))}


@cache
def _known() -> Mapping[str, Actor]:
    return {actor.id: actor for actor in known_actors()}


def _actors(found: Iterable[Actor]) -> Mapping[str, Actor]:
    return {**_known(), **{actor.id: actor for actor in found}}
