"""The command `kg`: one table of commands, each imported when it is called."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Annotated, Final

import typer

from kg.errors import KgError

COMMANDS: Final[dict[str, tuple[str, str]]] = {
    "ingest": ("kg.cli.ingest", "Read articles and keep their contacts in the store."),
    "extract": ("kg.cli.extract", "Show the contacts articles tell of, without a store."),
    "resolve": ("kg.cli.resolve", "Work out again who is who and what happened."),
    "contacts": ("kg.cli.contacts", "List contacts by who, what, when and status."),
    "query": ("kg.cli.query", "Ask the graph in SPARQL, or by a named query."),
    "actors": ("kg.cli.actors", "Tell who held which office when."),
    "reject": ("kg.cli.reject", "Say that a contact, or a report of one, is wrong."),
    "confirm": ("kg.cli.confirm", "Say that a contact is right."),
    "fix": ("kg.cli.fix", "Correct a contact's status, date, relation or place."),
    "decisions": ("kg.cli.decisions", "List, undo, export and import what users decided."),
    "forget": ("kg.cli.forget", "Remove articles and all that rests on them alone."),
    "actor": ("kg.cli.actor", "Show one actor: spellings, partners, topics, months."),
    "timeline": ("kg.cli.timeline", "Draw how often somebody had contact, month by month."),
    "path": ("kg.cli.path", "Find the shortest ways between two actors, through people."),
    "rank": ("kg.cli.rank", "Rank actors by contacts, partners and brokerage."),
    "matrix": ("kg.cli.matrix", "Count who talks to whom, country by country."),
    "compare": ("kg.cli.compare", "Compare two periods: new, lost, stronger, weaker ties."),
    "stats": ("kg.cli.stats", "Count what the store holds."),
    "view": ("kg.cli.view", "Write the network as a page that works offline."),
    "export": ("kg.cli.export", "Write the graph to a file for other tools."),
    "import": ("kg.cli.import_", "Take back what an export wrote, or join a colleague's graph."),
    "diff": ("kg.cli.diff", "Tell what two graphs differ in."),
    "store": ("kg.cli.store", "Back up, restore and check the store."),
    "validate": ("kg.cli.validate", "Check a graph: whether it holds all that it must."),
    "eval": ("kg.cli.eval", "Measure the extraction against annotated articles."),
}
"""Command → module with its function `command`, or `application` of sub-commands, and its `EXAMPLES`; its help."""


def main() -> None:
    """Entry point of the command `kg`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # texts hold what no terminal and no file may be able to show
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:] or ["--help"]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; what goes wrong is told in one line."""
    try:
        words = _completed() or arguments
        called = next((word for word in words if not word.startswith("-")), "")
        command = typer.main.get_command(_application(called))
        code = command.main(args=list(arguments), prog_name="kg", standalone_mode=False)
        sys.stdout.flush()
    except KgError as error:
        return _tell(str(error), error.exit_code)
    except (BrokenPipeError, SystemExit):  # the second is what typer makes of the first
        return _nobody_reads()
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        told = getattr(error, "format_message", None)  # typer's own, whose class has no public name
        if not told:
            raise
        return _tell(f"{told()} Try: kg {f'{called} ' if called in COMMANDS else ''}--help", 2)
    return code if isinstance(code, int) else 0


def _application(called: str) -> typer.Typer:
    """The application with the called command in full, and of all others the name and one line of help."""
    application = typer.Typer(
        name="kg",
        help="Who talked to whom: reads news and readouts, keeps every contact with its sentence.",
        epilog=_examples(
            "kg ingest articles/\nkg contacts --who Fidan --since 2024-11-01\nkg view -o network.html\n"
            "kg COMMAND --help   options and examples of a command"
        ),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    application.callback()(_kg)
    for name, (module, line) in COMMANDS.items():
        if name == called:
            room = import_module(module)
            if hasattr(room, "application"):
                application.add_typer(room.application, name=name, help=line, epilog=_examples(room.EXAMPLES))
            else:
                application.command(name, help=line, epilog=_examples(room.EXAMPLES))(room.command)
        else:
            application.command(name, help=line)(_not_called)
    return application


def _completed() -> list[str]:
    """The words after `kg` where a shell asks how they may go on: bash, zsh and fish tell them by the environment."""
    if "_KG_COMPLETE" not in os.environ:
        return []
    return (os.environ.get("COMP_WORDS") or os.environ.get("_TYPER_COMPLETE_ARGS") or "").split()[1:]


def _examples(lines: str) -> str:
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines.strip().splitlines())


def _show_version(wanted: bool) -> None:
    if wanted:
        from kg import __version__

        print(f"contact-kg {__version__}")
        raise typer.Exit


def _kg(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version and end.", callback=_show_version, is_eager=True),
    ] = False,
) -> None:
    """The options that stand before a command."""


def _not_called() -> None:
    """Stands in the list of commands for one that is not called."""


def _tell(message: str, code: int) -> int:
    print(f"kg: {message}", file=sys.stderr)
    return code


def _nobody_reads() -> int:
    """Ends quietly when the reader of our output is gone (`| head`)."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0
