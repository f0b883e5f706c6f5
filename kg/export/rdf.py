"""RDF in the syntaxes that every tool for it reads: Turtle, N-Triples, TriG, N-Quads.

Quads come sorted, so that the same graph gives the same bytes. Turtle and N-Triples have no named graphs:
there all layers lie in one graph, which stays right because each layer has its own vocabulary.
"""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from kg.export.source import Source
from kg.export.turtle import paragraphs
from kg.graph.iris import is_minted, term
from kg.graph.layers import CONTACTS, IDENTITY, KNOWN

_LINES = {"ntriples": RdfFormat.N_TRIPLES, "nquads": RdfFormat.N_QUADS}
_WITH_GRAPHS = ("trig", "nquads")

_DESCRIBED = ("act", "c", "place", "outlet")
"""Kinds of things that the known layer or the contacts layer describes."""

_WORKING = {term("kg:blockKey"), term("kg:position")}
"""What only the store's own work needs: left out beside contacts."""

_TYPE = term("rdf:type")


def write(source: Source, file: BinaryIO, format: str, layer: str) -> int:  # noqa: A002
    """Writes a layer of the graph; see `kg.export.export`. Leaves no contact out."""
    found: Iterable[Quad] = _LAYERS[layer](source)
    if format not in _WITH_GRAPHS:
        found = (Quad(*quad.triple) for quad in found)
    quads = sorted(set(found), key=_order)
    if syntax := _LINES.get(format):
        serialize(quads, file, syntax)
    else:
        file.writelines(paragraph.encode() for paragraph in paragraphs(quads))
    return 0


def _order(quad: Quad) -> tuple[str, str, bool, str, str]:
    """By graph and subject, its types first."""
    predicate = quad.predicate
    return str(quad.graph_name), str(quad.subject), predicate != _TYPE, predicate.value, str(quad.object)


def _all(source: Source) -> Iterator[Quad]:
    return source.quads()


def _said(source: Source) -> Iterator[Quad]:
    """The articles' graphs, and what the known layer tells of the things they name."""
    said = {quad for quad in source.quads() if is_minted("art", quad.graph_name)}
    yield from said
    yield from _descriptions(source, said)


def _contacts(source: Source) -> Iterator[Quad]:
    """The contacts, their evidence, and all that is needed to read them without the store."""
    contacts = set(source.quads(CONTACTS))
    reports = set(_values(contacts, term("kg:reportedIn")))
    evidence = {quad for report in reports for quad in source.match(report)}
    named = {value for quad in evidence if isinstance(value := quad.object, NamedNode) and is_minted("nam", value)}
    articles = _values(evidence, term("kg:inArticle"))
    told = {quad for node in {*named, *articles} for quad in source.match(node) if quad.graph_name != IDENTITY}
    who = {quad for node in named for quad in source.match(node, graph=IDENTITY)}
    found = {quad for quad in contacts | evidence | told | who if quad.predicate not in _WORKING}
    yield from found
    yield from _descriptions(source, found)


def _values(quads: Iterable[Quad], predicate: NamedNode) -> Iterator[NamedNode]:
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.object, NamedNode):
            yield quad.object


def _descriptions(source: Source, quads: set[Quad]) -> Iterator[Quad]:
    """What the known layer, and for outlets the contacts layer, tells of everything these quads name."""
    waiting = {node for quad in quads for node in (quad.subject, quad.object)}
    seen: set[object] = set()
    while waiting:
        node = waiting.pop()
        if node in seen or not isinstance(node, NamedNode):
            continue
        seen.add(node)
        if not any(is_minted(kind, node) for kind in _DESCRIBED):
            continue
        graph = CONTACTS if is_minted("outlet", node) else KNOWN
        for quad in source.match(node, graph=graph):
            yield quad
            waiting.add(quad.object)


_LAYERS = {"contacts": _contacts, "said": _said, "all": _all}
