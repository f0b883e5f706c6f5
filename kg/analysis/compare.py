"""What changed between two periods: ties that are new, lost, stronger or weaker.

A tie's strength is its rate: contacts per 100 articles read in the period, since one period may have been read
more widely than the other. New: none before, some after; lost: the reverse; stronger and weaker by rate.

How easily the difference comes by chance is told beside it. If nothing had changed, each contact of a tie would
fall into the second period with the probability p = articles after ÷ articles of both, so

    chance = probability of a split as uneven as this one, or more, under Binomial(before + after, p)

(the conditional test of two Poisson rates, Przyborowski and Wilenski 1940). One contact before and two after are
no change to speak of; many ties are compared at once, so a few small values come by chance alone.

Only contacts that lie wholly in one of the periods count.

Przyborowski, J., Wilenski, H. (1940). Homogeneity of results in testing samples from Poisson series. Biometrika
31, 313-323.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import exp, lgamma, log, log1p
from typing import Final, Literal

from kg.analysis.coverage import Coverage, coverage
from kg.analysis.groups import By, joined, name_of
from kg.errors import UsageError
from kg.model import Actor, Article, Contact, Period
from kg.queries.filters import lies_between

Change = Literal["new", "lost", "stronger", "weaker", "steady"]
CHANGES: Final[tuple[Change, ...]] = ("new", "lost", "stronger", "weaker", "steady")

_AS_LIKELY: Final = 1e-7  # splits whose probability differs by less, of it, are equally uneven


@dataclass(frozen=True, slots=True)
class Span:
    """Two days, both inclusive; None where open."""

    since: date | None
    until: date | None

    def __post_init__(self) -> None:
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"nothing lies since {self.since} and until {self.until}", "Change them round")

    def holds(self, period: Period) -> bool:
        """Whether a period lies wholly in it."""
        last = period.not_after
        if last is None:
            return False
        first = period.not_before or last
        return (self.since is None or self.since <= first) and (self.until is None or last <= self.until)

    def meets(self, period: Period) -> bool:
        """Whether a period may lie in it."""
        return lies_between(period, self.since, self.until)


@dataclass(frozen=True, slots=True)
class TieChange:
    """One tie in both periods.

    Attributes:
        one, other: ids of actors, or codes of countries.
        before, after: its contacts.
        rate_before, rate_after: per 100 articles read; None where none was.
        chance: between 0 and 1; None where a period has no articles.
    """

    change: Change
    one: str
    other: str
    one_name: str
    other_name: str
    before: int
    after: int
    rate_before: float | None
    rate_after: float | None
    chance: float | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two periods side by side.

    Attributes:
        ties: by kind of change, in each the least likely to come by chance first.
        before, after: what was read for each period.
        undated: contacts that may lie in a period, but not surely and wholly in one.
    """

    ties: tuple[TieChange, ...]
    before: Coverage
    after: Coverage
    undated: int


def compare(
    contacts: Iterable[Contact],
    articles: Iterable[Article],
    actors: Mapping[str, Actor],
    first: Span,
    second: Span,
    by: By = "actor",
) -> Comparison:
    """Counts the contacts of every tie in two periods.

    Args:
        contacts: those to be counted, of any time.
        articles: all that were read.
        actors: every actor by id.
        first: the earlier period.
        second: the later one; they may not share a day.
        by: whether ties are between actors or between countries.

    Raises:
        UsageError: the periods overlap.
    """
    if (first.until is None or second.since is None or second.since <= first.until) and (
        second.until is None or first.since is None or first.since <= second.until
    ):
        raise UsageError(
            "the two periods share days", "Give both an end: --since, --until, then --and-since, --and-until"
        )
    counts: tuple[Counter[tuple[str, str]], Counter[tuple[str, str]]] = (Counter(), Counter())
    undated = 0
    for contact in contacts:
        for span, count in zip((first, second), counts, strict=True):
            if span.holds(contact.period):
                count.update(joined(contact, actors, by))
                break
        else:
            undated += first.meets(contact.period) or second.meets(contact.period)
    articles = list(articles)
    before = coverage(articles, first.since, first.until)
    after = coverage(articles, second.since, second.until)
    before_counts, after_counts = counts
    ties = []
    for one, other in before_counts.keys() | after_counts.keys():
        had, has = before_counts[one, other], after_counts[one, other]
        names = name_of(one, actors, by), name_of(other, actors, by)
        ties.append(
            TieChange(
                _change(had, has, before.articles, after.articles), one, other, *names, had, has,
                before.rate(had), after.rate(has), chance(had, has, before.articles, after.articles),
            )
        )  # fmt: skip
    ties.sort(key=_order)
    return Comparison(tuple(ties), before, after, undated)


def chance(before: int, after: int, articles_before: int, articles_after: int) -> float | None:
    """How probable a split as uneven as this is where nothing changed; None where a period has no articles."""
    if not articles_before or not articles_after:
        return None
    total = before + after
    share = articles_after / (articles_before + articles_after)
    weights = [
        exp(
            lgamma(total + 1) - lgamma(count + 1) - lgamma(total - count + 1)
            + count * log(share) + (total - count) * log1p(-share)
        )
        for count in range(total + 1)
    ]  # fmt: skip
    told = sum(weight for weight in weights if weight <= weights[after] * (1 + _AS_LIKELY))
    return round(min(1.0, told), 4)


def _change(before: int, after: int, articles_before: int, articles_after: int) -> Change:
    if not before:
        return "new"
    if not after:
        return "lost"
    # Without articles in a period there is no rate: then the numbers themselves are compared.
    weights = (articles_before, articles_after) if articles_before and articles_after else (1, 1)
    had, has = before * weights[1], after * weights[0]
    return "stronger" if has > had else "weaker" if has < had else "steady"


def _order(tie: TieChange) -> tuple[int, float, int, str, str]:
    chance_ = 1.0 if tie.chance is None else tie.chance
    return CHANGES.index(tie.change), chance_, -(tie.before + tie.after), tie.one, tie.other
