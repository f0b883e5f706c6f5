"""Takes back what `kg export --layer all` wrote, a colleague's graph too, and joins it with what is there.

What articles say, and what was decided, is taken as it is; who is who and what happened is derived anew from all
that the store then holds.
Names are made from content, so two who read the same article have the same graph of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from kg import derivation
from kg.errors import GraphImportError
from kg.exchange.decisions import checked
from kg.exchange.said import said_quads
from kg.graph import EmbeddedStore
from kg.graph.difference import Change, difference
from kg.graph.iris import is_minted, local_name, shortened
from kg.graph.layers import DECISIONS, DERIVED, KNOWN, RUNS
from kg.graph.overlay import Overlay
from kg.pipeline import decide, write_known
from kg.shapes import Graph, check, opened

_BATCH = 64
"""Articles in one transaction, as in an ingest."""

_TOLD = 5
"""Violations named in a refusal."""

_SUFFIXES = (".nq", ".trig")
_OURS = frozenset({KNOWN, RUNS, DECISIONS, *DERIVED})


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: articles that were new, replaced, the same already, or kept as they were."""

    added: int = 0
    replaced: int = 0
    same: int = 0
    kept: int = 0
    """Articles of which the store has another reading, and keeps it."""


def import_file(store: EmbeddedStore, path: Path, replace_own: bool = False) -> ImportReport:
    """Takes the articles of an exported file into a store, and derives what follows.

    The whole file is checked before anything is written. Killed half way, the store holds whole articles, and the
    same import goes on from there.

    Args:
        store: a store opened for writing.
        path: N-Quads or TriG of the layer "all", perhaps with ".gz".
        replace_own: whether an article that the store has in another reading (other extractor, other text) is
            replaced; else it is kept.

    Raises:
        GraphImportError: the file is no such export, or breaks a rule; the message names node and rule.
    """
    if Path(path.name.lower().removesuffix(".gz")).suffix not in _SUFFIXES:
        raise GraphImportError(
            f"{path} is no N-Quads or TriG", "Only these keep each article apart: kg export --layer all"
        )
    with opened(path) as graph:
        articles = list(_articles(path, graph))
        _refuse_violations(path, graph)
        for article in articles:
            said_quads(graph.match(graph=article))
        write_known(store)
        decide(store, checked(str(path), graph.match(graph=DECISIONS)))
        return _write(store, graph, articles, replace_own)


def _write(store: EmbeddedStore, graph: Graph, articles: list[NamedNode], replace_own: bool) -> ImportReport:
    done = ImportReport()
    memory = derivation.Memory()
    waiting = iter(articles)
    while batch := list(islice(waiting, _BATCH)):
        said, changed = Change(), list[str]()
        for article in batch:
            old, new = frozenset(store.match(graph=article)), said_quads(graph.match(graph=article))
            if old == new:
                done = replace(done, same=done.same + 1)
            elif old and not replace_own:
                done = replace(done, kept=done.kept + 1)
            else:
                said |= difference(old, new)
                changed.append(local_name(article))
                done = replace(done, added=done.added + (not old), replaced=done.replaced + bool(old))
        if changed:
            store.apply(said | derivation.touched(store, Overlay(store, said), changed, memory))
            store.publish()
    store.apply(Change(added=frozenset(graph.match(graph=RUNS)) - frozenset(store.match(graph=RUNS))))
    return done


def _articles(path: Path, graph: Graph) -> Iterator[NamedNode]:
    """The graphs of articles, in order; whatever lies in no graph of ours is refused."""
    for stray in graph.distinct("s", "?s ?p ?o FILTER NOT EXISTS { GRAPH ?g { ?s ?p ?o } }"):
        raise GraphImportError(
            f"{path}: {_name(stray)} lies in no graph", "Export it anew as .nq or .trig with --layer all"
        )
    named = sorted(graph.distinct("g", "GRAPH ?g { ?s ?p ?o }"), key=str)
    for name in named:
        if not isinstance(name, NamedNode) or not (is_minted("art", name) or name in _OURS):
            raise GraphImportError(
                f"{path}: {_name(name)} is no graph of ours", "Take what `kg export --layer all` wrote"
            )
    articles = [name for name in named if isinstance(name, NamedNode) and is_minted("art", name)]
    if not articles:
        raise GraphImportError(f"{path} has no graph of an article", "Take what `kg export --layer all` wrote")
    yield from articles


def _refuse_violations(path: Path, graph: Graph) -> None:
    found = list(islice(check(graph), _TOLD))
    if found:
        told = "; ".join(str(violation).rstrip(".") for violation in found)
        raise GraphImportError(f"{path}: {told}", f"All that is wrong: kg validate {path}")


def _name(node: object) -> str:
    return shortened(node.value) if isinstance(node, NamedNode | Literal) else str(node)


__all__ = ["ImportReport", "import_file"]
