"""`kg confirm`: a contact that a person has checked."""

from typing import Annotated

import typer

from kg.cli.deciding import By, Why, keep
from kg.cli.options import DEFAULT_STORE, Store

EXAMPLES = """
kg confirm 33a6d096e0a2985b-4848c-1
kg confirm 33a6d096e0a2985b-4848c-1 --why "seen in the readout of both sides" --by "Ayla Demir"
"""


def command(
    contact: Annotated[str, typer.Argument(metavar="CONTACT", help="Its id, or how that begins: kg contacts --ids.")],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Decides, says how to take it back."""
    from kg import deciding

    keep(store, "kg confirm", lambda view, who: deciding.on_contact(view, who, "confirm", contact), by, why)
