"""The options by which `kg contacts`, `kg export` and `kg view` choose contacts, and what they mean together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import day

if TYPE_CHECKING:
    from kg.queries.filters import Wanted

Words = Sequence[str] | None
Names = list[str] | None

Who = Annotated[Names, typer.Option(metavar="NAME", help="Only contacts of whom this names; as in kg contacts.")]
With = Annotated[Names, typer.Option("--with", metavar="NAME", help="Who else took part.")]
Between = Annotated[
    tuple[str, str] | None, typer.Option(metavar="NAME NAME", help="Both took part: people or countries.")
]
Country = Annotated[Names, typer.Option(metavar="COUNTRY", help="Name or code.")]
Relations = Annotated[Names, typer.Option(metavar="NAME", help="Such as met; spoke_with takes in calls and meetings.")]
Statuses = Annotated[Names, typer.Option(metavar="NAME", help="Such as occurred, planned, refused.")]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only what some report and others deny.")]
About = Annotated[Names, typer.Option(metavar="WORDS", help="In topics or sentences.")]
Where = Annotated[Names, typer.Option(metavar="PLACE", help="City or country where it was, or went to.")]
Since = Annotated[str | None, typer.Option(metavar="DAY", help="Not before this day or month.")]
Until = Annotated[str | None, typer.Option(metavar="DAY", help="Not after this day or month.")]
MinSources = Annotated[int, typer.Option(metavar="N", min=0, help="Independent outlets at least.")]
MinConfidence = Annotated[float, typer.Option(metavar="SHARE", min=0, max=1, help="0 to 1.")]
OfArticle = Annotated[str | None, typer.Option(metavar="NAME", help="Only what this article tells of.")]


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
