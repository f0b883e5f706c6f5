import json
import re

import pytest

from kg.cli import run

pytestmark = pytest.mark.usefixtures("store")


def test_the_page_holds_the_names(kg, tmp_path):
    done = kg("view", "-o", "network.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert "network.html" in done.stderr
    assert "Hakan Fidan" in (tmp_path / "network.html").read_text("utf-8")


def _page(tmp_path):
    text = (tmp_path / "network.html").read_text("utf-8")
    parts = re.findall(r'<script type="application/json" id="(\w+)">(.*?)</script>', text, re.DOTALL)
    return {name: json.loads(told) for name, told in parts}


@pytest.mark.parametrize(
    ("options", "contacts", "asked"),
    [
        ((), 3, []),
        (("--who", "Lavrov", "--status", "refused"), 1, ["who Lavrov", "status refused"]),
        (("--between", "Turkey", "Russia"), 1, ["between Turkey and Russia"]),
        (("--article", "nocall"), 1, ["article nocall"]),
        (("--since", "2024-12-02"), 1, ["since 2024-12-02"]),
        (("--about", "ceasefire", "--min-confidence", "0.5"), 1, ["about ceasefire", "confidence from 0.5"]),
        (("--around", "Fidan", "--relation", "met"), 1, ["relation met", "around Fidan, 1 step"]),
        (("--country", "IR", "--place", "Ankara"), 1, ["country IR", "place Ankara"]),
    ],
)
def test_the_filters_of_contacts_choose_and_stand_on_the_page(kg, tmp_path, options, contacts, asked):
    done = kg("view", *options)
    assert done.returncode == 0
    assert f"{contacts} contact" in done.stderr
    rest = _page(tmp_path)["rest"]
    assert len(rest["contacts"]) == contacts
    assert rest["filters"] == asked
    assert re.search(r"as of \d", rest["summary"])


def test_without_quotes_no_sentence_is_in_the_file(kg, tmp_path):
    assert kg("view", "--no-quotes", "--title", "For all").returncode == 0
    assert "declined to take a call" not in (tmp_path / "network.html").read_text("utf-8")
    assert _page(tmp_path)["rest"]["title"] == "For all"


@pytest.mark.parametrize("there_is_a_browser", [True, False])
def test_open_shows_the_page_in_the_browser(tmp_path, monkeypatch, capsys, there_is_a_browser):
    opened = []
    monkeypatch.setattr("webbrowser.open", lambda url: bool(opened.append(url)) or there_is_a_browser)
    monkeypatch.chdir(tmp_path)
    assert run(["view", "--open"]) == 0
    assert opened == [(tmp_path / "network.html").as_uri()]
    assert ("no browser was found" in capsys.readouterr().err) is not there_is_a_browser


def test_a_name_that_nobody_has_is_told(fails):
    assert "Nobody" in fails("view", "--around", "Nobody Atall", code=1)


def test_a_folder_that_is_not_there_is_named(fails):
    assert "no folder" in fails("view", "-o", "nowhere/network.html", code=1)
