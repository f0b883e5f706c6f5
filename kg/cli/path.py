"""`kg path`: how two actors are joined through people."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import completion
from kg.cli.measuring import Form
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, period_text, tell, write

if TYPE_CHECKING:
    from kg.analysis.paths import Path

EXAMPLES = """
kg path Fidan Sudani
kg path Turkey Iraq --most 1
kg path Fidan Sudani --through anyone --all-statuses
"""

_TABLE = ("way", "from", "to", "contacts", "latest", "relation", "status")
_MACHINE = (*_TABLE, "from_id", "to_id", "contact")
_THROUGH = ("people", "anyone")


def command(
    one: Annotated[str, typer.Argument(metavar="NAME", help="From whom.", shell_complete=completion.actors)],
    other: Annotated[str, typer.Argument(metavar="NAME", help="To whom.", shell_complete=completion.actors)],
    through: Annotated[
        str, typer.Option(metavar="WHOM", help="Who may stand between: people, or anyone (countries, bodies).")
    ] = "people",
    all_statuses: Annotated[
        bool,
        typer.Option("--all-statuses/--via-occurred", help="Also through contacts that did not take place."),
    ] = False,
    most: Annotated[int, typer.Option(metavar="N", min=1, help="Ways to show; there may be many as short.")] = 5,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Looks for ways, prints."""
    one_of("format", form, FORMATS)
    one_of("value of --through", through, _THROUGH)
    from kg import library, stored

    with library.open(store) as graph:
        ways = graph.path(one, other, people=through == "people", all_statuses=all_statuses, most=most)
        report_of = {hop.latest.id: stored.telling(hop.latest) for way in ways for hop in way.hops}
        told = stored.sentences(graph.reader, report_of.values())
    columns = [*(_TABLE if form == "table" else _MACHINE), "sentence"]
    write(columns, ([row[name] for name in columns] for row in _rows(ways, report_of, told)), form, below=["sentence"])
    if form == "table":
        tell(_told(ways, through))


def _rows(ways: "tuple[Path, ...]", report_of: dict[str, str], told: dict[str, str]) -> Iterator[dict[str, Any]]:
    for number, way in enumerate(ways, start=1):
        for hop in way.hops:
            yield {
                "way": number,
                "from": hop.one.name,
                "to": hop.other.name,
                "contacts": hop.contacts,
                "latest": period_text(hop.latest.period),
                "relation": hop.latest.relation,
                "status": hop.latest.status,
                "from_id": hop.one.id,
                "to_id": hop.other.id,
                "contact": hop.latest.id,
                "sentence": told.get(report_of[hop.latest.id]),
            }


def _told(ways: "tuple[Path, ...]", through: str) -> str:
    if not ways:
        more = "; try --through anyone, or --all-statuses" if through == "people" else ""
        return f"no way leads from one to the other{more}"
    steps = len(ways[0].hops)
    return f"{len(ways)} way{'s' if len(ways) != 1 else ''} of {steps} step{'s' if steps != 1 else ''}"
