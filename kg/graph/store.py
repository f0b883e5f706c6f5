"""What a store of quads can do, whichever engine it is."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg.graph.difference import Change


class Quads(Protocol):
    """Quads that can be looked up: a store, or a snapshot of one."""

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        ...


class Store(Quads, Protocol):
    """Quads that can be changed as well."""

    def apply(self, change: Change) -> None:
        """Makes the whole change or none of it, in one transaction."""
        ...


def subjects_of(found: Iterable[Quad]) -> Iterator[NamedNode]:
    """The subjects that are IRIs; in our graphs all are."""
    return (quad.subject for quad in found if isinstance(quad.subject, NamedNode))


def nodes_of(found: Iterable[Quad]) -> Iterator[NamedNode]:
    """The objects that are IRIs."""
    return (quad.object for quad in found if isinstance(quad.object, NamedNode))
