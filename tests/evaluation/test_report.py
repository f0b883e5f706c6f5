"""The evaluation as a reader and as a program sees it."""

import json
from pathlib import Path

import pytest

from kg.evaluation import Evaluation, evaluate
from kg.evaluation.report import as_dict, as_text

HERE = Path(__file__).parent


@pytest.fixture
def evaluation() -> Evaluation:
    records = (HERE / "system.jsonl").read_text(encoding="utf-8").splitlines()
    return evaluate(HERE / "gold.jsonl", map(json.loads, records))


def test_the_text_has_every_measure(evaluation: Evaluation) -> None:
    lines = as_text(evaluation).splitlines()
    assert lines[0] == "3 articles, 1 without contacts; 3 in the system's file"
    assert lines[1] == "not in gold, left out: four"
    assert lines[3].startswith("typed            P 0.600  R 0.500  F1 0.545   (3 right, 5 system, 6 gold) [")
    assert "  hosted         P 1.000  R 1.000  F1 1.000   (1 right, 1 system, 1 gold)" in lines
    assert "  date                             0.667  (2 of 3)" in lines
    assert "false positives in the 1 articles without contacts: 1 in 1 articles" in lines
    assert "  0.9            P 1.000  R 0.167  F1 0.286   (1 right, 1 system, 6 gold)" in lines


def test_misses_are_listed_only_when_asked(evaluation: Evaluation) -> None:
    assert "misses" not in as_text(evaluation)
    text = as_text(evaluation, show=1)
    assert "misses (typed), 1 of 3\n  two: Ada Okonjo | signed_with | Béla Varga | occurred | 2024-12-02 | None" in text
    assert "      Ada Okonjo, Béla Varga and Nils Lindqvist signed a treaty." in text
    assert "false alarms (typed), 1 of 2" in text


def test_the_dictionary_is_json_with_the_same_numbers(evaluation: Evaluation) -> None:
    numbers = json.loads(json.dumps(as_dict(evaluation)))
    assert numbers["levels"]["typed"]["f1"] == pytest.approx(6 / 11)
    assert numbers["relations"]["met"]["system"] == 3
    assert numbers["fields"]["date"] == {"share": pytest.approx(2 / 3), "right": 2, "of": 3}
    assert [row["confidence"] for row in numbers["thresholds"]] == [0.0, 0.3, 0.5, 0.7, 0.9]
