"""Answers one query in a process of its own, which can be killed where the engine cannot be interrupted.

`kg.queries.run` starts this file with the request as JSON on its standard input. The answer goes to standard
output: one line of JSON (kind and columns), then the results as the engine writes them. A failure is one line
of JSON on standard error. It imports pyoxigraph and nothing of kg, so that it starts in some 40 ms.
"""

import json
import os
import signal
import sys
from typing import Any, NoReturn

FAILED = 3


def main() -> None:
    """Reads the request, answers it, ends."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    request = json.load(sys.stdin.buffer)
    limit(request["bytes"], request["seconds"])
    if not request["network"]:
        leave_network()
    try:
        answer(request)
    except BrokenPipeError:
        os._exit(0)
    except MemoryError:
        fail("memory", "")


def answer(request: dict[str, Any]) -> None:
    """Runs the query and writes the answer to standard output."""
    import pyoxigraph as ox

    try:
        store = ox.Store.read_only(request["folder"])
    except OSError:
        fail("store", request["folder"])
    try:
        results = store.query(
            request["query"],
            prefixes=request["prefixes"],
            use_default_graph_as_union=True,
            substitutions={ox.Variable(name): term(value) for name, value in request["bindings"].items()},
        )
    except SyntaxError as error:
        fail("syntax", str(error))
    except (RuntimeError, ValueError, OSError) as error:
        fail("evaluation", str(error))
    out = sys.stdout.buffer

    def head(**values: object) -> None:
        out.write(json.dumps(values).encode() + b"\n")
        out.flush()

    try:
        if isinstance(results, ox.QuerySolutions):
            head(kind="rows", columns=[variable.value for variable in results.variables])
            results.serialize(out, ox.QueryResultsFormat.from_extension(request["rows"]))
        elif isinstance(results, ox.QueryBoolean):
            head(kind="truth", columns=[])
            results.serialize(out, ox.QueryResultsFormat.from_extension(request["rows"]))
        else:
            head(kind="triples", columns=[])
            results.serialize(out, ox.RdfFormat.from_extension(request["triples"]))
        out.flush()
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, BrokenPipeError):
            raise
        fail("evaluation", str(error))


def term(value: list[str]) -> Any:
    """The RDF term of a binding: its IRI, or text and datatype, or text, datatype and language."""
    import pyoxigraph as ox

    match value:
        case [iri]:
            return ox.NamedNode(iri)
        case [text, datatype]:
            return ox.Literal(text, datatype=ox.NamedNode(datatype))
        case _:
            return ox.Literal(value[0], language=value[2])


def limit(size: int, seconds: float) -> None:
    """Bounds memory, and time too, should the parent be gone; no core file is left behind."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux") and size:  # elsewhere the limit is refused or means nothing
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    if seconds:
        most = int(seconds) + 5
        resource.setrlimit(resource.RLIMIT_CPU, (most, most))


def leave_network() -> None:
    """Gives up the network where Linux lets a process do so.

    The second line of defence behind `refusals`; where it is not allowed the first one stands alone.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    new_user, new_network = 0x10000000, 0x40000000
    # root would lose its right to read the files of others with a user namespace, and needs none
    ctypes.CDLL(None).unshare(new_network if os.geteuid() == 0 else new_user | new_network)


def fail(kind: str, message: str) -> NoReturn:
    """Tells the parent what went wrong, and ends."""
    sys.stderr.write(json.dumps({"kind": kind, "message": message}) + "\n")
    sys.stderr.flush()
    os._exit(FAILED)


if __name__ == "__main__":
    main()
