"""How many independent outlets report a contact."""

from collections.abc import Iterable
from itertools import combinations
from typing import Final

from kg.contacts.tellings import Telling
from kg.gazetteer import fold

_A_COPY: Final = 90.0
"""How alike two sentences are of which one is the other with a word left out or an agency's name added, in percent."""
_LONG: Final = 8
"""Words of a sentence below which two reporters may write the same: "They met in Ankara"."""


def independent_sources(tellings: Iterable[Telling]) -> int:
    """Counts outlets; those that print one agency text count once.

    One text is told by its hash or the quoted sentence: the same, or a long one with hardly a word changed.
    """
    tellings = tuple(tellings)
    copies = _copies({fold(telling.report.quote) for telling in tellings if telling.report.quote})
    groups: list[set[str]] = []
    for telling in tellings:
        article = telling.article
        marks = {f"article {article.id}"}
        if article.outlet:
            marks.add(f"outlet {fold(article.outlet)}")
        if article.content_hash:
            marks.add(f"hash {article.content_hash}")
        if telling.report.quote:
            quote = fold(telling.report.quote)
            marks |= {f"quote {quote}", *(f"copy {number}" for number in copies.get(quote, ()))}
        shared = [group for group in groups if group & marks]
        groups = [group for group in groups if not group & marks] + [marks.union(*shared)]
    return len(groups)


def _copies(quotes: set[str]) -> dict[str, list[int]]:
    """Numbers the pairs of sentences of which one is a copy of the other; for each sentence the pairs it is in."""
    from rapidfuzz.fuzz import token_sort_ratio

    long = sorted(quote for quote in quotes if len(quote.split()) >= _LONG)
    found: dict[str, list[int]] = {}
    for number, pair in enumerate(combinations(long, 2)):
        if token_sort_ratio(*pair, score_cutoff=_A_COPY):
            for quote in pair:
                found.setdefault(quote, []).append(number)
    return found
