"""`kg matrix`: who talks to whom, country by country or actor by actor."""

from typing import Annotated

import typer

from kg.cli.measuring import Form, Plot, Since, Until, check_plot, tell_read
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, tell, write

EXAMPLES = """
kg matrix
kg matrix --by actor --limit 8
kg matrix --by country --since 2024-11-01 --format csv
kg matrix --plot countries.png
"""

_MACHINE = ("one", "other", "one_name", "other_name", "contacts", "articles", "per_100_articles")
_WIDEST = 12


def command(
    by: Annotated[str, typer.Option(metavar="WHAT", help="country or actor.")] = "country",
    since: Since = None,
    until: Until = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Only the N with most contacts. Tables have 12, other formats all."),
    ] = None,
    plot: Plot = None,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Counts, prints."""
    one_of("format", form, FORMATS)
    check_plot(plot)
    from kg import library

    with library.open(store) as graph:
        found = graph.matrix(by, since=since, until=until)
        read = graph.coverage(since, until)
    keys = list(found.names)[: limit or (_WIDEST if form == "table" else None)]
    if form == "table":
        heads = [key or "none" for key in keys] if by == "country" else [str(n) for n in range(1, len(keys) + 1)]
        rows = zip(keys, found.table(keys), strict=True)
        labels = [found.names[key] if by == "country" else f"{n} {found.names[key]}" for n, key in enumerate(keys, 1)]
        write(
            ["", *heads],
            ([label, *(count or "·" for count in row)] for label, (_, row) in zip(labels, rows, strict=True)),
            form,
        )
        if len(keys) < len(found.names):
            tell(f"and {len(found.names) - len(keys)} more with fewer contacts: --limit N shows more")
        tell(f"{found.contacts} contacts that took place")
        tell_read(read)
    else:
        shown = [cell for cell in found.cells if cell.one in keys and cell.other in keys]
        write(
            _MACHINE,
            (
                (
                    cell.one, cell.other, found.names[cell.one], found.names[cell.other],
                    cell.contacts, read.articles, read.rate(cell.contacts),
                )
                for cell in shown
            ),
            form,
        )  # fmt: skip
    if plot:
        from kg.analysis.plots import plot_matrix

        plot_matrix(found, keys[:_WIDEST] if limit is None else keys, read, plot)
        tell(f"written to {plot}")
