"""A store as it will be once a change is made, to look things up before it is made."""

from collections.abc import Iterator

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.difference import Change
from kg.graph.store import Quads


class Overlay:
    """The quads of a store, without those a change removes and with those it adds."""

    def __init__(self, store: Quads, change: Change) -> None:
        self._store = store
        self._removed = change.removed
        self._added = pyoxigraph.Store()
        self._added.extend(change.added)

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        found = self._store.match(subject, predicate, value, graph)
        yield from (quad for quad in found if quad not in self._removed) if self._removed else found
        yield from self._added.quads_for_pattern(subject, predicate, value, graph)
