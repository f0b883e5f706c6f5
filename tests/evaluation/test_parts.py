import json

from kg.evaluation import evaluate, evaluate_by
from kg.evaluation.parts import part_of


def test_three_fifths_are_to_be_read():
    parts = [part_of(f"article-{number}") for number in range(2000)]
    assert 0.57 < parts.count("read") / len(parts) < 0.63


def test_a_part_is_scored_alone(tmp_path):
    ids = [f"a-{number}" for number in range(20)]
    held = [each for each in ids if part_of(each) == "held"]
    gold = tmp_path / "gold.jsonl"
    lines = ({"id": each, "genre": "quiet", "text": "It rained.", "contacts": [], "entities": []} for each in ids)
    gold.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    answers = [{"id": each, "contacts": []} for each in ids]
    assert evaluate(gold, answers, "held").articles == len(held)
    assert evaluate_by(gold, answers, "genre", "held")["quiet"].articles == len(held)
    assert evaluate(gold, answers).articles == len(ids)
