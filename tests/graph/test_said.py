from datetime import date
from string import ascii_letters

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, RdfFormat, Store, parse, serialize

from kg.graph.iris import shortened, term
from kg.graph.layers import article_graph
from kg.graph.said import document_of, document_quads
from kg.model import Article, Document, NamedActor, Period, Report, Span
from kg.vocabulary import vocabulary

_UNWRITABLE = "".join(map(chr, [*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF]))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=_UNWRITABLE), max_size=30)
ids = st.text(ascii_letters + "0123456789-", min_size=1, max_size=12)
optional_texts = st.none() | texts
dates = st.dates()
spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
countries = st.sampled_from([None, "TR", "IR", "QA", "XK"])


@st.composite
def periods(draw: st.DrawFn) -> Period:
    return Period(
        draw(st.none() | dates),
        draw(st.none() | dates),
        draw(st.sampled_from([None, "2024", "2024-11", "2024-11-30"])),
        draw(st.sampled_from([None, "stated", "inferred", "published"])),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    article = Article(
        id=draw(ids),
        name=draw(texts),
        text="",
        title=draw(texts),
        published=draw(st.none() | dates),
        outlet=draw(st.none() | texts.filter(bool)),
        url=draw(st.none() | texts.filter(bool)),
        content_hash=draw(texts),
    )
    named = tuple(
        NamedActor(
            id_,
            draw(texts),
            draw(st.sampled_from(["person", "organization", "country", "group", "place"])),
            draw(countries),
            draw(optional_texts),
            tuple(sorted(set(draw(st.lists(texts, max_size=3))))),
        )
        for id_ in draw(st.lists(ids, unique=True, max_size=4))
    )

    def some(limit: int) -> tuple[str, ...]:
        return tuple(one.id for one in named if draw(st.booleans()))[:limit]

    reports = [
        Report(
            id=id_,
            relation=draw(st.sampled_from(sorted(vocabulary().relations))),
            status=draw(st.sampled_from(["occurred", "planned", "refused", "denied"])),
            subjects=some(4),
            objects=some(4),
            period=draw(periods()),
            quote=draw(texts),
            start=draw(st.none() | st.integers(0, 10**6)),
            end=draw(st.none() | st.integers(0, 10**6)),
            frame=draw(texts),
            confidence=draw(st.integers(0, 10**6)) / 10**6,
            initiator=next(iter(some(1)), None),
            place=draw(optional_texts),
            place_country=draw(countries),
            topics=tuple(sorted(set(draw(st.lists(texts, max_size=2))))),
            claimed_by=draw(optional_texts),
            also=tuple(
                sorted(
                    draw(st.sets(st.builds(Span, st.integers(0, 99), st.integers(0, 99)), max_size=2)),
                    key=lambda s: (s.start, s.end),
                )
            ),
        )
        for id_ in draw(st.lists(ids, unique=True, max_size=3))
    ]
    reports.sort(key=lambda report: (-1 if report.start is None else report.start, report.id))
    return Document(article, named, tuple(reports), draw(texts))


def said(document: Document) -> frozenset:
    return document_quads(document, lambda named: (named.name,))


@given(documents())
def test_a_document_comes_back_from_its_quads(document: Document) -> None:
    assert document_of(said(document)) == document


@given(documents())
def test_its_quads_come_back_from_a_store_and_from_nquads(document: Document) -> None:
    quads = said(document)
    store = Store()
    store.extend(quads)
    assert set(store) == quads
    assert set(parse(serialize(quads, format=RdfFormat.N_QUADS), format=RdfFormat.N_QUADS)) == quads


HOSTILE = [
    "",
    "a" * 10_000,
    "\ud800 alone",
    "null \x00 and bell \x07",
    "<script>alert(1)</script>",
    'quote " and \\u0022 and } ; DROP ALL',
    "no IRI: {a b}|^`%zz",
    "http://[::1",
    "..",
    "\u202eright to left",
]


def test_whatever_strangers_write_is_kept_as_text() -> None:
    for evil in HOSTILE:
        named = NamedActor("x-1" + evil, evil, "person", evil, evil, (evil,))
        report = Report(
            "x-r" + evil, "met", "occurred", (named.id,), (), Period(told=evil), evil, None, None, evil, 0.5,
            place=evil, place_country=evil, topics=(evil,), claimed_by=evil,
        )  # fmt: skip
        article = Article("x" + evil, evil, "", evil, date(2024, 11, 30), evil, evil, evil)
        document = Document(article, (named,), (report,), evil)
        quads = said(document)
        dumped = serialize(quads, format=RdfFormat.N_QUADS)
        assert set(parse(dumped, format=RdfFormat.N_QUADS)) == quads
        back = document_of(quads)
        assert back.article.id == article.id
        assert [one.id for one in back.actors] == [named.id]
        assert back.reports[0].subjects == (named.id,)


def test_a_control_character_becomes_one_replacement_so_that_offsets_stay_right() -> None:
    named = NamedActor("n", "Al\x00i", "person")
    document = Document(Article("a", "a", ""), (named,), (), "")
    assert document_of(said(document)).actors[0].name == "Al\ufffdi"


def test_a_bad_url_is_a_literal_and_never_an_iri() -> None:
    article = Article("a", "a", "", url="javascript:alert('1 <2>')")
    quads = said(Document(article, (), (), ""))
    (url,) = [quad.object for quad in quads if quad.predicate == term("schema:url")]
    assert url == Literal(article.url or "", datatype=term("xsd:anyURI"))


def test_further_sentences_are_quoted_where_the_text_is_at_hand() -> None:
    text = "They met. The talks lasted an hour."
    report = Report("r", "met", "occurred", (), (), Period(), "They met.", 0, 9, "f", 1.0, also=(Span(10, 35),))
    quads = said(Document(Article("a", "a", text), (), (report,), ""))
    (quote,) = [quad.object for quad in quads if quad.predicate == term("kg:furtherQuote")]
    assert quote.value == "The talks lasted an hour."


@given(documents())
def test_an_article_graph_has_no_word_of_contacts_and_one_label_a_node(document: Document) -> None:
    quads = said(document)
    graph = article_graph(document.article.id)
    assert {quad.graph_name for quad in quads} == {graph}
    words = vocabulary()
    derived = {f"kg:{name}" for name in (*words.relations, *words.abstract)} | {
        "kg:participant", "kg:involves", "kg:relation", "kg:status", "kg:date", "kg:dateBasis", "kg:place",
        "kg:notBefore", "kg:notAfter", "kg:topic", "kg:confidence", "kg:denotes", "kg:because",
    }  # fmt: skip
    assert not derived & {shortened(quad.predicate.value) for quad in quads}
    labels = [quad.subject for quad in quads if quad.predicate == term("rdfs:label")]
    assert sorted(labels, key=str) == sorted({quad.subject for quad in quads}, key=str)


@given(documents())
def test_every_term_of_ours_is_declared_in_the_ontology(document: Document) -> None:
    used = {shortened(quad.predicate.value) for quad in said(document)}
    assert {name.removeprefix("kg:") for name in used if name.startswith("kg:")} <= vocabulary().terms
