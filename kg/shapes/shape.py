"""`ontology/shapes.ttl` as plain dataclasses; what `kg.shapes.constraints` cannot check is refused."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg.errors import DataError
from kg.graph.iris import shortened
from kg.resources import ontology_folder

Term = NamedNode | BlankNode | Literal

_SHACL: Final = "http://www.w3.org/ns/shacl#"
_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SHAPES: Final = "https://w3id.org/contact-kg/shapes#"
_SUBCLASS: Final = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_TYPE: Final = _RDF + "type"

_TARGETS: Final = ("targetClass", "targetSubjectsOf", "targetObjectsOf")
_ABOUT: Final = ("path", "message", "property", *_TARGETS)
_CONSTRAINTS: Final = frozenset(
    "minCount maxCount datatype nodeKind class in pattern minLength minInclusive maxInclusive equals"
    " lessThan lessThanOrEquals".split()
)

_Values = dict[str, list[Term]]


@dataclass(frozen=True, slots=True)
class Constraint:
    """One constraint of SHACL Core, sections 4.1 to 4.8: its name without prefix, and its parameter."""

    name: str
    parameter: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """What holds of a node's values for one property, or of the node itself where `path` is None."""

    shape: str
    path: NamedNode | None
    constraints: tuple[Constraint, ...]
    message: str

    @property
    def asks_for_values(self) -> bool:
        """Whether a node that has no value can break it."""
        return any(constraint.name in ("minCount", "equals") for constraint in self.constraints)

    def name(self, constraint: Constraint) -> str:
        """The rule in a few words that can be found in shapes.ttl: "Report kg:quote minCount"."""
        path = f" {shortened(self.path.value)}" if self.path else ""
        return f"{self.shape}{path} {constraint.name}"


@dataclass(frozen=True, slots=True)
class Shape:
    """The rules for one kind of node, and which nodes they hold for.

    Attributes:
        name: its local name.
        classes: holds for the members of these, narrower classes included.
        subjects_of, objects_of: holds for whatever has, or is the value of, these properties.
    """

    name: str
    classes: frozenset[NamedNode]
    subjects_of: tuple[NamedNode, ...]
    objects_of: tuple[NamedNode, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Shapes:
    """All shapes, and what the ontology adds to a graph that is checked by them."""

    shapes: tuple[Shape, ...]
    narrower: dict[NamedNode, frozenset[NamedNode]]
    """Class → itself and all classes below it."""
    members: dict[NamedNode, frozenset[NamedNode]]
    """Relation, status or other term of the ontology → the classes it belongs to."""


@cache
def shapes() -> Shapes:
    """Reads `shapes.ttl` and the classes of `contacts.ttl` once.

    Raises:
        DataError: a shape has what no code checks, or lacks its message.
    """
    folder = ontology_folder()
    said, ontology = _read(folder / "shapes.ttl"), _read(folder / "contacts.ttl")
    narrower = _narrower(ontology)
    found = tuple(
        _shape(said, node, narrower)
        for node, values in said.items()
        if isinstance(node, NamedNode) and NamedNode(_SHACL + "NodeShape") in values[_TYPE]
    )
    members = {
        node: frozenset(_nodes(values[_TYPE])) for node, values in ontology.items() if isinstance(node, NamedNode)
    }
    return Shapes(found, narrower, members)


def _read(path: Path) -> dict[Term, _Values]:
    values: dict[Term, _Values] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if not isinstance(quad.subject, NamedNode | BlankNode) or not isinstance(
            quad.object, NamedNode | BlankNode | Literal
        ):
            raise DataError(f"{path.name}: {quad} is no plain triple")
        values[quad.subject][quad.predicate.value].append(quad.object)
    return values


def _narrower(ontology: dict[Term, _Values]) -> dict[NamedNode, frozenset[NamedNode]]:
    below: dict[NamedNode, set[NamedNode]] = defaultdict(set)
    for node, values in ontology.items():
        if isinstance(node, NamedNode):
            for broader in _nodes(values[_SUBCLASS]):
                below[broader].add(node)

    def all_below(node: NamedNode) -> Iterator[NamedNode]:
        yield node
        for narrower in below[node]:
            yield from all_below(narrower)

    return {node: frozenset(all_below(node)) for node in ontology if isinstance(node, NamedNode)}


def _shape(said: dict[Term, _Values], node: NamedNode, narrower: dict[NamedNode, frozenset[NamedNode]]) -> Shape:
    name = node.value.removeprefix(_SHAPES)
    values = said[node]
    classes, subjects_of, objects_of = (tuple(_nodes(values[_SHACL + target])) for target in _TARGETS)
    return Shape(
        name,
        frozenset(below for each in classes for below in narrower.get(each, {each})),
        subjects_of,
        objects_of,
        (
            *_rules(said, name, node),
            *(rule for each in values[_SHACL + "property"] for rule in _rules(said, name, each)),
        ),
    )


def _rules(said: dict[Term, _Values], shape: str, node: Term) -> Iterator[Rule]:
    """The rule that stands at a node; none where it has no constraint."""
    values = {key.removeprefix(_SHACL): found for key, found in said[node].items() if key.startswith(_SHACL)}
    if unknown := set(values) - {*_ABOUT, *_CONSTRAINTS}:
        raise DataError(f"shapes.ttl: shape:{shape} has sh:{', sh:'.join(sorted(unknown))}, which nothing checks")
    path = next(_nodes(values.get("path", ())), None)
    if (path is None) != isinstance(node, NamedNode):
        raise DataError(f"shapes.ttl: a property of shape:{shape} has no path that is an IRI")
    constraints = tuple(
        Constraint(name, tuple(_list(said, parameter)) if name == "in" else (parameter,))
        for name, parameters in sorted(values.items())
        if name in _CONSTRAINTS
        for parameter in parameters
    )
    if constraints:
        message = next((text.value for text in values.get("message", ()) if isinstance(text, Literal)), "")
        if not message:
            raise DataError(f"shapes.ttl: shape:{shape} has a rule without a message")
        yield Rule(shape, path, constraints, message)


def _list(said: dict[Term, _Values], head: Term) -> Iterator[Term]:
    while head != NamedNode(_RDF + "nil"):
        (first,), (head,) = said[head][_RDF + "first"], said[head][_RDF + "rest"]
        yield first


def _nodes(values: Iterable[Term]) -> Iterator[NamedNode]:
    return (value for value in values if isinstance(value, NamedNode))
