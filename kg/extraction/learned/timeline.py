"""Every time that an article tells, sentence by sentence, as what its contacts may be dated by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from kg.extraction.casing import as_read
from kg.extraction.dates import days_told
from kg.extraction.parse import Parsed
from kg.extraction.sentences import Sentence
from kg.extraction.times import TimeExpression, find_times
from kg.model import Period

Way = Literal["back", "ahead", "one"]


@dataclass(frozen=True, slots=True)
class Timeline:
    """An article's times.

    Attributes:
        published: the article's day.
        previous: for each sentence, the day that the sentences before it told last.
        times: for each sentence, its time expressions.
        parses: of the sentences that have one, by their index.
    """

    sentences: Sequence[Sentence]
    published: date | None
    previous: tuple[date | None, ...]
    times: tuple[tuple[TimeExpression, ...], ...]
    parses: Mapping[int, Parsed]


def timeline(sentences: Sequence[Sentence], parses: Iterable[Parsed], published: date | None) -> Timeline:
    """The times of an article."""
    texts = [as_read(sentence.text) for sentence in sentences]
    previous = tuple(days_told(texts, published))
    times = tuple(find_times(text, published, day) for text, day in zip(texts, previous, strict=True))
    return Timeline(sentences, published, previous, times, {parsed.sentence.index: parsed for parsed in parses})


def readings(time: TimeExpression) -> Iterator[tuple[Way, Period]]:
    """What a time may mean, and which way that looks where its words leave a choice."""
    if time.past == time.future:
        yield "one", time.past
    else:
        yield "back", time.past
        yield "ahead", time.future


def day_of(period: Period) -> str | None:
    """The day or month of a period, the only ones that a contact is dated by; None for a year and all that is vague."""
    best = period.best
    return best if best and len(best) > len("2024") else None
