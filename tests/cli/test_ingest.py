import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ARCHIVE = 500
BATCH = 64

MET = "Date: 2024-12-02\n\nFrench President Emmanuel Macron met Chancellor Olaf Scholz in Berlin on Monday.\n"
TEXT = "French President Emmanuel Macron called Chancellor Olaf Scholz on Tuesday."
CALLED = f'{{"id": "call", "date": "2024-12-03", "text": "{TEXT}"}}\n'


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "met.txt").write_text(MET)
    (tmp_path / "in" / "called.jsonl").write_text(CALLED)
    return tmp_path / "in"


def test_it_ends_with_what_was_done(kg, articles):
    assert kg("ingest", articles).stdout.startswith("2 added, 0 replaced, 0 skipped, 0 failed")
    assert kg("ingest", articles).stdout.startswith("0 added, 0 replaced, 2 skipped, 0 failed")
    (articles / "called.jsonl").write_text(CALLED.replace("called", "met"))
    assert kg("ingest", articles).stdout.startswith("0 added, 1 replaced, 1 skipped, 0 failed")


def test_what_cannot_be_read_is_named_and_the_rest_goes_in(kg, articles):
    (articles / "broken.jsonl").write_text(CALLED + "{no json\n")
    done = kg("ingest", articles / "met.txt", "nothere.txt", articles / "broken.jsonl")
    assert done.returncode == 1
    assert done.stdout.startswith("2 added, 0 replaced, 0 skipped, 2 failed")
    assert "nothere.txt" in done.stderr
    assert "line 2" in done.stderr
    assert len(kg("contacts", "--no-quotes", "--format", "jsonl").stdout.splitlines()) == 2


def test_the_store_may_be_elsewhere(kg, articles, tmp_path):
    assert kg("ingest", articles, "--store", "mine").returncode == 0
    assert not (tmp_path / ".contact-kg").exists()
    assert "Macron" in kg("contacts", "--store", "mine").stdout


def test_a_folder_with_other_things_in_it_is_left_alone(kg, articles):
    done = kg("ingest", articles, "--store", articles)
    assert done.returncode == 1
    assert done.stderr.startswith("kg: ")
    assert {path.name for path in articles.iterdir()} == {"met.txt", "called.jsonl"}


def test_after_an_ingest_there_is_nothing_to_resolve(kg, articles):
    kg("ingest", articles)
    assert kg("resolve").stdout == "nothing changed\n"


def test_workers_leave_the_same_graph_and_say_the_same(kg, articles, tmp_path):
    (articles / "broken.jsonl").write_text("{no json\n")
    alone = kg("ingest", articles, "--store", "alone")
    shared = kg("ingest", articles, "--store", "shared", "--workers", "2")
    assert (shared.returncode, shared.stdout, shared.stderr) == (alone.returncode, alone.stdout, alone.stderr)
    for name in ("alone", "shared"):
        assert kg("export", "-o", f"{name}.nq", "--store", name).returncode == 0
    assert (tmp_path / "alone.nq").read_text() == (tmp_path / "shared.nq").read_text()
    assert kg("ingest", articles, "--store", "shared", "--workers", "2").stdout.startswith("0 added, 0 replaced, 2")


def test_workers_are_not_for_a_server(fails, articles):
    told = fails("ingest", articles, "--extractor", "llm", "--endpoint", "http://localhost:9/v1", "--model", "m",
                 "--workers", "2", code=2)  # fmt: skip
    assert "--concurrency" in told


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Enough articles that workers are busy for a while."""
    lines = [{"id": f"call {number}", "date": "2024-12-03", "text": f"{TEXT} {number}."} for number in range(ARCHIVE)]
    (tmp_path / "archive.jsonl").write_text("\n".join(map(json.dumps, lines)))
    return tmp_path / "archive.jsonl"


@pytest.fixture
def begun(archive: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`kg ingest --workers 2` in a group of its own, once it has written its first articles."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "ingest", archive, "--workers", "2"],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        start_new_session=True,
    )
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def wait_until_written(process: subprocess.Popen[str], store: Path) -> None:
    """Until the store has the first batch, and texts of a second."""
    until = time.monotonic() + 60
    while sum(1 for _ in (store / "texts").rglob("*.gz")) <= BATCH and time.monotonic() < until:
        assert process.poll() is None
        time.sleep(0.05)


def test_ctrl_c_ends_workers_without_a_word_and_the_next_run_goes_on(kg, begun, archive, tmp_path):
    wait_until_written(begun, tmp_path / ".contact-kg")
    os.killpg(begun.pid, signal.SIGINT)
    out, err = begun.communicate(timeout=30)
    assert (begun.returncode, out, err) == (130, "", "")
    done = kg("ingest", archive, "--workers", "2").stdout
    added, skipped = (int(done.split()[place]) for place in (0, 4))
    assert added + skipped == ARCHIVE
    assert skipped, "what was written before is kept"


def test_a_worker_that_is_killed_is_told_in_one_line(kg, begun, tmp_path):
    wait_until_written(begun, tmp_path / ".contact-kg")
    children = Path(f"/proc/{begun.pid}/task/{begun.pid}/children")
    if not children.exists():
        pytest.skip("there is no list of child processes")
    for child in children.read_text().split():
        if "spawn_main" in Path(f"/proc/{child}/cmdline").read_text():
            os.kill(int(child), signal.SIGKILL)
            break
    out, err = begun.communicate(timeout=30)
    assert begun.returncode == 1
    assert err.startswith("kg: a worker ended")
    assert len(err.splitlines()) == 1
    assert out == ""
    assert kg("resolve").stdout == "nothing changed\n"
