"""No room on the disk, played by a limit on the size of a file: told in one line, and nothing is lost."""

import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.graph import open_writer
from kg.graph.layers import article_graph
from kg.pipeline import ingest, resolve

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = 40
FULL = "No space left on device", "File too large", "Disk quota exceeded"


def limited(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def kg(folder: Path, size: int, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs `kg` where no file may grow beyond so many bytes."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *map(str, arguments)],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        preexec_fn=limited(size),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def assert_told(done: subprocess.CompletedProcess[str], what: str) -> None:
    assert done.returncode == 1, done.stderr
    assert len(done.stderr.splitlines()) == 1, done.stderr
    assert done.stderr.startswith(f"kg: {what}"), done.stderr
    assert any(words in done.stderr for words in FULL), done.stderr


@pytest.mark.parametrize("size", [0, 4_000, 60_000, 400_000])
def test_a_disk_without_room_for_a_store(tmp_path: Path, size: int) -> None:
    (tmp_path / "met.txt").write_text(
        "Date: 2024-12-02\n\nFrench President Emmanuel Macron met Olaf Scholz on Monday.\n"
    )
    assert_told(kg(tmp_path, size, "ingest", "met.txt"), "the store .contact-kg cannot be written: ")
    with open_writer(tmp_path / ".contact-kg", "after making room") as store:
        assert ingest(store, []).added == 0
        assert resolve(store) == 0


@pytest.mark.parametrize("size", [100_000, 400_000])
def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path, size: int, writer, articles, whole) -> None:
    assert writer(tmp_path / "store", ARTICLES, 1).wait(120) == 0
    process = writer(tmp_path / "store", ARTICLES, 30, preexec_fn=limited(size))
    out, errors = process.communicate(timeout=120)
    assert process.returncode == 1
    assert any(words in errors.splitlines()[-1] for words in FULL), errors
    told = out.splitlines()
    print(f"it went on to {told[-1:]}")
    with open_writer(tmp_path / "store", "after making room") as store:
        assert resolve(store) == 0
        for number in range(ARTICLES):
            written = [line.split(",")[0] for line in told if line.endswith(f"article {number // 8 * 8}")]
            held = frozenset(store.match(graph=article_graph(articles.document(number, 0).article.id)))
            last = max(len(written) - 1, 0)
            assert held in (whole(number, last), whole(number, last + 1))
        ingest(store, [articles.document(number, 0) for number in range(ARTICLES)])


def test_an_export_is_complete_or_not_there(tmp_path: Path, articles) -> None:
    with open_writer(tmp_path / ".contact-kg", "soak") as store:
        ingest(store, [articles.document(number, 0) for number in range(ARTICLES)])
    (tmp_path / "kept.ttl").write_text("what was there before")
    assert_told(kg(tmp_path, 20_000, "export", "-o", "new.ttl"), "new.ttl cannot be written: ")
    assert_told(kg(tmp_path, 20_000, "export", "-o", "kept.ttl", "--force"), "kept.ttl cannot be written: ")
    assert (tmp_path / "kept.ttl").read_text() == "what was there before"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".contact-kg", "kept.ttl"]
