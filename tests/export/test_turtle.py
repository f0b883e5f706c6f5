import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from kg.export.lines import lines_of
from kg.export.turtle import paragraphs
from kg.graph.iris import minted, term

NAMES = [
    "j.r.",
    ".a",
    "-x",
    "a%b",
    "é",
    "a b",
    "a/b",
    "a:b",
    "a~!$&'()*+,;=b",
    "1",
    "",
    "..",
    "日本",
    "\u202e",
    "a\\b",
    "a-",
]
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\t\n\r\"'\\"))
values = (
    st.builds(Literal, texts)
    | st.builds(lambda number: Literal(str(number), datatype=term("xsd:integer")), st.integers())
    | st.builds(
        lambda share: Literal(share, datatype=term("xsd:decimal")),
        st.sampled_from(["0.9", "1", "-0.25", ".5"]),
    )
    | st.builds(lambda text: Literal(text, datatype=term("xsd:anyURI")), texts)
    | st.builds(lambda text: minted("outlet", text), texts)
)
quads = st.builds(
    Quad,
    st.builds(lambda name: minted("act", name), st.sampled_from(NAMES)),
    st.sampled_from([term("rdf:type"), term("rdfs:label"), term("kg:quote")]),
    values,
    st.sampled_from([minted("g", "contacts"), minted("art", "00aa")]),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(quads, max_size=12))
def test_what_is_written_is_read_back(found):
    text = "".join(paragraphs(lines_of(found)))
    assert set(parse(input=text.encode(), format=RdfFormat.TRIG)) == set(found)


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_reads_every_name(name):
    import rdflib

    quad = Quad(minted("act", name), term("rdfs:label"), Literal(name))
    graph = rdflib.Graph().parse(data="".join(paragraphs(lines_of([quad]))), format="turtle")
    assert [(str(one), str(other)) for one, _, other in graph] == [(minted("act", name).value, name)]


def test_a_term_of_no_prefix_is_written_whole():
    quad = Quad(NamedNode("https://elsewhere.example/a/b"), term("rdf:type"), term("kg:Person"))
    assert "".join(paragraphs(lines_of([quad]))).endswith("\n<https://elsewhere.example/a/b> a kg:Person .\n")


def test_a_graph_is_a_block_of_paragraphs():
    graph = minted("g", "contacts")
    found = [
        Quad(minted("act", "a"), term("rdf:type"), term("kg:Person"), graph),
        Quad(minted("act", "a"), term("rdfs:label"), Literal("A"), graph),
    ]
    assert "".join(paragraphs(lines_of(found))).endswith(
        '\ng:contacts {\nact:a a kg:Person ;\n    rdfs:label "A" .\n}\n'
    )
