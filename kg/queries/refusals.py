r"""What a user's query must not do: fetch from the network, or change the graph.

The engine's parser has no tokens: it takes ``1SERVICE<x>{`` for a number and a service call, and decides only
by what may stand there whether ``<`` opens an IRI or means "less than". So this check follows every reading
at once: from a place that may be code it goes on to every place that may be code next, and a SERVICE call
that stands at any of them is refused. Escapes (``\u0053ERVICE``) are looked at as written and as undone.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.errors import QueryError
from kg.settings import QUERY_DEPTH, QUERY_LENGTH

_GAP: Final = r"(?:[ \t\r\n]++|\#[^\r\n]*+)*+"
_SERVICE: Final = re.compile(
    rf"SERVICE{_GAP}(?:SILENT{_GAP})?(?:(?:<[^<>]*+>|[^\s{{}}<\#]{{1,1000}}){_GAP}\{{|[^\s{{}}<\#]{{1000}})",
    re.IGNORECASE | re.ASCII,
)
_VARIABLE: Final = re.compile(r"[?$][0-9A-Za-z_\x80-\U0010FFFF]++")
_LOCAL: Final = re.compile(
    r":(?:[0-9A-Za-z_:\x80-\U0010FFFF]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%])"
    r"(?:[-0-9A-Za-z_:\x80-\U0010FFFF]|%[0-9A-Fa-f]{2}|\\[-_~.!$&'()*+,;=/?\#@%]|\.+(?=[-0-9A-Za-z_:%\\]))*+"
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")

_PROLOGUE: Final = re.compile(
    rf"{_GAP}(?:(?:PREFIX{_GAP}[^\s:<]*:{_GAP}<[^>]*>|BASE{_GAP}<[^>]*>){_GAP})*", re.IGNORECASE
)
_UPDATE: Final = re.compile(r"(INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\b(?!\s*:)", re.IGNORECASE)


def check(query: str, allow_service: bool = False) -> None:
    """Refuses what a query must not do.

    Args:
        query: any text.
        allow_service: whether it may fetch from the network after all.

    Raises:
        QueryError: the query would change the graph or fetch from the network, or is beyond all measure.
    """
    if len(query) > QUERY_LENGTH:
        raise QueryError(f"the query has {len(query):,} characters", f"At most {QUERY_LENGTH:,} are read")
    if _depth(query) > QUERY_DEPTH:
        raise QueryError("the query has too many brackets within one another", f"At most {QUERY_DEPTH} are read")
    for text in dict.fromkeys((query, _unescaped(query))):
        update = _UPDATE.match(text, _end_of_prologue(text))
        if update:
            raise QueryError(
                f"{update[1].upper()} is refused: a query only reads",
                "Articles come and go by `kg ingest` and `kg forget`; to correct what was found there are"
                " `kg actors merge`, `split` and `rename`, `kg reject`, `kg confirm` and `kg fix`; for anything else,"
                " `kg export` it to a store of your own",
            )
        if not allow_service and any(_SERVICE.match(text, place) for place in _code(text)):
            raise QueryError(
                "SERVICE is refused: a query does not fetch from the network",
                "Where you trust it, give --allow-service; or `kg export` the graph and ask from there",
            )


def _unescaped(text: str) -> str:
    def character(found: re.Match[str]) -> str:
        number = int(found[1] or found[2], 16)
        return chr(number) if number < 0x110000 else found[0]

    return _ESCAPE.sub(character, text)


def _end_of_prologue(text: str) -> int:
    found = _PROLOGUE.match(text)
    return found.end() if found else 0


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        if character in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]}":
            depth = max(depth - 1, 0)
    return deepest


_INSIDE: Final = {"code": 0, "#": 1, "<": 2, "'": 3, '"': 4, "'''": 5, '"""': 6}
"""What a place may stand in: code, or a comment, IRI or string that opened so."""


def _code(text: str) -> Iterator[int]:
    """Every place at which, in some reading of the text, code stands and not string, IRI, name or comment.

    Each place is looked at once for each thing it may stand in, so the time grows with the length alone.
    """
    seen = bytearray(len(text) * len(_INSIDE))
    ahead = [("code", 0)]
    while ahead:
        inside, place = ahead.pop()
        while place < len(text) and not seen[place * len(_INSIDE) + _INSIDE[inside]]:
            seen[place * len(_INSIDE) + _INSIDE[inside]] = 1
            if inside == "code":
                yield place
                readings = _after_code(text, place)
            else:
                readings = _after(inside, text, place)
            if not readings:
                break
            (inside, place), *others = readings
            ahead += others


def _after_code(text: str, place: int) -> list[tuple[str, int]]:
    character = text[place]
    if character == "#":
        return [("#", place + 1)]
    if character == "<":
        return [("<", place + 1), ("code", place + 1)]
    if character in "'\"":
        long = character * 3
        opened = [(character, place + 1)]
        return [(long, place + 3), *opened] if text.startswith(long, place) else opened
    name = (_LOCAL if character == ":" else _VARIABLE).match(text, place) if character in ":?$" else None
    return [("code", name.end() if name else place + 1)]


def _after(inside: str, text: str, place: int) -> list[tuple[str, int]]:
    character = text[place]
    if inside == "#":
        return [("code" if character in "\r\n" else "#", place + 1)]
    if inside == "<":
        return [("code" if character == ">" else "<", place + 1)]
    if character == "\\":
        return [(inside, place + 2)]
    if len(inside) == 3:
        closed = [("code", place + 3)] if text.startswith(inside, place) else []
        return [*closed, (inside, place + 1)]
    if character in "\r\n":
        return []
    return [("code" if character == inside else inside, place + 1)]
