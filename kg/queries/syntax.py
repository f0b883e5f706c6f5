"""Where a query is wrong, said in the words of its writer."""

import re
from typing import Final

from kg.errors import QueryError
from kg.queries.prefixes import PREFIXES

_TOLD: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SHOWN: Final = 100  # characters of a long line around the place

_PHRASES: Final = {
    "IRI parsing failed": "the IRI before this is relative or not valid",
    "The SELECT contains a variable that is unbound": (
        "SELECT names a variable that is neither grouped by nor in an aggregate"
    ),
    "SELECT * is not authorized with GROUP BY": "SELECT * cannot stand with GROUP BY",
    "Prefix not found": "the prefix before this is not declared",
}
"""The engine's own words among what it "expected" → the same for a reader."""


def error(query: str, told: str) -> QueryError:
    """The engine's complaint with line, column, and that line with a caret below the place."""
    found = _TOLD.match(told)
    if not found:
        return QueryError(f"the query is not valid: {told}")
    line, column, expected = int(found[1]), int(found[2]), found[3]
    text = query.split("\n")[line - 1]
    start = max(0, column - 1 - _SHOWN // 2)
    shown = text[start : start + _SHOWN].replace("\t", " ").replace("\r", " ")
    pointer = " " * (column - 1 - start) + "^"
    at_end = not query.split("\n", line - 1)[-1][column - 1 :].strip()
    return QueryError(
        f"the query is not valid at line {line}, column {column}: {_complaint(expected, at_end)}",
        f"{_hint(expected, text[: column - 1])}\n  {shown}\n  {pointer}",
    )


def _complaint(expected: str, at_end: bool) -> str:
    for phrase, meaning in _PHRASES.items():
        if phrase in expected:
            return meaning
    return "it ends here, unfinished or wrong before this" if at_end else "this cannot stand here"


def _hint(expected: str, before: str) -> str:
    name = re.search(r"([\w.-]*):[^\s:]*$", before)
    if "Prefix not found" not in expected or not name:
        return "Look here:"
    return f"Declare PREFIX {name[1]}: <…>, or use one that is known: {' '.join(PREFIXES)}:"
