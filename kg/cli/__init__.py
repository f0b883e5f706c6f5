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
    "stats": ("kg.cli.stats", "Count what the store holds."),
    "view": ("kg.cli.view", "Write the network as a page that works offline."),
    "export": ("kg.cli.export", "Write the graph to a file for other tools."),
    "eval": ("kg.cli.eval", "Measure the extraction against annotated articles."),
}
"""Command → module with its function `command` and its `EXAMPLES`, and its help in one line."""


def main() -> None:
    """Entry point of the command `kg`."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # texts hold what no terminal and no file may be able to show
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:] or ["--help"]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command line and returns its exit code; what goes wrong is told in one line."""
    try:
        called = next((word for word in arguments if not word.startswith("-")), "")
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
    completing = "_KG_COMPLETE" in os.environ  # the shell asks: then the words stand elsewhere
    for name, (module, line) in COMMANDS.items():
        if name == called or completing:
            room = import_module(module)
            application.command(name, help=line, epilog=_examples(room.EXAMPLES))(room.command)
        else:
            application.command(name, help=line)(_not_called)
    return application


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
