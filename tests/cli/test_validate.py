import gzip
import json

import pytest


@pytest.mark.usefixtures("store")
def test_a_graph_that_holds_all_is_right(kg):
    done = kg("validate")
    assert done.returncode == 0, done.stdout
    assert done.stdout == ""
    assert "nothing wrong" in done.stderr
    assert json.loads(kg("validate", "--format", "json").stdout) == []


@pytest.mark.usefixtures("store")
def test_what_is_wrong_is_told_in_words(kg, tmp_path):
    kg("export", "-o", "contacts.ttl")
    text = (tmp_path / "contacts.ttl").read_text()
    (tmp_path / "broken.ttl").write_text(text.replace("kg:quote ", "kg:qoute "))
    done = kg("validate", "broken.ttl")
    assert done.returncode == 1
    assert "rep:9ab1000000000000-aaaaa-1 (Hakan Fidan rang" in done.stdout
    assert "A report has the sentence that proves it. [Report kg:quote minCount]" in done.stdout
    assert "kg:qoute: A term under kg: is one that the ontology declares. [unknown term]" in done.stdout
    assert "wrong" in done.stderr


@pytest.mark.usefixtures("store")
def test_what_is_wrong_is_told_as_json(kg, tmp_path):
    kg("export", "-o", "contacts.nt")
    lines = (tmp_path / "contacts.nt").read_text().splitlines(keepends=True)
    without = "".join(line for line in lines if "ontology#sources>" not in line)
    with gzip.open(tmp_path / "broken.nt.gz", "wt") as file:
        file.write(without)
    done = kg("validate", "broken.nt.gz", "--format", "json")
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert {one["rule"] for one in told} == {"AnyContact kg:sources minCount"}
    assert {one["node"].rpartition("/")[2] for one in told} == {
        "9ab1000000000000-aaaaa-1",
        "9ab1000000000000-bbbbb-1",
        "77e0000000000000-ccccc-1",
    }


def test_names_in_a_file_cannot_steer_the_terminal(kg, tmp_path):
    (tmp_path / "evil.nt").write_text(
        "<https://w3id.org/contact-kg/actor/a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
        " <https://w3id.org/contact-kg/ontology#Person> .\n"
        '<https://w3id.org/contact-kg/actor/a> <http://www.w3.org/2000/01/rdf-schema#label> "\\u001B[2J"@en .\n'
    )
    done = kg("validate", "evil.nt")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_a_wrong_use_ends_with_2(fails, tmp_path):
    (tmp_path / "broken.ttl").write_text("<a> <b> .")
    assert "nothere.ttl cannot be read" in fails("validate", "nothere.ttl", code=2)
    assert "broken.ttl is not Turtle" in fails("validate", "broken.ttl", code=2)
    assert "has no suffix of RDF" in fails("validate", "table.xlsx", code=2)
    assert "there is no format" in fails("validate", "broken.ttl", "--format", "pdf", code=2)


def test_a_missing_store_is_told(fails):
    assert "there is no store" in fails("validate", code=1)
