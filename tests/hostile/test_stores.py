"""Folders that are no store, and a store that somebody else is writing."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.graph import open_writer

ROOT = Path(__file__).parents[2]
TALKS = (
    "Date: 2024-12-02\n\n"
    "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday.\n"
)


@pytest.fixture
def good(tmp_path):
    (tmp_path / "good.txt").write_text(TALKS)


@pytest.mark.usefixtures("good")
def test_a_folder_that_is_not_a_store_is_left_alone(kg, tmp_path):
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "one.jpg").write_bytes(b"picture")
    for command in (["ingest", "good.txt"], ["contacts"], ["query", "ASK {}"]):
        done = kg(*command, "--store", "photos")
        assert done.returncode in {1, 2}
        assert "photos is not a store" in done.stderr
        assert "Traceback" not in done.stderr
    assert [path.name for path in (tmp_path / "photos").iterdir()] == ["one.jpg"]


def test_without_a_store_it_is_told_how_to_make_one(kg):
    done = kg("contacts")
    assert done.returncode == 1
    assert "kg ingest" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("good")
def test_a_store_in_use_names_the_process_and_readers_go_on(kg, tmp_path):
    assert kg("ingest", "good.txt").returncode == 0
    (tmp_path / "more.txt").write_text(TALKS.replace("Berlin", "Paris"))
    with open_writer(tmp_path / ".contact-kg", "kg ingest archive/"):
        done = kg("ingest", "more.txt")
        assert done.returncode == 1
        assert "is being written by process" in done.stderr
        assert "kg ingest archive/" in done.stderr
        assert "Traceback" not in done.stderr
        assert "Scholz" in kg("contacts").stdout
        assert kg("query", "ASK { ?c a kg:Contact }").returncode == 0
    assert kg("ingest", "more.txt").returncode == 0


@pytest.mark.usefixtures("good")
def test_a_writer_that_was_killed_leaves_a_store_that_goes_on(kg, tmp_path):
    assert kg("ingest", "good.txt").returncode == 0
    killed = (
        "import os, signal, sys; from kg.graph import open_writer\n"
        "with open_writer(sys.argv[1], 'kg ingest'): os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", killed, tmp_path / ".contact-kg"], cwd=ROOT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert "Scholz" in kg("contacts").stdout
    assert kg("ingest", "good.txt").returncode == 0
