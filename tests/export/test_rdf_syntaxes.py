"""JSON-LD and RDF/XML, opened by rdflib, Oxigraph and rapper."""

import json
import os
import shutil
import subprocess
import sys

import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rdflib.compare import isomorphic

from kg.export import export
from kg.export.material import Asked, Material


@pytest.fixture(params=["contacts", "said", "all"])
def turtle(request, reader, tmp_path):
    export(reader, tmp_path / "out.ttl", layer=request.param)
    return request.param, rdflib.Graph().parse(tmp_path / "out.ttl")


def test_rdflib_reads_the_same_triples_from_json_ld(turtle, reader, tmp_path):
    layer, expected = turtle
    export(reader, tmp_path / "out.jsonld", layer=layer)
    assert isomorphic(rdflib.Graph().parse(tmp_path / "out.jsonld", format="json-ld"), expected)


def test_oxigraph_reads_the_same_triples_from_json_ld(turtle, reader, tmp_path):
    layer, _ = turtle
    for name in ("out.jsonld", "out.ttl"):
        export(reader, tmp_path / name, layer=layer, force=True)
    read = {quad.triple for quad in parse(path=str(tmp_path / "out.jsonld"), format=RdfFormat.JSON_LD)}
    assert read == {quad.triple for quad in parse(path=str(tmp_path / "out.ttl"), format=RdfFormat.TURTLE)}


def test_json_ld_reads_as_plain_json(reader, tmp_path):
    export(reader, tmp_path / "out.jsonld")
    nodes = {node["id"]: node for node in json.loads((tmp_path / "out.jsonld").read_text("utf-8"))["@graph"]}
    call = next(node for node in nodes.values() if "PhoneCall" in node["type"])
    assert call["label"] == "Hakan Fidan called Sergey Lavrov, 2024-12-02"
    assert call["participant"] == ["act:hakan-fidan-0a0a0a", "act:sergey-lavrov-0b0b0b"]
    assert (call["status"], call["relation"], call["sources"]) == ("occurred", "called", 1)
    assert nodes["act:hakan-fidan-0a0a0a"]["label"] == "Hakan Fidan"


def test_rapper_rdflib_and_oxigraph_read_the_same_triples_from_rdf_xml(turtle, reader, tmp_path):
    layer, expected = turtle
    export(reader, tmp_path / "out.rdf", layer=layer)
    assert isomorphic(rdflib.Graph().parse(tmp_path / "out.rdf", format="xml"), expected)
    assert len(set(parse(path=str(tmp_path / "out.rdf"), format=RdfFormat.RDF_XML))) == len(expected)
    if not (rapper := shutil.which("rapper")):
        pytest.skip("no rapper here: apt-get install raptor2-utils (Debian)")
    done = subprocess.run([rapper, "-q", "-i", "rdfxml", "-o", "ntriples", tmp_path / "out.rdf"], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(set(done.stdout.splitlines())) == len(expected)


VALUES = ["", "a\r\nb\tc", "\"<&>'", "\\", "\u2028", "=1", "é 日本 🙂", "<b>", "x <https://a.example/>", "<x> "]


class Little:
    """A source of a few quads of every kind."""

    def quads(self, graph=None):
        kg = "https://w3id.org/contact-kg/ontology#"
        graph = NamedNode("https://w3id.org/contact-kg/article/00aa")
        xsd = "http://www.w3.org/2001/XMLSchema#"
        subject = NamedNode("https://w3id.org/contact-kg/outlet/a%20b%3Ac")
        for number, text in enumerate(VALUES):
            yield Quad(
                NamedNode(f"https://w3id.org/contact-kg/report/{number}"), NamedNode(kg + "quote"), Literal(text), graph
            )
            yield Quad(subject, NamedNode(kg + "url"), Literal(text, datatype=NamedNode(xsd + "anyURI")), graph)
        for number in ("0", "-5", "007", "12345678901234567890"):
            yield Quad(subject, NamedNode(kg + "start"), Literal(number, datatype=NamedNode(xsd + "integer")), graph)
        yield Quad(subject, NamedNode(kg + "mixed"), Literal("fr", language="fr"), graph)
        yield Quad(subject, NamedNode(kg + "mixed"), subject, graph)
        yield Quad(subject, NamedNode(kg + "mixed"), NamedNode(kg + "called"), graph)
        yield Quad(subject, NamedNode(kg + "mixed"), Literal("2024-12-02", datatype=NamedNode(xsd + "date")), graph)

    def dump(self, file, format):  # noqa: A002
        from pyoxigraph import serialize

        serialize(self.quads(), file, format)


@pytest.mark.parametrize(
    ("name", "format_"),
    [("jsonld", RdfFormat.JSON_LD), ("rdfxml", RdfFormat.RDF_XML), ("turtle", RdfFormat.TURTLE),
     ("ntriples", RdfFormat.N_TRIPLES)],
)  # fmt: skip
def test_every_value_comes_back(tmp_path, name, format_):
    from importlib import import_module

    from kg.export import FORMATS

    with (tmp_path / "out").open("wb") as file:
        import_module(FORMATS[name].module).write(Material(Little(), Asked(layer="all")), file, name)
    read = {quad.triple for quad in parse(path=str(tmp_path / "out"), format=format_)}
    assert read == {quad.triple for quad in Little().quads()}


@pytest.mark.parametrize("suffix", ["jsonld", "rdf", "gexf", "cyjs", "ftm.json", "plover.jsonl"])
def test_the_same_graph_gives_the_same_bytes_in_another_process(store, tmp_path, suffix):
    code = (
        "import sys; from kg.export import export; from kg.graph import open_reader\n"
        "with open_reader(sys.argv[1]) as reader: export(reader, sys.argv[2])"
    )
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", code, store, tmp_path / f"{seed}.{suffix}"]
        path = os.pathsep.join(filter(None, sys.path))
        subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path})
    assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()
