"""Weeks, months, quarters and years, and in which of them a contact lies."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kg.errors import ExportError
from kg.model import Period

EVERY: Final = ("week", "month", "quarter", "year")

TOO_WIDE = "have no date, or one too wide for the period"


def period_name(day: date, every: str) -> str:
    """The period a day lies in: "2024-W49", "2024-12", "2024-Q4", "2024".

    Raises:
        ExportError: there is no such length of a period.
    """
    match every:
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02}"
        case "month":
            return f"{day:%Y-%m}"
        case "quarter":
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case "year":
            return str(day.year)
    raise ExportError(f"there is no period “{every}”", f"Periods: {', '.join(EVERY)}")


def day_of(period: Period, every: str) -> date | None:
    """The day by which a contact is counted: its last; None where its period is wider than the one asked for.

    News without a day told is counted on the day of publication.
    """
    first, last = period.not_before or period.not_after, period.not_after or period.not_before
    if first is None or last is None:
        return None
    days = {"week": 7, "month": 31, "quarter": 92, "year": 366}.get(every, 0)
    return last if (last - first).days < days or period_name(first, every) == period_name(last, every) else None


def between(first: date, last: date, every: str) -> Iterator[str]:
    """The names of all periods from one day's to the other's."""
    seen, day = "", first
    end = period_name(last, every)
    while seen != end:
        if (name := period_name(day, every)) != seen:
            seen = name
            yield name
        day += timedelta(days=1)
