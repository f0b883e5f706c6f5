"""RDF exports, opened by rapper, rdflib and Oxigraph."""

import shutil
import subprocess

import pytest
from pyoxigraph import RdfFormat, Store, parse

from kg.export import export

ENDINGS = {"ttl": ("turtle", RdfFormat.TURTLE), "nt": ("ntriples", RdfFormat.N_TRIPLES),
           "trig": ("trig", RdfFormat.TRIG), "nq": ("nquads", RdfFormat.N_QUADS)}  # fmt: skip
PREFIXES = """PREFIX kg: <https://w3id.org/contact-kg/ontology#> PREFIX act: <https://w3id.org/contact-kg/actor/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> """


def _rapper(file, syntax):
    if not (rapper := shutil.which("rapper")):
        pytest.skip("no rapper here: apt-get install raptor2-utils (Debian)")
    done = subprocess.run([rapper, "-q", "-i", syntax, "-o", "ntriples", file], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return len(set(done.stdout.splitlines()))


def _rdflib(file, syntax):
    import rdflib

    if syntax in ("trig", "nquads"):
        dataset = rdflib.Dataset()
        dataset.parse(file, format=syntax)
        return len(list(dataset.quads()))
    return len(rdflib.Graph().parse(file, format="nt" if syntax == "ntriples" else syntax))


@pytest.mark.parametrize("layer", ["contacts", "said", "all"])
@pytest.mark.parametrize("ending", ["ttl", "nt"])
def test_three_tools_read_the_same_number_of_triples(reader, tmp_path, ending, layer):
    file = tmp_path / f"out.{ending}"
    export(reader, file, layer=layer)
    syntax, oxigraph = ENDINGS[ending]
    count = sum(1 for _ in parse(path=str(file), format=oxigraph))
    assert count > 30
    assert _rapper(file, syntax) == count
    assert _rdflib(file, syntax) == count


@pytest.mark.parametrize("ending", ["trig", "nq"])
def test_rdflib_and_oxigraph_read_the_same_quads_with_their_graphs(reader, tmp_path, ending):
    file = tmp_path / f"out.{ending}"
    export(reader, file, layer="all")
    syntax, oxigraph = ENDINGS[ending]
    assert set(parse(path=str(file), format=oxigraph)) == set(reader.quads())
    assert _rdflib(file, syntax) == len(set(reader.quads()))


@pytest.fixture
def flat(reader, tmp_path):
    export(reader, tmp_path / "out.ttl")
    store = Store()
    store.load(path=str(tmp_path / "out.ttl"), format=RdfFormat.TURTLE)
    return lambda query: sorted(tuple(term.value for term in row) for row in store.query(PREFIXES + query))


def test_the_turtle_of_contacts_answers_with_names_and_sentences(flat):
    rows = flat(
        """SELECT ?label ?quote ?outlet ?day { ?c a kg:PhoneCall ; kg:participant/rdfs:label "Hakan Fidan" ;
        rdfs:label ?label ; kg:reportedIn ?r . ?r kg:quote ?quote ; kg:inArticle ?a .
        ?a schema:publisher/rdfs:label ?outlet ; schema:datePublished ?day }"""
    )
    assert rows == [
        (
            "Hakan Fidan called Sergey Lavrov, 2024-12-02",
            "Fidan rang Lavrov — “at last” — on Monday",
            "Bosphorus Post",
            "2024-12-03",
        )
    ]


def test_everything_of_ours_that_is_named_has_a_label(flat):
    assert (
        flat(
            """SELECT DISTINCT ?node { ?s ?p ?node FILTER(isIRI(?node)
        && STRSTARTS(STR(?node), "https://w3id.org/contact-kg/")
        && !STRSTARTS(STR(?node), "https://w3id.org/contact-kg/ontology#"))
        FILTER NOT EXISTS { ?node rdfs:label ?label } }"""
        )
        == []
    )


def test_known_actors_come_along_only_where_they_are_named(flat):
    assert flat("SELECT ?name { ?a a kg:CountryActor ; rdfs:label ?name }") == [("Qatar",), ("Turkey",)]


def test_what_did_not_take_place_has_no_participant_in_the_flattened_file(flat):
    assert flat("SELECT ?c { ?c a kg:UnrealisedContact ; kg:participant ?who }") == []
    assert len(flat("SELECT ?c { ?c a kg:UnrealisedContact }")) == 2


def test_the_layer_said_has_no_judgement(reader, tmp_path):
    export(reader, tmp_path / "said.ttl", layer="said")
    text = (tmp_path / "said.ttl").read_text(encoding="utf-8")
    assert "kg:Report" in text
    assert "kg:denotes" not in text
    assert "kg:Contact" not in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_graph_gives_the_same_bytes(reader, tmp_path, ending):
    export(reader, tmp_path / f"one.{ending}")
    export(reader, tmp_path / f"two.{ending}")
    assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_turtle_is_made_to_be_read(reader, tmp_path):
    export(reader, tmp_path / "out.ttl")
    text = (tmp_path / "out.ttl").read_text(encoding="utf-8")
    assert "act:hakan-fidan-0a0a0a a kg:Person" in text
    assert "@prefix kg:" in text
