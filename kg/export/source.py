"""What an export is made from."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO, Protocol

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from kg.model import Actor, Contact, Document, Identity


class Source(Protocol):
    """A store opened for reading, as `kg.graph.open_reader` gives it."""

    def contacts(self) -> Iterator[Contact]:
        """All contacts, whether or not they took place."""
        ...

    def actors(self) -> dict[str, Actor]:
        """All actors by id."""
        ...

    def identities(self) -> Iterator[Identity]:
        """Who is who, for every named actor."""
        ...

    def documents(self, reports: Iterable[str] | None = None) -> Iterator[Document]:
        """All articles with their reports, or those in which the reports stand."""
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

    def dump(self, file: BinaryIO, format: RdfFormat) -> None:  # noqa: A002
        """Writes every quad with its graph, in the order of the engine."""
        ...
