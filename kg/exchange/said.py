"""The graph of an article as a stranger wrote it: taken only if we could have written it ourselves."""

from collections.abc import Iterable

from pyoxigraph import Quad

from kg.actors import index_keys
from kg.errors import GraphImportError
from kg.graph.iris import shortened, term
from kg.graph.said import document_of, document_quads

_KEY = term("kg:blockKey")
_FURTHER = term("kg:furtherQuote")


def said_quads(found: Iterable[Quad]) -> frozenset[Quad]:
    """The quads of an article's graph, with the keys by which this version compares named actors.

    Raises:
        GraphImportError: the graph holds what no article of ours says, or lacks what each says.
    """
    quads = frozenset(found)
    graph = next(iter(quads)).graph_name
    name = shortened(graph.value) if hasattr(graph, "value") else str(graph)
    try:
        document = document_of(quads)
        ours = document_quads(document, index_keys)
    except (KeyError, ValueError, AttributeError, IndexError, TypeError) as error:
        raise GraphImportError(f"{name} is not the graph of one article", _HINT) from error
    plain = {quad for quad in quads if quad.predicate != _KEY}
    for quad in sorted(plain - ours, key=str):
        if quad.predicate != _FURTHER:  # its text is not in the graph, only where it stands
            raise GraphImportError(f"{name}: {_told(quad)}, which no article of ours says", _HINT)
    keys = {quad for quad in ours if quad.predicate == _KEY}
    for quad in sorted(ours - plain - keys, key=str):
        raise GraphImportError(f"{name}: it lacks that {_told(quad)}", _HINT)
    return frozenset(plain | keys)


_HINT = "Take what `kg export --layer all` wrote, unchanged"


def _told(quad: Quad) -> str:
    parts = (shortened(part.value) for part in (quad.subject, quad.predicate) if hasattr(part, "value"))
    return " ".join((*parts, str(quad.object)[:80]))
