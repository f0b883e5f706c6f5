"""Long articles in overlapping pieces by paragraph, so that each fits into what a model can read at once."""

from collections.abc import Iterator
from itertools import groupby

from kg.extraction.sentences import Sentence, sentences
from kg.model import Article, Span

MOST = 12_000
"""Characters of a piece; three thousand tokens or so, which every model in use can read and answer."""
OVERLAP = 2_000
"""Characters of the longest paragraph that two pieces share, so that "he" at the head of one is known."""


def pieces(article: Article, most: int = MOST) -> tuple[Span, ...]:
    """Where the pieces of an article's text lie, in order; one for a text that is short enough."""
    if len(article.text) <= most:
        return (Span(0, len(article.text)),)
    found: list[list[Span]] = [[]]
    for unit in _units(article, most):
        current = found[-1]
        if current and unit.end - current[0].start > most:
            last = current[-1]
            shared = len(current) > 1 and last.end - last.start <= OVERLAP and unit.end - last.start <= most
            found.append([last] if shared else [])
        found[-1].append(unit)
    return tuple(Span(piece[0].start, piece[-1].end) for piece in found if piece) or (Span(0, 0),)


def _units(article: Article, most: int) -> Iterator[Span]:
    """Paragraphs; the sentences of one that is too long by itself."""
    told = [each for each in sentences(article) if each.offset is not None]
    for _, paragraph in groupby(told, key=lambda each: each.paragraph):
        spans = [_span(each) for each in paragraph]
        whole = Span(spans[0].start, spans[-1].end)
        yield from [whole] if whole.end - whole.start <= most else spans


def _span(sentence: Sentence) -> Span:
    start = sentence.offset or 0
    return Span(start, start + len(sentence.text))
