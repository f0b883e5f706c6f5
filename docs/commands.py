"""Prints docs/cli.md: what every command's `--help` tells.

    python docs/commands.py > docs/cli.md

`make docs` runs it; a test compares, so that the file is never older than the commands.
"""

import io
import os
from collections.abc import Iterator
from contextlib import redirect_stdout
from importlib import import_module

from kg.cli import COMMANDS, run

HEAD = """# Commands

What `kg COMMAND --help` tells, command by command. This file is made by `make docs`; what it tells stands in `kg/cli/`.
"""


def page() -> str:
    """The whole file."""
    os.environ["COLUMNS"] = "100"  # the help is as wide on every machine
    parts = [HEAD, _block()]
    for name in COMMANDS:
        parts += [f"## kg {' '.join(words)}\n\n{_block(*words)}" for words in _with_parts(name)]
    return "\n".join(parts)


def _with_parts(name: str) -> Iterator[list[str]]:
    """The command, then the commands it is divided into."""
    yield [name]
    application = getattr(import_module(COMMANDS[name][0]), "application", None)
    for command in application.registered_commands if application else ():
        yield [name, command.name or command.callback.__name__]


def _block(*words: str) -> str:
    told = io.StringIO()
    with redirect_stdout(told):
        code = run([*words, "--help"])
    if code:
        raise SystemExit(f"kg {' '.join(words)} --help fails")
    lines = (line.rstrip() for line in told.getvalue().strip().splitlines())
    return "```text\n" + "\n".join(lines) + "\n```\n"


if __name__ == "__main__":
    print(page(), end="")
