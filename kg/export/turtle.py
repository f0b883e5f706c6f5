"""Turtle and TriG made to be read: a paragraph a subject, the same bytes for the same graph.

pyoxigraph writes both too, but its prefixes come in another order in every process, and it escapes signs
in names (a dot at the end, a percent sign) in a way that rdflib does not read. Here a name is shortened only
where every reader takes it; terms are otherwise pyoxigraph's own N-Triples.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from kg.export.lines import subjects
from kg.graph.iris import PREFIXES, term

_TYPE = str(term("rdf:type"))
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*[A-Za-z0-9_])?")
_TYPED = re.compile(r'(".*")\^\^(<[^>]*>)', re.DOTALL)
_BARE = {
    str(term("xsd:integer")): re.compile(r'"[+-]?[0-9]+"'),
    str(term("xsd:decimal")): re.compile(r'"[+-]?[0-9]+\.[0-9]+"'),
}
_NAMESPACES = {namespace: prefix for prefix, namespace in PREFIXES.items()}


def paragraphs(graphs: Iterable[tuple[str, Iterable[str]]]) -> Iterator[str]:
    """The file piece by piece: the prefixes, then each graph with its subjects.

    Args:
        graphs: names of graphs with their sorted triples, see `kg.export.lines`; those of an empty name stand
            outside any block.
    """
    yield "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    for graph, triples in graphs:
        if not graph:
            yield from ("\n" + paragraph for paragraph in _paragraphs(triples))
        else:
            yield f"\n{written(graph)} {{\n"
            yield from _paragraphs(triples)
            yield "}\n"


def _paragraphs(triples: Iterable[str]) -> Iterator[str]:
    for subject, facts in subjects(triples):
        lines = [f"{_verb(predicate)} {', '.join(map(written, values))}" for predicate, values in facts]
        yield f"{written(subject)} " + " ;\n    ".join(lines) + " .\n"


def _verb(predicate: str) -> str:
    return "a" if predicate == _TYPE else written(predicate)


def written(node: str) -> str:
    """A term of N-Triples as Turtle has it."""
    if node.startswith("<"):
        return _shortened(node)
    if not node.endswith(">"):
        return node
    match = _TYPED.fullmatch(node)
    if match is None:
        return node
    value, datatype = match.groups()
    bare = _BARE.get(datatype)
    if bare and bare.fullmatch(value):
        return value[1:-1]
    return f"{value}^^{_shortened(datatype)}"


@lru_cache(maxsize=65_536)
def _shortened(node: str) -> str:
    cut = max(node.rfind("/"), node.rfind("#")) + 1
    prefix = _NAMESPACES.get(node[1:cut])
    if prefix is not None and _PLAIN_NAME.fullmatch(node, cut, len(node) - 1):
        return f"{prefix}:{node[cut:-1]}"
    return node
