import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import QueryError
from kg.queries.refusals import check

URL = "<http://127.0.0.1:{port}/>"
TAIL = "<http://e/> { ?s ?p ?o }"
SERVICES = {
    "plain": f"SELECT * {{ SERVICE {TAIL} }}",
    "lower case": f"SELECT * {{ service {TAIL} }}",
    "mixed case": f"SELECT * {{ SeRvIcE {TAIL} }}",
    "silent": f"SELECT * {{ SERVICE SILENT {TAIL} }}",
    "escaped": f"SELECT * {{ \\u0053ERVICE {TAIL} }}",
    "escaped long": f"SELECT * {{ \\U00000073ervice {TAIL} }}",
    "after a comment": f"SELECT * {{ # a comment\n SERVICE {TAIL} }}",
    "after a comment that ends with a carriage return": f"SELECT * {{ # a comment\r SERVICE {TAIL} }}",
    "nested": f"SELECT * {{ ?a ?b ?c . OPTIONAL {{ {{ SERVICE {TAIL} }} }} }}",
    "within exists": f"SELECT * {{ ?a ?b ?c FILTER EXISTS {{ SERVICE {TAIL} }} }}",
    "by variable": "SELECT * { VALUES ?u { <http://e/> } SERVICE ?u { ?s ?p ?o } }",
    "by prefixed name": "PREFIX e: <http://e/> SELECT * { SERVICE e:x { ?s ?p ?o } }",
    "by the empty prefix, glued": "PREFIX : <http://e/> SELECT * { SERVICE:x{ ?s ?p ?o } }",
    "glued": "SELECT*{SERVICE<http://e/>{?s?p?o}}",
    "glued to a number": "SELECT * { ?a ?b 1SERVICE<http://e/>{?s?p?o} }",
    "comments between": "SELECT * { SERVICE#x\n<http://e/>#y\n{ ?s ?p ?o } }",
    "behind a less-than that looks like an IRI": (
        f"SELECT * {{ ?a ?b ?c FILTER(?c<?b#>'''\n || true) SERVICE {TAIL} #'''\n }}"
    ),
    "behind an escaped backslash": f'SELECT * {{ ?a ?b "\\u005C" . SERVICE {TAIL} #"\n }}',
    "behind a string with quotes": f"SELECT * {{ ?a ?b '''it''s''' . SERVICE {TAIL} }}",
    "in a subquery": f"SELECT * {{ {{ SELECT * {{ SERVICE {TAIL} }} }} }}",
}
HARMLESS = {
    "in a string": "SELECT * { ?s ?p 'SERVICE <http://e/> { ?a ?b ?c }' }",
    "in a long string": 'SELECT * { ?s ?p """\nSERVICE <http://e/> { }\n""" }',
    "in an IRI": "SELECT * { ?s <http://e/SERVICE> ?o }",
    "in an IRI with a query": "SELECT * { ?s <http://e/SERVICE?x=1> ?o }",
    "in a comment": "SELECT * { # SERVICE <http://e/> { ?a ?b ?c }\n ?s ?p ?o }",
    "as a variable": "SELECT ?service ?x { ?service ?x ?y }",
    "as a prefix": "PREFIX service: <http://e/> SELECT * { ?s service:of ?o }",
    "as a local name": "PREFIX e: <http://e/> SELECT * FROM e:service WHERE { ?s e:SERVICE ?o }",
    "compared": "SELECT * { ?s ?p ?o FILTER(?o < 5 && ?o > 'SERVICE') }",
    "as a name that begins so": "PREFIX s: <http://e/> SELECT * { ?s s:services/s:insert ?o }",
}
UPDATES = [
    "INSERT DATA { <a:a> <a:b> 1 }",
    "delete where { ?s ?p ?o }",
    "LOAD <http://127.0.0.1/>",
    "\\u004COAD <http://127.0.0.1/>",
    "# harmless\nLOAD SILENT <http://127.0.0.1/>",
    "PREFIX e: <http://e/> BASE <http://e/> CLEAR ALL",
    "DROP GRAPH <a:g>",
    "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
]


@pytest.mark.parametrize("query", SERVICES.values(), ids=SERVICES)
def test_service_is_refused_however_it_is_written(query):
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check(query)


@pytest.mark.parametrize("query", HARMLESS.values(), ids=HARMLESS)
def test_the_word_alone_is_no_service(query):
    check(query)
    Store().query(query)


@pytest.mark.parametrize("query", UPDATES)
def test_an_update_is_refused_with_the_ways_there_are(query):
    with pytest.raises(QueryError, match="only reads") as refused:
        check(query)
    for way in ("kg ingest", "kg forget", "kg actors merge", "kg reject", "kg confirm", "kg fix"):
        assert way in refused.value.hint
    assert "kg export" in refused.value.hint


@pytest.mark.parametrize(
    "piece", ["'''\\", "'", "<", "<#", "SERVICE<", "SERVICE:a", ":a\\", "#\r", "PREFIX a:<b> ", "?a<b "]
)
def test_the_check_takes_time_in_proportion_to_the_length(piece):
    query = (piece * 100_000)[:100_000]
    began = time.monotonic()
    with suppress(QueryError):
        check(query)
    assert time.monotonic() - began < 5


def test_a_query_beyond_all_measure_is_refused():
    with pytest.raises(QueryError, match="250,001 characters"):
        check("#" * 250_001)
    with pytest.raises(QueryError, match="brackets"):
        check("SELECT * {" + "{" * 5000)


@pytest.fixture(scope="module")
def listener() -> Iterator[tuple[int, list[str]]]:
    """A port on this machine, and who called there."""
    calls: list[str] = []
    server = socket.create_server(("127.0.0.1", 0), backlog=50)

    def accept() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            calls.append("called")
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    yield server.getsockname()[1], calls
    server.close()


TOKENS = ("'''", "'", '"', '"""', "#", "\n", "\r", "<", ">", "<?a", "\\u005C", "\\u0022", "\\", "1", "true")
TOKENS += ("FILTER(", ")", "!=", "||", " ", "{?s?p?o}", "}", "{", ".", ";", "a:p", "a:", "@en", "?a", "'x'")
PIECES = st.lists(st.sampled_from(TOKENS), max_size=4).map("".join)


@given(before=PIECES, between=PIECES, after=PIECES)
def test_what_passes_the_check_calls_nobody(listener, before, between, after):
    port, calls = listener
    url = URL.format(port=port)
    query = f"PREFIX a:{url} SELECT*{{?a ?b ?c FILTER(?c!=1{before}){between}SERVICE{url}{{?s?p?o}}{after}}}"
    try:
        check(query)
    except QueryError:
        return
    store = Store()
    store.add(Quad(NamedNode("http://e/a"), NamedNode("http://e/p"), Literal(1)))
    calls.clear()
    with suppress(SyntaxError, OSError, RuntimeError):
        list(store.query(query))
    assert not calls
