import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("store")

LAVROV = 'SELECT ?who WHERE { ?who kg:spoke_with ?x . ?x rdfs:label ?name FILTER(CONTAINS(?name, "Lavrov")) }'
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def test_names_are_shown_and_not_iris(kg):
    done = kg("query", LAVROV)
    assert done.stdout == "who\nHakan Fidan\n"
    assert done.stderr == "1 row\n"


def test_iris_on_demand(kg):
    assert kg("query", LAVROV, "--iris").stdout.startswith("who\nhttps://w3id.org/contact-kg/actor/hakan-fidan")


def test_terms_of_the_vocabulary_are_shown_by_their_names(kg):
    done = kg("query", "SELECT DISTINCT ?s ?r { ?c kg:status ?s ; kg:relation ?r } ORDER BY ?s")
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["s", "r"],
        ["occurred", "called"],
        ["planned", "met"],
        ["refused", "called"],
    ]


def test_machine_formats_are_those_of_the_standard(kg):
    query = 'SELECT ?name { ?x a kg:Person ; rdfs:label ?name FILTER(CONTAINS(?name, "Fidan")) }'
    assert kg("query", query, "--format", "csv").stdout == "name\nHakan Fidan\n"
    assert kg("query", query, "--format", "tsv").stdout == '?name\n"Hakan Fidan"\n'
    answer = json.loads(kg("query", query, "--format", "json").stdout)
    assert answer["results"]["bindings"] == [{"name": {"type": "literal", "value": "Hakan Fidan"}}]


def test_yes_and_no(kg):
    assert kg("query", "ASK { ?c kg:status kg:refused }").stdout == "yes\n"
    assert kg("query", "ASK { ?c kg:status kg:disputed }").stdout == "no\n"
    assert json.loads(kg("query", "ASK {}", "--format", "json").stdout)["boolean"] is True


def test_triples(kg):
    query = "CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:called ?b }"
    assert kg("query", query).stdout.count("ontology#met") == 1
    assert kg("query", query, "--format", "nt").stdout.endswith(" .\n")


def test_a_query_from_a_file_and_from_standard_input(kg, tmp_path):
    (tmp_path / "question.rq").write_text(LAVROV)
    assert kg("query", "-f", "question.rq").stdout == "who\nHakan Fidan\n"
    assert kg("query", "-", given=LAVROV).stdout == "who\nHakan Fidan\n"


def test_named_queries_are_listed_with_what_they_take(kg):
    listed = kg("query", "--list").stdout
    assert "contacts-of: Contacts of an actor" in listed
    assert "--bind least: integer = 2" in listed


def test_a_named_query(kg):
    done = kg("query", "contacts-of", "--bind", "who=fidan")
    assert [line.split()[0] for line in done.stdout.splitlines()[1:]] == ["2024-11-30", "2024-12-02"]
    assert "fidan" not in done.stdout  # what was asked for is not repeated in every row


def test_a_value_is_bound(kg):
    query = "SELECT ?name ?x { ?x kg:called ?y . ?y rdfs:label ?name }"
    assert "Hakan Fidan" in kg("query", query, "--bind", "name=Sergey Lavrov").stdout
    assert kg("query", query, "--bind", "name=Hakan Fidan").stderr == "0 rows\n"


def test_an_invalid_query_is_shown_with_the_place(fails):
    line, shown, caret = fails("query", "SELECT ?x WHERE {\n  ?x kg:met }", code=1).split("\n")
    assert line.startswith("kg: the query is not valid at line 2, column 13")
    assert shown == "    ?x kg:met }"
    assert caret.index("^") == 2 + 12


@pytest.mark.parametrize("word", ["SERVICE", "service", "SERVICE SILENT", "\\u0053ERVICE"])
def test_service_is_refused_and_calls_nobody(fails, word):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        told = fails("query", f"SELECT * {{ {word} <{url}> {{ ?s ?p ?o }} }}", code=1)
        assert told.startswith("kg: SERVICE is refused")
        with pytest.raises(TimeoutError):
            server.accept()


def test_an_update_is_refused(fails):
    assert "only reads" in fails("query", "DELETE WHERE { ?s ?p ?o }", code=1)


def test_a_query_that_runs_too_long_is_stopped(fails):
    began = time.monotonic()
    told = fails("query", CROSS, "--timeout", "1", code=1)
    assert "ran longer than 1 seconds" in told
    assert "--timeout" in told
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ASK {}", "--format", "xml"], "table, csv, tsv, json"),
        (["contact-of"], "Did you mean contacts-of?"),
        (["contacts-of"], "--bind who="),
        (["contacts-of", "--bind", "who"], "NAME=VALUE"),
        (["SELECT ?x { ?x ?y ?z }", "--bind", "w=1"], "no variable ?w"),
        ([], "takes one query"),
        (["ASK {}", "-f", "question.rq"], "takes one query"),
    ],
)
def test_a_wrong_call(fails, arguments, told):
    assert told in fails("query", *arguments, code=2)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["-f", "nothing.rq"], "nothing.rq cannot be read"),
        (["ASK {}", "--format", "ttl"], "yes or no"),
        (["SELECT ?x { ?x a kg:Contact }", "--format", "nt"], "Use --format table"),
        (["CONSTRUCT WHERE { ?a kg:met ?b }", "--format", "csv"], "Use --format ttl or nt"),
        (["SELECT ?x { ?x foo:bar ?y }"], "Declare PREFIX foo:"),
    ],
)
def test_what_cannot_be_answered(fails, arguments, told):
    assert told in fails("query", *arguments, code=1)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_ends_quietly(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", CROSS],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    time.sleep(2)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    assert process.communicate(timeout=10) == ("", "")
    assert process.returncode == 130
