"""What went wrong in the process that answers, as an error for the user."""

import json
import re
import signal
from typing import Final

from kg.errors import KgError, QueryError, StoreError
from kg.queries import syntax

_UNSELECTED: Final = re.compile(r"does not contains? variable \?(\w+) in its SELECT")


def failure(code: int, notes: str, query: str, size: int) -> KgError:
    """The error behind an exit code and what the process wrote before it ended.

    Args:
        code: exit code, negative for a signal.
        notes: its standard error; the last line is JSON where it could still tell.
        query: what it was asked.
        size: bytes it was allowed.
    """
    kind, message = _told(notes) or (_crash(code, notes), "")
    match kind:
        case "syntax":
            return syntax.error(query, message)
        case "store":
            return StoreError(f"there is no store that can be read in {message}")
        case "memory":
            return QueryError(
                f"the query needs more than {size / 2**30:.3g} GiB of memory and was stopped",
                "Narrow it, or ask for fewer rows at once",
            )
        case "depth":
            return QueryError("the query is nested too deeply for the engine", "Split it")
        case "evaluation" if unselected := _UNSELECTED.search(message):
            return QueryError(
                f"a value is bound to ?{unselected[1]}, but the query does not select it", "Add it to SELECT"
            )
        case "evaluation":
            return QueryError(f"the query cannot be answered: {message}")
        case _:
            return QueryError(f"the query engine ended without an answer ({kind})")


def _told(notes: str) -> tuple[str, str] | None:
    lines = notes.strip().splitlines()
    try:
        found = json.loads(lines[-1]) if lines else {}
        return found["kind"], found["message"]
    except (ValueError, KeyError, TypeError):
        return None


def _crash(code: int, notes: str) -> str:
    if "overflowed its stack" in notes or code == -signal.SIGSEGV:
        return "depth"
    if "memory allocation" in notes or "bad_alloc" in notes or code == -signal.SIGKILL:
        return "memory"
    return f"exit code {code}"
