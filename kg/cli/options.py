"""What several commands share: where the store is, and formats."""

from collections.abc import Sequence
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated

import typer

from kg.errors import UsageError
from kg.model import Period
from kg.settings import STORE_FOLDER, STORE_VARIABLE

Store = Annotated[Path, typer.Option("--store", envvar=STORE_VARIABLE, metavar="FOLDER", help="Folder of the store.")]
DEFAULT_STORE = Path(STORE_FOLDER)

Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.")]


def one_of(what: str, given: str, known: Sequence[str]) -> str:
    """The word given, if it is known.

    Raises:
        UsageError: it is not; the nearest and all known are named.
    """
    if given in known:
        return given
    near = get_close_matches(given, known, 1)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise UsageError(f"there is no {what} “{given}”", f"{hint}There are: {', '.join(known)}")


def day(option: str, given: str | None, last: bool = False) -> date | None:
    """The day an option names; of a month or year its first day, or its last.

    Raises:
        UsageError: it is none.
    """
    if given is None:
        return None
    try:
        period = Period.of(given)
    except ValueError as error:
        raise UsageError(f"{option} cannot be “{given}”", "It takes a day, YYYY-MM-DD, or a month, YYYY-MM") from error
    return period.not_after if last else period.not_before
