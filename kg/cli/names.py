"""Names instead of IRIs, for people: labels looked up in the graph."""

from functools import cache
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.graph import Reader
from kg.graph.iris import shortened, term
from kg.vocabulary import KG

_LABEL = term("rdfs:label")


class Names:
    """The names of terms in a store."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._label = cache(self._looked_up)

    def __call__(self, value: Any) -> str:
        """A term as a person reads it: the label of an IRI, else its short form; the text of a literal."""
        match value:
            case None:
                return ""
            case NamedNode():
                return self._label(value)
            case Triple():
                return " ".join(map(self, (value.subject, value.predicate, value.object)))
            case _:
                return plain(value)

    def _looked_up(self, node: NamedNode) -> str:
        if node.value.startswith(KG):
            return node.value.removeprefix(KG)
        found = (quad.object for quad in self._reader.match(node, _LABEL))
        labels = sorted(label.value for label in found if isinstance(label, Literal))
        return labels[0] if labels else shortened(node.value)


def plain(value: Any) -> str:
    """A term in full: the IRI itself, the text of a literal."""
    match value:
        case None:
            return ""
        case NamedNode() | Literal():
            return value.value
        case BlankNode():
            return str(value)
        case _:
            return str(value)
