"""`kg reject`: a contact that did not happen so, or a report that was misread."""

from typing import Annotated

import typer

from kg.cli.deciding import By, Why, keep
from kg.cli.options import DEFAULT_STORE, Store
from kg.errors import UsageError

EXAMPLES = """
kg reject 33a6d096e0a2985b-4848c-1 --why "two other ministers"
kg reject --report 33a6d096e0a2985b-d7dba-1
"""


def command(
    contact: Annotated[
        str | None, typer.Argument(metavar="CONTACT", help="Its id, or how that begins: kg contacts --ids.")
    ] = None,
    report: Annotated[str | None, typer.Option(metavar="ID", help="Only this report; others still count.")] = None,
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Decides, says how to take it back."""
    from kg import deciding

    if (contact is None) == (report is None):
        raise UsageError("kg reject takes a contact or --report", "kg contacts --ids lists contacts with their ids")
    if contact is not None:
        keep(store, "kg reject", lambda view, who: deciding.on_contact(view, who, "reject", contact), by, why)
    elif report is not None:
        keep(store, "kg reject", lambda view, who: deciding.on_report(view, who, report), by, why)
