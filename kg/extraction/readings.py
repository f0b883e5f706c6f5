"""What a matched time expression means: one small function a way of telling time, all of one signature.

Each returns two readings, for what has been and for what is to come; both are the same where the words leave
no choice, and without day, month or year where they are too vague or nothing is known to count from.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extraction.calendar import in_month, on_day, on_or_after, on_or_before, real_day, time_words
from kg.model import Period

Readings = tuple[Period, Period]

FAR = 270
"""Days: a date without a year is rarely told so long after or ahead …"""
NEAR = 90
"""… if its twin of the next or last year is so near."""


@dataclass(frozen=True, slots=True)
class Bearings:
    """What times are counted from.

    Attributes:
        published: the day of publication.
        past, future: the day the text is at, read looking back and ahead; the day of publication at first.
        told: whether a day has been told, so that `past` is more than the day of publication.
    """

    published: date | None
    past: date | None
    future: date | None
    told: bool

    def moved(self, readings: Readings) -> "Bearings":
        """The bearings after a time has been told; only a day moves them."""
        past, future = (reading.not_before if _is_day(reading) else None for reading in readings)
        if past is None and future is None:
            return self
        return Bearings(self.published, past or future, future or past, True)


def told(day: date | None) -> Readings:
    """A day that the words leave no choice about."""
    reading = Period() if day is None else on_day(day)
    return reading, reading


def shifted(day: date | None, days: int) -> Period:
    """The day that lies so many days on, unknown where there is none to count from."""
    return Period() if day is None else on_day(day + timedelta(days))


def numeric(match: re.Match[str], _: Bearings) -> Readings | None:
    """*2024-11-30*, *30.11.2024*, *11/30/2024*; *3/4/2024* may be either and tells the year alone."""
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    straight, turned = real_day(year, month, day), real_day(year, day, month)
    if "/" in match[0] and straight and turned and straight != turned:
        return Period.of(match["year"]), Period.of(match["year"])
    found = straight or turned
    return told(found) if found else None


def dated(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*November 6*, *the 6th of November 2024*, *14-15 March*."""
    words = time_words()
    return _in_year(match["year"], words.month(match["month"]), words.number(match["day"]), bearings)


def feast(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*Christmas Eve*."""
    name = " ".join(match["feast"].casefold().split())
    days = {feast.casefold(): day for feast, day in time_words().feasts.items()}
    month, day = days[name].split("-")
    return _in_year(match["year"], int(month), int(day), bearings)


def day_of_month(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*on the 14th*."""
    if bearings.past is None or bearings.future is None:
        return told(None)
    day = int(match["day"])
    back = sorted(filter(None, (_day_in_month(bearings.past, shift, day) for shift in (-2, -1, 0, 1))))
    ahead = filter(None, (_day_in_month(bearings.future, shift, day) for shift in (0, 1, 2)))
    limit = bearings.published if bearings.told and bearings.published else bearings.past
    past = next((found for found in reversed(back) if found <= limit), None)
    future = next((found for found in ahead if found >= bearings.future), None)
    return shifted(past, 0), shifted(future, 0)


def weekday(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*Monday*, *last Thursday*, *a week ago on Tuesday*, *Friday of last week*."""
    today, wanted = bearings.published, time_words().weekday(match["weekday"])
    if today is None:
        return told(None)
    back, ahead, week = on_or_before(today, wanted), on_or_after(today, wanted), timedelta(7)
    this_week = today + timedelta(wanted - today.weekday())
    which, far = (" ".join((match[name] or "").casefold().split()) for name in ("which", "far"))
    if match["ago"]:
        return told(back - week)
    if match["ahead"] or far == "week":
        return told(ahead + week)
    if far:
        return told(this_week + {"last": -week, "next": week}.get(far.split()[0], timedelta(0)))
    if which == "last":
        return told(on_or_before(today - timedelta(1), wanted))
    if which == "next":
        return told(on_or_after(today + timedelta(1), wanted))
    if which.startswith("the ") and bearings.past:
        if which == "the previous":
            return told(on_or_before(bearings.past - timedelta(1), wanted))
        return told(on_or_after(bearings.past + timedelta(1), wanted))
    if which == "the" and bearings.told and bearings.past:
        return on_day(on_or_after(bearings.past, wanted)), on_day(ahead)
    return on_day(back), on_day(ahead)


def from_publication(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*yesterday*."""
    return (shifted(bearings.published, _days(time_words().days_from_publication, match[0])),) * 2


def from_context(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*the next day*, *that evening*."""
    days = _days(time_words().days_from_context, match[0])
    return shifted(bearings.past, days), shifted(bearings.future, days)


def ago(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*two days ago*, *two months ago*; *a week ago* alone is no day, *a week ago to the day* is."""
    number, unit, today = time_words().number(match["number"]), match["unit"].casefold(), bearings.published
    if today is None:
        return told(None)
    if unit == "month":
        return (in_month(today.year, today.month - number),) * 2
    if unit == "week" and not match["exact"]:
        return (Period(today - timedelta(7 * number + 3), today, None, "stated"),) * 2
    return told(today - timedelta(number * (7 if unit == "week" else 1)))


def ahead(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*in three days*."""
    return (shifted(bearings.published, time_words().number(match["number"])),) * 2


def counted(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*two days later*, *a week earlier*, *a month later*."""
    number, unit = time_words().number(match["number"]), match["unit"].casefold()
    number = -number if match["way"].casefold() in ("earlier", "before") else number
    if unit == "month":
        day = bearings.past
        return (in_month(day.year, day.month + number) if day else Period(),) * 2
    days = number * (7 if unit == "week" else 1)
    return shifted(bearings.past, days), shifted(bearings.future, days)


def offset(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*a day after* the envoys left: when they left, counted from the day the text is at."""
    number = time_words().number(match["number"]) if match["number"] else 1
    days = -number if match["way"].casefold() == "after" else number
    return shifted(bearings.past, days), shifted(bearings.past, days)


def month(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*in March*, *late May*, *March 2023*, *in March last year*."""
    wanted, told_year, base = time_words().month(match["month"]), match["year"], bearings.published
    if told_year and told_year.isdigit():
        return (in_month(int(told_year), wanted),) * 2
    if base is None:
        return told(None)
    if told_year:
        return (in_month(base.year + _STEPS[told_year.split()[0].casefold()], wanted),) * 2
    if bearings.told and bearings.past and abs((base - bearings.past).days) > FAR:
        base = bearings.past
    past = in_month(base.year - (wanted > base.month), wanted)
    future = in_month(base.year + (wanted < base.month), wanted)
    return past, future


def relative_month(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*last month*, *the following month*."""
    which = " ".join(match["which"].casefold().split())
    base = bearings.past if which in ("that", "the same", "the previous", "the following") else bearings.published
    if base is None:
        return told(None)
    return (in_month(base.year, base.month + _STEPS.get(which.removeprefix("the "), 0)),) * 2


def year(match: re.Match[str], bearings: Bearings) -> Readings | None:
    """*in 2019*, *last year*."""
    if match["year"]:
        return (Period.of(match["year"]),) * 2
    which = " ".join(match["which"].casefold().split())
    base = bearings.past if which.startswith("th") and which != "this" else bearings.published
    if base is None:
        return told(None)
    return (Period.of(str(base.year + _STEPS.get(which.removeprefix("the "), 0))),) * 2


def vague_past(_: re.Match[str], bearings: Bearings) -> Readings | None:
    """*last week*, *recently*."""
    return (Period(None, bearings.published, None, "stated"),) * 2


def vague_future(_: re.Match[str], bearings: Bearings) -> Readings | None:
    """*in the coming weeks*."""
    return (Period(bearings.published, None, None, "stated"),) * 2


def vague_open(_: re.Match[str], bearings: Bearings) -> Readings | None:
    """*this week*, *this summer*."""
    return Period(None, bearings.published, None, "stated"), Period(bearings.published, None, None, "stated")


def dateline(_: re.Match[str], __: Bearings) -> Readings | None:
    """*DAMASCUS, March 14 -* is where and when it was written, no contact's day."""
    return told(None)


_STEPS = {"last": -1, "previous": -1, "before": -1, "next": 1, "following": 1, "this": 0}


def _is_day(reading: Period) -> bool:
    return reading.told is not None and reading.not_before == reading.not_after


def _days(table: Mapping[str, int], phrase: str) -> int:
    return table[" ".join(phrase.casefold().split())]


def _day_in_month(base: date, shift: int, day: int) -> date | None:
    months = base.year * 12 + base.month - 1 + shift
    return real_day(months // 12, months % 12 + 1, day)


def _in_year(year: str | None, month: int, day: int, bearings: Bearings) -> Readings | None:
    if not year:
        return _yearless(month, day, bearings)
    found = real_day(int(year), month, day)
    return told(found) if found else None


def _yearless(month: int, day: int, bearings: Bearings) -> Readings | None:
    base = bearings.published
    if base is None:
        return told(None)
    if bearings.told and bearings.past and abs((base - bearings.past).days) > FAR:
        base = bearings.past
    days = [found for year in range(base.year - 4, base.year + 5) if (found := real_day(year, month, day))]
    if not days:
        return None
    past = max(found for found in days if found <= base)
    future = min(found for found in days if found >= base)
    back, on = (base - past).days, (future - base).days
    if back > FAR and on < NEAR:
        return told(future)
    return told(past) if on > FAR and back < NEAR else (on_day(past), on_day(future))
