"""`kg view`: the network as an interactive page."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

EXAMPLES = """
kg view -o network.html
kg view --store ministry/ -o ministry.html
"""


def command(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The page; replaced if it is there.")
    ] = Path("network.html"),
    store: Store = DEFAULT_STORE,
) -> None:
    """Reads the store, writes the page, says where it is."""
    from kg.graph import open_reader
    from kg.view import write_page

    with open_reader(store) as reader:
        contacts = list(reader.contacts())
        reports = {report for contact in contacts for report in contact.reports}
        path = write_page(contacts, reader.actors(), reader.documents(reports), output)
    tell(f"{len(contacts)} contacts in {path}")
