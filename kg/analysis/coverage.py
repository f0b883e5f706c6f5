"""The denominator: how many articles were read for a period, by outlet.

More articles tell of more contacts, so counts of two periods are compared as rates per 100 articles read:

    rate = 100 · contacts dated in the period ÷ articles published in the period

What it cannot tell: an outlet that writes longer articles, or more about diplomacy, shifts the rate as well.
Look at the outlets of both periods before a change is read as one of the world.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kg.model import Article


@dataclass(frozen=True, slots=True)
class Coverage:
    """What was read for a period.

    Attributes:
        since, until: its first and last day, both inclusive; None where open.
        articles: number of articles published in it; where both ends are open, of all articles.
        outlets: how many of them each outlet published, most first; None for those of no known outlet.
        undated: articles of no known day, which are in no bounded period.
    """

    since: date | None
    until: date | None
    articles: int
    outlets: tuple[tuple[str | None, int], ...]
    undated: int

    def rate(self, count: int) -> float | None:
        """So many per 100 articles, to two decimals; None where no article was read."""
        return round(100 * count / self.articles, 2) if self.articles else None


def coverage(articles: Iterable[Article], since: date | None = None, until: date | None = None) -> Coverage:
    """Counts the articles published between two days."""
    undated = 0
    outlets: Counter[str | None] = Counter()
    for article in articles:
        undated += article.published is None
        if published_between(article, since, until):
            outlets[article.outlet] += 1
    ordered = sorted(outlets.items(), key=lambda item: (-item[1], item[0] or ""))
    return Coverage(since, until, outlets.total(), tuple(ordered), undated)


def published_between(article: Article, since: date | None, until: date | None) -> bool:
    """Whether it is known to be published between two days; with both open, whatever its day."""
    if since is None and until is None:
        return True
    day = article.published
    return day is not None and (since is None or since <= day) and (until is None or day <= until)
