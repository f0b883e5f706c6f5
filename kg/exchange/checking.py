"""Whether a store is whole: every article readable, derived layers what they should be, nothing out of place."""

import zlib
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from kg import derivation
from kg.errors import GraphImportError
from kg.exchange.said import said_quads
from kg.graph import Reader, reading
from kg.graph.iris import is_minted, shortened
from kg.graph.layers import DECISIONS, DERIVED, KNOWN, RUNS, article_graph

_OURS = frozenset({KNOWN, RUNS, DECISIONS, *DERIVED})
_TOLD = 3


def faults(reader: Reader) -> Iterator[str]:
    """What is wrong with a store, in words; nothing where it is whole."""
    yield from _graphs(reader)
    readable = True
    for article in sorted(reading.articles(reader)):
        try:
            said_quads(reader.match(graph=article_graph(article)))
        except GraphImportError as error:
            readable = False
            yield error.message
    yield from _texts(reader)
    if readable:
        yield from _derived(reader)


def _graphs(reader: Reader) -> Iterator[str]:
    """Graphs that no command of ours writes, and those of articles that lack the article itself."""
    articles = {article_graph(article) for article in reading.articles(reader)}
    named = {quad.graph_name for quad in reader.quads()}
    for graph in sorted(named - articles - _OURS, key=str):
        if isinstance(graph, NamedNode) and is_minted("art", graph):
            yield f"{shortened(graph.value)} has no article: part of it is missing"
        else:
            name = shortened(graph.value) if isinstance(graph, NamedNode) else "the default graph"
            yield f"{name} is no graph of ours"


def _texts(reader: Reader) -> Iterator[str]:
    """Texts that are there, but cannot be read; a store may well be without."""
    for document in reader.documents():
        try:
            reader.texts.find(document.article.content_hash)
        except (OSError, EOFError, zlib.error, UnicodeDecodeError):
            yield f"the text of art:{document.article.id} is damaged"


def _derived(reader: Reader) -> Iterator[str]:
    change = derivation.everything(reader)
    if not change:
        return
    some = sorted({_subject(quad) for quad in (*change.removed, *change.added)})
    more = f" and {len(some) - _TOLD} others" if len(some) > _TOLD else ""
    yield (
        f"who is who, or what happened, does not follow from what is said: {', '.join(some[:_TOLD])}{more}"
        " (kg resolve derives it anew)"
    )


def _subject(quad: Quad) -> str:
    return shortened(quad.subject.value) if isinstance(quad.subject, NamedNode) else str(quad.subject)
