"""What a contact is about: the short noun phrases behind "to discuss", "talks on" and their like."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extraction.calendar import alternatives
from kg.extraction.lexicon import lexicon_folder, read_table
from kg.extraction.times import find_times
from kg.gazetteer import fold

MOST = 4
"""Topics of one contact."""
LONGEST = 6
"""Words of a topic: what is longer is a clause."""

FAR = 600
"""Characters behind the contact's word in which its topics stand."""

_LISTED = re.compile(r",\s*(?:and\s+)?|\s+and\s+|\s+as\s+well\s+as\s+")
_CLOSED = re.compile(r"[.;:!?()\[\]“”\"—–|\n]|\s-\s|,\s+(?=\w+ing\b)")
_PLACE = re.compile(r"\s+in\s+[A-Z].*")
_LINKS = re.compile(r"\s+(?:of|in|for|between|among|towards?)\b")


def topics(sentence: str, trigger: tuple[int, int], chunks: tuple[tuple[int, int], ...] = ()) -> tuple[str, ...]:
    """The topics that a sentence gives for the contact at the trigger, without articles, each once.

    Args:
        sentence: the sentence that tells of the contact.
        trigger: offsets of the contact's word; topics stand behind it, or it opens them itself ("discussed").
        chunks: offsets of noun phrases, where a parser knows them; topics then end where one of them does.
    """
    found: dict[str, str] = {}
    for start, phrase in _phrases(sentence, trigger[0]):
        for place, item in _items(start, phrase):
            topic = _trimmed(_within(place, item, chunks))
            if topic:
                found.setdefault(fold(topic), topic)
    return tuple(found.values())[:MOST]


@dataclass(frozen=True, slots=True)
class _Words:
    opener: re.Pattern[str]
    stop: re.Pattern[str]
    article: re.Pattern[str]
    not_topics: frozenset[str]


@cache
def _words() -> _Words:
    keys = ("openers", "carriers", "stops", "articles", "not_topics")
    table = read_table(lexicon_folder() / "topics.toml", dict.fromkeys(keys, list))
    carriers = rf"{alternatives(table['carriers'])}\s+(?:on|over|about)"
    return _Words(
        re.compile(rf"\b(?:{alternatives(table['openers'])}|{carriers})\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"\s+{alternatives(table['stops'])}\b", re.IGNORECASE),
        re.compile(rf"(?:{alternatives(table['articles'])}\s+)+", re.IGNORECASE),
        frozenset(table["not_topics"]),
    )


def _phrases(sentence: str, trigger: int) -> Iterator[tuple[int, str]]:
    """What stands behind each opener, up to the end of its phrase; nothing where a time begins."""
    sentence = sentence[: trigger + FAR]
    times = find_times(sentence, None)
    for opener in _words().opener.finditer(sentence, trigger):
        start = opener.end()
        if any(time.start <= start < time.end for time in times):
            continue
        ends = [time.start for time in times if time.start > start]
        ends += [found.start() for pattern in (_CLOSED, _words().stop) if (found := pattern.search(sentence, start))]
        yield start, sentence[start : min(ends, default=len(sentence))]


def _items(start: int, phrase: str) -> Iterator[tuple[int, str]]:
    """The members of a list, with their places in the sentence; "ties between A and B" is one."""
    if re.search(r"\bbetween\b", phrase):
        yield start, phrase
        return
    place = 0
    for mark in _LISTED.finditer(phrase):
        yield start + place, phrase[place : mark.start()]
        place = mark.end()
    yield start + place, phrase[place:]


def _within(place: int, item: str, chunks: tuple[tuple[int, int], ...]) -> str:
    ends = [end for start, end in chunks if start < place + len(item) and end > place]
    return item[: max(ends) - place] if ends else item


def _trimmed(phrase: str) -> str:
    """The phrase without articles, cut before a later link if it is long; empty if it is no topic."""
    bare = _PLACE.sub("", phrase).strip(" ,'’")
    if article := _words().article.match(bare):
        bare = bare[article.end() :]
    while len(bare.split()) > LONGEST:
        links = list(_LINKS.finditer(bare))
        if not links:
            return ""
        bare = bare[: links[-1].start()]
    words = bare.split()
    if not words or words[0].casefold() in _words().not_topics or not any(c.isalpha() for c in bare):
        return ""
    return bare
