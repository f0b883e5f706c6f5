"""A folder is what it was, or what it became; never something between, however the writer ends."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.whole_folder import write_whole_folder


def _filled(path: Path, text: str) -> None:
    with write_whole_folder(path, StoreError) as part:
        (part / "file").write_text(text)


def test_a_new_folder_takes_the_place_of_the_old(tmp_path):
    for text in ("one", "two"):
        _filled(tmp_path / "made", text)
        assert (tmp_path / "made" / "file").read_text() == text
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_what_fails_changes_nothing(tmp_path):
    _filled(tmp_path / "made", "one")
    with pytest.raises(StoreError, match="cannot be written"), write_whole_folder(tmp_path / "made", StoreError):
        raise OSError("no room")
    assert (tmp_path / "made" / "file").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_where_names_cannot_be_exchanged_they_are_changed_one_by_one(tmp_path, monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", lambda _name: object())
    test_a_new_folder_takes_the_place_of_the_old(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges two names in one step")
def test_at_every_moment_the_name_is_there(tmp_path):
    _filled(tmp_path / "made", "0")
    watch = (
        "import os, sys\n"
        "print('ready', flush=True)\n"
        "missing = 0\n"
        "while not os.path.exists(sys.argv[2]):\n"
        "    missing += not os.path.exists(sys.argv[1])\n"
        "print(missing)\n"
    )
    watcher = subprocess.Popen(
        [sys.executable, "-c", watch, tmp_path / "made" / "file", tmp_path / "end"], stdout=subprocess.PIPE, text=True
    )
    assert watcher.stdout is not None
    assert watcher.stdout.readline() == "ready\n"
    for number in range(200):
        _filled(tmp_path / "made", str(number))
    (tmp_path / "end").touch()
    assert watcher.communicate()[0] == "0\n"
