"""contacts.ttl as data: nothing half described, nothing undeclared, nothing that contradicts itself."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from owlrl import DeductiveClosure, OWLRL_Semantics
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef
from rdflib.namespace import DCTERMS

from kg.graph.iris import PREFIXES
from kg.vocabulary import KG, vocabulary

ROOT = Path(__file__).resolve().parents[2]
PROPERTIES = (OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)
ERROR = URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
HEAD = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())


def own(graph: Graph, *kinds: URIRef) -> list[URIRef]:
    found = {term for kind in kinds for term in graph.subjects(RDF.type, kind) if str(term).startswith(KG)}
    return sorted(term for term in found if isinstance(term, URIRef))


def short(term: object) -> str:
    return str(term).removeprefix(KG)


def test_the_header_tells_what_it_is(ontology):
    (header,) = ontology.subjects(RDF.type, OWL.Ontology)
    for wanted in (DCTERMS.title, DCTERMS.license, DCTERMS.description, OWL.versionIRI, OWL.versionInfo):
        assert len(list(ontology.objects(header, wanted))) == 1, wanted


def test_every_term_has_one_english_label_and_one_definition(ontology):
    for term in {subject for subject in ontology.subjects() if isinstance(subject, URIRef)}:
        if (term, RDF.type, OWL.Ontology) in ontology:
            continue
        code = (term, RDF.type, URIRef(KG + "EventCode")) in ontology  # a row of a table, which its label tells
        for wanted in (RDFS.label,) if code else (RDFS.label, RDFS.comment):
            found = list(ontology.objects(term, wanted))
            assert len(found) == 1, f"{term} has {len(found)} of {wanted}"
            assert found[0].language == "en", f"{wanted} of {term} has no language"


def test_no_two_properties_have_one_label(ontology):
    labels = [str(ontology.value(term, RDFS.label)) for term in own(ontology, *PROPERTIES)]
    assert sorted(labels) == sorted(set(labels))


def test_every_property_has_domain_and_range(ontology):
    lacking = [
        (short(term), wanted.fragment)
        for term in own(ontology, *PROPERTIES)
        for wanted in (RDFS.domain, RDFS.range)
        if not list(ontology.objects(term, wanted))
    ]
    assert lacking == []


def test_every_class_and_property_has_an_example_that_uses_it(ontology):
    for term in own(ontology, OWL.Class, *PROPERTIES):
        examples = list(ontology.objects(term, SKOS.example))
        assert examples, f"{short(term)} has no example"
        for example in examples:
            graph = Graph().parse(data=HEAD + str(example))
            used = {node for triple in graph for node in triple}
            assert term in used, f"the example of {short(term)} does not use it"


def written() -> Iterator[str]:
    """Every term of ours that the code names, and every one that it makes from a relation, role or status."""
    for path in (ROOT / "kg").rglob("*.py"):
        yield from re.findall(r"""["']kg:([A-Za-z]\w*)["']""", path.read_text(encoding="utf-8"))
    for relation in vocabulary().relations.values():
        roles = (relation.subject_role, relation.object_role, relation.place_role)
        yield from (relation.name, relation.contact_class, *relation.broader, *(role for role in roles if role))
    yield from vocabulary().statuses


def test_every_term_that_the_code_writes_is_declared():
    assert set(written()) - vocabulary().terms == set()


def test_a_declared_property_that_no_code_names_says_so(ontology):
    """A term may be made from its name without a prefix; one whose name no code has at all is for people alone."""
    unused = {short(term) for term in own(ontology, OWL.ObjectProperty, OWL.DatatypeProperty)} - set(written())
    code = " ".join(path.read_text(encoding="utf-8") for path in (ROOT / "kg").rglob("*.py"))
    silent = {name for name in unused if not re.search(rf"\b{name}\b", code)}
    assert silent <= {"envoy"}
    assert "by hand" in str(ontology.value(URIRef(KG + "envoy"), RDFS.comment))


def test_which_relations_go_both_ways(ontology):
    symmetric = {short(term) for term in own(ontology, OWL.SymmetricProperty)}
    assert symmetric == {"spoke_with", "met", "negotiated_with", "signed_with"}


def test_symmetry_is_what_the_direct_triples_have():
    words = vocabulary()
    symmetric = {name for name, relation in words.relations.items() if relation.direct == "both"}
    assert symmetric == {"spoke_with", "met", "negotiated_with", "signed_with"}


@pytest.fixture(scope="module")
def asserted(contacts: Path) -> Graph:
    return Graph().parse(contacts)


@pytest.fixture(scope="module")
def inferred(asserted: Graph, ontology: Graph, alignments: Graph) -> Graph:
    """The example graph with the ontology and its alignments, and all that OWL RL infers from them."""
    closed = Graph()
    for graph in (asserted, ontology, alignments):
        for triple in graph:
            closed.add(triple)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(closed)
    return closed


def test_the_example_has_every_relation_and_status(asserted: Graph):
    assert {short(term) for term in asserted.objects(None, URIRef(KG + "relation"))} == set(vocabulary().relations)
    assert {short(term) for term in asserted.objects(None, URIRef(KG + "status"))} == set(vocabulary().statuses)


def test_nothing_contradicts_itself(inferred: Graph):
    assert [str(told) for told in inferred.objects(None, ERROR)] == []
    assert not [subject for subject in inferred.subjects(RDF.type, OWL.Nothing) if not isinstance(subject, BNode)]


def test_a_reasoner_finds_no_property_that_the_store_lacks(asserted: Graph, inferred: Graph, ontology: Graph):
    about = set(asserted.subjects())
    extra = {
        triple
        for triple in inferred
        if str(triple[1]).startswith(KG) and triple[0] in about and not isinstance(triple[0], Literal)
    } - set(asserted)
    assert extra - set(ontology) == set()


def test_a_reasoner_finds_no_class_but_broader_ones(asserted: Graph, inferred: Graph, ontology: Graph):
    union = URIRef(KG + "AnyContact")
    for node, kind in asserted.subject_objects(RDF.type):
        if not str(kind).startswith(KG):
            continue
        told = set(asserted.objects(node, RDF.type))
        broader = {above for each in told for above in ontology.transitive_objects(each, RDFS.subClassOf)} | {union}
        found = {each for each in inferred.objects(node, RDF.type) if str(each).startswith(KG)}
        assert found <= broader, f"{node} is found to be a {', '.join(map(short, found - broader))}"


def test_a_contradiction_would_be_found(ontology: Graph):
    """That the test above can fail: what took place and did not is a contradiction."""
    graph = Graph()
    for triple in ontology:
        graph.add(triple)
    both = "con:a-1 a kg:Contact, kg:UnrealisedContact ."
    graph.parse(data=HEAD + both)
    DeductiveClosure(OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    assert list(graph.objects(None, ERROR))
