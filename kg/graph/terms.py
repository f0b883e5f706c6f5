"""Literals and grouped quads: what `said`, `who` and `events` share in turning dataclasses into RDF and back.

Text comes from strangers. What not every RDF syntax can carry (most control characters, lone surrogates,
non-characters) becomes U+FFFD, one for one, so that offsets stay right.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import get_args

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.iris import local_name, minted, term
from kg.model import ActorType, DateBasis, Period, Status

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DECIMALS = 6
_LONGEST_LABEL = 120

TYPE = term("rdf:type")
LABEL = term("rdfs:label")
TRUE = Literal("true", datatype=term("xsd:boolean"))
"""Flags are written where they hold, and are missing where they do not."""

CLASSES: dict[ActorType, NamedNode] = {
    "person": term("kg:Person"),
    "organization": term("kg:Organization"),
    "country": term("kg:CountryActor"),
    "group": term("kg:Group"),
    "place": term("kg:Place"),
}
TYPES: dict[NamedNode, ActorType] = {node: name for name, node in CLASSES.items()}

_BASES: dict[DateBasis, NamedNode] = {
    "stated": term("kg:stated"),
    "inferred": term("kg:inferred"),
    "published": term("kg:publicationDate"),
}
_BASIS_NAMES: dict[NamedNode, DateBasis] = {node: name for name, node in _BASES.items()}

_STATUSES: dict[str, Status] = {name: name for name in get_args(Status)}

Value = NamedNode | Literal
Fact = tuple[str, Value]
"""Prefixed name of a property, and its value."""


def writable(text: str) -> str:
    """The text with every character that RDF cannot carry replaced by U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", text)


def text(value: str) -> Literal:
    """A plain string."""
    return Literal(writable(value))


def number(value: int) -> Literal:
    """A whole number."""
    return Literal(str(value), datatype=term("xsd:integer"))


def decimal(value: float) -> Literal:
    """A share or confidence, in the one spelling that the store gives back."""
    known = round(value, _DECIMALS) + 0.0 if math.isfinite(value) else 0.0
    return Literal(format(Decimal(repr(known)).normalize(), "f"), datatype=term("xsd:decimal"))


def day(value: date) -> Literal:
    """A calendar day."""
    return Literal(value.isoformat(), datatype=term("xsd:date"))


def moment(value: datetime) -> Literal:
    """A point in time, in UTC."""
    return Literal(value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), datatype=term("xsd:dateTime"))


def web_address(value: str) -> Literal:
    """A URL as a literal: what strangers write there need not be a valid IRI."""
    return Literal(writable(value), datatype=term("xsd:anyURI"))


def country_facts(name: str, code: str | None) -> Iterator[Fact]:
    """A property whose value is the country of that code; nothing where no country has it.

    Countries are described in the known layer, so a code out of the air would be a node without a label.
    """
    from kg.gazetteer import gazetteer

    if code and (found := gazetteer().country(code)):
        yield name, minted("c", found.code)


def status_of(name: str | None) -> Status:
    """The status of that name.

    Raises:
        KeyError: there is none.
    """
    return _STATUSES[name or ""]


def one_line(label: str) -> str:
    """The text on one line, cut to the length of a label."""
    line = " ".join(label.split())
    return line if len(line) <= _LONGEST_LABEL else line[: _LONGEST_LABEL - 1].rstrip() + "…"


def period_facts(period: Period, not_before: str, not_after: str, told: str, basis: str) -> Iterator[Fact]:
    """The properties of a period, under the given names."""
    if period.not_before:
        yield not_before, day(period.not_before)
    if period.not_after:
        yield not_after, day(period.not_after)
    if period.told is not None:
        yield told, text(period.told)
    if period.basis:
        yield basis, _BASES[period.basis]


def quads(subject: NamedNode, facts: Iterable[Fact], graph: NamedNode) -> Iterator[Quad]:
    """The facts of one subject as quads of a graph."""
    return (Quad(subject, term(name), value, graph) for name, value in facts)


class Node:
    """What a set of quads says of one subject, asked by the prefixed name of a property."""

    def __init__(self, subject: NamedNode) -> None:
        self.subject = subject
        self._values: dict[NamedNode, list[Value]] = defaultdict(list)

    def add(self, quad: Quad) -> None:
        """Takes in one quad of this subject."""
        value = quad.object
        if isinstance(value, Value):
            self._values[quad.predicate].append(value)

    @property
    def id(self) -> str:
        """Its local name."""
        return local_name(self.subject)

    def __contains__(self, name: str) -> bool:
        return term(name) in self._values

    def nodes(self, name: str) -> list[NamedNode]:
        """All IRIs of a property."""
        return [value for value in self._values.get(term(name), ()) if isinstance(value, NamedNode)]

    def locals(self, name: str) -> list[str]:
        """Local names of all IRIs of a property, in order of the alphabet."""
        return sorted(local_name(node) for node in self.nodes(name))

    def local(self, name: str) -> str | None:
        """Local name of a property's IRI."""
        return next(iter(self.locals(name)), None)

    def texts(self, name: str) -> list[str]:
        """All literals of a property, in order of the alphabet."""
        return sorted(value.value for value in self._values.get(term(name), ()) if isinstance(value, Literal))

    def text(self, name: str) -> str | None:
        """A property's literal."""
        return next(iter(self.texts(name)), None)

    def number(self, name: str) -> int | None:
        """A property's whole number."""
        found = self.text(name)
        return int(found) if found is not None else None

    def decimal(self, name: str) -> float:
        """A property's decimal number, 0 where it is missing."""
        return float(self.text(name) or 0)

    def day(self, name: str) -> date | None:
        """A property's calendar day."""
        found = self.text(name)
        return date.fromisoformat(found) if found else None

    def period(self, not_before: str, not_after: str, told: str, basis: str) -> Period:
        """The period that `period_facts` wrote under these names."""
        known = self.nodes(basis)
        return Period(
            self.day(not_before),
            self.day(not_after),
            self.text(told),
            _BASIS_NAMES[known[0]] if known else None,
        )


def by_subject(found: Iterable[Quad]) -> dict[NamedNode, Node]:
    """The quads grouped by subject."""
    nodes: dict[NamedNode, Node] = {}
    for quad in found:
        subject = quad.subject
        if isinstance(subject, NamedNode):
            node = nodes.get(subject)
            if node is None:
                node = nodes[subject] = Node(subject)
            node.add(quad)
    return nodes
