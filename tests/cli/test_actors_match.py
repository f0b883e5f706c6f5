"""`kg actors match` as its user sees it."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli.actors import application

runner = CliRunner()


def judged(*arguments: str) -> dict:
    result = runner.invoke(application, ["match", *arguments, "--format", "json"])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)[0]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Abbas Araghchi", "Abbas Araqchi", True),
        ("Sergey Lavrov", "Лавров, Сергей Викторович", True),
        ("Xi Jinping", "习近平", True),
        ("Kim Jong-il", "Kim Jong-un", False),
        ("George H. W. Bush", "George W. Bush", False),
        ("Ferdinand Marcos", "Ferdinand Marcos Jr.", False),
    ],
)
def test_two_names(one, other, same):
    found = judged(one, other)
    assert found["same"] is same
    assert found["why"]


def test_as_a_table():
    lines = runner.invoke(application, ["match", "Abbas Araghchi", "Abbas Araqchi"]).stdout.splitlines()
    assert lines[0].split() == ["same", "score", "why"]
    assert lines[1].startswith("True")
    assert lines[1].endswith("another spelling of “Abbas Araqchi”")


def test_births_decide():
    assert judged("Pavel Svoboda", "Pavel Svoboda")["same"]
    assert not judged("Pavel Svoboda", "Pavel Svoboda", "--born-a", "1969", "--born-b", "1953")["same"]


def test_a_sentence_that_names_both_tells_two_people():
    told = ["--sentence", "Mohammad Khatami and his brother Mohammad-Reza Khatami spoke."]
    assert not judged("Mohammad Khatami", "Mohammad-Reza Khatami", *told)["same"]


def test_a_file_is_answered_line_by_line(tmp_path):
    file = tmp_path / "pairs.jsonl"
    file.write_text('{"a": "Hakan Fidan", "b": "H. Fidan", "country": "Turkey", "id": 7}\n{"a": "", "b": "X"}\n')
    result = runner.invoke(application, ["match", "--file", str(file)])
    first, second = map(json.loads, result.stdout.splitlines())
    assert (first["id"], first["same"]) == (7, True)
    assert second["same"] is False
    assert 0 <= first["score"] <= 1
