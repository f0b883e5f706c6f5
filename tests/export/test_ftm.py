"""FollowTheMoney entities, by its published rules, and by its own model where `make foreign` fetched it."""

import json
import subprocess

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


def test_followthemoney_finds_every_entity_valid(tmp_path, followthemoney, entities):
    code = (
        "import json, sys; from followthemoney import model\n"
        "for line in open(sys.argv[1], encoding='utf-8'):\n"
        "    entity = json.loads(line)\n"
        "    model.get(entity['schema']).validate(entity)\n"
        "    kept = model.get_proxy(entity, cleaned=False).to_dict()['properties']\n"
        "    print(*sorted(entity['properties'].keys() - kept.keys()))\n"
    )
    done = subprocess.run(
        [followthemoney, "-c", code, tmp_path / "out.ftm.json"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    dropped = done.stdout.splitlines()
    assert len(dropped) == len(entities)
    assert set(dropped) <= {"", "proof"}  # calls and events have a proof from followthemoney 4 on
