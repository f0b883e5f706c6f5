"""What an export is made from."""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Actor, Contact, Document


class Source(Protocol):
    """A store opened for reading, as `kg.graph.open_reader` gives it."""

    def contacts(self) -> Iterator[Contact]:
        """All contacts, whether or not they took place."""
        ...

    def actors(self) -> dict[str, Actor]:
        """All actors by id."""
        ...

    def documents(self) -> Iterator[Document]:
        """All articles with their reports."""
        ...

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        ...

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        ...
