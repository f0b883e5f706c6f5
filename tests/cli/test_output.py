import json

import pytest

from kg.cli.output import FORMATS, shown, write


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
