"""What happened: Contact, Place, direct triples and outlets ⇄ quads of `graph/contacts`.

Class of event, `kg:participant`, its roles and direct triples are written only for a contact that took place.
For all others `kg:involvesAsSource` and `kg:involvesAsTarget` keep who would have acted, and on whom.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from pyoxigraph import NamedNode, Quad

from kg.graph.iris import is_country, local_name, minted, place, term
from kg.graph.layers import CONTACTS
from kg.graph.terms import Fact, Node, country_facts, decimal, number, period_facts, quads, status_of, text
from kg.model import Contact, Place, Role
from kg.vocabulary import Relation, vocabulary

_PERIOD = ("kg:notBefore", "kg:notAfter", "kg:date", "kg:dateBasis")
_PLAIN_ROLE = "participant"


def contact_quads(contact: Contact) -> frozenset[Quad]:
    """What the graph says of a contact."""
    return frozenset(quads(minted("con", contact.id), _facts(contact), CONTACTS))


def contact_of(
    node: Node, places: Mapping[NamedNode, Place], published: Callable[[str], date | None]
) -> Contact:
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
        initiator=node.local("kg:initiator")
        or (source if not realised and relation.subject_role == _PLAIN_ROLE else None),
        announced_in=_in_order(node.locals("kg:announcedIn"), published),
        part_of=node.local("kg:partOf"),
    )


def place_quads(where: Place) -> frozenset[Quad]:
    """What the graph says of a place; a country is described in the known layer."""
    if is_country(where.id):
        return frozenset()
    facts: list[Fact] = [
        ("rdf:type", term("kg:Place")),
        ("rdfs:label", text(where.name)),
        *country_facts("kg:country", where.country),
    ]
    return frozenset(quads(place(where.id), facts, CONTACTS))


def place_of(node: Node) -> Place:
    """The place, or the country as a destination, that the node describes."""
    country = node.id if is_country(node.id) else node.local("kg:country")
    return Place(node.id, node.text("rdfs:label") or "", country)


def tie_quads(ties: Iterable[tuple[str, str, str | Place]]) -> frozenset[Quad]:
    """Direct triples: actor, relation, actor or destination."""
    return frozenset(
        Quad(
            minted("act", actor),
            term("kg:" + relation),
            place(target.id) if isinstance(target, Place) else minted("act", target),
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
    if words.statuses[contact.status].realised:
        yield "rdf:type", term("kg:Contact")
        yield "rdf:type", term("kg:" + relation.contact_class)
        for role in contact.roles:
            yield "kg:participant", minted("act", role.actor)
            yield "kg:" + role.name, minted("act", role.actor)
        if contact.initiator is not None:
            yield "kg:initiator", minted("act", contact.initiator)
    else:
        yield "rdf:type", term("kg:UnrealisedContact")
        yield from _unrealised_sides(contact, relation)
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
    if contact.part_of is not None:
        yield "kg:partOf", minted("con", contact.part_of)


def _where(contact: Contact) -> Iterator[Fact]:
    if contact.place:
        yield "kg:place", place(contact.place.id)
    if contact.destination:
        yield "kg:destination", place(contact.destination.id)
        yield from country_facts("kg:hostCountry", contact.destination.country)


def _unrealised_sides(contact: Contact, relation: Relation) -> Iterator[Fact]:
    if relation.subject_role == _PLAIN_ROLE:
        if contact.initiator is not None:
            yield "kg:involvesAsSource", minted("act", contact.initiator)
        return
    for role in contact.roles:
        if role.name == relation.subject_role:
            yield "kg:involvesAsSource", minted("act", role.actor)
        elif role.name == relation.object_role:
            yield "kg:involvesAsTarget", minted("act", role.actor)


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
