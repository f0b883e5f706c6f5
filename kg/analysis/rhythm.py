"""How often there was contact, month by month or week by week.

    rate of a month = 100 · contacts dated in it ÷ articles published in it

A contact is counted once, in the month (or ISO week) that its period lies in; fresh news without a day counts on
the day of publication. What is told too roughly ("in 2024", by month where weeks are asked for) is in no month and
counted apart. A quiet month may be a quiet newsroom: read the rate beside the number.

Weeks: ISO 8601, Monday to Sunday, named by year and number ("2024-W48").
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from kg.analysis.coverage import Coverage, coverage, published_between
from kg.model import Article, Contact, Period
from kg.vocabulary import vocabulary

Step = Literal["month", "week"]
STEPS: Final[tuple[Step, ...]] = ("month", "week")


@dataclass(frozen=True, slots=True)
class Beat:
    """One month or week in which there were contacts, or articles.

    Attributes:
        name: "2024-11" or "2024-W48".
        took_place: contacts that took place.
        others: contacts that did not: planned, refused and so on.
        read: the articles published in it.
        rate: contacts of both kinds per 100 of these articles; None where there are none.
    """

    name: str
    first: date
    last: date
    took_place: int
    others: int
    read: Coverage
    rate: float | None


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Contacts over time.

    Attributes:
        beats: in order of time; months or weeks without contacts and without articles are left out.
        undated: contacts that lie in no one month or week.
        read: the articles of the whole period; where its first day is open, from that of the first contact on.
    """

    step: Step
    beats: tuple[Beat, ...]
    undated: int
    read: Coverage


def rhythm(
    contacts: Iterable[Contact],
    articles: Iterable[Article],
    step: Step = "month",
    since: date | None = None,
    until: date | None = None,
) -> Rhythm:
    """Counts contacts and articles by month or week.

    Args:
        contacts: those to be counted.
        articles: all that were read, whether or not they tell of these contacts.
        step: month or week.
        since: first day of the articles; the contacts are chosen by the caller.
        until: their last day.
    """
    held: Counter[date] = Counter()
    others: Counter[date] = Counter()
    undated = 0
    statuses = vocabulary().statuses
    for contact in contacts:
        first = first_day(contact.period, step)
        if first is None:
            undated += 1
        elif statuses[contact.status].realised:
            held[first] += 1
        else:
            others[first] += 1
    if since is None:  # before the first contact there is nothing to compare
        since = min((*held, *others), default=None)
    articles = list(articles)
    published: dict[date, list[Article]] = defaultdict(list)
    for article in articles:
        if article.published and published_between(article, since, until):
            published[_first(article.published, step)].append(article)
    beats = []
    for first in sorted({*held, *others, *published}):
        last = following(first, step) - timedelta(days=1)
        told = coverage(published[first], first, last)
        count = held[first] + others[first]
        beats.append(Beat(name_of(first, step), first, last, held[first], others[first], told, told.rate(count)))
    return Rhythm(step, tuple(beats), undated, coverage(articles, since, until))


def first_day(period: Period, step: Step) -> date | None:
    """The first day of the month or week a period lies in; None where it lies in several or has no end."""
    last = period.not_after
    if last is None:
        return None
    first = _first(last, step)
    return first if period.not_before is None or period.not_before >= first else None


def following(first: date, step: Step) -> date:
    """The first day of the next month or week; at the end of the calendar its last day."""
    try:
        if step == "week":
            return first + timedelta(days=7)
        return date(first.year + first.month // 12, first.month % 12 + 1, 1)
    except (ValueError, OverflowError):
        return date.max


def name_of(first: date, step: Step) -> str:
    """The name of a month or week."""
    if step == "month":
        return f"{first:%Y-%m}" if first.year > 999 else first.isoformat()[:7]
    year, week, _ = first.isocalendar()
    return f"{year:04}-W{week:02}"


def _first(day: date, step: Step) -> date:
    if step == "month":
        return day.replace(day=1)
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))
