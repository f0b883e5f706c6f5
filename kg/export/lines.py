"""Quads as sorted lines of text: what every RDF syntax of ours is written from.

The engine writes N-Quads fast, and text sorts fast: a million quads as Python objects take ten times as long.
"""

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import BinaryIO

from pyoxigraph import Quad, RdfFormat, serialize

from kg.export.layers import quads
from kg.export.material import Material

_IN_MEMORY = 64 * 1024 * 1024  # bytes of N-Quads; more goes through a file
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_END = " .\n"

Facts = list[tuple[str, list[str]]]
"""Predicates, the type first, each with its objects; all as in N-Triples."""


def dump(material: Material, file: BinaryIO) -> None:
    """Writes the quads asked for as N-Quads, in no order that means anything."""
    if material.asked.layer == "all":
        material.source.dump(file, RdfFormat.N_QUADS)
    else:
        serialize(quads(material), file, RdfFormat.N_QUADS)


def triples(material: Material) -> list[str]:
    """Every triple once, whatever its graph, as "subject predicate object", sorted."""
    return _sorted(text for text, _ in _read(material))


def by_graph(material: Material) -> list[tuple[str, list[str]]]:
    """The same for each graph, by its name; what stands in no graph comes first, under an empty name."""
    graphs: dict[str, list[str]] = defaultdict(list)
    for text, graph in _read(material):
        graphs[graph].append(text)
    return [(name, _sorted(graphs[name])) for name in sorted(graphs)]


def lines_of(found: Iterable[Quad]) -> list[tuple[str, list[str]]]:
    """Quads as `by_graph` has them."""
    graphs: dict[str, list[str]] = defaultdict(list)
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        serialize(found, file, RdfFormat.N_QUADS)
        file.seek(0)
        for line in file:
            text, graph = _parted(line.decode())
            graphs[graph].append(text)
    return [(name, _sorted(graphs[name])) for name in sorted(graphs)]


def subjects(triples: Iterable[str]) -> Iterator[tuple[str, Facts]]:
    """Sorted triples by subject, each with what is told of it."""
    split = (line.split(" ", 2) for line in triples)
    for subject, among in groupby(split, key=lambda parts: parts[0]):
        facts: Facts = []
        for _, predicate, value in among:
            if facts and facts[-1][0] == predicate:
                facts[-1][1].append(value)
            else:
                facts.append((predicate, [value]))
        place = next((place for place, (predicate, _) in enumerate(facts) if predicate == _TYPE), 0)
        facts.insert(0, facts.pop(place))
        yield subject, facts


def _read(material: Material) -> Iterator[tuple[str, str]]:
    """Every quad as its triple and its graph."""
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as file:
        dump(material, file)  # type: ignore[arg-type]
        file.seek(0)
        for line in file:
            yield _parted(line.decode())


def _parted(line: str) -> tuple[str, str]:
    text = line.removesuffix(_END)
    head, _, graph = text.rpartition(" ")
    # What ends a line may also be the object, and a literal with a datatype ends like an IRI.
    if graph.startswith("<") and graph.endswith(">") and '"' not in graph and head.count(" ") >= 2:
        return head, graph
    return text, ""


def _sorted(found: Iterable[str]) -> list[str]:
    return sorted(set(found))
