"""FollowTheMoney entities, by its own model where it is installed, by its published rules where not."""

import json

import pytest

from kg.export import export


@pytest.fixture
def entities(reader, tmp_path):
    assert export(reader, tmp_path / "out.ftm.json") == {"did not take place": 2}
    return [json.loads(line) for line in (tmp_path / "out.ftm.json").read_text("utf-8").splitlines()]


def test_the_numbers_are_those_of_the_store(entities):
    schemata = [entity["schema"] for entity in entities]
    assert {schema: schemata.count(schema) for schema in schemata} == {
        "Person": 3, "PublicBody": 1, "Article": 1, "Call": 1, "Event": 2,
    }  # fmt: skip


def test_a_call_has_who_rang_and_its_proof(entities):
    call = next(entity for entity in entities if entity["schema"] == "Call")["properties"]
    assert (call["caller"], call["receiver"]) == (["act.hakan-fidan-0a0a0a"], ["act.sergey-lavrov-0b0b0b"])
    assert (call["date"], call["proof"]) == (["2024-12-02"], ["art.00000000000000aa"])


def test_every_entity_that_is_referred_to_is_there(entities):
    ids = {entity["id"] for entity in entities}
    assert len(ids) == len(entities)
    for entity in entities:
        for name in ("caller", "receiver", "involved", "organizer", "proof"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_followthemoney_finds_every_entity_valid(entities):
    model = pytest.importorskip("followthemoney", reason="pip install followthemoney").model
    for entity in entities:
        schema = model.get(entity["schema"])
        assert schema is not None
        schema.validate(entity)
        cleaned = model.get_proxy(entity, cleaned=False)
        assert cleaned.to_dict()["properties"].keys() == entity["properties"].keys(), entity  # nothing is dropped
