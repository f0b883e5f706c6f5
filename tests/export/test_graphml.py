import igraph
import networkx as nx
import pytest

from kg.export import export


@pytest.fixture
def graph(reader, tmp_path):
    assert export(reader, tmp_path / "net.graphml").total() == 2
    return nx.read_graphml(tmp_path / "net.graphml", force_multigraph=True)


def test_networkx_finds_the_actors_and_contacts_that_took_place(graph):
    assert {data["label"] for _, data in graph.nodes(data=True) if data["kind"] == "actor"} == {
        "Hakan Fidan",
        "Sergey Lavrov",
        "Najib Mikati",
        "Qatar",
    }
    assert len({data["contact"] for _, _, data in graph.edges(data=True)}) == 3


def test_a_line_tells_relation_date_and_who_began(graph):
    (line,) = graph.get_edge_data("actor/hakan-fidan-0a0a0a", "actor/sergey-lavrov-0b0b0b").values()
    assert (line["relation"], line["date"], line["began"]) == (
        "called",
        "2024-12-02",
        "actor/hakan-fidan-0a0a0a",
    )


def test_a_place_is_a_node_of_its_own_kind(graph):
    assert graph.nodes["place/ankara"]["kind"] == "place"
    assert graph.has_edge("actor/sergey-lavrov-0b0b0b", "place/ankara")


def test_parties_of_a_mediation_are_not_joined(graph):
    assert not graph.has_edge("actor/hakan-fidan-0a0a0a", "actor/najib-mikati-0c0c0c")


def test_the_same_graph_gives_the_same_bytes(reader, tmp_path):
    export(reader, tmp_path / "one.graphml")
    export(reader, tmp_path / "two.graphml")
    assert (tmp_path / "one.graphml").read_bytes() == (tmp_path / "two.graphml").read_bytes()


def test_igraph_finds_the_same_actors_and_contacts(reader, tmp_path):
    export(reader, tmp_path / "net.graphml")
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "net.graphml"))
    assert sum(vertex["kind"] == "actor" for vertex in graph.vs) == 4
    assert len(set(graph.es["contact"])) == 3
