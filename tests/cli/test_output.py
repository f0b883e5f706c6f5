import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli.output import FORMATS, shown, write

ROOT = Path(__file__).resolve().parents[2]


def test_text_of_strangers_cannot_steer_the_terminal():
    assert "\x1b" not in shown("\x1b[2J\x1b]0;title\x07Fidan")
    assert "\u202e" not in shown("naдiF \u202eevil")
    assert shown("two\nlines\tof text") == "two lines of text"
    assert shown("Mohammed Shiaʿ al-Sūdānī, 王毅") == "Mohammed Shiaʿ al-Sūdānī, 王毅"


@pytest.mark.parametrize("form", FORMATS)
def test_no_rows_are_still_an_answer(form, capsys):
    write(["who", "sentence"], [], form)
    printed = capsys.readouterr().out
    assert json.loads(printed) == [] if form == "json" else "who" in printed or form == "jsonl"


def test_tabs_and_line_ends_in_a_cell_do_not_make_columns_or_rows(capsys):
    write(["a", "b"], [["x\ty", "1\r\n2"]], "tsv")
    assert capsys.readouterr().out == "a\tb\nx\\ty\t1\\r\\n2\n"


def test_colours_only_on_a_terminal_that_wants_them(capsys, monkeypatch):
    import sys

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("NO_COLOR", raising=False)
    write(["who"], [["Fidan"]], "table")
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    write(["who"], [["Fidan"]], "table")
    assert "\x1b[1mwho" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    write(["who"], [["Fidan"]], "table")
    assert capsys.readouterr().out == "who\nFidan\n"


@pytest.mark.parametrize(
    "command",
    [
        ["contacts"],
        ["actor", "Fidan"],
        ["timeline", "Fidan"],
        ["path", "Fidan", "Lavrov"],
        ["rank"],
        ["matrix"],
        ["compare", "--since", "2024-11", "--until", "2024-11", "--and-since", "2024-12", "--and-until", "2024-12"],
        ["query", "contacts-of", "--bind", "who=fidan"],
        ["query", "SELECT ?c ?r { ?c kg:relation ?r } ORDER BY ?c"],
        ["actors", "list", "--country", "VA"],
        ["actors", "who", "German chancellor"],
        ["actors", "match", "Abbas Araghchi", "Abbas Araqchi"],
    ],
    ids=" ".join,
)
@pytest.mark.usefixtures("store")
def test_a_terminal_shows_the_rows_that_a_pipe_gets(kg, tmp_path, command):
    piped = kg(*command).stdout
    assert "\x1b" not in piped
    assert len(piped.splitlines()) > 1
    wide = on_terminal(tmp_path, 300, command)
    assert wide.startswith("\x1b[1m")
    assert unstyled(wide) == unstyled(piped)
    assert max(map(len, STYLES.sub("", on_terminal(tmp_path, 40, command)).splitlines())) <= 40


STYLES = re.compile(r"\x1b\[\d*m")


def unstyled(printed: str) -> list[list[str]]:
    return [line.split() for line in STYLES.sub("", printed).splitlines()]


def on_terminal(folder: Path, columns: int, command: list[str]) -> str:
    """What `kg` shows on a terminal so wide."""
    pty, termios = pytest.importorskip("pty"), pytest.importorskip("termios")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, columns))
    unset = {"COLUMNS", "CONTACT_KG_STORE", "NO_COLOR"}
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    with subprocess.Popen(
        [sys.executable, "-m", "kg", *command],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ):
        os.close(theirs)
        shown = b"".join(iter(lambda: chunk(ours), b""))
    os.close(ours)
    return shown.decode()


def chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # whoever wrote there has ended
        return b""
