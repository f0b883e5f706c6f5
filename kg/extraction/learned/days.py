"""Which days a contact might have, each with what speaks for or against it, as a set of strings.

A day may be told in the contact's own sentence or in one before it, be that of publication, or not be known.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extraction.casing import as_read
from kg.extraction.dates import is_aside, is_bound, is_said, period_of
from kg.extraction.draft import Draft
from kg.extraction.learned.clauses import Clause, held, link, setting
from kg.extraction.learned.timeline import Timeline, Way, day_of, readings
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.times import TimeExpression
from kg.model import Period, Status

BACK = 12
"""Sentences before a contact's own in which its day is looked for; the first three of the article always are."""
_LEAD = 3
_PAST = ("met", "has met", "had met")
"""Forms of verbs, as `Clause` tells them."""
_STATUS = {"occurred": "was", "planned": "will", "proposed": "may"}

Key = tuple[str | None, bool]


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact whose day is asked for.

    Attributes:
        parsed: the sentence that tells of it.
        trigger: its word among the tokens of the parse.
        actors: indexes of the document's entities.
    """

    parsed: Parsed
    trigger: int
    status: Status
    relation: str
    actors: frozenset[int]


@dataclass(frozen=True, slots=True)
class Day:
    """A possible day, or none, with its features."""

    period: Period
    features: tuple[str, ...]

    @property
    def key(self) -> Key:
        """What makes it another than the rest: the day or month, and whether it is only that of publication."""
        return day_of(self.period), self.period.basis == "published"


def contact_of(draft: Draft, times: Timeline) -> Contact | None:
    """The contact of a draft; None where only the rules can tell its day: in the title, or without a parse."""
    parsed = times.parses.get(draft.sentence.index)
    if parsed is None or draft.trigger is None or draft.sentence.offset is None:
        return None
    return Contact(parsed, draft.trigger, draft.status, draft.relation, draft.actors)


def days(contact: Contact, times: Timeline, settled: Settled) -> list[Day]:
    """The possible days of a contact, each once, with the features of all that tell it."""
    periods: dict[Key, Period] = {}
    features: defaultdict[Key, dict[str, None]] = defaultdict(dict)
    for period, found in _tellings(contact, times, settled):
        key = day_of(period), period.basis == "published"
        if key not in periods or (period.basis == "stated" and periods[key].basis != "stated"):
            periods[key] = period
        features[key].update(dict.fromkeys(found))
    return [Day(period, tuple(features[key])) for key, period in periods.items()]


def _tellings(contact: Contact, times: Timeline, settled: Settled) -> Iterator[tuple[Period, list[str]]]:
    clause = Clause.of(contact.parsed, contact.trigger)
    sentence = contact.parsed.sentence
    here = [time for time in times.times[sentence.index] if time.kind != "dateline"]
    state = _STATUS.get(contact.status, "not")
    told = "+".join(sorted({time.kind for time in here})) or "no"
    span = contact.parsed.start[contact.trigger], contact.parsed.end[contact.trigger]
    ruled = period_of(
        as_read(sentence.text),
        span,
        "future" if state in ("will", "may") else "past",
        times.published,
        times.previous[sentence.index],
        carried=state == "was",
    )
    yield ruled, [f"rule:{ruled.basis}", f"rule:{ruled.basis}:{state}", f"rule:{ruled.basis}:{told}"]
    for time in here:
        for way, period in readings(time):
            found = [*_inside(contact, time, here), way, f"{way}:{_age(period, times.published)}"]
            yield period, _crossed(f"in-{time.kind}", found, state, clause)
    distance = 0
    for order, (index, time) in enumerate(_before(sentence.index, times)):
        distance = distance or sentence.index - index
        for way, period in readings(time):
            if day_of(period) is not None and _can_be(way, times.parses.get(index), time):
                found = [*_outside(contact, index, time, times, settled), f"order:{min(order, 5)}", f"with:{told}"]
                found += [way, f"{way}:{_age(period, times.published)}", f"order:{min(order, 5)}:with:{told}"]
                yield replace(period, basis="inferred"), _crossed("before", found, state, clause)
    around = [f"with:{told}", f"last:{min(distance, 9)}", f"place:{min(sentence.index, 5)}", f"of:{contact.relation}"]
    around += [f"lead:{_lead(times)}", f"adverb:{'+'.join(clause.adverbs)}", f"quoted:{clause.quoted}"]
    around += [f"with:{told}:last:{min(distance, 9)}", f"place:{min(sentence.index, 5)}:with:{told}"]
    if times.published is not None:
        yield Period.published_by(times.published), _crossed("published", around, state, clause)
    yield Period(), _crossed("none", around, state, clause)


def _crossed(source: str, found: list[str], state: str, clause: Clause) -> list[str]:
    """Each sign by itself and with the status."""
    signs = [*found, f"form:{clause.form}"]
    return [f"{frame}|{sign}" for frame in (source, f"{source}/{state}") for sign in signs]


def _inside(contact: Contact, time: TimeExpression, here: list[TimeExpression]) -> Iterator[str]:
    text, parsed = as_read(contact.parsed.sentence.text), contact.parsed
    start = parsed.start[contact.trigger]
    before = time.end <= start
    gap = text[time.end : start] if before else text[start : time.start]
    yield f"side:{'before' if before else 'after'}"
    yield f"commas:{before}:{min(gap.count(','), 3)}"
    yield f"marks:{any(mark in gap for mark in ';:—')}"
    yield f"words:{before}:{_size(len(gap.split()))}"
    yield f"first:{here.index(time) == 0}:{len(here)}"
    nearest = min(here, key=lambda t: min(abs(t.start - start), abs(t.end - start)))
    yield f"nearest:{nearest is time}:{len(here)}"
    yield f"lead-in:{(text[: time.start].split() or ['^'])[-1].casefold()[:12]}"
    yield f"word:{text[time.start : time.end].split()[0].casefold()}"
    if is_bound(text, time):
        yield "bound"
    if is_said(text, time):
        yield "said"
    if is_aside(text, time, (start, parsed.end[contact.trigger])):
        yield "aside"
    yield from link(parsed, contact.trigger, time)
    among = held(parsed, contact.actors, time)
    yield f"held:{among}"
    yield f"held:{among}:{len(here)}"


def _outside(contact: Contact, index: int, time: TimeExpression, times: Timeline, settled: Settled) -> Iterator[str]:
    here, there = contact.parsed.sentence, times.sentences[index]
    text = as_read(there.text)
    distance = here.index - index
    yield f"distance:{min(distance, BACK + 1)}"
    yield f"same-paragraph:{here.paragraph == there.paragraph}:{min(distance, 3)}"
    yield f"kind:{time.kind}"
    yield f"heading:{there.heading}"
    shared = len({m.entity for m in settled.mentions[index]} & contact.actors)
    yield f"shared:{shared}"
    yield f"shared:{shared}:{min(distance, 4)}"
    yield f"head:{(as_read(here.text).split() or ['^'])[0].casefold()[:12]}"
    yield f"shared:{shared}:{here.paragraph == there.paragraph}"
    if is_bound(text, time):
        yield "bound"
    if is_said(text, time):
        yield "said"
    yield f"opens:{time.start < 25}"
    if index in times.parses:
        there_is = setting(times.parses[index], time)
        yield f"there:{there_is}"
        yield f"there:{there_is}:{min(distance, 3)}"


def _can_be(way: Way, parsed: Parsed | None, time: TimeExpression) -> bool:
    """Whether its own sentence may mean a day that way: "they met on Monday" tells no Monday to come."""
    form = setting(parsed, time).split(":")[0] if parsed is not None else "none"
    return not (way == "ahead" and form in _PAST) and not (way == "back" and form == "will meet")


def _before(here: int, times: Timeline) -> Iterator[tuple[int, TimeExpression]]:
    """Days and months told before a sentence, the latest first."""
    for index in range(here - 1, -1, -1):
        if here - index <= BACK or index < _LEAD:
            for time in reversed(times.times[index]):
                if time.kind in ("day", "context", "month"):
                    yield index, time


def _lead(times: Timeline) -> str:
    """How long ago the day is that the article's first sentences tell."""
    for row in times.times[: _LEAD + 1]:
        for time in row:
            if time.kind == "day" and day_of(time.past):
                return _age(time.past, times.published)
    return "none"


def _age(period: Period, published: date | None) -> str:
    day = period.not_before or period.not_after
    if published is None or day is None or period.told is None:
        return "open"
    days = (published - day).days
    return ("+" if days < 0 else "") + _size(abs(days))


def _size(number: int) -> str:
    for limit in (0, 1, 2, 4, 6, 9, 13, 20, 45, 370):
        if number <= limit:
            return str(limit)
    return "far"
