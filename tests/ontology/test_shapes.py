"""What the shapes ask of a graph: ours hold it, and what breaks it is found, by us as by pySHACL."""

import random
from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import RdfFormat, Store
from rdflib import RDF, SH, Graph, Literal, URIRef

from kg.errors import UsageError
from kg.graph.iris import PREFIXES
from kg.shapes import Checker, Violation, check, opened, stored
from kg.shapes.shape import shapes
from kg.vocabulary import KG, vocabulary

ROOT = Path(__file__).resolve().parents[2]
HEAD = "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in PREFIXES.items())
EXPORTS = ("contacts.ttl", "contacts.trig", "contacts.nq", "contacts.nt")


def violations(path: Path) -> list[Violation]:
    with opened(path) as graph:
        return list(check(graph))


def test_what_the_code_writes_holds_all_that_is_asked(made: Path) -> None:
    with stored(made) as graph:
        checker = Checker(graph)
        assert list(map(str, checker.violations())) == []
    assert checker.checked > 500


@pytest.mark.parametrize("layer", ["contacts", "all"])
@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_in_rdf_holds_it_too(made: Path, kg, tmp_path: Path, name: str, layer: str) -> None:
    done = kg("export", "-o", name, "--layer", layer, "--store", made)
    assert done.returncode == 0, done.stderr
    assert list(map(str, violations(tmp_path / name))) == []


def test_the_graph_of_the_seeds_holds_it(kg, tmp_path: Path) -> None:
    assert kg("ingest", ROOT / "seeds").returncode == 0
    done = kg("validate")
    assert done.returncode == 0, done.stdout
    for name in EXPORTS[:3]:
        assert kg("export", "-o", name, "--layer", "all").returncode == 0
        assert list(map(str, violations(tmp_path / name))) == []


BROKEN = {
    "Report kg:quote minCount": "DELETE { ?r kg:quote ?q } WHERE { ?r kg:quote ?q }",
    "Report kg:reportedStatus in": "INSERT { ?r kg:reportedStatus kg:disputed } WHERE { ?r a kg:Report }",
    "Report kg:inArticle class": "DELETE { ?a a kg:Article } WHERE { ?a a kg:Article }",
    "Report kg:start lessThan": "DELETE { ?r kg:end ?e } INSERT { ?r kg:end 0 } WHERE { ?r kg:end ?e }",
    "Report kg:status maxCount": "INSERT { ?r kg:status kg:occurred } WHERE { ?r a kg:Report }",
    "Report kg:reportedNotBefore lessThanOrEquals": 'INSERT { ?r kg:reportedNotBefore "2025-01-01"^^xsd:date } WHERE '
    "{ ?r a kg:Report }",
    "NamedActor kg:namedType in": "INSERT { ?n kg:namedType kg:Contact } WHERE { ?n a kg:NamedActor }",
    "AnyContact kg:reportedIn class": "DELETE { ?r a kg:Report } WHERE { ?r a kg:Report }",
    "AnyContact kg:reportedIn minCount": "DELETE { ?c kg:reportedIn ?r } WHERE { ?c kg:reportedIn ?r }",
    "AnyContact kg:relation class": "INSERT { ?c kg:relation kg:occurred } WHERE { ?c a kg:Contact }",
    "AnyContact kg:sources minInclusive": "INSERT { ?c kg:sources 0 } WHERE { ?c a kg:Contact }",
    "AnyContact kg:date pattern": 'INSERT { ?c kg:date "Monday" } WHERE { ?c a kg:Contact }',
    "AnyContact kg:notAfter datatype": 'INSERT { ?c kg:notAfter "2024-02-31"^^xsd:date } WHERE { ?c a kg:Contact }',
    "Contact kg:participant equals": "DELETE { ?c kg:involves ?a } WHERE { ?c kg:involves ?a ; kg:status kg:occurred }",
    "Contact rdf:type minCount": "DELETE { ?c a kg:Meeting } WHERE { ?c a kg:Meeting }",
    "Contact class": "INSERT { ?r kg:participant act:norway } WHERE { ?r a kg:Report }",
    "UnrealisedContact kg:participant maxCount": "INSERT { ?c kg:participant ?a } WHERE { ?c kg:involves ?a }",
    "UnrealisedContact rdf:type maxCount": "INSERT { ?c a kg:Meeting } WHERE { ?c a kg:UnrealisedContact }",
    "Node rdfs:label maxCount": 'INSERT { ?a rdfs:label "Another" } WHERE { ?a a kg:Person }',
    "Node rdfs:label datatype": 'INSERT { ?a rdfs:label "Another"@en } WHERE { ?a a kg:Person }',
    "Actor rdf:type in": "INSERT { ?a a kg:Place } WHERE { ?a a kg:Person }",
    "Country kg:alpha3 pattern": 'INSERT { ?c kg:alpha3 "NO" } WHERE { ?c a kg:Country }',
    "blank node": "INSERT { ?c kg:place [ rdfs:label 'Oslo' ] } WHERE { ?c a kg:Contact }",
    "unknown term": "INSERT { ?c kg:particpant ?a } WHERE { ?c kg:involves ?a }",
}


@pytest.mark.parametrize("rule", BROKEN)
def test_what_breaks_a_rule_is_named(contacts: Path, tmp_path: Path, rule: str) -> None:
    store = Store()
    store.bulk_load(path=str(contacts), format=RdfFormat.TURTLE)
    store.update(HEAD + BROKEN[rule])
    store.dump(str(tmp_path / "broken.nq"), RdfFormat.N_QUADS)
    found = [violation for violation in violations(tmp_path / "broken.nq") if violation.rule == rule]
    assert found
    assert all(violation.message.endswith(".") and violation.node for violation in found)


def broken(graph: Graph, seed: int) -> Graph:
    """A copy in which many triples are gone, or have the value of another."""
    chance = random.Random(seed)
    triples = sorted(graph)
    for triple in chance.sample(triples, 60):
        graph.remove(triple)
        subject, predicate, value = triple
        other = chance.choice(triples)[2]
        match chance.randrange(4):
            case 0:
                graph.add((subject, predicate, other))
            case 1:
                graph.add(triple)
                graph.add((subject, predicate, other))
            case 2 if isinstance(value, Literal):
                graph.add((subject, predicate, Literal(str(value), lang="en")))
    return graph


Found = set[tuple[str, str, str]]
"""Node, property and constraint of each violation."""


def comparable(found: Found) -> Found:
    """Without literals and terms in a node's place, and without order: pySHACL compares what has no order."""
    ours = PREFIXES["kg"].removesuffix("ontology#")
    return {
        (node, path, constraint)
        for node, path, constraint in found
        if node.startswith(ours) and not node.startswith(KG) and not constraint.startswith("lessThan")
    }


def by_pyshacl(graph: Graph) -> Found:
    for triple in Graph().parse(ROOT / "ontology" / "contacts.ttl"):
        graph.add(triple)
    _, results, _ = pyshacl.validate(graph, shacl_graph=Graph().parse(ROOT / "ontology" / "shapes.ttl"))
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        path, component = results.value(result, SH.resultPath), results.value(result, SH.sourceConstraintComponent)
        name = str(component).removeprefix(str(SH)).removesuffix("ConstraintComponent")
        found.add((str(results.value(result, SH.focusNode)), str(path or ""), name[0].lower() + name[1:]))
    return comparable(found)


def by_us(path: Path) -> Found:
    found = set()
    for violation in violations(path):
        _, *told, constraint = violation.rule.split()
        if violation.rule not in ("blank node", "unknown term"):
            prefix, _, local = told[0].partition(":") if told else ("", "", "")
            found.add((violation.node, PREFIXES[prefix] + local if told else "", constraint))
    return comparable(found)


@pytest.mark.parametrize("seed", range(4))
def test_pyshacl_finds_the_same(contacts: Path, tmp_path: Path, seed: int) -> None:
    graph = broken(Graph().parse(contacts), seed)
    graph.serialize(tmp_path / "broken.nt", format="nt", encoding="utf-8")
    ours = by_us(tmp_path / "broken.nt")
    assert len(ours) > 20
    assert ours == by_pyshacl(graph)


def test_the_statuses_and_kinds_that_shapes_list_are_those_of_the_ontology() -> None:
    lists = {}
    for shape in shapes().shapes:
        for rule in shape.rules:
            for constraint in rule.constraints:
                if constraint.name == "in":
                    lists[rule.name(constraint)] = {term.value.removeprefix(KG) for term in constraint.parameter}
    statuses = vocabulary().statuses
    assert lists["Report kg:reportedStatus in"] == {name for name, one in statuses.items() if not one.derived}
    assert lists["Contact kg:status in"] == {name for name, one in statuses.items() if one.realised}
    assert lists["UnrealisedContact kg:status in"] == {name for name, one in statuses.items() if not one.realised}
    kinds = {node.value.removeprefix(KG) for node, found in shapes().members.items() if kind_of(found)}
    assert lists["NamedActor kg:namedType in"] == kinds


def kind_of(classes: frozenset) -> bool:
    return KG + "Kind" in {one.value for one in classes}


def test_every_property_of_a_shape_is_declared() -> None:
    declared = set(Graph().parse(ROOT / "ontology" / "contacts.ttl").subjects())
    known = {"type", "label"}
    for shape in shapes().shapes:
        for rule in shape.rules:
            if rule.path and rule.path.value.rpartition("#")[2] not in known:
                assert URIRef(rule.path.value) in declared, f"{shape.name}: {rule.path}"


def test_a_file_that_is_no_graph_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.ttl").write_text("kg:a kg:b .")
    for name, told in {"broken.ttl": "is not Turtle", "nothere.ttl": "cannot be read", "a.xlsx": "no suffix"}.items():
        with pytest.raises(UsageError, match=told), opened(tmp_path / name):
            pass
