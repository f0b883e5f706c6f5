"""Rows as a table that fits the terminal: long text is wrapped, never cut."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from kg.settings import TABLE_COLUMN, TABLE_SAMPLE

_GAP = "  "
_NARROWEST = 8  # characters: below this a wrapped column cannot be read
_BELOW = "    "


def lines(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    width: int | None,
    below: Sequence[int] = (),
) -> Iterator[tuple[str, str]]:
    """The lines of a table, each with its kind: "head", "row" or "below".

    Args:
        columns: their names.
        rows: their cells; widths come from the first rows, so that the others can stream.
        width: characters of a line, None where lines may have any length: then nothing is wrapped.
        below: columns that are not set beside the others but on lines of their own below.
    """
    beside = [place for place in range(len(columns)) if place not in below]
    rows = iter(rows)
    sample = list(islice(rows, TABLE_SAMPLE))
    natural = [max(_width(row[place]) for row in [columns, *sample]) for place in beside]
    widths = _fitted(natural, width) if width else [min(each, TABLE_COLUMN) for each in natural]
    if widths is None:
        yield from _records(columns, chain(sample, rows), width or 0)
        return
    for number, row in enumerate(chain([columns], sample, rows)):
        for line in _row([row[place] for place in beside], widths, wrapped=width is not None):
            yield ("row" if number else "head"), line
        for place in below if number else ():
            for line in wrapped(row[place], width and width - len(_BELOW)):
                yield "below", _BELOW + line


def wrapped(text: str, width: int | None) -> list[str]:
    """The text in lines of at most so many characters; words longer than that are broken."""
    if not text:
        return []
    if width is None or _width(text) <= width:
        return [text]
    found, line = [], ""
    for word in text.split(" "):
        candidate = f"{line} {word}" if line else word
        if line and _width(candidate) > width:
            found.append(line)
            candidate = word
        while _width(candidate) > width:
            head = _head(candidate, width)
            found.append(head)
            candidate = candidate[len(head) :]
        line = candidate
    return [*found, line] if line else found


def _row(cells: Sequence[str], widths: Sequence[int], wrapped: bool) -> Iterator[str]:
    parts = [_lines(cell, width if wrapped else None) for cell, width in zip(cells, widths, strict=True)]
    for place in range(max(map(len, parts), default=0)):
        line = [
            text + " " * (width - _width(text))
            for text, width in zip((_at(part, place) for part in parts), widths, strict=True)
        ]
        yield _GAP.join(line).rstrip()


def _lines(cell: str, width: int | None) -> list[str]:
    return wrapped(cell, width) or [""]


def _at(part: list[str], place: int) -> str:
    return part[place] if place < len(part) else ""


def _fitted(natural: list[int], width: int) -> list[int] | None:
    """Widths that fit the line: the widest columns give way first. None where they would grow too narrow."""
    widths = list(natural)
    room = width - len(_GAP) * (len(widths) - 1)
    over = sum(widths) - room
    while over > 0:
        widest = max(widths)
        if widest <= _NARROWEST:
            return None
        next_widest = max((each for each in widths if each < widest), default=_NARROWEST)
        among = [place for place, each in enumerate(widths) if each == widest]
        step = min(max(over // len(among), 1), max(widest - max(next_widest, _NARROWEST), 1))
        for place in among:
            if over > 0:
                widths[place] -= step
                over -= step
    return widths


def _records(columns: Sequence[str], rows: Iterable[Sequence[str]], width: int) -> Iterator[tuple[str, str]]:
    """Each row as a block of "column: value", for a line too short to set them side by side."""
    for row in rows:
        for name, cell in zip(columns, row, strict=True):
            for line in wrapped(f"{name}: {cell}", max(width, _NARROWEST)) if cell else ():
                yield "row", line
        yield "row", ""


def _width(text: str) -> int:
    """Places the text takes on a terminal: none for combining marks, two for East Asian wide characters."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _head(text: str, width: int) -> str:
    """As much of the beginning as fits, at least one character."""
    taken = 1
    while taken < len(text) and _width(text[: taken + 1]) <= width:
        taken += 1
    return text[:taken]
