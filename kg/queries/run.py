"""Runs an untrusted query in a process of its own, on a snapshot, within limits; its answer streams back.

A query of the engine can neither be interrupted nor told to stop after a time, so it is killed: when its time
is over, on Ctrl-C, and when nobody reads on (`| head`). Only the time it makes us wait counts.
"""

import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO, Final, Literal, Self, cast

import pyoxigraph as ox

from kg.errors import QueryError
from kg.queries import syntax
from kg.queries.failures import failure
from kg.queries.patience import Patience
from kg.queries.prefixes import PREFIXES
from kg.queries.refusals import check
from kg.settings import QUERY_BYTES, QUERY_SECONDS

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = tuple[Term | None, ...]
Kind = Literal["rows", "truth", "triples"]

_CHILD: Final = Path(__file__).with_name("child.py")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may take: seconds we wait for it and bytes of memory, 0 for no limit."""

    seconds: float = QUERY_SECONDS
    bytes: int = QUERY_BYTES


class Answer:
    """The answer to a query while it comes in; to be used in a `with`, whose end kills what still runs.

    Attributes:
        kind: "rows" (SELECT), "truth" (ASK) or "triples" (CONSTRUCT, DESCRIBE).
        columns: names of the variables of rows.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", notes: IO[bytes], query: str, limits: Limits) -> None:
        self._process, self._notes, self._query, self._limits = process, notes, query, limits
        self._patience = Patience(process, limits.seconds)
        self._results = io.BufferedReader(self._patience)
        head = self._results.readline()
        if not head.endswith(b"\n"):
            self._ended()
            raise QueryError("the query gave no answer")
        found = json.loads(head)
        self.kind: Kind = found["kind"]
        self.columns: tuple[str, ...] = tuple(found["columns"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends the query, whether or not all of its answer was read."""
        self._patience.stop()
        self._notes.close()

    def rows(self) -> Iterator[Row]:
        """The rows of a SELECT, in the order of `columns`, as they come in."""
        with self._told():
            solutions = ox.parse_query_results(self._as_it_comes(), ox.QueryResultsFormat.TSV)
            for solution in cast(ox.QuerySolutions, solutions):
                yield tuple(solution)

    def triples(self) -> Iterator[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE as they come in."""
        with self._told():
            for quad in ox.parse(self._as_it_comes(), ox.RdfFormat.N_TRIPLES):
                yield quad.triple

    def truth(self) -> bool:
        """The answer to an ASK."""
        with self._told():
            return self._results.read().strip() == b"true"

    def chunks(self) -> Iterator[bytes]:
        """The answer as the engine writes it in the format asked for."""
        with self._told():
            while chunk := self._results.read1(65536):
                yield chunk

    def _as_it_comes(self) -> IO[bytes]:
        return cast(IO[bytes], _AsItComes(self._results))

    def _told(self) -> "_Told":
        return _Told(self)

    def _ended(self) -> None:
        """Tells why a query ended before its answer was complete, if it did."""
        code = self._patience.stop()
        if self._patience.expired:
            raise QueryError(
                f"the query ran longer than {self._limits.seconds:g} seconds and was stopped",
                "Narrow it, or give it more with --timeout SECONDS (0 for no limit)",
            )
        self._notes.seek(0)
        notes = self._notes.read().decode("utf-8", "replace")
        if code:
            raise failure(code, notes, self._query, self._limits.bytes)


class _Told:
    """Reads to the end of an answer, and puts a child's failure in the place of what it did to the reader."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __enter__(self) -> None:
        return None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or issubclass(kind, (OSError, SyntaxError, ValueError)):
            self._answer._ended()


class _AsItComes:
    """A reader whose `read` gives what is there instead of waiting for all that was asked for."""

    def __init__(self, reader: "io.BufferedReader[Patience]") -> None:
        self.read = reader.read1


def ask(
    folder: Path,
    query: str,
    *,
    bindings: Mapping[str, ox.NamedNode | ox.Literal] | None = None,
    limits: Limits | None = None,
    rows: str = "tsv",
    triples: str = "nt",
    allow_service: bool = False,
) -> Answer:
    """Asks the store in a folder; its graphs are seen as one, and the usual prefixes are known.

    Args:
        folder: a snapshot, or any other folder of a pyoxigraph store that nobody writes to.
        query: SPARQL 1.1: SELECT, ASK, CONSTRUCT or DESCRIBE.
        bindings: values for variables of the query; they are never made part of its text.
        limits: what the query may take.
        rows: in which format `chunks` gives rows: "tsv", "csv", "json" or "xml"; `rows` needs "tsv".
        triples: in which format `chunks` gives triples, by its file ending ("ttl"); `triples` needs "nt".
        allow_service: whether the query may fetch from the network by SERVICE.

    Raises:
        QueryError: the query is invalid, refused, or ran too long or too large; also while it is read.
        StoreError: there is no store in the folder.
    """
    check(query, allow_service)
    syntax.check_terms(query)
    limits = limits or Limits()
    request = {
        "folder": str(folder),
        "query": query,
        "prefixes": PREFIXES,
        "bindings": {name: _portable(value) for name, value in (bindings or {}).items()},
        "bytes": limits.bytes,
        "seconds": limits.seconds,
        "rows": rows,
        "triples": triples,
        "network": allow_service,
    }
    notes = tempfile.TemporaryFile()  # noqa: SIM115 - closed by the answer
    process = subprocess.Popen(
        [sys.executable, "-P", str(_CHILD)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=notes
    )
    assert process.stdin
    try:
        with process.stdin as stdin:
            stdin.write(json.dumps(request).encode())
        return Answer(process, notes, query, limits)
    except BaseException:
        process.kill()
        process.wait()
        notes.close()
        raise


def _portable(value: ox.NamedNode | ox.Literal) -> list[str]:
    if isinstance(value, ox.NamedNode):
        return [value.value]
    return [value.value, value.datatype.value, *([value.language] if value.language else [])]
