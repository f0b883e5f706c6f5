"""Writes docs/ontology.md, the terms of the graph for a reader, from ontology/contacts.ttl and alignments.ttl.

    python docs/ontology.py docs/ontology.md

A test runs it and compares, so that the page is never older than the ontology.
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kg.graph.iris import PREFIXES
from kg.resources import ontology_folder

KG = PREFIXES["kg"]
OTHERS = {
    "http://semanticweb.cs.vu.nl/2009/11/sem/": "sem",
    "http://xmlns.com/foaf/0.1/": "foaf",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/2006/time#": "time",
    "http://www.w3.org/2002/07/owl#": "owl",
    "https://w3id.org/contact-kg/cameo/": "cameo",
    "https://w3id.org/contact-kg/plover/": "plover",
}
FIT = {
    RDFS.subClassOf: "subclass of",
    RDFS.subPropertyOf: "subproperty of",
    SKOS.exactMatch: "same as",
    SKOS.closeMatch: "close to",
    SKOS.broadMatch: "narrower than",
    SKOS.relatedMatch: "related to",
}
HEAD = """# The ontology

<!-- Written by docs/ontology.py from contacts.ttl and alignments.ttl: change those, then run `make docs`. -->

{description}

Its terms have the prefix `kg:`, <{namespace}>. The files: `ontology/contacts.ttl` (OWL 2, opens in Protégé),
`ontology/alignments.ttl` (the same terms in those of SEM, PROV-O, schema.org, FOAF, W3C ORG and OWL-Time; the codes of
CAMEO and PLOVER as SKOS), `ontology/shapes.ttl` (SHACL: what a graph must hold; `kg validate` checks it).
"""


def main(target: Path) -> None:
    """Writes the page to a file."""
    target.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole page."""
    ontology = Graph().parse(ontology_folder() / "contacts.ttl")
    alignments = Graph().parse(ontology_folder() / "alignments.ttl")
    return "\n".join([*_lines(ontology, alignments), ""])


def _lines(graph: Graph, alignments: Graph) -> Iterator[str]:
    about = " ".join(str(graph.value(URIRef(KG.rstrip("#")), URIRef("http://purl.org/dc/terms/description"))).split())
    yield HEAD.format(description=about, namespace=KG)
    yield from _relations(graph)
    relations = set(graph.subjects(RDF.type, URIRef(KG + "Relation")))
    for title, kind in (
        ("Classes", OWL.Class),
        ("Properties between nodes", OWL.ObjectProperty),
        ("Properties with a value", OWL.DatatypeProperty),
        ("Annotations of relations and statuses", OWL.AnnotationProperty),
    ):
        terms = [term for term in _sorted(graph.subjects(RDF.type, kind)) if term not in relations]
        yield from _section(title, [term for term in terms if str(term).startswith(KG)], graph)
    yield from _statuses(graph)
    yield from _individuals(graph)
    others = {term for term in graph.subjects(SKOS.example) if not str(term).startswith(KG)}
    yield from _section("Terms of others that our graphs use", _sorted(others), graph)
    yield from _alignments(alignments)
    yield from _codes(alignments)


def _relations(graph: Graph) -> Iterator[str]:
    yield "## Relations\n"
    yield "| relation | means | contact | broader | direct triples | subject, object |\n|---|---|---|---|---|---|"
    for term in _sorted(graph.subjects(RDF.type, URIRef(KG + "Relation"))):
        broader = _names(graph, [*graph.objects(term, RDFS.subPropertyOf), *_of(graph, term, "broaderBetweenActors")])
        roles = ", ".join(_name(graph, role) for key in ("subjectRole", "objectRole") for role in _of(graph, term, key))
        direct = ", ".join(map(str, _of(graph, term, "direct")))
        kind = _names(graph, _of(graph, term, "contactClass"))
        cells = (_name(graph, term), _comment(graph, term), kind, broader, direct, roles)
        yield _row(cells)
    yield ""


def _section(title: str, terms: Iterable[URIRef], graph: Graph) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| term | means | broader | domain → range | example |\n|---|---|---|---|---|"
    for term in terms:
        broader = [*graph.objects(term, RDFS.subClassOf), *graph.objects(term, RDFS.subPropertyOf)]
        domain, range_ = (_names(graph, graph.objects(term, each)) for each in (RDFS.domain, RDFS.range))
        ends = f"{domain or 'any'} → {range_ or 'any'}" if domain or range_ else ""
        example = ", ".join(f"`{text}`" for text in sorted(map(str, graph.objects(term, SKOS.example))))
        cells = (_name(graph, term), _comment(graph, term), _names(graph, broader), ends, example)
        yield _row(cells)
    yield ""


def _statuses(graph: Graph) -> Iterator[str]:
    yield "## Statuses\n"
    yield "| status | means | took place |\n|---|---|---|"
    rank = URIRef(KG + "rank")
    for term in sorted(
        graph.subjects(RDF.type, URIRef(KG + "Status")), key=lambda one: int(str(graph.value(one, rank)))
    ):
        held = "yes" if "true" in map(str, _of(graph, term, "realised")) else "no"
        yield f"| {_name(graph, term)} | {_comment(graph, term)} | {held} |"
    yield ""


def _individuals(graph: Graph) -> Iterator[str]:
    """Members of our other classes: date bases, and what else the ontology lists."""
    skipped = {URIRef(KG + name) for name in ("Relation", "Status", "Kind")}
    classes = {term for term in graph.subjects(RDF.type, OWL.Class) if str(term).startswith(KG)} - skipped
    for kind in _sorted(term for term in classes if (None, RDF.type, term) in graph):
        yield f"## Members of {_name(graph, kind)}\n"
        for term in _sorted(graph.subjects(RDF.type, kind)):
            meaning = _comment(graph, term) or str(graph.value(term, RDFS.label))
            facts = [
                f"{_name(graph, name)} {_name(graph, value) if isinstance(value, URIRef) else value}"
                for name, value in sorted(graph.predicate_objects(term))
                if str(name).startswith(KG)
            ]
            told = f" ({'; '.join(facts)})" if facts else ""
            yield f"- {_name(graph, term)}: {meaning}{told}"
        yield ""


def _alignments(graph: Graph) -> Iterator[str]:
    yield "## In the terms of other vocabularies\n"
    yield "| ours | fit | theirs |\n|---|---|---|"
    rows = [(s, FIT[p], o) for p in FIT for s, o in graph.subject_objects(p) if str(s).startswith(KG)]
    for ours, fit, theirs in sorted(rows):
        yield f"| {_name(graph, ours)} | {fit} | {_name(graph, theirs)} |"
    yield ""


def _codes(graph: Graph) -> Iterator[str]:
    for scheme in _sorted(graph.subjects(RDF.type, SKOS.ConceptScheme)):
        yield f"## {graph.value(scheme, SKOS.prefLabel)}\n"
        yield "| code | name | means |\n|---|---|---|"
        for code in _sorted(graph.subjects(SKOS.inScheme, scheme)):
            cells = (graph.value(code, each) for each in (SKOS.notation, SKOS.prefLabel, SKOS.definition))
            yield _row(map(str, cells))
        yield ""


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') or '–' for cell in cells)} |"


def _of(graph: Graph, term: Node, name: str) -> list[Node]:
    return sorted(graph.objects(term, URIRef(KG + name)))


def _names(graph: Graph, nodes: Iterable[Node]) -> str:
    return ", ".join(sorted(_name(graph, node) for node in nodes))


def _name(graph: Graph, node: Node) -> str:
    """A term with its prefix, or the classes of a union."""
    union = graph.value(node, OWL.unionOf)
    if union is not None and not isinstance(node, URIRef):
        return " or ".join(_name(graph, each) for each in Collection(graph, union))
    for prefix, namespace in [*PREFIXES.items(), *((prefix, iri) for iri, prefix in OTHERS.items())]:
        if str(node).startswith(namespace):
            return f"`{prefix}:{str(node).removeprefix(namespace)}`"
    return f"`{node}`"


def _comment(graph: Graph, term: Node) -> str:
    return " ".join(str(graph.value(term, RDFS.comment) or "").split())


def _sorted(terms: Iterable[Node]) -> list[URIRef]:
    return sorted({term for term in terms if isinstance(term, URIRef)}, key=lambda term: (str(term).lower(), str(term)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
