"""Where a query is wrong, said in the words of its writer."""

import re
from collections.abc import Iterable
from typing import Final

from kg.errors import QueryError
from kg.queries.prefixes import PREFIXES
from kg.vocabulary import vocabulary

_TOLD: Final = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_SHOWN: Final = 100  # characters of a long line around the place

_NEAR: Final = 60  # of 100, as rapidfuzz scores likeness

_NOT_CODE: Final = re.compile(
    r"""'{3}.*?'{3}|"{3}.*?"{3}|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\s]*>|\#[^\n]*""", re.DOTALL
)
_OURS: Final = re.compile(r"(?<![\w:?$.-])kg:(\w+)")
_REDECLARED: Final = re.compile(r"\bPREFIX\s+kg:\s*<(?!https://w3id\.org/contact-kg/ontology#>)", re.IGNORECASE)

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
    rest = query.split("\n", line - 1)[-1][column - 1 :]
    before = query.split("\n")[line - 1][: column - 1]
    return QueryError(
        f"the query is not valid at line {line}, column {column}: {_complaint(expected, not rest.strip())}",
        _hint(expected, before) + shown(query, line, column),
    )


def shown(query: str, line: int, column: int) -> str:
    """A line of the query, on a line of its own, with a caret below the column."""
    text = query.split("\n")[line - 1]
    start = max(0, column - 1 - _SHOWN // 2)
    part = text[start : start + _SHOWN].replace("\t", " ").replace("\r", " ")
    return f"\n  {part}\n  {' ' * (column - 1 - start)}^"


def check_terms(query: str) -> None:
    """Refuses a name in our own namespace that the vocabulary does not have: it could only find nothing.

    Raises:
        QueryError: such a name stands in the query; the nearest that exists is told.
    """
    text = _NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), query)
    if _REDECLARED.search(query) or not (used := list(_OURS.finditer(text))):
        return
    known = vocabulary().terms
    for found in used:
        name = found[1]
        if name not in known:
            line = query.count("\n", 0, found.start()) + 1
            column = found.start() - query.rfind("\n", 0, found.start())
            near = nearest(name, known)
            raise QueryError(
                f"there is no kg:{name} at line {line}, column {column}",
                (f"Did you mean kg:{near}?" if near else "`ontology/contacts.ttl` has all there are:")
                + shown(query, line, column),
            )


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like another, whatever its case and underscores."""
    from rapidfuzz import fuzz, process

    plain = {each: each.replace("_", "").casefold() for each in sorted(known)}
    found = process.extractOne(name.replace("_", "").casefold(), plain, scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[2] if found else None


def _complaint(expected: str, at_end: bool) -> str:
    for phrase, meaning in _PHRASES.items():
        if phrase in expected:
            return meaning
    return "it ends here, unfinished or wrong before this" if at_end else "this cannot stand here"


def _hint(expected: str, before: str) -> str:
    name = re.search(r"([\w.-]*):[^\s:]*$", before)
    if "Prefix not found" not in expected or not name:
        return "Look here:"
    near = nearest(name[1], PREFIXES)
    meant = f"Did you mean {near}:? " if near else ""
    return f"{meant}Declare PREFIX {name[1]}: <…>, or use one that is known: {' '.join(PREFIXES)}:"
