"""`kg validate`: whether a graph holds what the shapes ask of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, shown, tell, write

if TYPE_CHECKING:
    from kg.shapes import Violation

EXAMPLES = """
kg validate
kg validate colleague.ttl
kg validate everything.nq.gz --format json
"""

_COLUMNS: Final = ("node", "label", "rule", "message", "value")
_FORMS: Final = ("words", *FORMATS)


def command(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="An RDF file; without it, the store.", show_default=False),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(_FORMS) + ".")] = "words",
    store: Store = DEFAULT_STORE,
) -> None:
    """Prints what is wrong, one line each; ends with 1 if anything is."""
    one_of("format", form, _FORMS)
    from kg.shapes import Checker, opened, stored

    found = 0
    with opened(file) if file else stored(store) as graph:
        checker = Checker(graph)

        def counted() -> Iterator["Violation"]:
            nonlocal found
            for violation in checker.violations():
                found += 1
                yield violation

        if form == "words":
            for violation in counted():
                print(shown(str(violation)))
        else:
            write(_COLUMNS, ([getattr(each, column) for column in _COLUMNS] for each in counted()), form)
    tell(f"{checker.checked} nodes checked, {found or 'nothing'} wrong")
    if found:
        raise typer.Exit(1)
