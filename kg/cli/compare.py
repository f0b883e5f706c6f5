"""`kg compare`: which ties are new, lost, stronger or weaker from one period to another."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.measuring import Form, Plot, Since, Until, between, check_plot, limited
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, tell, write

if TYPE_CHECKING:
    from kg.analysis.compare import Comparison, TieChange

EXAMPLES = """
kg compare --since 2024-11-01 --until 2024-11-30 --and-since 2024-12-01 --and-until 2024-12-31
kg compare --until 2024-11-30 --and-since 2024-12-01 --by country --only new
kg compare --until 2024-11-30 --and-since 2024-12-01 --format json
kg compare --until 2024-11-30 --and-since 2024-12-01 --plot change.svg
"""

_TABLE = ("change", "one", "other", "before", "after", "per_100_before", "per_100_after", "chance")
_MACHINE = (*_TABLE, "one_id", "other_id")
_OF_A_KIND = 10
_READ = "articles read"


def command(
    since: Since = None,
    until: Until = None,
    and_since: Annotated[str | None, typer.Option(metavar="DAY", help="First day of the second period.")] = None,
    and_until: Annotated[str | None, typer.Option(metavar="DAY", help="Last day of the second period.")] = None,
    by: Annotated[str, typer.Option(metavar="WHAT", help="Ties between what: actor or country.")] = "actor",
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="CHANGE", help="Only new, lost, stronger, weaker or steady; may be given twice."),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=0, help="Of each change at most; 0 for all. Tables have 10, other formats all."),
    ] = None,
    plot: Plot = None,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Compares, prints."""
    one_of("format", form, FORMATS)
    check_plot(plot)
    from kg import library
    from kg.analysis.compare import CHANGES

    wanted = [one_of("change", each, CHANGES) for each in only or CHANGES]
    with library.open(store) as graph:
        found = graph.compare(since, until, and_since, and_until, by=by)
    shown: list[TieChange] = []
    more = 0
    for change in CHANGES:
        ties, left = limited([tie for tie in found.ties if tie.change == change], limit, form, _OF_A_KIND)
        if change in wanted:
            shown += ties
            more += left
    columns = _TABLE if form == "table" else _MACHINE
    write(columns, ([row.get(name) for name in columns] for row in _rows(found, shown)), form)
    if form == "table":
        _tell(found, more)
    if plot:
        from kg.analysis.plots import plot_compare

        plot_compare(found, shown, plot)
        tell(f"written to {plot}")


def _rows(found: "Comparison", shown: "Sequence[TieChange]") -> Iterator[dict[str, Any]]:
    """The articles first, in all and by outlet, since every rate hangs on them; then the ties."""
    yield {"change": _READ, "one": "all outlets", "before": found.before.articles, "after": found.after.articles}
    before, after = dict(found.before.outlets), dict(found.after.outlets)
    for outlet in sorted(before.keys() | after.keys(), key=lambda name: (name is None, name or "")):
        yield {
            "change": _READ,
            "one": outlet or "no known outlet",
            "before": before.get(outlet, 0),
            "after": after.get(outlet, 0),
        }
    for tie in shown:
        yield {
            "change": tie.change,
            "one": tie.one_name,
            "other": tie.other_name,
            "before": tie.before,
            "after": tie.after,
            "per_100_before": tie.rate_before,
            "per_100_after": tie.rate_after,
            "chance": tie.chance,
            "one_id": tie.one,
            "other_id": tie.other,
        }


def _tell(found: "Comparison", more: int) -> None:
    tell(f"before:{between(found.before) or ' all'}; after:{between(found.after) or ' all'}")
    if more:
        tell(f"and {more} more ties: --limit 0 shows all")
    if found.undated:
        tell(f"{found.undated} contacts do not lie wholly in one of the periods and are left out")
    if not found.before.articles or not found.after.articles:
        tell("no article was read for one of the periods, so there is no rate: the numbers cannot be compared")
    else:
        tell("chance: how likely so uneven a split is where nothing changed, given the articles read")
