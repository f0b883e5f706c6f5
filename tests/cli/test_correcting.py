"""What users correct: who is who, what happened, and which articles are there at all."""

import json
import runpy
from dataclasses import replace
from pathlib import Path

import pytest

from kg.graph import open_writer
from kg.pipeline import ingest

pytestmark = pytest.mark.usefixtures("store")

documents = runpy.run_path(str(Path(__file__).with_name("conftest.py")))["documents"]

CALL = "9ab1000000000000-aaaaa-1"
MEETING = "9ab1000000000000-bbbbb-1"


def told(done) -> str:
    assert done.returncode == 0, done.stderr
    return done.stdout


def contacts(kg, *options: str) -> list[dict]:
    return json.loads(told(kg("contacts", *options, "--format", "json")))


def decisions(kg) -> list[dict]:
    return json.loads(told(kg("decisions", "--json")))


def test_two_nodes_of_one_person_become_one_and_two_again(kg):
    said = told(kg("actors", "merge", "Abbas Araghchi", "Sergey Lavrov", "--why", "a test", "--by", "Ayla"))
    assert said.splitlines()[-1] == "kg decisions undo 1 takes it back"
    merged = told(kg("actor", "Abbas Araghchi", "--format", "csv"))
    assert "spelling,Sergey Lavrov" in merged
    ids = [[one["id"] for one in contacts(kg, "--who", f"act:{id_}")] for id_ in ("abbas-araghchi", "sergey-lavrov")]
    assert ids[0] == ids[1]
    assert CALL in ids[0]
    told(kg("decisions", "undo", "1"))
    assert "Lavrov" not in told(kg("actor", "Abbas Araghchi", "--format", "csv")).replace("partner,Sergey Lavrov", "")
    assert [one["state"] for one in decisions(kg)] == ["undone", "holds"]


def test_a_namesake_is_set_apart_in_one_article(kg):
    told(kg("actors", "split", "Sergey Lavrov", "--spelling", "Sergey Lavrov", "--article", "nocall.txt"))
    (refused,) = contacts(kg, "--status", "refused")
    assert "act:sergey-lavrov" not in json.dumps(refused)
    assert decisions(kg)[0]["articles"] == ["77e0000000000000"]


def test_a_rename_shows_everywhere_and_the_old_name_is_understood(kg):
    told(kg("actors", "rename", "Hakan Fidan", "H. Fidan"))
    assert "H. Fidan" in told(kg("contacts"))
    assert "name,H. Fidan" in told(kg("actor", "Hakan Fidan", "--format", "csv"))


def test_a_rejected_contact_is_gone_and_undone_comes_back(kg):
    before = contacts(kg)
    told(kg("reject", CALL, "--why", "two other ministers", "--by", "Ayla"))
    assert len(contacts(kg)) == len(before) - 1
    (decision,) = decisions(kg)
    assert (decision["kind"], decision["by"], decision["why"]) == ("reject", "Ayla", "two other ministers")
    told(kg("decisions", "undo", "1"))
    assert contacts(kg) == before


def test_one_report_is_rejected(kg):
    told(kg("reject", "--report", MEETING))
    assert not contacts(kg, "--status", "planned")


def test_a_contact_is_confirmed(kg):
    assert told(kg("confirm", MEETING[:20], "--by", "Ayla")).startswith("1: confirmed: ")
    assert [one["state"] for one in decisions(kg)] == ["holds"]


def test_a_contact_is_fixed(kg):
    told(kg("fix", MEETING, "--date", "2024-12-03", "--place", "Istanbul"))
    (planned,) = contacts(kg, "--status", "planned")
    assert "2024-12-03" in json.dumps(planned)
    assert "Istanbul" in json.dumps(planned)


def test_decisions_travel_to_another_store(kg, tmp_path):
    told(kg("reject", CALL))
    told(kg("decisions", "export", "decisions.ttl"))
    store = tmp_path / "other"
    told(kg("ingest", "-", "--store", store, given="Nothing of note happened in Ankara."))
    assert told(kg("decisions", "import", "decisions.ttl", "--store", store)) == "1 decision added, 0 there already\n"
    assert told(kg("decisions", "import", "decisions.ttl", "--store", store)) == "0 decisions added, 1 there already\n"
    assert "unanchored" in told(kg("decisions", "--store", store))


def test_a_stale_decision_is_counted_by_ingest_and_listed(kg, tmp_path):
    told(kg("reject", CALL))
    told(kg("confirm", MEETING))
    document, _ = documents()
    call, meeting = document.reports
    reports = (replace(call, relation="wrote_to"), meeting)
    with open_writer(tmp_path / ".contact-kg", "test") as store:
        ingest(store, [replace(document, reports=reports, extracted_by="another extractor")])
    done = kg("ingest", "-", given="Nothing of note happened in Ankara.")
    assert "1 decision is stale: see kg decisions --stale" in done.stderr
    (stale,) = json.loads(told(kg("decisions", "--stale", "--json")))
    assert (stale["number"], stale["state"]) == (1, "stale")
    assert CALL in {one["id"] for one in contacts(kg)}
    assert [one["state"] for one in decisions(kg)] == ["stale", "holds"]


def test_a_forgotten_article_takes_with_it_what_rests_on_it_alone(kg):
    told(kg("reject", CALL))
    assert told(kg("forget", "ceasefire.txt")) == "1 article forgotten\n"
    assert [one["state"] for one in decisions(kg)] == ["unanchored"]
    (left,) = contacts(kg)
    assert left["status"] == "refused"


def test_what_cannot_be_decided_is_told_in_one_line(fails):
    assert "no contact" in fails("reject", "nothing-such", code=2)
    assert "no decision" in fails("decisions", "undo", "9", code=2)
    assert "one actor already" in fails("actors", "merge", "Hakan Fidan", "act:hakan-fidan", code=2)
    assert "nothing is given" in fails("fix", CALL, code=2)
