"""Folders that are no store, and a store that somebody else is writing."""

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph import open_writer

ROOT = Path(__file__).parents[2]
MEETING = (
    "Date: 2024-12-02\n\nFrench President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.\n"
)


@pytest.fixture(scope="module")
def made(kg_in, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    (folder / "meeting.txt").write_text(MEETING)
    assert kg_in(folder, "ingest", "meeting.txt").returncode == 0
    return folder


@pytest.fixture
def store(made, tmp_path) -> Path:
    """A store with one contact, in the folder in which `kg` runs, beside the article it comes from."""
    shutil.copytree(made, tmp_path, dirs_exist_ok=True)
    return tmp_path / ".contact-kg"


@pytest.mark.parametrize("command", [("ingest", "meeting.txt"), ("contacts",), ("query", "ASK {}"), ("resolve",)])
def test_a_folder_that_is_not_a_store_is_left_alone(kg, tmp_path, command):
    (tmp_path / "meeting.txt").write_text(MEETING)
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"picture")
    done = kg(*command, "--store", "photos")
    assert done.returncode == 1
    assert done.stderr.startswith("kg: photos is not a store")
    assert len(done.stderr.splitlines()) == 1
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["one.jpg"]


def test_without_a_store_it_is_told_how_to_make_one(kg):
    done = kg("contacts")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "kg ingest" in done.stderr


def test_a_store_in_use_names_the_process_and_readers_go_on(kg, store):
    with open_writer(store, "kg ingest archive/"):
        done = kg("ingest", "meeting.txt")
        assert done.returncode == 1
        assert "is being written by process" in done.stderr
        assert "kg ingest archive/" in done.stderr
        assert len(done.stderr.splitlines()) == 1
        assert "Scholz" in kg("contacts").stdout
    assert kg("ingest", "meeting.txt").stdout.startswith("0 added, 0 replaced, 1 skipped, 0 failed")


def test_a_writer_that_was_killed_leaves_a_store_that_goes_on(kg, store):
    killed = (
        "import os, signal, sys; from kg.graph import open_writer\n"
        "with open_writer(sys.argv[1], 'kg ingest'): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", killed, store], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert "Scholz" in kg("contacts").stdout
    assert kg("ingest", "meeting.txt").stdout.startswith("0 added, 0 replaced, 1 skipped, 0 failed")
