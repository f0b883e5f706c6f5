"""Which quads a layer holds, and those that the chosen contacts need."""

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from kg.contacts.ties import ties
from kg.export.material import Material
from kg.export.source import Source
from kg.graph.events import tie_quads
from kg.graph.iris import is_minted, local_name, minted, term
from kg.graph.layers import CONTACTS, IDENTITY, KNOWN
from kg.graph.terms import text
from kg.vocabulary import vocabulary

_DESCRIBED = ("act", "c", "place", "outlet")
"""Kinds of things that the known layer or the contacts layer describes."""

_WORKING = {term("kg:blockKey"), term("kg:position")}
"""What only the store's own work needs: left out beside contacts."""

_QUOTES = {term("kg:quote"), term("kg:furtherQuote")}
_LABEL, _PART_OF = term("rdfs:label"), term("kg:partOf")


def quads(material: Material) -> Iterable[Quad]:
    """The quads of the layer asked for, of the chosen contacts, with or without quotes."""
    found = _LAYERS[material.asked.layer](material)
    return found if material.asked.quotes else _unquoted(found)


def _all(material: Material) -> Iterator[Quad]:
    return material.source.quads()


def _said(material: Material) -> Iterator[Quad]:
    """The articles' graphs, and what the known layer tells of the things they name."""
    said = {quad for quad in material.source.quads() if is_minted("art", quad.graph_name)}
    yield from said
    yield from _descriptions(material.source, said)


def _contacts(material: Material) -> Iterator[Quad]:
    """The contacts, their evidence, and all that is needed to read them without the store."""
    source = material.source
    contacts = set(source.quads(CONTACTS) if material.asked.wanted is None else _chosen(material))
    reports = set(_values(contacts, term("kg:reportedIn")))
    evidence = {quad for report in reports for quad in source.match(report)}
    named = {value for quad in evidence if isinstance(value := quad.object, NamedNode) and is_minted("nam", value)}
    articles = set(_values(evidence, term("kg:inArticle")))
    told = {quad for node in {*named, *articles} for quad in source.match(node) if quad.graph_name != IDENTITY}
    who = {quad for node in named for quad in source.match(node, graph=IDENTITY)}
    found = {quad for quad in contacts | evidence | told | who if quad.predicate not in _WORKING}
    yield from found
    yield from _descriptions(source, found)


def _chosen(material: Material) -> Iterator[Quad]:
    """What stands of the chosen contacts, and the direct triples that follow from these alone."""
    chosen = {minted("con", contact.id) for contact in material.contacts}
    for node in chosen:
        for quad in material.source.match(node, graph=CONTACTS):
            if quad.predicate != _PART_OF or quad.object in chosen:
                yield quad
    yield from tie_quads(ties(material.contacts))


def _values(quads: Iterable[Quad], predicate: NamedNode) -> Iterator[NamedNode]:
    for quad in quads:
        if quad.predicate == predicate and isinstance(quad.object, NamedNode):
            yield quad.object


def _descriptions(source: Source, quads: set[Quad]) -> Iterator[Quad]:
    """What the known layer and the contacts layer tell of everything these quads name."""
    names = vocabulary()
    direct = {term(f"kg:{name}") for name in (*names.relations, *names.abstract)}
    waiting = {node for quad in quads for node in (quad.subject, quad.object)}
    seen: set[object] = set()
    while waiting:
        node = waiting.pop()
        if node in seen or not isinstance(node, NamedNode):
            continue
        seen.add(node)
        if not any(is_minted(kind, node) for kind in _DESCRIBED):
            continue
        for graph in (KNOWN, CONTACTS):
            for quad in source.match(node, graph=graph):
                if quad.predicate not in direct:
                    yield quad
                    waiting.add(quad.object)


def _unquoted(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads without sentences of articles; a report is labelled by its name, not by its sentence."""
    for quad in quads:
        if quad.predicate in _QUOTES:
            continue
        if quad.predicate == _LABEL and isinstance(quad.subject, NamedNode) and is_minted("rep", quad.subject):
            label = text(f"report {local_name(quad.subject)}")
            yield Quad(quad.subject, quad.predicate, label, quad.graph_name)
        else:
            yield quad


_LAYERS = {"contacts": _contacts, "said": _said, "all": _all}
