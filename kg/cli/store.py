"""`kg store`: copies of a store, and whether it is whole."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.options import DEFAULT_STORE, Store
from kg.cli.output import tell

EXAMPLES = """
kg store backup backup-monday/
kg store restore backup-monday/ --force
kg store check
"""

application = typer.Typer(rich_markup_mode=None, no_args_is_help=True)


@application.command()
def backup(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A new folder; it is a store itself.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Copy the store as readers see it; a writer may go on."""
    from kg.exchange import backup as make

    make(store, folder)
    tell(f"backed up to {folder}")


@application.command()
def restore(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A backup.")],
    force: Annotated[bool, typer.Option("--force", help="Replace a store that is there.")] = False,
    store: Store = DEFAULT_STORE,
) -> None:
    """Make the store what a backup is."""
    from kg.exchange import restore as bring_back

    bring_back(folder, store, force)
    tell(f"restored to {store}")


@application.command()
def check(store: Store = DEFAULT_STORE) -> None:
    """Tell what is wrong with the store; ends with 1 if anything is."""
    from kg.exchange import faults
    from kg.graph import open_reader

    with open_reader(store) as reader:
        found = list(faults(reader))
    for fault in found:
        print(fault)
    if found:
        raise typer.Exit(1)
    tell("the store is whole")
