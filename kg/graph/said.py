"""What an article says: Document ⇄ the quads of the article's own graph.

Only the vocabulary of reports stands there (`kg:reported…`, `kg:quote`, `kg:name` …), never that of contacts.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, replace

from pyoxigraph import NamedNode, Quad

from kg.graph.iris import local_name, minted, term
from kg.graph.layers import article_graph
from kg.graph.terms import (
    CLASSES,
    TYPES,
    Fact,
    Node,
    by_subject,
    country_facts,
    day,
    decimal,
    number,
    one_line,
    period_facts,
    quads,
    status_of,
    text,
    web_address,
    writable,
)
from kg.model import Article, Document, NamedActor, Report, Span
from kg.vocabulary import vocabulary

_PERIOD = ("kg:reportedNotBefore", "kg:reportedNotAfter", "kg:reportedDate", "kg:reportedDateBasis")
_LONGEST_OUTLET = 200  # characters; an outlet's name is its IRI, and no newsroom needs more
_SPAN = re.compile(r"char=(\d+),(\d+)")

Keys = Callable[[NamedActor], Iterable[str]]


def article_quads(article: Article, extracted_by: str) -> frozenset[Quad]:
    """What the article's graph says of the article itself: by this an unchanged one is known."""
    node = article_graph(article.id)
    return frozenset(quads(node, _article(article, extracted_by), node))


def document_quads(document: Document, index_keys: Keys) -> frozenset[Quad]:
    """The whole graph of an article.

    Args:
        document: the article as an extractor has read it.
        index_keys: the keys by which a named actor is found, to be compared with others.
    """
    graph = article_graph(document.article.id)
    found = set(article_quads(document.article, document.extracted_by))
    for position, named in enumerate(map(_writable, document.actors), start=1):
        found.update(quads(minted("nam", named.id), _named(named, position, index_keys(named), graph), graph))
    for report in document.reports:
        found.update(quads(minted("rep", report.id), _report(report, document.article, graph), graph))
    return frozenset(found)


def document_of(found: Iterable[Quad]) -> Document:
    """The document that an article's graph was made from; its article has no text.

    Named actors come in their order, reports in that of the text; what has no order is sorted.

    Raises:
        KeyError: the quads are not those of one article.
    """
    nodes = by_subject(found)
    typed: dict[str, list[Node]] = {"Article": [], "NamedActor": [], "Report": []}
    for node in nodes.values():
        for kind in node.locals("rdf:type"):
            typed[kind].append(node)
    (article,) = typed["Article"]
    named = sorted(typed["NamedActor"], key=lambda node: (node.number("kg:position") or 0, node.id))
    order = {node.id: place for place, node in enumerate(named)}
    reports = [_report_of(node, order) for node in typed["Report"]]
    reports.sort(key=lambda report: (-1 if report.start is None else report.start, report.id))
    return Document(
        _article_of(article),
        tuple(map(named_of, named)),
        tuple(reports),
        article.text("kg:extractedBy") or "",
    )


def named_of(node: Node) -> NamedActor:
    """A named actor from what its article's graph says of it."""
    return NamedActor(
        id=node.id,
        name=node.text("kg:name") or "",
        type=TYPES[node.nodes("kg:namedType")[0]],
        country=node.local("kg:namedCountry"),
        office=node.text("kg:namedOffice"),
        forms=tuple(node.texts("kg:form")),
    )


def outlet_label(node: NamedNode) -> str:
    """The name of an outlet, which its IRI is made from."""
    return local_name(node)


def _article(article: Article, extracted_by: str) -> Iterator[Fact]:
    yield "rdf:type", term("kg:Article")
    yield "rdfs:label", text(one_line(article.title or article.name or article.id))
    yield "schema:identifier", text(article.name)
    yield "kg:contentHash", text(article.content_hash)
    if article.sketch:
        yield "kg:textSketch", text(article.sketch)
    yield "kg:extractedBy", text(extracted_by)
    if article.title:
        yield "schema:headline", text(article.title)
    if article.published:
        yield "schema:datePublished", day(article.published)
    if article.outlet:
        yield "schema:publisher", minted("outlet", writable(article.outlet)[:_LONGEST_OUTLET])
    if article.url:
        yield "schema:url", web_address(article.url)


def _article_of(node: Node) -> Article:
    outlet = node.nodes("schema:publisher")
    return Article(
        id=node.id,
        name=node.text("schema:identifier") or "",
        text="",
        title=node.text("schema:headline") or "",
        published=node.day("schema:datePublished"),
        outlet=outlet_label(outlet[0]) if outlet else None,
        url=node.text("schema:url"),
        content_hash=node.text("kg:contentHash") or "",
        sketch=node.text("kg:textSketch") or "",
    )


def _writable(named: NamedActor) -> NamedActor:
    """The named actor as it will come back from the store: its keys must be made from no other text."""
    office = None if named.office is None else writable(named.office)
    return replace(named, name=writable(named.name), office=office, forms=tuple(map(writable, named.forms)))


def _named(named: NamedActor, position: int, keys: Iterable[str], article: NamedNode) -> Iterator[Fact]:
    yield "rdf:type", term("kg:NamedActor")
    yield "rdfs:label", text(named.name)
    yield "kg:inArticle", article
    yield "kg:position", number(position)
    yield "kg:name", text(named.name)
    yield "kg:namedType", CLASSES[named.type]
    yield from country_facts("kg:namedCountry", named.country)
    if named.office is not None:
        yield "kg:namedOffice", text(named.office)
    for form in named.forms:
        yield "kg:form", text(form)
    for key in keys:
        yield "kg:blockKey", text(key)


def _report(report: Report, article: Article, graph: NamedNode) -> Iterator[Fact]:
    yield "rdf:type", term("kg:Report")
    yield "rdfs:label", text(one_line(report.quote or report.id))
    yield "kg:inArticle", graph
    yield "prov:wasQuotedFrom", graph
    yield "kg:reportedRelation", term("kg:" + vocabulary().relations[report.relation].name)
    yield "kg:reportedStatus", term("kg:" + vocabulary().statuses[report.status].name)
    for named in report.subjects:
        yield "kg:reportedSubject", minted("nam", named)
    for named in report.objects:
        yield "kg:reportedObject", minted("nam", named)
    if report.initiator is not None:
        yield "kg:reportedInitiator", minted("nam", report.initiator)
    yield from period_facts(report.period, *_PERIOD)
    if report.place is not None:
        yield "kg:reportedPlace", text(report.place)
    yield from country_facts("kg:reportedPlaceCountry", report.place_country)
    for topic in report.topics:
        yield "kg:reportedTopic", text(topic)
    if report.claimed_by is not None:
        yield "kg:claimedBy", text(report.claimed_by)
    yield "kg:quote", text(report.quote)
    if report.start is not None:
        yield "kg:start", number(report.start)
    if report.end is not None:
        yield "kg:end", number(report.end)
    yield "kg:frame", text(report.frame)
    yield "kg:reportedConfidence", decimal(report.confidence)
    for span in report.also:
        yield "kg:furtherSpan", text(f"char={span.start},{span.end}")
        if further := article.text[span.start : span.end]:
            yield "kg:furtherQuote", text(further)


def _report_of(node: Node, order: dict[str, int]) -> Report:
    def named(name: str) -> tuple[str, ...]:
        return tuple(sorted(node.locals(name), key=lambda id_: (order.get(id_, len(order)), id_)))

    relation, status = node.local("kg:reportedRelation"), node.local("kg:reportedStatus")
    return Report(
        id=node.id,
        relation=relation or "",
        status=status_of(status),
        subjects=named("kg:reportedSubject"),
        objects=named("kg:reportedObject"),
        period=node.period(*_PERIOD),
        quote=node.text("kg:quote") or "",
        start=node.number("kg:start"),
        end=node.number("kg:end"),
        frame=node.text("kg:frame") or "",
        confidence=node.decimal("kg:reportedConfidence"),
        initiator=node.local("kg:reportedInitiator"),
        place=node.text("kg:reportedPlace"),
        place_country=node.local("kg:reportedPlaceCountry"),
        topics=tuple(node.texts("kg:reportedTopic")),
        claimed_by=node.text("kg:claimedBy"),
        also=tuple(sorted(map(_span_of, node.texts("kg:furtherSpan")), key=astuple)),
    )


def _span_of(written: str) -> Span:
    start, end = _SPAN.fullmatch(written).groups()  # type: ignore[union-attr]
    return Span(int(start), int(end))
