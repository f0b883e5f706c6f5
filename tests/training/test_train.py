"""Training: the same articles give the same weights."""

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sklearn", reason="only training needs scikit-learn")

from kg.extraction.learned import dating, linking
from kg.extraction.learned.model import read_model
from kg.extraction.learned.ranking import beside, key_of, read_ranker
from kg.training.train import main

PEOPLE = (
    "Ana Mera",
    "Lars Olander",
    "Joseph Otieno",
    "Piet Bakker",
    "Rosa Quint",
    "Ivo Stanek",
    "Tove Holm",
    "Karl Benz",
)
VERBS = (("met", True), ("telephoned", True), ("criticised", False), ("outlived", False))


def _articles() -> list[dict[str, Any]]:
    found = []
    for number in range(24):
        one, other = PEOPLE[number % 8], PEOPLE[(number + 3) % 8]
        verb, contact = VERBS[number % 4]
        text = f"Chilean President {one} {verb} Norwegian President {other} on Monday."
        relation, status = {0: ("met", "planned"), 4: ("hosted", "proposed")}.get(number % 8, ("called", "occurred"))
        told = {
            "subjects": [one],
            "relation": relation,
            "objects": [other],
            "status": status,
            "date": None,
            "evidence": text,
        }
        entities = [{"name": name, "type": "person", "mentions": [name]} for name in (one, other)]
        found.append(
            {
                "id": f"a{number}",
                "date": "2024-11-30",
                "text": text,
                "contacts": [told] if contact else [],
                "entities": entities,
            }
        )
    return found


def test_training_twice_gives_the_same_file(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, _articles())), encoding="utf-8")
    outs = [tmp_path / "one.npz", tmp_path / "two.npz"]

    assert [main([str(gold), "--out", str(out)]) for out in outs] == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert read_model(outs[0]).weight("p:meet") > 0 > read_model(outs[0]).weight("p:outlive")


def test_a_gold_set_that_is_none_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("no json", encoding="utf-8")

    assert main([str(gold), "--out", str(tmp_path / "m.npz")]) == 1
    assert "gold.jsonl, line 1" in capsys.readouterr().err


def test_the_days_of_contacts_are_fitted_beside_them(tmp_path: Path) -> None:
    articles = _articles()
    for article in articles:
        for contact in article["contacts"]:
            contact["date"] = "2024-11-25" if contact["status"] == "occurred" else "2024-12-02"
    gold = tmp_path / "gold.jsonl"
    gold.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    outs = [tmp_path / "one.npz", tmp_path / "two.npz"]

    assert [main([str(gold), "--out", str(out)]) for out in outs] == [0, 0]
    files = [beside(out, dating.QUESTION) for out in outs]
    assert files[0].read_bytes() == files[1].read_bytes()
    weight = read_ranker(files[0], dating.VERSION).weight
    assert weight[key_of("in-day/was|back")] > 0 > weight[key_of("in-day/was|ahead")]


def test_whom_words_mean_is_fitted_beside_them(tmp_path: Path) -> None:
    articles, references = _articles(), []
    for article in articles:
        first = article["entities"][0]["name"]
        article["text"] += " Then he left Oslo."
        references.append({"id": article["id"], "references": [[article["text"].index(" he ") + 1, [first]]]})
    gold, known = tmp_path / "gold.jsonl", tmp_path / "references.jsonl"
    gold.write_text("\n".join(map(json.dumps, articles)), encoding="utf-8")
    known.write_text("\n".join(map(json.dumps, references)), encoding="utf-8")
    outs = [tmp_path / "one.npz", tmp_path / "two.npz"]

    assert [main([str(gold), "--references", str(known), "--out", str(out)]) for out in outs] == [0, 0]
    files = [beside(out, linking.QUESTION) for out in outs]
    assert files[0].read_bytes() == files[1].read_bytes()
    weight = read_ranker(files[0], linking.VERSION).weight
    assert weight[key_of("he|P|subject-last:True:True")] > 0 > weight[key_of("he|P|subject-last:False:True")]


def test_references_that_are_none_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, known = tmp_path / "gold.jsonl", tmp_path / "references.jsonl"
    gold.write_text("\n".join(map(json.dumps, _articles())), encoding="utf-8")
    known.write_text('{"id": "a0"}', encoding="utf-8")

    assert main([str(gold), "--references", str(known), "--out", str(tmp_path / "m.npz")]) == 1
    assert "references.jsonl, line 1" in capsys.readouterr().err
