"""RDF in the syntaxes that every tool for it reads: Turtle, N-Triples, TriG, N-Quads.

Turtle, TriG and N-Triples come sorted, and N-Quads where that is asked for, or where it costs little. The whole
store as N-Quads comes in the order of the engine, which is that of the terms' hashes: the same for the same graph.
Turtle and N-Triples have no named graphs: there all layers lie in one graph, which stays right because each
layer has its own vocabulary.
"""

from collections.abc import Iterator
from typing import BinaryIO

from kg.export import lines
from kg.export.material import LeftOut, Material
from kg.export.turtle import paragraphs


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002
    """Writes a layer of the graph; see `kg.export.export`. Leaves no contact out."""
    if format == "nquads" and material.asked.layer == "all" and not material.asked.sort:
        lines.dump(material, file)
    else:
        file.writelines(piece.encode() for piece in _SYNTAXES[format](material))
    return LeftOut()


def _turtle(material: Material) -> Iterator[str]:
    return paragraphs([("", lines.triples(material))])


def _trig(material: Material) -> Iterator[str]:
    return paragraphs(lines.by_graph(material))


def _ntriples(material: Material) -> Iterator[str]:
    return (f"{triple} .\n" for triple in lines.triples(material))


def _nquads(material: Material) -> Iterator[str]:
    for graph, triples in lines.by_graph(material):
        end = f" {graph} .\n" if graph else " .\n"
        yield from (triple + end for triple in triples)


_SYNTAXES = {"turtle": _turtle, "trig": _trig, "ntriples": _ntriples, "nquads": _nquads}
