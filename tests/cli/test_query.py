import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
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
    assert "<literal>Hakan Fidan</literal>" in kg("query", query, "--format", "xml").stdout
    assert kg("query", query, "--format", "markdown").stdout == "| name |\n| --- |\n| Hakan Fidan |\n"


def test_yes_and_no(kg):
    assert kg("query", "ASK { ?c kg:status kg:refused }").stdout == "yes\n"
    assert kg("query", "ASK { ?c kg:status kg:disputed }").stdout == "no\n"
    assert json.loads(kg("query", "ASK {}", "--format", "json").stdout)["boolean"] is True


def test_triples(kg):
    query = "CONSTRUCT { ?a kg:met ?b } WHERE { ?a kg:called ?b }"
    assert kg("query", query).stdout.count("ontology#met") == 1
    assert kg("query", query, "--format", "nt").stdout.endswith(" .\n")


@pytest.mark.parametrize("form", ["ttl", "nt", "nq", "trig", "n3", "rdf", "xml", "jsonld", "json"])
def test_triples_in_any_syntax(kg, form):
    from pyoxigraph import RdfFormat, parse

    for query in ("CONSTRUCT WHERE { ?a kg:called ?b }", "DESCRIBE act:iran"):
        text = kg("query", query, "--format", form).stdout
        assert list(parse(text, format=RdfFormat.from_extension(form)))


def test_a_query_from_a_file_and_from_standard_input(kg, tmp_path):
    (tmp_path / "question.rq").write_text(LAVROV)
    assert kg("query", "-f", "question.rq").stdout == "who\nHakan Fidan\n"
    assert kg("query", "-", given=LAVROV).stdout == "who\nHakan Fidan\n"


def test_named_queries_are_listed_with_what_they_take(kg):
    listed = kg("query", "--list").stdout
    assert "contacts-of: Contacts of an actor" in listed
    assert "Rows: contacts of every status" in listed
    assert "--bind least: integer = 2" in listed


def test_a_folder_of_ones_own_queries(kg, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "callers.rq").write_text("# title: Callers\nSELECT ?who { ?who kg:called ?x }")
    (tmp_path / "mine" / "broken.rq").write_text("# parameter: nonsense\nASK {}")
    assert kg("query", "callers", "--queries", "mine").stdout == "who\nHakan Fidan\n"
    listed = kg("query", "--list", "--queries", "mine")
    assert "callers: Callers" in listed.stdout
    assert "broken.rq, line 1" in listed.stderr
    assert "Did you mean callers?" in kg("query", "caller", "--queries", "mine").stderr


def test_a_day_to_look_back_from(kg):
    assert kg("query", "never-held", "--as-of", "2024-12-02").stderr == "1 row\n"
    assert kg("query", "never-held", "--as-of", "2024-12-01").stderr == "0 rows\n"


def test_a_named_query(kg):
    done = kg("query", "contacts-of", "--bind", "who=fidan")
    assert [re.split(" {2,}", line) for line in done.stdout.splitlines()] == [
        ["from", "until", "actor", "relation", "other", "status", "contact"],
        ["", "2024-11-30", "Hakan Fidan", "called", "Sergey Lavrov", "occurred",
         "Hakan Fidan called Sergey Lavrov (by 2024-11-30)"],
        ["2024-12-02", "2024-12-02", "Hakan Fidan", "met", "Abbas Araghchi", "planned",
         "Abbas Araghchi met Hakan Fidan (planned), Ankara, 2024-12-02"],
    ]  # fmt: skip
    assert "fidan" not in done.stdout  # what was asked for is not repeated in every row


def test_a_named_query_as_json(kg):
    answer = json.loads(kg("query", "contacts-of", "--bind", "who=fidan", "--format", "json").stdout)
    rows = [{name: cell["value"] for name, cell in row.items()} for row in answer["results"]["bindings"]]
    assert [(row.get("from"), row["until"], row["other"].rpartition("/")[2]) for row in rows] == [
        (None, "2024-11-30", "sergey-lavrov"),
        ("2024-12-02", "2024-12-02", "abbas-araghchi"),
    ]


def test_a_value_is_bound(kg):
    query = "SELECT ?name ?x { ?x kg:called ?y . ?y rdfs:label ?name }"
    assert "Hakan Fidan" in kg("query", query, "--bind", "name=Sergey Lavrov").stdout
    assert kg("query", query, "--bind", "name=Hakan Fidan").stderr == "0 rows\n"


def test_an_invalid_query_is_shown_with_the_place(fails):
    line, shown, caret = fails("query", "SELECT ?x WHERE {\n  ?x kg:met }", code=1).split("\n")
    assert line.startswith("kg: the query is not valid at line 2, column 13")
    assert shown == "    ?x kg:met }"
    assert caret.index("^") == 2 + 12


SPELLINGS = (
    "SERVICE {url}",
    "service {url}",
    "SERVICE SILENT {url}",
    "\\u0053ERVICE {url}",
    "SERVICE# a comment\n{url}",
    "?a ?b 1SERVICE{url}",
    "VALUES ?u {{ {url} }} SERVICE ?u",
)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_service_is_refused_and_calls_nobody(fails, spelling):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        call = spelling.format(url=f"<http://127.0.0.1:{server.getsockname()[1]}/>")
        told = fails("query", f"SELECT * {{ {call} {{ ?s ?p ?o }} }}", code=1)
        assert told.startswith("kg: SERVICE is refused")
        assert "--allow-service" in told
        with pytest.raises(TimeoutError):
            server.accept()


def test_service_calls_where_it_is_allowed_to(kg):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(20)
        url = f"<http://127.0.0.1:{server.getsockname()[1]}/>"
        threading.Thread(target=lambda: server.accept()[0].close(), daemon=True).start()
        done = kg("query", f"SELECT * {{ SERVICE {url} {{ ?s ?p ?o }} }}", "--allow-service")
    assert done.returncode == 1
    assert "refused" not in done.stderr


def test_an_update_is_refused(fails):
    assert "only reads" in fails("query", "DELETE WHERE { ?s ?p ?o }", code=1)


def test_a_query_that_runs_too_long_is_stopped(fails):
    began = time.monotonic()
    told = fails("query", CROSS, "--timeout", "1", code=1)
    assert "ran longer than 1 seconds" in told
    assert "--timeout" in told
    assert time.monotonic() - began < 10


def test_a_cross_product_of_everything_leaves_the_store_as_it_was(kg):
    before = kg("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").stdout
    assert kg("query", CROSS, "--timeout", "1").returncode == 1
    assert kg("query", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").stdout == before


@pytest.mark.skipif(os.name == "nt", reason="a shell")
@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_millions_of_rows_stream_to_whoever_reads_them(tmp_path, form):
    many = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    began = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "kg", "query", many, "--format", form],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout
    assert process.stderr
    assert len(process.stdout.read(10_000)) == 10_000
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert process.wait(20) == 0
    assert told == b""
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["ASK {}", "--format", "yaml"], "table, markdown, csv, tsv, json, xml"),
        (["never-held", "--as-of", "yesterday"], "as_of cannot be “yesterday”"),
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
        (["CONSTRUCT WHERE { ?a kg:met ?b }", "--format", "csv"], "Use --format table, markdown, ttl, nt"),
        (["ASK {}", "--format", "markdown"], "yes or no"),
        (
            ["SELECT ?x { ?x kg:spokeWith ?y }"],
            "there is no kg:spokeWith at line 1, column 16. Did you mean kg:spoke_with?",
        ),
        (["SELECT ?x { ?x shema:url ?y }"], "Did you mean schema:?"),
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
    began = time.monotonic()
    assert process.communicate(timeout=10) == ("", "")
    assert time.monotonic() - began < 1
    assert process.returncode == 130
