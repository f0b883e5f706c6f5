"""`kg rank`: who is central, by several measures side by side."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.measuring import Form, Limit, Plot, Since, Until, check_plot, limited, tell_read
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, tell, write

if TYPE_CHECKING:
    from kg.analysis.rank import Standing

EXAMPLES = """
kg rank
kg rank --by brokerage --type person
kg rank --since 2024-11-01 --until 2024-12-31 --format csv
kg rank --by betweenness --limit 10 --plot brokers.svg
"""

_TABLE = ("actor", "country", "contacts", "partners", "betweenness", "pagerank", "brokerage")
_MACHINE = ("id", *_TABLE, "type")


def command(
    by: Annotated[
        str,
        typer.Option(metavar="MEASURE", help="Order: contacts, partners, betweenness, pagerank, brokerage."),
    ] = "contacts",
    type_: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="Only person, organization, country, group.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    plot: Plot = None,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Measures, prints."""
    one_of("format", form, FORMATS)
    check_plot(plot)
    from kg import library

    with library.open(store) as graph:
        found = graph.rank(by, type=type_, since=since, until=until)
        read = graph.coverage(since, until)
    shown, more = limited(found.standings, limit, form)
    columns = _TABLE if form == "table" else _MACHINE
    write(columns, ([_cell(name, each) for name in columns] for each in shown), form)
    if form == "table" and more:
        tell(f"and {more} more: --limit 0 shows all")
    for name, meaning in found.meanings.items():
        if form == "table" or "sampled" in meaning:
            tell(f"{name}: {meaning}")
    if form == "table":
        tell(f"a network of {found.actors} actors and {found.ties} ties, of contacts that took place")
        tell_read(read)
    if plot:
        from kg.analysis.plots import plot_rank

        plot_rank(found, read, plot)
        tell(f"written to {plot}")


def _cell(name: str, standing: "Standing") -> Any:
    match name:
        case "actor":
            return standing.actor.name
        case "id" | "type" | "country":
            return getattr(standing.actor, name)
        case _:
            return getattr(standing, name)
