"""What the commands that measure share: options of period and plot, and the articles that were read, in words."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from kg.analysis.coverage import Coverage
from kg.cli.output import FORMATS, shown, tell
from kg.errors import UsageError

Since = Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day.")]
Form = Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")]
Plot = Annotated[Path | None, typer.Option(metavar="FILE", help="Draw it as well, in a .png or .svg file.")]
Limit = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Rows at most; 0 for all. Tables have 20, other formats all.")
]

_ROWS = 20
_OUTLETS = 5

_Row = TypeVar("_Row")


def limited(rows: Sequence[_Row], limit: int | None, form: str, most: int = _ROWS) -> tuple[Sequence[_Row], int]:
    """The rows to show, and how many there are beyond them."""
    size = (most if form == "table" else 0) if limit is None else limit
    return (rows[:size], max(0, len(rows) - size)) if size else (rows, 0)


def check_plot(file: Path | None) -> None:
    """Refuses a plot that cannot be drawn before any work is done for it.

    Raises:
        UsageError: its suffix is none of a picture.
        KgError: matplotlib is not installed.
    """
    if file is None:
        return
    from kg.analysis.plots import SUFFIXES
    from kg.extras import needed

    if file.suffix.lower() not in SUFFIXES:
        raise UsageError(f"--plot cannot be “{file}”", f"It takes a file that ends in {' or '.join(SUFFIXES)}")
    needed("matplotlib")


def outlets(read: Coverage) -> list[str]:
    """How many articles of which outlet, most first."""
    return [f"{outlet or 'no known outlet'} {count}" for outlet, count in read.outlets]


def tell_read(read: Coverage) -> None:
    """Says how many articles there were, of which outlets."""
    told = [shown(each) for each in outlets(read)]  # strangers name outlets
    more = f" and {len(told) - _OUTLETS} more outlets" if len(told) > _OUTLETS else ""
    of = f": {', '.join(told[:_OUTLETS])}{more}" if told else ""
    undated = f"; {read.undated} of no known day" if read.undated else ""
    tell(f"articles read{between(read)}: {read.articles}{of}{undated}")


def between(read: Coverage) -> str:
    """The period in words, with a blank before; nothing where it is open at both ends."""
    since, until = read.since, read.until
    return (f" since {since}" if since else "") + (f" until {until}" if until else "")
