"""What is chosen and what is left away, in every format."""

import gzip
import json
from datetime import date

import pytest
from pyoxigraph import RdfFormat, Store, parse

from kg.errors import UsageError
from kg.export import FORMATS, export
from kg.queries.filters import Wanted

QUOTED = ("at last", "briefly", "would not take", "stood between", "HYPERLINK")
LAVROV = Wanted(who=("Lavrov",), statuses=frozenset({"occurred"}))


def _formats():
    return [name for name, one in FORMATS.items() if not one.folder and not one.extra]


@pytest.mark.parametrize("name", _formats())
def test_without_quotes_no_format_has_a_sentence_of_an_article(reader, tmp_path, name):
    export(reader, tmp_path / "with", format=name)
    export(reader, tmp_path / "without", format=name, quotes=False)
    without = (tmp_path / "without").read_text("utf-8")
    assert not [words for words in QUOTED if words in without]
    assert len(without) > 50


def test_a_folder_has_none_either(reader, tmp_path):
    export(reader, tmp_path / "neo4j", format="neo4j", quotes=False)
    text = "".join(path.read_text("utf-8") for path in (tmp_path / "neo4j").iterdir())
    assert not [words for words in QUOTED if words in text]


@pytest.mark.parametrize("name", _formats())
def test_every_format_holds_the_chosen_contacts_only(reader, tmp_path, name):
    export(reader, tmp_path / "out", format=name, wanted=LAVROV)
    text = (tmp_path / "out").read_text("utf-8")
    assert "Mikati" not in text
    assert "mikati" not in text


def test_chosen_rdf_has_the_direct_triples_of_the_chosen_contacts_alone(reader, tmp_path):
    export(reader, tmp_path / "out.ttl", wanted=Wanted(relations=frozenset({"mediated"})))
    store = Store()
    store.load(path=str(tmp_path / "out.ttl"), format=RdfFormat.TURTLE)
    base = "PREFIX kg: <https://w3id.org/contact-kg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    assert store.query(base + "ASK { ?a kg:mediated ?b }")
    assert not store.query(base + "ASK { ?a kg:called ?b }")
    assert not store.query(base + "ASK { ?c kg:participant ?a FILTER NOT EXISTS { ?a rdfs:label ?name } }")


def test_the_layer_said_without_quotes_still_labels_every_report(reader, tmp_path):
    export(reader, tmp_path / "said.ttl", layer="said", quotes=False)
    text = (tmp_path / "said.ttl").read_text("utf-8")
    assert "kg:quote" not in text
    assert 'rdfs:label "report 00000000000000aa-11111-1"' in text


def test_gz_packs_the_same_bytes_and_is_itself_the_same_every_time(reader, tmp_path):
    export(reader, tmp_path / "a.ttl")
    export(reader, tmp_path / "b.ttl.gz")
    export(reader, tmp_path / "c.ttl.gz")
    packed = (tmp_path / "b.ttl.gz").read_bytes()
    assert gzip.decompress(packed) == (tmp_path / "a.ttl").read_bytes()
    assert packed == (tmp_path / "c.ttl.gz").read_bytes()


def test_nquads_of_the_whole_store_are_sorted_where_that_is_asked_for(reader, tmp_path):
    export(reader, tmp_path / "a.nq", layer="all")
    export(reader, tmp_path / "b.nq", layer="all", sort=True)
    plain, ordered = ((tmp_path / name).read_text("utf-8").splitlines() for name in ("a.nq", "b.nq"))
    assert sorted(plain) == sorted(ordered) != ordered or plain != ordered
    assert set(parse(path=str(tmp_path / "b.nq"), format=RdfFormat.N_QUADS)) == set(reader.quads())


@pytest.mark.parametrize(
    ("path", "options", "word"),
    [
        ("a.ttl", {"zeros": True}, "--zeros"),
        ("a.gexf", {"every": "week"}, "--every"),
        ("a.cameo.csv", {"table": "actors"}, "--table"),
        ("a.nq", {"layer": "all", "quotes": False}, "all"),
        ("a.ttl", {"layer": "said", "wanted": Wanted(since=date(2024, 1, 1))}, "said"),
    ],
)
def test_what_a_format_or_layer_cannot_do_is_refused(reader, tmp_path, path, options, word):
    with pytest.raises(UsageError, match=word):
        export(reader, tmp_path / path, **options)
    assert list(tmp_path.iterdir()) == []


def test_nothing_chosen_is_a_whole_file_without_contacts(reader, tmp_path):
    for name in _formats():
        export(reader, tmp_path / name, format=name, wanted=Wanted(since=date(2030, 1, 1)))
    assert json.loads((tmp_path / "jsonld").read_text("utf-8"))["@graph"] == []
    assert (tmp_path / "plover").read_bytes() == b""
