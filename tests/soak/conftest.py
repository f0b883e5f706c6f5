"""How long these tests go on: a little in every run, long by `make soak`, which sets CONTACT_KG_SOAK."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from pyoxigraph import Quad

from kg.actors import block_keys
from kg.graph.said import document_quads

ROOT = Path(__file__).resolve().parents[2]
WRITER = Path(__file__).with_name("writer.py")


@pytest.fixture(scope="session")
def soak() -> bool:
    return bool(os.environ.get("CONTACT_KG_SOAK"))


@pytest.fixture(scope="session")
def articles() -> SimpleNamespace:
    """What writer.py writes: `document(number, turn)`."""
    return SimpleNamespace(**runpy.run_path(str(WRITER)))


@pytest.fixture(scope="session")
def whole(articles) -> Callable[[int, int], frozenset[Quad]]:
    """All that the graph of an article holds: `whole(number, turn)`."""
    return lambda number, turn: document_quads(articles.document(number, turn), block_keys)


@pytest.fixture
def writer() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts writer.py as a process of its own, which does not outlive the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: object, **more: object) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, WRITER, *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **more,  # type: ignore[call-overload]
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
