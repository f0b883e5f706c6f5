"""docs/cli.md tells what the commands' help tells, and README and help know every command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def test_the_page_is_that_of_the_commands_as_they_are():
    made = subprocess.run(
        [sys.executable, ROOT / "docs" / "commands.py"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    assert (ROOT / "docs" / "cli.md").read_text("utf-8") == made, "docs/cli.md is stale: run `make docs`"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_on_the_page(name):
    assert f"\n## kg {name}\n" in (ROOT / "docs" / "cli.md").read_text("utf-8")
