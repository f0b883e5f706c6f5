"""A store as readers see it: its current snapshot, which never changes under them."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat

from kg.errors import StoreError
from kg.graph import reading
from kg.graph.iris import term
from kg.graph.layers import CONTACTS
from kg.graph.marker import check_store
from kg.graph.snapshots import Snapshots
from kg.graph.terms import TYPE
from kg.graph.texts import Texts
from kg.model import Actor, Contact, Document, Identity

_COUNTED = ("Article", "Report", "NamedActor", "Contact", "UnrealisedContact")


class Reader:
    """The current snapshot of a store; it stays until the reader is closed, best by a `with` block."""

    path: Path
    """The folder of the snapshot, which `pyoxigraph.Store.read_only` opens."""

    def __init__(self, folder: Path | str) -> None:
        store = Path(folder)
        check_store(store)
        self._stack = ExitStack()
        path = self._stack.enter_context(Snapshots(store).held())
        if path is None:
            self.close()
            raise StoreError(f"the store {store} is still empty", "Run `kg ingest PATH` first")
        self.path = path
        self.texts = Texts(store / "texts")
        try:
            self._engine = pyoxigraph.Store.read_only(str(path))
        except (OSError, RuntimeError) as error:
            self.close()
            raise StoreError(f"the snapshot {path} is damaged: {error}", "Run `kg ingest` again") from error

    def __enter__(self) -> "Reader":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the snapshot go."""
        self._stack.close()

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        return self._engine.quads_for_pattern(subject, predicate, value, graph)

    def quads(self, graph: NamedNode | None = None) -> Iterator[Quad]:
        """All quads, or those of one graph."""
        return self.match(graph=graph)

    def dump(self, file: BinaryIO, format: RdfFormat) -> None:  # noqa: A002
        """Writes every quad with its graph, in the order of the engine."""
        self._engine.dump(file, format)

    def contacts(self) -> Iterator[Contact]:
        """All contacts, whether or not they took place."""
        return reading.contacts(self)

    def actors(self) -> dict[str, Actor]:
        """All actors, known and discovered, by id."""
        return {actor.id: actor for actor in reading.actors(self)}

    def identities(self) -> Iterator[Identity]:
        """Who is who, for every named actor of every article."""
        return reading.identities(self)

    def documents(self, reports: Iterable[str] | None = None) -> Iterator[Document]:
        """All articles as they were read, or those in which the reports stand; their texts are empty."""
        wanted = reading.articles(self) if reports is None else sorted(reading.articles_of(self, reports))
        for article in wanted:
            if document := reading.document(self, article):
                yield document

    def counts(self) -> dict[str, int]:
        """How many things of each class there are, actors of contacts, and quads."""
        classes = {name: self.match(predicate=TYPE, value=term("kg:" + name)) for name in _COUNTED}
        involved = {quad.object for quad in self.match(predicate=term("kg:involves"), graph=CONTACTS)}
        counts = {name: sum(1 for _ in found) for name, found in classes.items()}
        return {**counts, "Actor": len(involved), "quads": len(self._engine)}


def open_reader(folder: Path | str) -> Reader:
    """The store in a folder, for reading; a writer may go on meanwhile.

    Raises:
        StoreError: there is no store, or nothing was published in it yet.
    """
    return Reader(folder)
