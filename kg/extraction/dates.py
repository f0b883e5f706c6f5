"""When a contact took place: the time of its sentence that belongs to it, read by its tense."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Literal

from kg.extraction.calendar import alternatives, on_day, time_words
from kg.extraction.times import TimeExpression, find_times
from kg.model import Period

Tense = Literal["past", "future", "timeless"]

REACH = 60
"""The farthest, in words and the weights below, that a time may stand from its contact."""
FAR = 400
"""Characters before or behind a time that are looked at."""
FORGOTTEN = 4
"""After so many sentences without a time, a text is no longer at the day it told last."""
STRONG, WEAK, COMMA, SAID, QUOTED = 12, 8, 2, 14, 20


def period_of(
    sentence: str,
    trigger: tuple[int, int],
    tense: Tense,
    published: date | None,
    previous: date | None = None,
    clause: tuple[int, int] | None = None,
    carried: bool = True,
) -> Period:
    """The period of a contact.

    Args:
        sentence: the sentence that tells of it.
        trigger: offsets in it of the contact's word ("met").
        tense: whether it has been, is to come, or is background without a time of its own.
        published: the article's day of publication.
        previous: the day that earlier sentences told last, see `days_told`.
        clause: offsets of the trigger's clause, where a parser knows them: a time in it comes first.
        carried: whether a past sentence without a time goes on from `previous`; false for what did not take
            place, since a refusal or denial rarely has a day of its own.
    """
    times = find_times(sentence, published, previous)
    chosen = _belonging(
        sentence,
        [time for time in times if _possible(sentence, time, tense, published, carried)],
        trigger,
        clause,
    )
    if chosen is not None:
        return _read(sentence, chosen, tense)
    if previous and carried and _goes_on(sentence, tense, published, previous):
        return replace(on_day(previous), basis="inferred")
    if tense != "past":
        return Period()
    return Period.published_by(published)


def days_told(sentences: Iterable[str], published: date | None) -> Iterator[date | None]:
    """For each sentence of an article, in order, the day that the sentences before it told last.

    A day to come is passed on to the next sentence alone; then the text is back at the day that it was at.
    """
    past: date | None = None
    ahead: date | None = None
    silent = 0
    for sentence in sentences:
        previous = ahead or (past if silent < FORGOTTEN else None)
        yield previous
        times = [time for time in find_times(sentence, published, previous) if _moves(sentence, time)]
        main = [time for time in times if not _patterns().aside.search(_head(sentence, time))]
        main = [time for time in main if not is_said(sentence, time)] or main
        tense: Tense = "future" if _patterns().to_come.search(sentence) else "past"
        days = [day for time in main or times if (day := _read(sentence, time, tense).not_before)]
        gone = [day for day in days if published is None or day <= published]
        silent = 0 if days else silent + 1
        past = gone[-1] if gone else past
        ahead = days[-1] if days and not gone else None


def _moves(sentence: str, time: TimeExpression) -> bool:
    day = _read(sentence, time, "past")
    return time.kind in ("day", "context") and day.told is not None and not is_bound(sentence, time)


def _belonging(
    sentence: str, times: Iterable[TimeExpression], trigger: tuple[int, int], clause: tuple[int, int] | None
) -> TimeExpression | None:
    best, least = None, float(REACH)
    for time in times:
        cost = _distance(sentence, time, trigger)
        if clause and clause[0] <= time.start and time.end <= clause[1]:
            cost -= STRONG
        if cost < least:
            best, least = time, cost
    return best


def _possible(sentence: str, time: TimeExpression, tense: Tense, published: date | None, occurred: bool) -> bool:
    if time.kind == "dateline" or is_bound(sentence, time):
        return False
    day = _read(sentence, time, tense)
    if published is None:
        return True
    if tense == "past" and occurred and day.not_before and day.told:
        return day.not_before <= published
    if tense == "future" and day.not_after and day.told:
        return day.not_after >= published
    return True


def _distance(sentence: str, time: TimeExpression, trigger: tuple[int, int]) -> float:
    """How far a time stands from the trigger: words between, and more for each sign of another event."""
    if time.end < trigger[0] - FAR or time.start > trigger[1] + FAR:
        return float("inf")
    before = time.end <= trigger[0]
    gap = sentence[time.end : trigger[0]] if before else sentence[trigger[1] : time.start]
    if time.kind == "offset":  # "a day after" tells when the event behind it was
        return len(gap.split()) if before and "," not in gap else float("inf")
    if is_aside(sentence, time, trigger):
        return float("inf")
    gap = _patterns().inserted.sub(" ", gap)
    words = len(gap.split()) / 2
    openers = STRONG * len(_patterns().strong.findall(gap)) + WEAK * len(_patterns().weak.findall(gap))
    cost = words + openers + COMMA * gap.count(",") + STRONG * len(re.findall(r"[;:—]", gap))
    if is_said(sentence, time):
        cost += SAID
    if len(re.findall(r"[“”\"]", gap)) % 2:
        cost += QUOTED
    return cost


def _head(sentence: str, time: TimeExpression) -> str:
    """What stands before a time, as far as it matters."""
    return sentence[max(0, time.start - FAR) : time.start]


def is_said(sentence: str, time: TimeExpression) -> bool:
    """Whether the time is that of saying it ("told reporters on Monday")."""
    return bool(_patterns().saying.search(_head(sentence, time)))


def is_aside(sentence: str, time: TimeExpression, trigger: tuple[int, int]) -> bool:
    """Whether the time stands in an inserted clause (", who came on Thursday,") and the trigger does not."""
    before = _head(sentence, time)
    opener = _patterns().relative.search(before)
    if opener is None:
        return False
    start = time.start - len(before) + opener.start()
    end = _patterns().clause_end.search(sentence, time.end)
    return not start <= trigger[0] < (end.start() if end else len(sentence))


def _read(sentence: str, time: TimeExpression, tense: Tense) -> Period:
    if time.past == time.future:
        return time.past
    head = _head(sentence, time)
    if _patterns().ahead.search(head):
        return time.future
    if _patterns().back.search(head):
        return time.past
    return time.future if tense == "future" else time.past


def _goes_on(sentence: str, tense: Tense, published: date | None, previous: date) -> bool:
    """Whether a sentence goes on from the one before: *met* does, *has met* and *had met* do not."""
    if tense == "future":
        return published is not None and previous > published
    past = published is None or previous <= published
    return tense == "past" and past and not _patterns().elsewhen.search(sentence)


def is_bound(sentence: str, time: TimeExpression) -> bool:
    """Whether the time only tells since when or until when; a month has that word within."""
    inside = sentence[time.start : time.end].split()[0] + " "
    return any(_patterns().bound.search(text) for text in (_head(sentence, time), inside))


class _Patterns:
    """Patterns of the words around a time."""

    def __init__(self) -> None:
        words = time_words()
        self.strong = re.compile(rf"\b{alternatives(words.clauses.strong)}\b", re.IGNORECASE)
        self.weak = re.compile(rf"\b{alternatives(words.clauses.weak)}\b", re.IGNORECASE)
        self.relative = re.compile(r"\b(?:who|whom|whose|which)\b[^,;—]*$")
        self.clause_end = re.compile(r"[,;—]")
        self.inserted = re.compile(r",\s+(?:who|whom|whose|which|where)\b[^,;]*,")
        self.saying = re.compile(
            rf"\b{alternatives(words.clauses.saying)}(?:\s+[\w-]+){{0,2}}?\s+(?:late\s+)?(?:on\s+)?$",
            re.IGNORECASE,
        )
        self.ahead = re.compile(rf"\b{alternatives(words.cues.future)}\s+$", re.IGNORECASE)
        self.back = re.compile(rf"\b{alternatives(words.cues.past)}\s+$", re.IGNORECASE)
        self.aside = re.compile(rf"\b{alternatives(words.clauses.strong)}\b[^,;]*$", re.IGNORECASE)
        self.to_come = re.compile(
            r"\b(?:will|shall|is\s+to|are\s+to|due\s+to|(?:expected|scheduled|planned|set)\s+(?:to|for))\b"
        )
        self.elsewhen = re.compile(r"\b(?:is|are|has|have|had|having)\b|['’]ve\b", re.IGNORECASE)
        self.bound = re.compile(
            rf"\b{alternatives(words.cues.bound)}\s+(?:(?:late|early|later|earlier|last|the)\s+)?$",
            re.IGNORECASE,
        )


@cache
def _patterns() -> _Patterns:
    return _Patterns()
