"""`kg import`: what `kg export --layer all` wrote, back into a store."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

EXAMPLES = """
kg import everything.nq.gz --store restored/
kg import colleague.trig
kg import colleague.trig --replace
"""


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="N-Quads or TriG of kg export --layer all; .gz too.")],
    replace: Annotated[
        bool, typer.Option("--replace", help="Articles that the store has in another reading are replaced.")
    ] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Checks, takes over, derives anew, says what was done."""
    from kg.exchange import import_file
    from kg.graph import open_writer

    with open_writer(store, "kg import") as writer:
        done = import_file(writer, file, replace)
    print(f"{done.added} articles added, {done.replaced} replaced, {done.same} the same already")
    if done.kept:
        tell(f"{done.kept} articles that the store has in another reading are kept; --replace takes those of the file")
