"""The words of time, read from `lexicon/en/dates.toml`, and the arithmetic of days behind them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from functools import cache
from typing import Any

from kg.extraction.lexicon import check_keys, lexicon_folder, read_table
from kg.model import Period


@dataclass(frozen=True, slots=True)
class Vague:
    """Phrases that tell a time without day or month, by the way they point."""

    past: tuple[str, ...]
    future: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cues:
    """Words right before a time: which way it points, or that it only bounds the time (`since`)."""

    future: tuple[str, ...]
    past: tuple[str, ...]
    bound: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words that part events of one sentence, and verbs of saying, which take times for themselves."""

    saying: tuple[str, ...]
    strong: tuple[str, ...]
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """`dates.toml` as it stands: one field a table; weekdays and months are rows of forms, name first."""

    weekdays: tuple[tuple[str, ...], ...]
    months: tuple[tuple[str, ...], ...]
    day_parts: tuple[str, ...]
    not_days: tuple[str, ...]
    month_leads: tuple[str, ...]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    days_from_publication: Mapping[str, int]
    days_from_context: Mapping[str, int]
    feasts: Mapping[str, str]
    vague: Vague
    cues: Cues
    clauses: Clauses

    def weekday(self, form: str) -> int:
        """The number of a weekday, Monday 0."""
        return _row(self.weekdays, form)

    def month(self, form: str) -> int:
        """The number of a month, January 1."""
        return _row(self.months, form) + 1

    def number(self, form: str) -> int:
        """A number in digits, as a word or as an ordinal ("two", "14", "14th", "second")."""
        folded = form.casefold()
        if folded in self.numbers:
            return self.numbers[folded]
        if folded in self.ordinals:
            return self.ordinals[folded]
        return int(re.sub(r"\D", "", form))


_NESTED = {kind.__name__.lower(): [field.name for field in fields(kind)] for kind in (Vague, Cues, Clauses)}


@cache
def time_words(language: str = "en") -> TimeWords:
    """Reads `dates.toml` once.

    Raises:
        DataError: it lacks a key or has one that is not known; the message names it.
    """
    lists = ("weekdays", "months", "day_parts", "not_days", "month_leads")
    tables = (
        "numbers",
        "ordinals",
        "days_from_publication",
        "days_from_context",
        "feasts",
        "vague",
        "cues",
        "clauses",
    )
    path = lexicon_folder(language) / "dates.toml"
    data = read_table(path, dict.fromkeys(lists, list) | dict.fromkeys(tables, dict))
    for name, keys in _NESTED.items():
        check_keys(data[name], dict.fromkeys(keys, list), {}, f"{path.name}, [{name}]")
    nested = {name: {key: tuple(words) for key, words in data[name].items()} for name in _NESTED}
    data |= {
        "vague": Vague(**nested["vague"]),
        "cues": Cues(**nested["cues"]),
        "clauses": Clauses(**nested["clauses"]),
    }
    return TimeWords(**{key: _frozen(value) for key, value in data.items()})


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _row(rows: tuple[tuple[str, ...], ...], form: str) -> int:
    return next(number for number, row in enumerate(rows) if form.casefold() in map(str.casefold, row))


def alternatives(phrases: Iterable[str]) -> str:
    """A regular expression for any of the phrases, longest first, any white space for a blank."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered) + ")"


def on_or_before(day: date, weekday: int) -> date:
    """The latest such weekday up to a day."""
    return day - timedelta((day.weekday() - weekday) % 7)


def on_or_after(day: date, weekday: int) -> date:
    """The first such weekday from a day on."""
    return day + timedelta((weekday - day.weekday()) % 7)


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar lacks it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def on_day(day: date) -> Period:
    """The period of one stated day."""
    return Period.of(day.isoformat())


def in_month(year: int, month: int) -> Period:
    """The period of one stated month; months beyond 1 to 12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Period.of(f"{year:04}-{month:02}")
