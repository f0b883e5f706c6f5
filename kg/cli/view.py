"""`kg view`: the network as an interactive page."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.filtering import (
    About,
    Between,
    Country,
    Disputed,
    MinConfidence,
    MinSources,
    OfArticle,
    Relations,
    Since,
    Statuses,
    Until,
    Where,
    Who,
    With,
    wanted_by,
)
from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

if TYPE_CHECKING:
    from kg.graph import Reader

EXAMPLES = """
kg view -o network.html
kg view --open
kg view --country TR --since 2024-11 --title "Turkey since November" -o turkey.html
kg view --around Fidan --depth 2 --places -o fidan.html
kg view --about Syria --min-sources 2 --no-quotes -o public.html
"""


def command(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The page; replaced if it is there.")
    ] = Path("network.html"),
    who: Who = None,
    with_: With = None,
    between: Between = None,
    country: Country = None,
    relation: Relations = None,
    status: Statuses = None,
    disputed: Disputed = False,
    about: About = None,
    place: Where = None,
    since: Since = None,
    until: Until = None,
    min_sources: MinSources = 0,
    min_confidence: MinConfidence = 0.0,
    article: OfArticle = None,
    around: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only who has to do with this one, and each other.")
    ] = None,
    depth: Annotated[int, typer.Option(metavar="N", min=1, help="How many steps from it.")] = 1,
    places: Annotated[bool, typer.Option("--places", help="Draw where visits went to, as squares.")] = False,
    quotes: Annotated[bool, typer.Option(help="With the sentences of the articles.")] = True,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Heading of the page.")] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Reads the store, writes the page, says where it is."""
    from kg.graph import open_reader
    from kg.graph.articles import articles_called
    from kg.queries.finding import find
    from kg.queries.names import meant
    from kg.view import Showing, write_page
    from kg.view import around as those_around

    with open_reader(store) as reader:
        wanted = wanted_by(
            who=who,
            with_=with_,
            between=between,
            country=country,
            relation=relation,
            status=status,
            disputed=disputed,
            about=about,
            place=place,
            since=since,
            until=until,
            min_sources=min_sources,
            min_confidence=min_confidence,
            articles=articles_called(reader, article) if article is not None else frozenset(),
        )
        found = find(reader, wanted)
        contacts = list(found.contacts)
        if around is not None:
            contacts = those_around(contacts, meant(around, found.actors), depth)
        reports = {report for contact in contacts for report in contact.reports}
        given = {
            "who": [*(who or ()), *(with_ or ())],
            "between": [" and ".join(between)] if between else [],
            "country": country,
            "relation": relation,
            "status": [*(status or ()), *(["disputed"] if disputed else [])],
            "about": about,
            "place": place,
            "since": [since],
            "until": [until],
            "at least": [f"{min_sources} sources"] if min_sources > 1 else [],
            "confidence from": [f"{min_confidence:g}"] if min_confidence else [],
            "article": [article],
            "around": [f"{around}, {depth} step{'s' if depth > 1 else ''}"] if around else [],
        }
        showing = Showing(title, tuple(_in_words(given)), _last_run(reader), places, quotes)
        path = write_page(contacts, found.actors, reader.documents(reports), output, reader.identities(), showing)
    tell(f"{len(contacts)} contact{'s' if len(contacts) != 1 else ''} in {path}")
    if open_:
        _show(path)


def _in_words(given: dict[str, list[str] | list[str | None] | None]) -> Iterator[str]:
    """The options as they stand under the heading of the page."""
    for name, values in given.items():
        if words := [value for value in values or () if value]:
            yield f"{name} {', '.join(words)}"


def _last_run(reader: "Reader") -> date | None:
    """The day on which the store was last added to."""
    from pyoxigraph import Literal

    from kg.graph.iris import term

    ended = (quad.object for quad in reader.match(predicate=term("prov:endedAtTime")))
    return max((date.fromisoformat(node.value[:10]) for node in ended if isinstance(node, Literal)), default=None)


def _show(path: Path) -> None:
    import webbrowser

    if not webbrowser.open(path.resolve().as_uri()):
        tell(f"no browser was found; open {path.resolve()} in one")
