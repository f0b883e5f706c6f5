"""The whole way over seeds/, as `make demo` goes it, and what must hold of the graph it makes."""

import csv
import json
import shutil
import subprocess
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, Variable, parse
from rdflib import Dataset, Graph
from rdflib.util import from_n3

from kg.evaluation import evaluate
from kg.queries.catalogue import named_queries
from kg.vocabulary import KG

ROOT = Path(__file__).resolve().parents[1]
SEED = "seeds/2024-11-30-syrian-army-withdraws-from-hama.txt"
SUDANI = 'SELECT ?who WHERE { ?who kg:spoke_with ?x . ?x rdfs:label ?name FILTER(CONTAINS(?name, "Sudani")) }'
GIVEN = {
    "who": "Assad", "one": "Fidan", "other": "Araghchi", "where": "Ankara", "about": "Syria", "country": "TR",
    "with": "Iran", "since": "2024-12-01",
}  # fmt: skip


@pytest.fixture(scope="module")
def demo(tmp_path_factory, kg_in):
    """A folder with a store of all seeds, its graph as N-Quads and its contacts as Turtle."""
    folder = tmp_path_factory.mktemp("demo")
    for arguments in (("ingest", ROOT / "seeds"), ("export", "-o", "contacts.ttl")):
        done = kg_in(folder, *arguments)
        assert done.returncode == 0, done.stderr
    done = kg_in(folder, "export", "-o", "all.nq", "--layer", "all")
    assert done.returncode == 0, done.stderr
    return folder


def test_the_seed_article_gives_what_careful_readers_found(kg_in, tmp_path):
    done = kg_in(tmp_path, "extract", ROOT / SEED, "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    evaluation = evaluate(ROOT / "tests" / "gold" / "seed.jsonl", [json.loads(done.stdout)])
    levels = {level.level.name.lower(): level.score for level in evaluation.levels}
    assert levels["typed"].f1 == 1.0
    assert levels["full"].right >= 6


def test_roqet_answers_the_question_of_the_readme_alike(demo, kg_in):
    if not shutil.which("roqet"):
        pytest.skip("no roqet here: apt install rasqal-utils")
    _, _, readme = (ROOT / "README.md").read_text(encoding="utf-8").partition("```sparql\n")
    (demo / "calls.rq").write_text(readme.partition("```")[0], encoding="utf-8")
    ours = kg_in(demo, "query", "-f", "calls.rq", "--format", "csv")
    theirs = subprocess.run(
        ["roqet", "-q", "calls.rq", "-D", "contacts.ttl", "-r", "csv"],
        cwd=demo,
        capture_output=True,
        text=True,
        check=False,
    )
    assert theirs.returncode == 0, theirs.stderr
    rows, same = ([*csv.reader(each.stdout.splitlines())] for each in (ours, theirs))
    assert rows[0] == same[0] == ["call", "day", "name"]
    assert sorted(rows) == sorted(same)
    assert len(rows) > 2


def test_whoever_called_al_sudani_also_spoke_with_him(demo, kg_in):
    done = kg_in(demo, "query", SUDANI)
    assert done.stdout.split("\n")[1:2] == ["Bashar al-Assad"], done.stderr


def test_resolving_after_an_ingest_changes_nothing(demo, kg_in):
    assert "nothing changed" in kg_in(demo, "resolve").stdout


def test_what_did_not_occur_has_no_participant_and_no_tie(demo):
    store = Store()
    store.bulk_load(path=str(demo / "all.nq"), format=RdfFormat.N_QUADS)
    query = f"""PREFIX kg: <{KG}>
        SELECT ?c WHERE {{ GRAPH ?g {{ ?c kg:status ?s FILTER(?s != kg:occurred)
            {{ ?c kg:participant ?a }} UNION {{ ?c a kg:Contact }} }} }}"""
    assert not list(store.query(query))
    assert list(store.query(f"PREFIX kg: <{KG}> SELECT ?c WHERE {{ GRAPH ?g {{ ?c a kg:UnrealisedContact }} }}"))


def test_layers_share_no_triple_and_no_predicate_of_what_happened(demo):
    graphs, predicates = Counter(), defaultdict(set)
    for quad in parse(path=str(demo / "all.nq"), format=RdfFormat.N_QUADS):
        graphs[(quad.subject, quad.predicate, quad.object)] += 1
        graph = quad.graph_name.value.rsplit("/", 2)[-2:]
        layer = graph[1] if graph[0] == "graph" else graph[0]
        if quad.predicate.value.startswith(KG):
            predicates[layer].add(quad.predicate.value.removeprefix(KG))
    assert set(graphs.values()) == {1}
    assert not predicates["article"] & predicates["contacts"]
    assert {"participant", "status", "called"} <= predicates["contacts"]


@pytest.mark.parametrize("name", named_queries())
def test_named_queries_give_the_same_rows_in_other_engines(demo, kg_in, name):
    query = named_queries()[name]
    given = {each.name: GIVEN[each.name] for each in query.parameters if each.default is None}
    bound = [word for key, value in given.items() for word in ("--bind", f"{key}={value}")]
    done = kg_in(demo, "query", name, *bound, "--format", "json")
    assert done.returncode == 0, done.stderr
    ours = len(json.loads(done.stdout)["results"]["bindings"])

    values = query.bindings(given)
    bare = Store()
    bare.bulk_load(path=str(demo / "all.nq"), format=RdfFormat.N_QUADS)
    substitutions = {Variable(key): value for key, value in values.items()}
    rows = list(bare.query(query.text, use_default_graph_as_union=True, substitutions=substitutions))
    dataset = Dataset(default_union=True)
    dataset.parse(demo / "all.nq", format="nquads")
    found = list(dataset.query(query.text, initBindings={key: from_n3(str(value)) for key, value in values.items()}))
    assert [
        tuple(str(cell) if isinstance(cell, NamedNode) else cell and cell.value for cell in row) for row in rows
    ] == [
        tuple(f"<{cell}>" if cell is not None and cell.n3().startswith("<") else cell and str(cell) for cell in row)
        for row in found
    ]
    assert len(rows) == ours


def test_the_turtle_file_is_read_alike_by_three_readers(demo):
    path = demo / "contacts.ttl"
    ours = sum(1 for _ in parse(path=str(path), format=RdfFormat.TURTLE))
    assert len(Graph().parse(path)) == ours
    if shutil.which("rapper") is None:
        pytest.skip("rapper is missing: apt install raptor2-utils")
    done = subprocess.run(["rapper", "-i", "turtle", "-c", path], capture_output=True, text=True, check=True)
    assert f"returned {ours} triples" in done.stderr
