"""What users decided: Decision ⇄ quads of `graph/decisions`.

Its words are its own (`kg:anchor…`, `kg:decided…`), so that no question about what articles say, or about what
happened, meets a decision.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.decisions import Decision, Kind, NameAnchor, ReportAnchor, in_order
from kg.graph.iris import is_minted, local_name, minted, term
from kg.graph.layers import DECISIONS, article_graph
from kg.graph.store import Quads
from kg.graph.terms import CLASSES, TRUE, TYPES, Fact, Node, by_subject, country_facts, day, one_line, quads, text

_CLASSES: Final[dict[Kind, NamedNode]] = {
    "merge": term("kg:Merge"),
    "split": term("kg:Split"),
    "rename": term("kg:Rename"),
    "reject": term("kg:Reject"),
    "confirm": term("kg:Confirm"),
    "fix": term("kg:Fix"),
    "undo": term("kg:Undo"),
}
_KINDS: Final[dict[NamedNode, Kind]] = {node: kind for kind, node in _CLASSES.items()}

_VALUES: Final = {
    "name": "kg:decidedName",
    "status": "kg:decidedStatus",
    "date": "kg:decidedDate",
    "relation": "kg:decidedRelation",
    "place": "kg:decidedPlace",
    "place_country": "kg:decidedPlaceCountry",
}
_ID: Final = re.compile(r"[0-9a-f]{4,64}")


def decision_quads(decision: Decision) -> frozenset[Quad]:
    """What the graph says of a decision, its anchors and its author."""
    node, author = minted("dec", decision.id), minted("user", decision.by)
    found = set(quads(node, _facts(decision, author), DECISIONS))
    found.update(quads(author, [("rdf:type", term("prov:Agent")), ("rdfs:label", text(decision.by))], DECISIONS))
    anchors = [*map(_name, decision.names), *map(_report, decision.reports)]
    for number, facts in enumerate(anchors, start=1):
        found.update(quads(_anchor_node(decision, str(number)), facts, DECISIONS))
    if decision.to_name:
        found.update(quads(_anchor_node(decision, "to"), _name(decision.to_name), DECISIONS))
    return frozenset(found)


def log(store: Quads) -> tuple[Decision, ...]:
    """All decisions of a store, undone ones too, in the order in which they were made."""
    return decisions_of(store.match(graph=DECISIONS))


def decisions_of(found: Iterable[Quad]) -> tuple[Decision, ...]:
    """The decisions that `decision_quads` made quads of, in the order in which they were made.

    Raises:
        KeyError, ValueError: the quads are not those of decisions.
    """
    nodes = by_subject(found)
    made = (node for node in nodes.values() if "prov:generatedAtTime" in node)
    return in_order(_decision(node, nodes) for node in made)


def _facts(decision: Decision, author: NamedNode) -> Iterator[Fact]:
    yield "rdf:type", _CLASSES[decision.kind]
    yield "rdfs:label", text(decision.label)
    yield "prov:wasAttributedTo", author
    yield "prov:generatedAtTime", _moment(decision.at)
    if decision.why:
        yield "rdfs:comment", text(decision.why)
    for number in range(1, 1 + len(decision.names) + len(decision.reports)):
        yield "kg:anchor", _anchor_node(decision, str(number))
    if decision.lesser is not None:
        yield "kg:lesser", minted("act", decision.lesser)
    if decision.to is not None:
        yield "kg:decidedActor", minted("act", decision.to)
    if decision.to_name is not None:
        yield "kg:decidedActorAnchor", _anchor_node(decision, "to")
    for name, value in decision.values:
        if name in ("status", "relation"):
            yield _VALUES[name], term(f"kg:{value}")
        elif name == "place_country":
            yield from country_facts(_VALUES[name], value)
        else:
            yield _VALUES[name], text(value)
    if decision.whole:
        yield "kg:rejectsWhole", TRUE
    if decision.undoes is not None:
        yield "kg:undoes", minted("dec", decision.undoes)


def _name(anchor: NameAnchor) -> Iterator[Fact]:
    yield "rdf:type", term("kg:NameAnchor")
    yield "rdfs:label", text(one_line(anchor.name))
    yield "kg:anchorName", text(anchor.name)
    yield "kg:anchorType", CLASSES[anchor.type]
    yield from country_facts("kg:anchorCountry", anchor.country)
    if anchor.article is not None:
        yield "kg:anchorArticle", article_graph(anchor.article)
    if anchor.since is not None:
        yield "kg:anchorSince", day(anchor.since)


def _report(anchor: ReportAnchor) -> Iterator[Fact]:
    yield "rdf:type", term("kg:ReportAnchor")
    yield "rdfs:label", text(one_line(anchor.claim))
    yield "kg:anchorReport", minted("rep", anchor.report)
    yield "kg:anchorArticle", article_graph(anchor.article)
    yield "kg:anchorQuote", text(anchor.quote)
    yield "kg:claim", text(anchor.claim)


def _decision(node: Node, nodes: dict[NamedNode, Node]) -> Decision:
    (kind,) = (_KINDS[class_] for class_ in node.nodes("rdf:type"))
    (author,) = node.nodes("prov:wasAttributedTo")
    if not _ID.fullmatch(node.id) or not is_minted("dec", node.subject):
        raise ValueError(f"“{node.id}” is no name of a decision")
    anchors = sorted((nodes[one] for one in node.nodes("kg:anchor")), key=_number)
    target = node.nodes("kg:decidedActorAnchor")
    values = ((name, node.local(property_) or node.text(property_)) for name, property_ in _VALUES.items())
    return Decision(
        id=node.id,
        kind=kind,
        by=local_name(author),
        at=datetime.fromisoformat(node.text("prov:generatedAtTime") or "").astimezone(UTC),
        label=_needed(node, "rdfs:label"),
        why=node.text("rdfs:comment") or "",
        names=tuple(_name_of(one) for one in anchors if "kg:anchorName" in one),
        reports=tuple(_report_of(one) for one in anchors if "kg:anchorQuote" in one),
        lesser=node.local("kg:lesser"),
        to=node.local("kg:decidedActor"),
        to_name=_name_of(nodes[target[0]]) if target else None,
        values=tuple((name, value) for name, value in values if value),
        whole="kg:rejectsWhole" in node,
        undoes=node.local("kg:undoes"),
    )


def _name_of(node: Node) -> NameAnchor:
    return NameAnchor(
        name=_needed(node, "kg:anchorName"),
        type=TYPES[node.nodes("kg:anchorType")[0]],
        country=node.local("kg:anchorCountry"),
        article=node.local("kg:anchorArticle"),
        since=node.day("kg:anchorSince"),
    )


def _report_of(node: Node) -> ReportAnchor:
    return ReportAnchor(
        report=node.locals("kg:anchorReport")[0],
        article=node.locals("kg:anchorArticle")[0],
        quote=_needed(node, "kg:anchorQuote"),
        claim=_needed(node, "kg:claim"),
    )


def _anchor_node(decision: Decision, mark: str) -> NamedNode:
    return minted("dec", f"{decision.id}-{mark}")


def _number(node: Node) -> int:
    return int(node.id.rpartition("-")[2])


def _needed(node: Node, name: str) -> str:
    if (found := node.text(name)) is None:
        raise ValueError(f"dec:{node.id} has no {name}")
    return found


def _moment(at: datetime) -> Literal:
    """To the microsecond: it gives the log its order."""
    told = at.astimezone(UTC).replace(tzinfo=None).isoformat()
    return Literal((told.rstrip("0") if "." in told else told) + "Z", datatype=term("xsd:dateTime"))
