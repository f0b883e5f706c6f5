"""`kg fix`: what a contact should say."""

from typing import Annotated

import typer

from kg.cli.deciding import By, Why, keep
from kg.cli.options import DEFAULT_STORE, Store

EXAMPLES = """
kg fix 33a6d096e0a2985b-4848c-1 --status planned --date 2024-12-02
kg fix 33a6d096e0a2985b-4848c-1 --relation called
kg fix 33a6d096e0a2985b-4848c-1 --place "Tripoli, LB" --why "the readout says so"
"""


def command(
    contact: Annotated[str, typer.Argument(metavar="CONTACT", help="Its id, or how that begins: kg contacts --ids.")],
    status: Annotated[str | None, typer.Option(metavar="NAME", help="Such as occurred, planned, refused.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DAY", help="When it was: a day, month or year.")] = None,
    relation: Annotated[str | None, typer.Option(metavar="NAME", help="Such as met, called, hosted.")] = None,
    place: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help="Where it was, or a visit went: a city, with country if need be."),
    ] = None,
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Decides, says how to take it back."""
    from kg import deciding

    values = deciding.fixes(status, date, relation, place)
    keep(store, "kg fix", lambda view, who: deciding.on_contact(view, who, "fix", contact, values), by, why)
