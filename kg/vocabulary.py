"""Relations, roles and statuses of `ontology/contacts.ttl` as plain dataclasses; every room may ask it.

No other module knows a relation by name: what a relation implies is asked here.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.errors import DataError
from kg.resources import ontology_folder

KG = "https://w3id.org/contact-kg/ontology#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Direct = Literal["both", "forward", "initiator"]


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation, as `contacts.ttl` declares it.

    Attributes:
        name: "spoke_with"; the local name of its property.
        contact_class: local name of the class of its contacts ("Consultation").
        broader: names of all broader relations between actors, nearest first.
        families: reports whose relations share a family may tell of one event.
        direct: which direct triples a contact of it writes.
        ordered: whether subject and object have different parts.
        subject_role, object_role: roles of the vocabulary; place_role where the object may be a place.
        verb: the relation in a label: "A <verb> B".
        scope: when a reader gives a contact this relation, and who is its subject.
    """

    name: str
    contact_class: str
    broader: tuple[str, ...]
    families: frozenset[str]
    direct: Direct
    ordered: bool
    subject_role: str
    object_role: str
    place_role: str | None
    verb: str
    meaning: str
    scope: str


@dataclass(frozen=True, slots=True)
class StatusTerm:
    """One status: whether a contact of it took place, whether only derived, its order, and when it is given."""

    name: str
    realised: bool
    derived: bool
    rank: int
    scope: str


@dataclass(frozen=True, slots=True)
class EventCode:
    """How event data code a contact of one relation and status.

    Attributes:
        cameo: code of the row from who acts to the other side.
        cameo_back: code of the row the other way, None where there is none of its own.
        cameo_third_country: code where the place lies in the country of none of those who take part.
        plover: event category; `modes` and `contexts` go with it.
        mode_third_country: PLOVER mode where a third party hosts.
        actor: the role that acts, where relation and status have one of their own.
    """

    cameo: str
    cameo_back: str | None
    cameo_third_country: str | None
    plover: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    mode_third_country: str | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All relations a contact can have, in the file's order of ranks, and all statuses."""

    relations: dict[str, Relation]
    statuses: dict[str, StatusTerm]
    abstract: dict[str, Direct]
    """Broader relations that no contact has itself ("contacted"), with their direct triples."""
    terms: frozenset[str]
    """Local names of every class, property and individual of the ontology."""
    codes: dict[tuple[str, str], EventCode]
    """Codes of event data by relation and status; what has none gives no event."""
    event_actors: dict[str, str]
    """The role that event data have as actor, for relations where it is not the subject's."""

    def direct_of(self, relation: str) -> Direct:
        """Which way the direct triples of a relation, abstract or not, are written."""
        return self.abstract[relation] if relation in self.abstract else self.relations[relation].direct


@cache
def vocabulary() -> Vocabulary:
    """Reads `contacts.ttl` once.

    Raises:
        DataError: a relation lacks what its reader needs; the message names relation and property.
    """
    from pyoxigraph import RdfFormat, parse

    path = ontology_folder() / "contacts.ttl"
    values: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        subject, predicate, value = quad.subject.value, quad.predicate.value, quad.object.value
        if subject.startswith(KG):
            short = predicate.removeprefix(KG).removeprefix(RDFS).removeprefix(SKOS)
            values[subject.removeprefix(KG)][short].append(value.removeprefix(KG))

    def typed(name: str) -> list[str]:
        return [key for key, found in values.items() if name in found[RDF_TYPE]]

    def one(name: str, key: str, default: str | None = None) -> str:
        found = values[name][key] or ([default] if default is not None else [])
        if len(found) != 1:
            raise DataError(f"contacts.ttl: kg:{name} needs one kg:{key}, it has {len(found)}")
        return found[0]

    def direct(name: str) -> Direct:
        match one(name, "direct"):
            case "both":
                return "both"
            case "forward":
                return "forward"
            case "initiator":
                return "initiator"
            case other:
                raise DataError(f"contacts.ttl: kg:{name} has kg:direct “{other}”, not both, forward or initiator")

    def broader(name: str) -> tuple[str, ...]:
        nearest = values[name]["subPropertyOf"] + values[name]["broaderBetweenActors"]
        return tuple(dict.fromkeys([*nearest, *(far for near in nearest for far in broader(near))]))

    relations, abstract = {}, {}
    for name in typed("Relation"):
        if values[name]["abstract"]:
            abstract[name] = direct(name)
            continue
        relations[name] = Relation(
            name=name,
            contact_class=one(name, "contactClass"),
            broader=broader(name),
            families=frozenset(values[name]["family"]),
            direct=direct(name),
            ordered=one(name, "ordered") == "true",
            subject_role=one(name, "subjectRole"),
            object_role=one(name, "objectRole"),
            place_role=one(name, "placeRole", "") or None,
            verb=one(name, "verb"),
            meaning=one(name, "comment"),
            scope=one(name, "scopeNote", ""),
        )
    statuses = {
        name: StatusTerm(
            name,
            one(name, "realised") == "true",
            one(name, "derived", "false") == "true",
            int(one(name, "rank")),
            one(name, "scopeNote", ""),
        )
        for name in typed("Status")
    }
    ordered = dict(sorted(statuses.items(), key=lambda item: item[1].rank))

    def code(name: str) -> EventCode:
        return EventCode(
            cameo=one(name, "cameo"),
            cameo_back=one(name, "cameoBack", "") or None,
            cameo_third_country=one(name, "cameoThirdCountry", "") or None,
            plover=one(name, "plover"),
            modes=tuple(values[name]["ploverMode"]),
            contexts=tuple(values[name]["ploverContext"]),
            mode_third_country=one(name, "ploverModeThirdCountry", "") or None,
            actor=one(name, "eventActor", "") or None,
        )

    codes = {
        (relation, status): code(relation if term.realised else status)
        for relation in relations
        for status, term in ordered.items()
        if term.realised or values[status]["cameo"]
    }
    codes |= {(one(name, "codedRelation"), one(name, "codedStatus")): code(name) for name in typed("EventCode")}
    event_actors = {name: one(name, "eventActor") for name in relations if values[name]["eventActor"]}
    return Vocabulary(relations, ordered, abstract, frozenset(values), codes, event_actors)
