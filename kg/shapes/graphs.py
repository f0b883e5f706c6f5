"""What is checked: the graph of a store or of a file, all its named graphs taken together, however large it is."""

import gzip
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final, cast

import pyoxigraph
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, QuerySolutions, RdfFormat

from kg.errors import UsageError
from kg.graph import open_reader

_BASE: Final = "https://w3id.org/contact-kg/"


class Graph:
    """Quads of one engine, which answers what would take long to look for quad by quad."""

    def __init__(self, engine: pyoxigraph.Store) -> None:
        self._engine = engine

    def match(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> Iterator[Quad]:
        """All quads with these parts; None stands for any."""
        return self._engine.quads_for_pattern(subject, predicate, value, graph)

    def distinct(self, variable: str, where: str) -> Iterator[NamedNode | BlankNode | Literal]:
        """What a variable of a pattern stands for, each once; `where` is our own SPARQL, never a user's."""
        query = f"SELECT DISTINCT ?{variable} {{ {where} }}"
        for row in cast("QuerySolutions", self._engine.query(query, use_default_graph_as_union=True)):
            value = row[variable]
            if isinstance(value, NamedNode | BlankNode | Literal):
                yield value


@contextmanager
def stored(folder: Path) -> Iterator[Graph]:
    """The graph of a store, as it is now.

    Raises:
        StoreError: there is no store, or nothing in it yet.
    """
    with open_reader(folder) as reader:
        yield Graph(pyoxigraph.Store.read_only(str(reader.path)))


@contextmanager
def opened(path: Path) -> Iterator[Graph]:
    """The graph of a file in any RDF syntax, told by its suffix; ".gz" may follow.

    It lies in a folder that is gone afterwards, so that a file may be larger than memory.

    Raises:
        UsageError: there is no such file, its suffix is none of RDF, or it is not what its suffix says.
    """
    syntax = _syntax(path)
    with tempfile.TemporaryDirectory(prefix="contact-kg-") as folder:
        engine = pyoxigraph.Store(folder)
        try:
            with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
                engine.bulk_load(cast("IO[bytes]", file), syntax, base_iri=_BASE)
        except (SyntaxError, ValueError, EOFError) as error:
            raise UsageError(f"{path} is not {syntax.name}: {_one_line(error)}") from error
        except OSError as error:
            raise UsageError(f"{path} cannot be read: {error.strerror or _one_line(error)}") from error
        yield Graph(engine)


def _syntax(path: Path) -> RdfFormat:
    suffix = (Path(path.stem) if path.suffix == ".gz" else path).suffix
    syntax = RdfFormat.from_extension(suffix.removeprefix(".").lower())
    if syntax is None:
        raise UsageError(
            f"“{path}” has no suffix of RDF", "Known: .ttl, .nt, .trig, .nq, .rdf, .jsonld, each also with .gz"
        )
    return syntax


def _one_line(error: Exception) -> str:
    return " ".join(str(getattr(error, "msg", None) or error).split())
