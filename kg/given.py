"""What a user of Python may give for a day, for names, for one word of a few."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from kg.errors import UsageError
from kg.model import Period

Day = date | str | None
Names = str | Iterable[str]

_Word = TypeVar("_Word", bound=str)


def day(given: Day, last: bool = False) -> date | None:
    """A day given as a date or as YYYY-MM-DD; of a month or year its first day, or its last.

    Raises:
        UsageError: it is no day.
    """
    if given is None or isinstance(given, date):
        return given
    try:
        period = Period.of(given)
    except ValueError as error:
        raise UsageError(f"“{given}” is not a day", "Days are written YYYY-MM-DD, months YYYY-MM") from error
    return period.not_after if last else period.not_before


def names(given: Names) -> tuple[str, ...]:
    """One name or several, as several."""
    return (given,) if isinstance(given, str) else tuple(given)


def one_of(what: str, given: str, known: Sequence[_Word]) -> _Word:
    """The word given, if it is known.

    Raises:
        UsageError: it is not.
    """
    for each in known:
        if each == given:
            return each
    raise UsageError(f"there is no {what} “{given}”", f"There are: {', '.join(known)}")
