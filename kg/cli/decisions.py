"""`kg decisions`: what users have decided, how it stands, and how to take it back or along."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.deciding import By, Why, keep
from kg.cli.measuring import Form
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, tell, write, write_records

if TYPE_CHECKING:
    from kg.derivation.standing import Standing

EXAMPLES = """
kg decisions
kg decisions --stale --json
kg decisions undo 1
kg decisions export decisions.ttl
kg decisions import decisions.ttl
"""

_COLUMNS = ("number", "state", "decision", "by", "when", "why")

application = typer.Typer(rich_markup_mode=None)


@application.callback(invoke_without_command=True)
def command(
    context: typer.Context,
    stale: Annotated[
        bool, typer.Option("--stale", help="Only those of which a sentence or article says something else now.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Lists, with number and state: holds, stale, unanchored (its articles are not there) or undone."""
    if context.invoked_subcommand:
        return
    form = one_of("format", "json" if as_json else form, FORMATS)
    from kg.derivation.standing import standings
    from kg.graph import open_reader

    with open_reader(store) as reader:
        found = [one for one in standings(reader) if one.state == "stale" or not stale]
    if form in ("json", "jsonl"):
        write_records(map(_record, found), form)
        return
    write(_COLUMNS, map(_row, found), form)
    if form == "table":
        for one in found:
            if one.state in ("stale", "unanchored"):
                for note in one.notes:
                    tell(f"{one.number}: {note}")


@application.command()
def undo(
    which: Annotated[str, typer.Argument(metavar="N", help="Its number in the list, or its id.")],
    why: Why = "",
    by: By = None,
    store: Store = DEFAULT_STORE,
) -> None:
    """Take a decision back; both stay in the log."""
    from kg import deciding

    keep(store, "kg decisions undo", lambda view, who: deciding.undo(view, who, which), by, why)


@application.command("export")
def export_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new or old .ttl file, replaced as a whole.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Write the whole log to one Turtle file, to share or keep in git."""
    from kg.exchange import export_decisions
    from kg.graph import open_reader

    with open_reader(store) as reader:
        count = export_decisions(reader, file)
    tell(f"{count} decision{'s' if count != 1 else ''} written to {file}")


@application.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What kg decisions export wrote.")],
    store: Store = DEFAULT_STORE,
) -> None:
    """Take over the decisions of a file that the store does not have."""
    from kg.exchange import import_decisions
    from kg.graph import open_writer

    with open_writer(store, "kg decisions import") as writer:
        new, there = import_decisions(writer, file)
    print(f"{new} decision{'s' if new != 1 else ''} added, {there} there already")


def _row(one: "Standing") -> tuple[Any, ...]:
    decision = one.decision
    return (
        one.number,
        one.state,
        decision.label,
        decision.by,
        decision.at.isoformat(" ", "minutes").removesuffix("+00:00"),
        decision.why or None,
    )


def _record(one: "Standing") -> dict[str, Any]:
    decision = one.decision
    return {
        "number": one.number,
        "id": decision.id,
        "kind": decision.kind,
        "state": one.state,
        "decision": decision.label,
        "by": decision.by,
        "at": decision.at.isoformat(),
        "why": decision.why or None,
        "undoes": decision.undoes,
        "articles": sorted(decision.articles),
        "quotes": [anchor.quote for anchor in decision.reports],
        "notes": list(one.notes),
    }
