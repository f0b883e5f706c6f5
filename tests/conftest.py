"""What every room's tests may use."""

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def kg_in() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs `kg` as a user does, as a process of its own in a folder: `kg_in(folder, "extract", "a.txt")`."""
    environment = {name: value for name, value in os.environ.items() if name != "CONTACT_KG_STORE"}
    environment["PYTHONPATH"] = str(ROOT)
    # No terminal: the width of a table must not hang on who runs the tests.
    environment.pop("COLUMNS", None)

    def run(folder: Path, *arguments: str | Path, given: str | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "kg", *map(str, arguments)],
            cwd=folder,
            env=environment,
            input=given,
            stdin=subprocess.DEVNULL if given is None else None,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    return run


@pytest.fixture
def kg(kg_in: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path) -> partial:
    """Runs `kg` in the test's own folder: `kg("extract", "a.txt")`."""
    return partial(kg_in, tmp_path)
