"""What all commands by which a user corrects the graph share: who decides and why, and what is told afterwards."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.settings import AUTHOR_VARIABLE

if TYPE_CHECKING:
    from kg.decisions import Decision
    from kg.decisions.making import Author
    from kg.graph.store import Quads

By = Annotated[
    str | None,
    typer.Option(
        "--by", envvar=AUTHOR_VARIABLE, metavar="NAME", help="Who decides; else the author git knows, or your login."
    ),
]
Why = Annotated[str, typer.Option("--why", metavar="TEXT", help="The reason, kept with the decision.")]


def keep(store: Path, command: str, make: "Callable[[Quads, Author], Decision]", by: str | None, why: str) -> None:
    """Makes a decision on a store, keeps it with all that follows from it, and says how to take it back."""
    from kg.deciding import author
    from kg.graph import open_writer
    from kg.graph.decided import log
    from kg.graph.marker import check_store
    from kg.pipeline import decide

    check_store(store)  # only an ingest makes one
    with open_writer(store, command) as writer:
        decision = make(writer, author(by, why))
        decide(writer, [decision])
        number = next(place for place, one in enumerate(log(writer), start=1) if one.id == decision.id)
    print(f"{number}: {decision.label}")
    print(f"kg decisions undo {number} takes it back")
