"""CSV that no spreadsheet takes for anything else."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import BinaryIO

BETWEEN = "; "
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")

Cell = str | int | float | bool | date | None | tuple[str, ...]


def write_csv(file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Cell]], marked: bool = False) -> None:
    """Writes rows as CSV in UTF-8.

    Several values of a cell are parted by "; ". A cell of text that a spreadsheet would take for a formula begins
    with an apostrophe.

    Args:
        file: where to.
        columns: the first row.
        rows: the others.
        marked: with the byte order mark by which spreadsheets know UTF-8, and statistics programs stumble.
    """
    text = io.TextIOWrapper(file, "utf-8-sig" if marked else "utf-8", errors="replace", newline="")
    sheet = csv.writer(text, lineterminator="\n")
    sheet.writerow(columns)
    for row in rows:
        sheet.writerow([_written(cell) for cell in row])
    text.flush()
    text.detach()


def safe(cell: str) -> str:
    """The cell, such that no spreadsheet takes it for a formula, also where it skips leading blanks."""
    start = cell.lstrip(" \u00a0")[:1]
    return f"'{cell}" if start in _STARTS_A_FORMULA and start else cell


def _written(cell: Cell) -> str | int:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return cell
        case float():
            return f"{cell:.2f}"
        case date():
            return cell.isoformat()
        case tuple():
            return safe(BETWEEN.join(dict.fromkeys(cell)))
        case str():
            return safe(cell)
