"""alignments.ttl: what is ours in the terms of others, and never what is theirs in ours; event codes as SKOS."""

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from kg.vocabulary import KG

THEIRS = {
    "SEM": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "PROV-O": "http://www.w3.org/ns/prov#",
    "schema.org": "https://schema.org/",
    "FOAF": "http://xmlns.com/foaf/0.1/",
    "ORG": "http://www.w3.org/ns/org#",
    "OWL-Time": "http://www.w3.org/2006/time#",
}
STRICT = (RDFS.subClassOf, RDFS.subPropertyOf)
LOOSE = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch, SKOS.relatedMatch)
CODES = "https://w3id.org/contact-kg/"


def test_every_vocabulary_is_aligned(alignments: Graph) -> None:
    objects = {str(value) for predicate in (*STRICT, *LOOSE) for value in alignments.objects(None, predicate)}
    assert [name for name, iri in THEIRS.items() if not any(value.startswith(iri) for value in objects)] == []


def test_only_declared_terms_are_aligned(alignments: Graph, ontology: Graph) -> None:
    ours = {node for triple in alignments for node in triple if str(node).startswith(KG)}
    assert {str(node) for node in ours if not list(ontology.objects(node, RDF.type))} == set()


def test_nothing_of_others_becomes_ours(alignments: Graph) -> None:
    for predicate in STRICT:
        for narrow, broad in alignments.subject_objects(predicate):
            assert str(narrow).startswith(KG)
            assert not str(broad).startswith(KG)
    assert not list(alignments.subject_objects(OWL.equivalentClass))
    assert not list(alignments.subject_objects(OWL.equivalentProperty))


def test_what_did_not_take_place_is_no_event_elsewhere(alignments: Graph) -> None:
    unrealised = URIRef(KG + "UnrealisedContact")
    assert not list(alignments.objects(unrealised, RDFS.subClassOf))
    assert not list(alignments.objects(URIRef(KG + "involves"), RDFS.subPropertyOf))


def test_every_code_has_notation_name_meaning_and_place(alignments: Graph) -> None:
    codes = set(alignments.subjects(RDF.type, SKOS.Concept))
    assert codes
    for code in codes:
        for wanted in (SKOS.notation, SKOS.prefLabel, SKOS.definition, SKOS.inScheme):
            assert len(list(alignments.objects(code, wanted))) == 1, f"{code} and {wanted}"
        notation = str(alignments.value(code, SKOS.notation))
        assert str(code).rpartition("/")[2] == notation.replace("/", "-")
        scheme = alignments.value(code, SKOS.inScheme)
        top = (scheme, SKOS.hasTopConcept, code) in alignments
        broader = list(alignments.objects(code, SKOS.broader))
        assert top == (not broader)
        assert set(broader) <= codes


def test_every_code_that_a_relation_or_status_has_is_in_the_scheme(alignments: Graph, ontology: Graph) -> None:
    notations = {
        scheme: {
            str(alignments.value(code, SKOS.notation))
            for code in alignments.subjects(SKOS.inScheme, URIRef(CODES + scheme))
        }
        for scheme in ("cameo", "plover")
    }
    used: dict[str, set[str]] = {"cameo": set(), "plover": set()}
    for subject, predicate, value in ontology:
        name = str(predicate).removeprefix(KG)
        if str(predicate).startswith(KG) and name.startswith("cameo"):
            used["cameo"].add(str(value))
        elif name == "plover":
            used["plover"].add(str(value))
        elif name.startswith("ploverMode"):
            event = ontology.value(subject, URIRef(KG + "plover"))
            used["plover"].add(f"{event}/{value}")
    assert used["cameo"]
    assert used["plover"]
    assert {scheme: found - notations[scheme] for scheme, found in used.items()} == {"cameo": set(), "plover": set()}
