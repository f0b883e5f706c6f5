"""GEXF and Cytoscape JSON, opened by networkx."""

import json
import os
import subprocess

import networkx as nx
import pytest

from kg.export import export


@pytest.fixture
def gexf(reader, tmp_path):
    left_out = export(reader, tmp_path / "net.gexf")
    assert left_out == {"did not take place": 2}
    return nx.read_gexf(tmp_path / "net.gexf")


def test_networkx_reads_actors_and_contacts_from_gexf(gexf):
    assert {data["label"] for _, data in gexf.nodes(data=True) if data["kind"] == "actor"} == {
        "Hakan Fidan", "Sergey Lavrov", "Najib Mikati", "Qatar",
    }  # fmt: skip
    contacts = {id_ for *_, data in gexf.edges(data=True) for id_ in data["contact_ids"].split()}
    assert len(contacts) == 3


def test_a_line_has_its_weight_and_the_periods_of_its_contacts(gexf):
    line = gexf.edges["actor/hakan-fidan-0a0a0a", "actor/sergey-lavrov-0b0b0b"]
    assert (line["weight"], line["relations"]) == (1, "called")
    assert line["spells"] == [("2024-12-02", "2024-12-02")]
    assert gexf.nodes["actor/qatar"]["spells"] == [("2024-12-02", "2024-12-02")]


def test_networkx_reads_actors_and_contacts_from_cytoscape_json(reader, tmp_path):
    export(reader, tmp_path / "net.cyjs")
    graph = nx.cytoscape_graph(json.loads((tmp_path / "net.cyjs").read_text("utf-8")))
    assert sum(data["kind"] == "actor" for _, data in graph.nodes(data=True)) == 4
    assert len({data["contact"] for *_, data in graph.edges(data=True)}) == 3
    assert {data["interaction"] for *_, data in graph.edges(data=True)} == {"called", "visited", "mediated"}


@pytest.mark.parametrize("suffix", ["gexf", "cyjs"])
def test_the_same_graph_gives_the_same_bytes(reader, tmp_path, suffix):
    for name in ("one", "two"):
        export(reader, tmp_path / f"{name}.{suffix}")
    assert (tmp_path / f"one.{suffix}").read_bytes() == (tmp_path / f"two.{suffix}").read_bytes()


def test_graphology_reads_the_same_from_gexf(gexf, tmp_path, graphology):
    code = (
        "const Graph = require('graphology'), gexf = require('graphology-gexf'), fs = require('fs');"
        "const graph = gexf.parse(Graph, fs.readFileSync(process.argv[1], 'utf-8')), ids = new Set();"
        "graph.forEachEdge((_, data) => data.contact_ids.split(' ').forEach(id => ids.add(id)));"
        "const actors = graph.filterNodes((_, data) => data.kind === 'actor').length;"
        "console.log(JSON.stringify([graph.order, graph.size, actors, ids.size]));"
    )
    done = subprocess.run(
        ["node", "-e", code, tmp_path / "net.gexf"],
        env={**os.environ, "NODE_PATH": str(graphology)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert json.loads(done.stdout) == [len(gexf), gexf.size(), 4, 3], done.stderr
