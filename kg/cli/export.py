"""`kg export`: the graph as a file for other tools."""

from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

EXAMPLES = """
kg export -o contacts.ttl
kg export -o network.graphml --force
kg export -o everything.nq --layer all
kg export -o - --format turtle | less
"""


def command(
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="The file; its suffix tells the format.")
    ],
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="FORMAT", help="turtle, ntriples, trig, nquads, csv, graphml."),
    ] = None,
    layer: Annotated[
        str, typer.Option(metavar="LAYER", help="contacts; said; all: every quad of the store.")
    ] = "contacts",
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Reads the store, writes the file, says where it is."""
    from kg.export import export
    from kg.graph import open_reader

    with open_reader(store) as reader:
        left_out = export(reader, output, form, layer, force)
    if left_out:
        tell(f"{left_out} contacts that did not take place are left out: this format cannot tell them apart")
    if output != "-":
        tell(f"written to {output}")
