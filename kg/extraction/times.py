"""Every time expression of a sentence, in the day's own words and as a date.

One ordered table of ways to tell a time, each a pattern and its function in `readings.py`. Where a sentence
leaves open which way to look ("on Monday"), both readings are kept; `dates.py` chooses by the tense.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from kg.extraction import readings
from kg.extraction.calendar import alternatives, time_words
from kg.extraction.readings import Bearings, Readings
from kg.model import Period

EARLIEST, LATEST = 1000, 9000
"""Years of publication that are believed: beyond them, counting days would leave the calendar."""

Kind = Literal["day", "context", "offset", "month", "year", "vague", "dateline"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A stretch of a sentence that tells a time.

    Attributes:
        kind: "day" of its own; "context": counted from the day the text is at; "offset": "a day after …", the
            time of the event told behind it; "dateline": where and when the article was written.
        past, future: its reading for what has been and for what is to come.
    """

    start: int
    end: int
    kind: Kind
    past: Period
    future: Period

    @property
    def told(self) -> str | None:
        """EDTF level 0 of the reading that looks back; None where it tells no day, month or year."""
        return self.past.told


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to tell a time."""

    kind: Kind
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str], Bearings], Readings | None]


@lru_cache(maxsize=2_048)  # every contact of a sentence asks for the same
def find_times(sentence: str, published: date | None, previous: date | None = None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence, in order; the longest where two overlap.

    Args:
        sentence: one sentence of an article.
        published: the article's day of publication.
        previous: the day that earlier sentences told last: what "the next day" is counted from.
    """
    if published and not EARLIEST <= published.year <= LATEST:
        published = None
    anchor = previous or published
    bearings = Bearings(published, anchor, anchor, previous is not None)
    matches = [
        (match.start(), -match.end(), order, match)
        for order, rule in enumerate(_rules())
        for match in rule.pattern.finditer(sentence)
    ]
    found: list[TimeExpression] = []
    for start, _, order, match in sorted(matches, key=lambda item: item[:3]):
        rule = _rules()[order]
        if found and start < found[-1].end:
            continue
        if read := rule.read(match, bearings):
            found.append(TimeExpression(start, match.end(), rule.kind, *read))
            if rule.kind in ("day", "context"):
                bearings = bearings.moved(read)
    return tuple(found)


@cache
def _rules() -> tuple[Rule, ...]:
    words = time_words()
    weekday = alternatives(form for row in words.weekdays for form in row)
    month = alternatives(form for row in words.months for form in row)
    lead = alternatives([*words.month_leads, *(word.capitalize() for word in words.month_leads)])
    byword = "".join(rf"(?<!\b{word}\s)" for word in words.not_days)
    parts = alternatives(words.day_parts)
    day = rf"(?:(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])|{alternatives(words.ordinals)}\b)"
    number = rf"\b(?P<number>{alternatives(words.numbers)}|\d{{1,2}})\s+"
    year = r"(?:19|20)\d\d"
    to = r"\s*(?:[-–—/]|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*(?:the\s+)?"
    also = rf"(?:{to}|,\s*|\s+(?:and|or)\s+)(?:the\s+)?"
    ordinal = r"\b(?:on|by|until|till|from|for|since)\s+the\s+(?P<day>[123]?\d)(?:st|nd|rd|th)\b"

    def rule(kind: Kind, read: Callable[[re.Match[str], Bearings], Readings | None], *pattern: str) -> Rule:
        # Names of months and weekdays are told from common words by their capital, all else is alike.
        flag = re.NOFLAG if any(name in "".join(pattern) for name in (weekday, month)) else re.IGNORECASE
        return Rule(kind, re.compile("".join(pattern), flag), read)

    def phrases(listed: Iterable[str]) -> str:
        return rf"\b{alternatives(listed)}(?!\w)"

    return (
        rule(
            "dateline",
            readings.dateline,
            r"\A\W*[A-Z][\w .,'’/()-]{1,60}?,?\s+",
            rf"(?:{month}\s+\d{{1,2}}|\d{{1,2}}\s+{month})(?:,?\s+{year})?",
            r"(?:\s*\([^)]*\))?\s*(?:--?|–|—|:)\s",
        ),
        rule("day", readings.numeric, rf"\b(?P<year>{year})-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
        rule("day", readings.numeric, rf"\b(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<year>{year})\b"),
        rule(
            "day",
            readings.dated,
            rf"(?:\b{weekday},?\s+)?\b(?:the\s+)?(?P<day>{day})(?:{also}{day}){{0,3}}\s+(?:of\s+)?(?P<month>{month})(?!\w)",
            rf"(?:{to}{day}\s+{month}(?!\w))?(?:,?\s+(?P<year>{year})\b)?",
        ),
        rule(
            "day",
            readings.dated,
            rf"(?:\b{weekday},?\s+)?\b(?P<month>{month})\s+(?P<day>{day})",
            rf"(?:(?:{to}(?:{month}\s+)?|\s+and\s+){day})?(?:,?\s+(?P<year>{year})\b)?",
        ),
        rule(
            "day",
            readings.day_of_month,
            ordinal,
            r"(?=\W*$|[,.;:]|\s+(?:of\s+(?:the|this)\s+month|[a-z]+ing\b|and|in|at|to|with|for|by|he|she|they)\b)",
        ),
        rule(
            "day",
            readings.weekday,
            r"(?:\b(?P<ago>(?:[Aa]|one)\s+week\s+(?:ago|earlier))\s+(?:on\s+)?|\b(?P<ahead>[Aa]\s+week)\s+(?:on|from)\s+)?",
            r"(?:\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+coming)?|[Tt]he\s+(?:following|next|previous)|[Tt]he)\s+)?",
            rf"\b{byword}(?P<weekday>{weekday})(?![\w])(?:\s+{parts}\b)?",
            r"(?:,?\s+(?:of\s+)?(?P<far>(?:last|next|this)\s+week\b|week\b))?",
            rf"(?:\s*(?:[-–]|to|through)\s*{weekday}(?!\w))?",
        ),
        rule("day", readings.from_publication, phrases(words.days_from_publication)),
        rule(
            "day",
            readings.feast,
            rf"\b(?P<feast>{alternatives(words.feasts)})(?!\w)(?:,?\s+(?P<year>{year})\b)?",
        ),
        rule(
            "day",
            readings.ago,
            number,
            r"(?P<unit>day|week|month)s?\s+ago(?P<exact>\s+(?:to\s+the\s+day|today))?\b",
        ),
        rule("day", readings.ahead, r"\bin\s+", number, r"days(?:['’]\s+time)?\b"),
        rule(
            "offset",
            readings.offset,
            rf"\b(?:(?P<number>{alternatives(words.numbers)}|\d{{1,2}})\s+days?|the\s+day)\s+(?P<way>after|before)\s+",
            r"(?=[\w“\"])(?!yesterday|tomorrow)",
        ),
        rule("context", readings.from_context, phrases(words.days_from_context)),
        rule(
            "context",
            readings.counted,
            number,
            r"(?P<unit>day|night|week|month)s?\s+(?P<way>later|earlier|before|on)\b",
        ),
        rule(
            "month",
            readings.month,
            rf"\b{lead}[\s-]+(?P<month>{month})(?!\w)(?!\s+\d\d?\b)",
            rf"(?:,?\s+(?:of\s+)?(?P<year>{year}\b|last\s+year|this\s+year|next\s+year))?",
        ),
        rule("month", readings.month, rf"\b(?P<month>{month})\s+(?:of\s+)?(?P<year>{year})\b"),
        rule(
            "month",
            readings.relative_month,
            r"\b(?P<which>last|next|this|that|the\s+(?:previous|following|same)|(?:of|in)\s+the)\s+month\b",
        ),
        rule(
            "year",
            readings.year,
            rf"\b(?:in|since|of|during|until|by|early|late|before|after|between|from)\s+(?P<year>{year})\b",
            r"|\b(?P<which>last|next|this|that|the\s+previous)\s+year\b",
        ),
        rule("vague", readings.vague_past, phrases(words.vague.past)),
        rule(
            "vague",
            readings.vague_past,
            rf"(?:{number}|\b(?:some|a\s+few|several)\s+)(?:year|week|month)s?\s+(?:ago|earlier|before)\b",
        ),
        rule("vague", readings.vague_future, phrases(words.vague.future)),
        rule("vague", readings.vague_open, phrases(words.vague.open)),
    )
