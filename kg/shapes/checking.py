"""Every node that a shape is for, against the shape's rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.graph.iris import PREFIXES, shortened
from kg.graph.terms import LABEL, TYPE
from kg.shapes.constraints import CHECKS, Description
from kg.shapes.graphs import Graph
from kg.shapes.shape import Rule, Term, shapes
from kg.vocabulary import vocabulary

_REMEMBERED: Final = 200_000
"""Nodes whose classes are kept: those that many others name, such as actors, are looked up once."""

_KINDS: Final = 1000
"""Sets of classes that one node has, for which the rules are kept; our own graphs have some thirty."""

_NOTHING: Final[Description] = {}

_PLACES: Final = {"subject": "?subject ?p ?o", "object": "?s ?p ?object"}
_TERMS: Final = {"property": "?s ?property ?o", "class": f"?s <{TYPE.value}> ?class"}


@dataclass(frozen=True, slots=True)
class Violation:
    """A node that breaks a rule.

    Attributes:
        node: its IRI, or "_:" and the file's own name for it.
        label: what it is called, where the graph tells.
        rule: shape, property and constraint, as shapes.ttl has them.
        message: what should hold.
        value: what is there instead; None where something is missing, or nothing single is to blame.
    """

    node: str
    label: str | None
    rule: str
    message: str
    value: str | None

    def __str__(self) -> str:
        called = f" ({self.label})" if self.label else ""
        found = "" if self.value is None else f" It has {self.value}."
        return f"{shortened(self.node)}{called}: {self.message}{found} [{self.rule}]"


def check(graph: Graph) -> Iterator[Violation]:
    """Every violation in a graph, all its named graphs taken together; see `Checker`."""
    return Checker(graph).violations()


class Checker:
    """One walk over a graph.

    Attributes:
        checked: nodes that were checked so far.
    """

    def __init__(self, graph: Graph) -> None:
        self.checked = 0
        self._graph = graph
        self._shapes = shapes()
        self._types = lru_cache(_REMEMBERED)(self._types_of)
        self._broader = lru_cache(_KINDS)(self._with_broader)
        self._rules = lru_cache(_KINDS)(self._rules_for)

    def violations(self) -> Iterator[Violation]:
        """Node by node, then what belongs to no node; a rule that several values break is told once for each."""
        yield from self._members()
        yield from self._others()
        yield from self._strays()

    def _members(self) -> Iterator[Violation]:
        """Nodes that have a class which some shape is for, each checked by all shapes that are for its classes."""
        wanted = sorted({each for shape in self._shapes.shapes for each in shape.classes}, key=str)
        for place, each in enumerate(wanted):
            for node in self._graph.distinct("node", f"?node a {each} {_without(wanted[:place])}"):
                said = self._description(node)
                types = frozenset(kind for kind in said.get(TYPE, ()) if isinstance(kind, NamedNode))
                yield from self._check(node, said, self._rules(types))

    def _others(self) -> Iterator[Violation]:
        """Nodes that a shape is for by what they say, or by what is said of them, without having its class."""
        for shape in self._shapes.shapes:
            seen: set[Term] = set()
            places = [f"?node {path} ?o" for path in shape.subjects_of]
            for where in (*places, *(f"?s {path} ?node" for path in shape.objects_of)):
                for node in self._graph.distinct("node", f"{where} {_without(sorted(shape.classes, key=str))}"):
                    if node not in seen:
                        seen.add(node)
                        yield from self._check(node, self._description(node), shape.rules)

    def _strays(self) -> Iterator[Violation]:
        """What no shape can see: blank nodes anywhere, and terms under our name that the ontology has not."""
        for role, where in _PLACES.items():
            for node in self._graph.distinct(role, f"{where} FILTER(isBlank(?{role}))"):
                message = "A node has an IRI, so that graphs can be joined."
                yield Violation(_written(node), None, "blank node", message, None)
        for role, where in _TERMS.items():
            for node in self._graph.distinct(role, where):
                if isinstance(node, NamedNode) and not _declared(node):
                    message = "A term under kg: is one that the ontology declares."
                    yield Violation(_written(node), None, "unknown term", message, None)

    def _check(self, node: Term, said: Description, rules: tuple[Rule, ...]) -> Iterator[Violation]:
        self.checked += 1
        for rule in rules:
            values = (node,) if rule.path is None else said.get(rule.path, ())
            if not values and not rule.asks_for_values:
                continue
            for constraint in rule.constraints:
                for value in CHECKS[constraint.name](values, constraint.parameter, said, self._classes_of):
                    yield Violation(
                        _written(node),
                        next((label.value for label in said.get(LABEL, ()) if isinstance(label, Literal)), None),
                        rule.name(constraint),
                        rule.message,
                        None if value is None or value is node else _written(value),
                    )

    def _description(self, node: Term) -> Description:
        if not isinstance(node, NamedNode):
            return _NOTHING
        said: dict[NamedNode, dict[Term, None]] = defaultdict(dict)
        for quad in self._graph.match(node):
            said[quad.predicate][_plain(quad.object)] = None  # a triple that stands in two graphs is one
        return {property_: tuple(values) for property_, values in said.items()}

    def _types_of(self, node: Term) -> frozenset[NamedNode]:
        if not isinstance(node, NamedNode):
            return frozenset()
        found = (quad.object for quad in self._graph.match(node, TYPE))
        declared = self._shapes.members.get(node, frozenset())
        return declared | {each for each in found if isinstance(each, NamedNode)}

    def _classes_of(self, node: Term) -> frozenset[NamedNode]:
        return self._broader(self._types(node))

    def _with_broader(self, types: frozenset[NamedNode]) -> frozenset[NamedNode]:
        return types | {broad for broad, below in self._shapes.narrower.items() if types & below}

    def _rules_for(self, types: frozenset[NamedNode]) -> tuple[Rule, ...]:
        return tuple(rule for shape in self._shapes.shapes if shape.classes & types for rule in shape.rules)


def _without(classes: Iterable[NamedNode]) -> str:
    """The condition that a node has none of these classes."""
    listed = " ".join(map(str, classes))
    return f"FILTER NOT EXISTS {{ VALUES ?class {{ {listed} }} ?node a ?class }}" if listed else ""


def _declared(node: NamedNode) -> bool:
    """Whether a property or class is somebody else's, or in our ontology."""
    namespace = PREFIXES["kg"]
    return not node.value.startswith(namespace) or node.value.removeprefix(namespace) in vocabulary().terms


def _plain(node: object) -> Term:
    """The term; a triple inside a triple, which no file of ours has, is told by its text."""
    return node if isinstance(node, NamedNode | BlankNode | Literal) else Literal(str(node))


def _written(node: object) -> str:
    match node:
        case NamedNode():
            return node.value
        case Literal():
            return f"“{node.value}”"
    return str(node)
