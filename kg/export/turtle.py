"""Turtle and TriG made to be read: a paragraph a subject, the same bytes for the same graph.

pyoxigraph writes both too, but its prefixes come in another order in every process, and it escapes signs
in names (a dot at the end, a percent sign) in a way that rdflib does not read. Here a name is shortened only
where every reader takes it; terms are otherwise pyoxigraph's own N-Triples.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from kg.graph.iris import PREFIXES, term

_TYPE = term("rdf:type")
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_BARE = {
    term("xsd:integer"): re.compile(r"[+-]?[0-9]+"),
    term("xsd:decimal"): re.compile(r"[+-]?[0-9]+\.[0-9]+"),
}
_STRING = term("xsd:string")
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def paragraphs(quads: Iterable[Quad]) -> Iterator[str]:
    """The file piece by piece: the prefixes, then each graph with its subjects.

    Args:
        quads: sorted such that a graph's quads, and in it a subject's, stand together; those of the default
            graph stand outside any block.
    """
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for graph, among in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(graph, DefaultGraph):
            yield from ("\n" + paragraph for paragraph in _subjects(among))
        else:
            yield f"\n{_written(graph)} {{\n"
            yield from _subjects(among)
            yield "}\n"


def _subjects(quads: Iterable[Quad]) -> Iterator[str]:
    for subject, among in groupby(quads, key=lambda quad: quad.subject):
        lines = [
            f"{_verb(predicate)} {', '.join(_written(quad.object) for quad in same)}"
            for predicate, same in groupby(among, key=lambda quad: quad.predicate)
        ]
        yield f"{_written(subject)} " + " ;\n    ".join(lines) + " .\n"


def _verb(predicate: NamedNode) -> str:
    return "a" if predicate == _TYPE else _written(predicate)


def _written(node: object) -> str:
    """A term as Turtle has it."""
    if isinstance(node, NamedNode):
        return _shortened(node)
    if isinstance(node, Literal) and not node.language and node.datatype != _STRING:
        bare = _BARE.get(node.datatype)
        if bare and bare.fullmatch(node.value):
            return node.value
        return f"{Literal(node.value)}^^{_shortened(node.datatype)}"
    return str(node)


def _shortened(node: NamedNode) -> str:
    cut = max(node.value.rfind("/"), node.value.rfind("#")) + 1
    prefix = _NAMESPACES.get(node.value[:cut])
    if prefix is not None and _PLAIN_NAME.fullmatch(node.value, cut):
        return f"{prefix}:{node.value[cut:]}"
    return str(node)
