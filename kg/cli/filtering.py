"""What the options by which contacts are chosen mean together; `kg contacts` and `kg export` share them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.cli.options import day

if TYPE_CHECKING:
    from kg.queries.filters import Wanted

Words = Sequence[str] | None


def wanted_by(
    *,
    who: Words,
    with_: Words,
    between: Words,
    country: Words,
    relation: Words,
    status: Words,
    disputed: bool,
    about: Words,
    place: Words,
    since: str | None,
    until: str | None,
    min_sources: int,
    min_confidence: float,
    articles: frozenset[str] = frozenset(),
    ids: frozenset[str] = frozenset(),
) -> "Wanted":
    """The filter that the options make; an option that is not given lets everything pass.

    Raises:
        UsageError: `since` or `until` is no day or month.
    """
    from kg.queries.filters import Wanted

    return Wanted(
        who=(*(who or ()), *(with_ or ()), *(between or ())),
        relations=frozenset(relation or ()),
        statuses=frozenset([*(status or ()), *(["disputed"] if disputed else [])]),
        since=day("--since", since),
        until=day("--until", until, last=True),
        countries=tuple(country or ()),
        about=tuple(about or ()),
        places=tuple(place or ()),
        articles=articles,
        ids=ids,
        min_sources=min_sources,
        min_confidence=min_confidence,
    )
