"""What a command prints: data on standard output in the format asked for, all else on standard error."""

import csv
import json
import os
import re
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from kg.cli import table
from kg.model import Period

FORMATS: Final = ("table", "markdown", "tsv", "csv", "json", "jsonl")

_STYLES: Final = {"head": "\x1b[1m", "below": "\x1b[2m"}
_PLAIN: Final = "\x1b[0m"

Row = Sequence[Any]


def write(columns: Sequence[str], rows: Iterable[Row], form: str, below: Sequence[str] = ()) -> None:
    """Prints rows on standard output.

    Args:
        columns: their names.
        rows: their cells; None is an empty one.
        form: one of `FORMATS`.
        below: columns that a table sets on lines of their own.
    """
    _WRITERS[form](columns, rows, below)


def write_records(records: Iterable[Mapping[str, Any]], form: str) -> None:
    """Prints records, which may hold others, as "json" or "jsonl"."""
    _WHOLE[form](json.dumps(each, ensure_ascii=False) for each in records)


def tell(message: str) -> None:
    """Says something about the work, which is not its result."""
    print(message, file=sys.stderr)


def shown(cell: Any) -> str:
    """A cell in one line; nothing in it can steer a terminal or turn the text round."""
    text = "" if cell is None else ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if c.isspace() else c if _harmless(c) else "\ufffd" for c in text)


def period_text(period: Period) -> str:
    """A period in words as short as it can be told."""
    first, last = period.not_before, period.not_after
    if period.told:
        return period.told
    if first and last:
        return str(first) if first == last else f"{first} to {last}"
    return f"by {last}" if last else f"from {first}" if first else ""


def _harmless(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"} and character not in _TURNING


_TURNING: Final = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A))))
"""Characters that change the direction of what follows."""


def _table(columns: Sequence[str], rows: Iterable[Row], below: Sequence[str]) -> None:
    styled = sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    cells = ([shown(cell) for cell in row] for row in rows)
    places = [columns.index(name) for name in below]
    for kind, line in table.lines(columns, cells, _width(), places):
        print(f"{_STYLES[kind]}{line}{_PLAIN}" if styled and kind in _STYLES else line)


def _width() -> int | None:
    """Characters of a line; None where no terminal limits it, so that `grep` finds a row in one line."""
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return None


def _tsv(columns: Sequence[str], rows: Iterable[Row], _: Sequence[str]) -> None:
    print("\t".join(columns))
    for row in rows:
        print("\t".join(_flat(cell).translate(_ESCAPED) for cell in row))


_ESCAPED: Final = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def _csv(columns: Sequence[str], rows: Iterable[Row], _: Sequence[str]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_flat(cell) for cell in row] for row in rows)


def _markdown(columns: Sequence[str], rows: Iterable[Row], _: Sequence[str]) -> None:
    print(f"| {' | '.join(map(_marked, columns))} |")
    print("|" + " --- |" * len(columns))
    for row in rows:
        print(f"| {' | '.join(map(_marked, row))} |")


def _marked(cell: Any) -> str:
    """A cell in which nothing is markup."""
    return _MARKUP.sub(r"\\\g<0>", shown(cell)).replace("&", "&amp;").replace("<", "&lt;")


_MARKUP: Final = re.compile(r"[\\|*_`\[\]~]")


def _json(columns: Sequence[str], rows: Iterable[Row], _: Sequence[str]) -> None:
    _list(_objects(columns, rows))


def _jsonl(columns: Sequence[str], rows: Iterable[Row], _: Sequence[str]) -> None:
    _lines(_objects(columns, rows))


def _objects(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    return (json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False) for row in rows)


def _list(objects: Iterable[str]) -> None:
    between = "[\n"
    for each in objects:
        print(between + each, end="")
        between = ",\n"
    print("\n]" if between.startswith(",") else "[]")


def _lines(objects: Iterable[str]) -> None:
    for each in objects:
        print(each)


def _flat(cell: Any) -> str:
    return "" if cell is None else "; ".join(map(str, cell)) if isinstance(cell, list | tuple) else str(cell)


_WRITERS: Final[dict[str, Callable[[Sequence[str], Iterable[Row], Sequence[str]], None]]] = {
    "table": _table,
    "markdown": _markdown,
    "tsv": _tsv,
    "csv": _csv,
    "json": _json,
    "jsonl": _jsonl,
}

_WHOLE: Final[dict[str, Callable[[Iterable[str]], None]]] = {"json": _list, "jsonl": _lines}
