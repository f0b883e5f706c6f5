"""When a contact took place: the day that a model gave, held against our own reading of its words."""

import re
from dataclasses import replace
from datetime import date

from kg.extraction.casing import as_read
from kg.extraction.llm.answers import GivenContact
from kg.extraction.llm.source import Source
from kg.extraction.sentences import Sentence
from kg.extraction.times import find_times
from kg.model import Period

_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def period_of(given: GivenContact, sentence: Sentence, source: Source) -> tuple[Period, str | None]:
    """The period of a contact, and what is to be said against the day that the model gave, if anything.

    It is "stated" where our own reading of the sentence, or of the words that the model rests on, has that day
    too; else it stays as "inferred", since the day may follow from what stands around it.
    """
    published = source.article.published
    unknown = Period.published_by(published) if given.status == "occurred" else Period()
    if not given.date:
        return unknown, None
    try:
        period = Period.of(given.date) if _DATE.fullmatch(given.date) else None
    except ValueError:
        period = None
    if period is None:
        return unknown, f"no date: “{given.date}”"
    if given.status == "occurred" and published and period.not_before and period.not_before > published:
        return unknown, f"{given.date} is after the article"
    if given.date_words is None and published and given.date == published.isoformat():
        return (
            Period.published_by(published) if given.status == "occurred" else replace(period, basis="inferred")
        ), None
    if given.date in _read(given, sentence, source):
        return period, None
    return replace(period, basis="inferred"), f"{given.date} is not how we read the sentence"


def _read(given: GivenContact, sentence: Sentence, source: Source) -> set[str | None]:
    """All days and months that the sentence, and the one with the words that the date rests on, may tell."""
    looked = {sentence.index: sentence}
    if given.date_words and (found := source.evidence(given.date_words)):
        looked[found.index] = found
    days: set[str | None] = set()
    for each in looked.values():
        anchors: set[date | None] = {source.previous[each.index], None}
        for anchor in anchors:
            for time in find_times(as_read(each.text), source.article.published, anchor):
                days |= {time.past.told, time.future.told}
    return days
