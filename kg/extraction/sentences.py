"""Paragraphs and sentences of an article, with their places in its text.

A headline never runs into the next line: every line is a paragraph of its own, and the title is one too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Article

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’'»)\]]*+(?=\s+[\"“‘'«(\[]*[^\W\d_a-z]|\s+[\"“‘'«(\[]*\d|\s+al-|\s*$)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“'‘—–-])(?:[A-Z]|(?:[A-Za-z]\.){1,8}[A-Za-z]|Mr|Mrs|Ms|Mme|Mmes|Mlle|Messrs|Mx|Drs?|Profs?|Revd?|Fr|Msgr|Mgr|[Hh]on"
    r"|Rt|Gens?|gen|Lts?|lt|Cols?|col|Maj|maj|Brig|Adm|Capts?|Cmdr|Cdr|Comdr|Cdre|Sgt|Cpl|Pvt|Pte|Supt|Insp|Det|Sens?|Reps?|Gov|Govs"
    r"|Pres|Amb|Min|Dep|Asst|Atty|Sec|Del|Eng|Engr|St|Ste|Jr|Sr|Ft|Mt|Nos?|nos|vs|v|cf|pp|approx|est|Vol"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_LONGEST_ABBREVIATION = 24
_SENTENCE_OPENERS = re.compile(
    r"\s+(?:The|He|She|It|They|In|On|At|But|A|An|His|Her|Their|Both|After|That|This|Officials)\b"
)


_DATELINE = re.compile(
    # DAMASCUS, March 14 (Wire) -
    r"[^\W\d_a-z][^a-z\n]{2,40}?(?:,[^\n]{0,40}?)?(?:\([^)\n]{1,40}\))?\s{0,3}(?: -|–|—|:)\s+"
    # Damascus – The
    r"|[A-Z][^\n.]{2,50}?\.? [-–—] (?=[A-Z])"
    # Havana, Dec 18 (Wire) The
    r"|[A-Z][^\n.,]{2,30}, [A-Z][a-z]{2,8}\.? \d{1,2} \([^)\n]{1,20}\) (?=[A-Z])"
)
_CLOSING = ".!?…:;\"”’'»)"
_LONGEST = 2_000
"""Characters of the longest sentence that is read as one; no writer's is, and parsing takes more than linear time."""
_HEADING = 14
"""Words of the longest line that is taken for a heading if it does not end like a sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article.

    Attributes:
        paragraph: index of its paragraph; 0 is the title (also where there is none).
        offset: where it begins in the article's text; None in the title.
        index: its place among all sentences of the article.
        heading: whether it is the title or a line between paragraphs: it names less and tells the past in the
            present tense.
    """

    text: str
    paragraph: int
    offset: int | None
    index: int
    heading: bool = False


def dateline_end(text: str) -> int:
    """Where a paragraph goes on behind "DAMASCUS, March 14 (Wire) - "; 0 without one."""
    match = _DATELINE.match(text)
    return match.end() if match else 0


def paragraphs(article: Article) -> Iterator[tuple[int, int | None, str]]:
    """(index, offset in the text or None for the title, text) of every paragraph that has words."""
    if article.title.strip():
        yield 0, None, article.title
    for index, line in enumerate(re.finditer(r"[^\n]+", article.text), start=1):
        if line.group().strip():
            yield index, line.start(), line.group()


def sentences(article: Article) -> tuple[Sentence, ...]:
    """All sentences of the title and the text, in order."""
    found: list[Sentence] = []
    for paragraph, offset, text in paragraphs(article):
        heading = paragraph == 0 or (text.rstrip()[-1] not in _CLOSING and len(text.split()) <= _HEADING)
        for start, end in _bounds(text):
            place = None if offset is None else offset + start
            found.append(Sentence(text[start:end], paragraph, place, len(found), heading))
    return tuple(found)


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for match in _END.finditer(text):
        near = max(begin, match.start() - _LONGEST_ABBREVIATION)
        abbreviated = match.group().startswith(".") and _ABBREVIATION.search(text, near, match.start())
        if abbreviated and not _ends_anyway(text, begin, match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def _ends_anyway(text: str, begin: int, match: re.Match[str]) -> bool:
    """“… to the U.S. The president …”: an abbreviation may end a sentence too."""
    return "." in text[max(begin, match.start() - 3) : match.start()] and bool(
        _SENTENCE_OPENERS.match(text, match.end())
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = _cut(text, start, start + _LONGEST)
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def _cut(text: str, start: int, end: int) -> int:
    """Where an endless sentence is cut: behind its last semicolon or comma, else its last blank, else anywhere."""
    half = (start + end) // 2
    for marks in ("; ", ", ", " "):
        if (place := text.rfind(marks, half, end)) >= 0:
            return place + len(marks)
    return end
