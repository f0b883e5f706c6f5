"""What a shell is offered, asked as bash and zsh ask."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.usefixtures("store")


@pytest.fixture
def completed(tmp_path):
    def ask(words, shell="bash"):
        asked = {
            "bash": {"COMP_WORDS": words, "COMP_CWORD": str(words.count(" ") - words.count("\\ "))},
            "zsh": {"_TYPER_COMPLETE_ARGS": words},
        }
        environment = {name: value for name, value in os.environ.items() if name != "CONTACT_KG_STORE"}
        done = subprocess.run(
            [sys.executable, "-m", "kg"],
            cwd=tmp_path,
            env={**environment, "PYTHONPATH": str(ROOT), "_KG_COMPLETE": f"complete_{shell}", **asked[shell]},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        return done.stdout

    return ask


def test_names_of_actors_with_contacts(completed):
    assert completed("kg actor ha").split("\n")[:-1] == ["Hakan\\ Fidan"]
    assert completed("kg actor Hakan\\ F").split("\n")[:-1] == ["Hakan\\ Fidan"]
    assert completed("kg timeline araghchi").split("\n")[:-1] == ["Abbas\\ Araghchi"]
    assert completed("kg path Hakan\\ Fidan lav").split("\n")[:-1] == ["Sergey\\ Lavrov"]
    assert completed("kg actor Albania").strip() == ""


def test_names_of_actors_as_values_of_options(completed):
    assert completed("kg contacts --who ha").split("\n")[:-1] == ["Hakan\\ Fidan"]
    assert completed("kg contacts --who Fidan --with lav").split("\n")[:-1] == ["Sergey\\ Lavrov"]


def test_names_of_queries(completed):
    assert completed("kg query contacts-").split("\n")[:-1] == [
        "contacts-between", "contacts-of", "contacts-of-countries", "contacts-of-country",
    ]  # fmt: skip
    assert completed("kg query SELECT").strip() == ""


def test_zsh_quotes_by_itself(completed):
    assert "Hakan Fidan" in completed("kg actor ha", "zsh")


def test_without_a_store_nothing_is_offered_and_nothing_told(completed, tmp_path):
    (tmp_path / ".contact-kg").rename(tmp_path / "elsewhere")
    assert completed("kg actor ha").strip() == ""
