"""What happened: Contact, Place, direct triples and outlets ⇄ quads of `graph/contacts`.

Class of event, `kg:participant`, its roles and direct triples are written only for a contact that took place.
Who acted on whom, where these do not tell it, is kept by `kg:involvesAsSource` and `kg:involvesAsTarget`.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.gazetteer import gazetteer
from kg.graph.iris import is_country, local_name, minted, term
from kg.graph.layers import CONTACTS
from kg.graph.terms import TRUE, Fact, Node, country_facts, decimal, number, period_facts, quads, status_of, text
from kg.model import Contact, Place, Role
from kg.vocabulary import Relation, vocabulary

_PERIOD = ("kg:notBefore", "kg:notAfter", "kg:date", "kg:dateBasis")
_PLAIN_ROLE = "participant"
_MARK = "_"  # never part of a slug


def contact_quads(contact: Contact) -> frozenset[Quad]:
    """What the graph says of a contact."""
    return frozenset(quads(minted("con", contact.id), _facts(contact), CONTACTS))


def contact_of(node: Node, places: Mapping[NamedNode, Place], published: Callable[[str], date | None]) -> Contact:
    """The contact that `contact_quads` made quads of.

    Actors come in the order of their parts (host before guest), then of their ids.

    Args:
        node: what the graph says of it.
        places: every place it may lie in or go to.
        published: the day on which a report was published; by it the reports are put in order.
    """
    relation = vocabulary().relations[node.local("kg:relation") or ""]
    realised = term("kg:Contact") in node.nodes("rdf:type")
    roles = tuple(_realised_roles(node, relation) if realised else _other_roles(node, relation))
    plain = relation.subject_role == _PLAIN_ROLE
    source = node.local("kg:involvesAsSource")
    return Contact(
        id=node.id,
        label=node.text("rdfs:label") or "",
        relation=relation.name,
        status=status_of(node.local("kg:status")),
        roles=roles,
        period=node.period(*_PERIOD),
        place=_place_of(node, "kg:place", places),
        destination=_place_of(node, "kg:destination", places),
        topics=tuple(node.texts("kg:topic")),
        sources=node.number("kg:sources") or 0,
        confidence=node.decimal("kg:confidence"),
        reports=_in_order(node.locals("kg:reportedIn"), published),
        initiator=node.local("kg:initiator") or (source if plain else None),
        announced_in=_in_order(node.locals("kg:announcedIn"), published),
        part_of=node.local("kg:partOf"),
        objects=tuple(node.locals("kg:involvesAsTarget")) if plain else (),
        rejected=_in_order(node.locals("kg:rejectedIn"), published),
        told_again="kg:toldAgain" in node,
        confirmed="kg:confirmed" in node,
    )


def place_node(where: Place) -> NamedNode:
    """The IRI of a place.

    The gazetteer's own places have their ids. Any other has a mark of its name and country added: another
    spelling is another node, so that no node ever has two labels, whatever the articles say.
    """
    if is_country(where.id):
        return minted("c", where.id)
    city = gazetteer().city(where.name, where.country)
    if city and (city.name, city.country) == (where.name, where.country):
        return minted("place", where.id)
    told = f"{where.name}|{where.country}".encode("utf-8", "surrogatepass")
    return minted("place", f"{where.id}{_MARK}{hashlib.sha256(told).hexdigest()[:6]}")


def place_quads(where: Place) -> frozenset[Quad]:
    """What the graph says of a place; a country is described in the known layer."""
    if is_country(where.id):
        return frozenset()
    facts: list[Fact] = [
        ("rdf:type", term("kg:Place")),
        ("rdfs:label", text(where.name)),
        *country_facts("kg:country", where.country),
    ]
    return frozenset(quads(place_node(where), facts, CONTACTS))


def place_of(node: Node) -> Place:
    """The place, or the country as a destination, that the node describes."""
    country = node.id if is_country(node.id) else node.local("kg:country")
    return Place(node.id.partition(_MARK)[0], node.text("rdfs:label") or "", country)


def tie_quads(ties: Iterable[tuple[str, str, str | Place]]) -> frozenset[Quad]:
    """Direct triples: actor, relation, actor or destination."""
    return frozenset(
        Quad(
            minted("act", actor),
            term("kg:" + relation),
            place_node(target) if isinstance(target, Place) else minted("act", target),
            CONTACTS,
        )
        for actor, relation, target in ties
    )


def outlet_quads(outlet: NamedNode) -> frozenset[Quad]:
    """What the graph says of an outlet; its IRI is made from its name."""
    facts: list[Fact] = [
        ("rdf:type", term("schema:NewsMediaOrganization")),
        ("rdfs:label", text(local_name(outlet))),
    ]
    return frozenset(quads(outlet, facts, CONTACTS))


def _facts(contact: Contact) -> Iterator[Fact]:
    words = vocabulary()
    relation = words.relations[contact.relation]
    realised = words.statuses[contact.status].realised
    if realised:
        yield "rdf:type", term("kg:Contact")
        yield "rdf:type", term("kg:" + relation.contact_class)
        for role in contact.roles:
            yield "kg:participant", minted("act", role.actor)
            yield "kg:" + role.name, minted("act", role.actor)
        if contact.initiator is not None:
            yield "kg:initiator", minted("act", contact.initiator)
    else:
        yield "rdf:type", term("kg:UnrealisedContact")
    yield from _sides(contact, relation, realised)
    for actor in contact.actors:
        yield "kg:involves", minted("act", actor)
    yield "rdfs:label", text(contact.label)
    yield "kg:relation", term("kg:" + relation.name)
    yield "kg:status", term("kg:" + words.statuses[contact.status].name)
    yield from period_facts(contact.period, *_PERIOD)
    yield from _where(contact)
    for topic in contact.topics:
        yield "kg:topic", text(topic)
    yield "kg:sources", number(contact.sources)
    yield "kg:confidence", decimal(contact.confidence)
    for report in contact.reports:
        yield "kg:reportedIn", minted("rep", report)
    for report in contact.announced_in:
        yield "kg:announcedIn", minted("rep", report)
    for report in contact.rejected:
        yield "kg:rejectedIn", minted("rep", report)
    if contact.told_again:
        yield "kg:toldAgain", TRUE
    if contact.confirmed:
        yield "kg:confirmed", TRUE
    if contact.part_of is not None:
        yield "kg:partOf", minted("con", contact.part_of)


def _where(contact: Contact) -> Iterator[Fact]:
    if contact.place:
        yield "kg:place", place_node(contact.place)
    if contact.destination:
        yield "kg:destination", place_node(contact.destination)
        yield from country_facts("kg:hostCountry", contact.destination.country)


def _sides(contact: Contact, relation: Relation, realised: bool) -> Iterator[Fact]:
    """Who acted on whom, as far as neither roles nor `kg:initiator` tell it."""
    if relation.subject_role == _PLAIN_ROLE:
        sources = [contact.initiator] if contact.initiator is not None and not realised else []
        targets = list(contact.objects)
    else:
        sources = [role.actor for role in contact.roles if role.name == relation.subject_role and not realised]
        targets = [role.actor for role in contact.roles if role.name == relation.object_role and not realised]
    for actor in sources:
        yield "kg:involvesAsSource", minted("act", actor)
    for actor in targets:
        yield "kg:involvesAsTarget", minted("act", actor)


def _realised_roles(node: Node, relation: Relation) -> Iterator[Role]:
    names = [name for name in (relation.subject_role, relation.object_role) if name != _PLAIN_ROLE]
    special = [Role(name, actor) for name in names for actor in node.locals("kg:" + name)]
    yield from special
    placed = {role.actor for role in special}
    for actor in node.locals("kg:participant"):
        if actor not in placed:
            yield Role(_PLAIN_ROLE, actor)


def _other_roles(node: Node, relation: Relation) -> Iterator[Role]:
    sides: set[str] = set()
    if relation.subject_role != _PLAIN_ROLE:
        for name, side in ((relation.subject_role, "Source"), (relation.object_role, "Target")):
            for actor in node.locals(f"kg:involvesAs{side}"):
                sides.add(actor)
                yield Role(name, actor)
    for actor in node.locals("kg:involves"):
        if actor not in sides:
            yield Role(_PLAIN_ROLE, actor)


def _place_of(node: Node, name: str, places: Mapping[NamedNode, Place]) -> Place | None:
    found = node.nodes(name)
    return places[found[0]] if found else None


def _in_order(reports: list[str], published: Callable[[str], date | None]) -> tuple[str, ...]:
    if len(reports) < 2:
        return tuple(reports)
    return tuple(sorted(reports, key=lambda report: (published(report) or date.max, report)))
