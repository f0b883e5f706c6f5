"""Old minus new, new minus old: what has to be written so that a store holds what it should."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Quad


@dataclass(frozen=True, slots=True)
class Change:
    """Quads to remove and quads to add, disjoint."""

    removed: frozenset[Quad] = frozenset()
    added: frozenset[Quad] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)

    def __len__(self) -> int:
        return len(self.removed) + len(self.added)

    def __or__(self, other: "Change") -> "Change":
        return Change(self.removed | other.removed, self.added | other.added)


def difference(old: Iterable[Quad], new: Iterable[Quad]) -> Change:
    """What turns the old quads into the new ones."""
    before, after = frozenset(old), frozenset(new)
    return Change(before - after, after - before)


def as_update(change: Change) -> str:
    """The change as one SPARQL update, which an engine applies as one transaction.

    pyoxigraph has no other way to remove and add quads at once: `Store.update` is atomic over all its
    operations. Terms are written by pyoxigraph itself, so text in them stays text.
    """
    parts = (("DELETE DATA", change.removed), ("INSERT DATA", change.added))
    return " ;\n".join(f"{verb} {{\n{_data(found)}}}" for verb, found in parts if found)


def _data(found: Iterable[Quad]) -> str:
    graphs: dict[str, list[str]] = defaultdict(list)
    for quad in found:
        if isinstance(quad.graph_name, DefaultGraph):
            raise ValueError(f"a quad without a graph: {quad}")
        graphs[str(quad.graph_name)].append(f"{quad.subject} {quad.predicate} {quad.object} .\n")
    return "".join(f"GRAPH {graph} {{\n{''.join(lines)}}}\n" for graph, lines in graphs.items())
