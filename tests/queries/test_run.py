import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from kg.errors import QueryError, StoreError
from kg.queries import Limits, ask

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
MANY = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
ACTOR = "https://w3id.org/contact-kg/actor/"


def rows(folder, query, **options):
    with ask(folder, query, **options) as answer:
        return list(answer.rows())


def test_rows_come_in_the_order_of_the_columns(folder):
    query = "SELECT ?who ?name { ?who kg:met act:fidan ; rdfs:label ?name }"
    with ask(folder, query) as answer:
        assert (answer.kind, answer.columns) == ("rows", ("who", "name"))
        assert list(answer.rows()) == [(NamedNode(ACTOR + "araghchi"), Literal("Abbas Araghchi"))]


def test_the_graphs_are_seen_as_one(folder):
    assert rows(folder, "SELECT ?q { ?c kg:involves act:fidan ; kg:reportedIn/kg:quote ?q } ORDER BY ?q") == [
        (Literal("Araghchi will meet Fidan on Monday"),),
        (Literal("Araqchi met Fidan in Ankara"),),
        (Literal("Fidan rang Lavrov about the ceasefire"),),
    ]


def test_whoever_called_has_spoken(folder):
    assert rows(folder, "SELECT ?who { ?who kg:spoke_with act:lavrov }") == [(NamedNode(ACTOR + "fidan"),)]


def test_an_unbound_cell_is_none(folder):
    assert rows(folder, "SELECT ?x ?y { ?x kg:called act:lavrov OPTIONAL { ?x kg:quote ?y } }") == [
        (NamedNode(ACTOR + "fidan"), None)
    ]


def test_yes_and_no(folder):
    for query, truth in (("ASK { act:fidan kg:met ?x }", True), ("ASK { act:lavrov kg:met ?x }", False)):
        with ask(folder, query) as answer:
            assert answer.kind == "truth"
            assert answer.truth() is truth


def test_triples(folder):
    with ask(folder, "CONSTRUCT { ?b kg:met ?a } WHERE { ?a kg:met ?b }") as answer:
        assert answer.kind == "triples"
        assert len(list(answer.triples())) == 2


def test_the_engine_writes_machine_formats(folder):
    query = "SELECT ?name { act:fidan rdfs:label ?name }"
    with ask(folder, query, rows="csv") as answer:
        assert b"".join(answer.chunks()) == b"name\r\nHakan Fidan\r\n"


def test_a_value_is_bound_and_never_part_of_the_query(folder):
    query = "SELECT ?x ?name { ?x rdfs:label ?name }"
    assert rows(folder, query, bindings={"name": Literal("Hakan Fidan")})[0][0] == NamedNode(ACTOR + "fidan")
    hostile = Literal('" } SERVICE <http://127.0.0.1/> { ?s ?p ?o } #')
    assert rows(folder, query, bindings={"name": hostile}) == []


def test_a_value_for_a_variable_that_is_not_selected_is_an_error(folder):
    with pytest.raises(QueryError, match=r"\?name, but the query does not select it"):
        rows(folder, "SELECT ?x { ?x rdfs:label ?name }", bindings={"name": Literal("x")})


def test_a_syntax_error_shows_the_place(folder):
    with pytest.raises(QueryError) as error:
        rows(folder, "SELECT ?x WHERE {\n  ?x kg:met }")
    assert "line 2, column 13" in error.value.message
    assert error.value.hint.splitlines()[-2:] == ["    ?x kg:met }", "              ^"]


def test_a_query_that_runs_too_long_is_stopped(folder):
    began = time.monotonic()
    with pytest.raises(QueryError, match="longer than 1 seconds") as error:
        rows(folder, ENDLESS, limits=Limits(seconds=1))
    assert "--timeout" in error.value.hint
    assert time.monotonic() - began < 5


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux limits address space")
def test_a_query_that_takes_too_much_memory_is_stopped(folder):
    with pytest.raises(QueryError, match=r"more than 0\.75 GiB of memory"):
        rows(folder, MANY + " ORDER BY ?c ?f", limits=Limits(seconds=300, bytes=3 * 2**28))


def test_a_query_nested_beyond_the_engine_is_an_error_and_not_a_crash(folder):
    with pytest.raises(QueryError):
        rows(folder, "SELECT * { FILTER(" + "!" * 100_000 + "true) }")


def test_rows_stream_and_the_rest_is_given_up(folder):
    began = time.monotonic()
    with ask(folder, MANY) as answer:
        first = [row for row, _ in zip(answer.rows(), range(3), strict=False)]
    assert len(first) == 3
    assert time.monotonic() - began < 5


def test_a_reader_that_pauses_costs_the_query_no_time(folder):
    with ask(folder, MANY, limits=Limits(seconds=3)) as answer:
        answers = answer.rows()
        next(answers)
        time.sleep(3.5)
        assert sum(1 for _ in zip(answers, range(4_000), strict=False)) == 4_000  # more than is read ahead


def gone(group: int) -> bool:
    """Whether no process of the group is left, after a moment."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_ctrl_c_ends_the_query(folder):
    program = (
        "import sys; from pathlib import Path; from kg.queries import ask\n"
        "print('asking', flush=True)\n"
        f"with ask(Path(sys.argv[1]), {ENDLESS!r}) as answer: list(answer.rows())\n"
    )
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", program, str(folder)],
        env={**os.environ, "PYTHONPATH": root},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdout
    process.stdout.readline()
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)  # to the parent alone: it has to end its child
    process.wait(5)
    process.stdout.close()
    assert gone(process.pid)


def test_a_folder_without_a_store_is_named(tmp_path):
    with pytest.raises(StoreError, match="no store that can be read"):
        rows(tmp_path, "ASK {}")
    assert not list(tmp_path.iterdir())


def test_service_calls_nobody(folder):
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.3)
        port = server.getsockname()[1]
        with pytest.raises(QueryError, match="SERVICE is refused"):
            rows(folder, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        with pytest.raises(TimeoutError):
            server.accept()
