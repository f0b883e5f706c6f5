"""How many independent outlets report a contact."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kg.articles.copies import shared
from kg.contacts.tellings import Telling
from kg.gazetteer import fold

_A_COPY: Final = 90.0
"""How alike two sentences are of which one is the other with a word left out or an agency's name added, in percent."""
_LONG: Final = 8
"""Words of a sentence below which two reporters may write the same: "They met in Ankara"."""
_MOST_OF_IT: Final = 0.5
"""Share of a text from which it is a copy of another; what both merely quote is less."""


@dataclass(frozen=True, slots=True)
class _Source:
    """Articles that are no more than one source, by all that tells so."""

    marks: frozenset[str]
    quotes: frozenset[str] = frozenset()
    sketches: frozenset[str] = frozenset()

    def __or__(self, other: "_Source") -> "_Source":
        return _Source(self.marks | other.marks, self.quotes | other.quotes, self.sketches | other.sketches)


def independent_sources(tellings: Iterable[Telling]) -> int:
    """Counts outlets; those that print one agency text count once.

    One text is told by its hash; by the quoted sentence, the same or a long one with hardly a word changed; or by
    most of the shorter article standing in the other word by word, whatever its headline and first sentence are.
    """
    sources: list[_Source] = []
    for source in map(_source, tellings):
        one = [each for each in sources if each.marks & source.marks]
        sources = [each for each in sources if not each.marks & source.marks]
        for each in one:
            source |= each
        sources.append(source)
    group = list(range(len(sources)))
    for (place, source), (other_place, other) in combinations(enumerate(sources), 2):
        if group[place] != group[other_place] and _is_copy(source, other):
            group = [group[place] if each == group[other_place] else each for each in group]
    return len(set(group))


def _source(telling: Telling) -> _Source:
    article = telling.article
    quote = fold(telling.report.quote)
    marks = {f"article {article.id}"}
    if article.outlet:
        marks.add(f"outlet {fold(article.outlet)}")
    if article.content_hash:
        marks.add(f"hash {article.content_hash}")
    if quote:
        marks.add(f"quote {quote}")
    return _Source(
        frozenset(marks),
        frozenset([quote] if len(quote.split()) >= _LONG else ()),
        frozenset([article.sketch] if article.sketch else ()),
    )


def _is_copy(one: _Source, other: _Source) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    return any(
        token_sort_ratio(quote, another, score_cutoff=_A_COPY) for quote in one.quotes for another in other.quotes
    ) or any(shared(text, another) >= _MOST_OF_IT for text in one.sketches for another in other.sketches)
