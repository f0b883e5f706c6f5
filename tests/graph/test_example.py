"""The worked example of the documentation: three articles, and what the graph answers about them.

Two outlets tell of a meeting, one beforehand; a call that was refused must not count as one.
"""

from collections.abc import Iterator
from datetime import date

import pyoxigraph
import pytest
from pyoxigraph import QuerySolutions

from kg.graph import PREFIXES, Reader, open_reader, open_writer
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import ingest

MONDAY = Period.of("2024-12-02")
READ_BY = "contact-kg 0.1.0 / by hand"


def article(id_: str, title: str, published: date, outlet: str) -> Article:
    return Article(id_, f"{id_}.txt", "", title, published, outlet, content_hash=f"sha256:{id_}")


def actor(of: str, number: int, name: str, country: str, *forms: str) -> NamedActor:
    return NamedActor(f"{of}-{number}", name, "person", country, forms=forms or (name,))


ANKA = Document(
    article("9ab1", "Regime withdraws", date(2024, 11, 30), "Anka"),
    (
        actor("9ab1", 1, "Hakan Fidan", "TR", "Fidan", "Turkish Foreign Minister Hakan Fidan"),
        actor("9ab1", 2, "Sergey Lavrov", "RU", "his Russian counterpart, Sergey Lavrov"),
        actor("9ab1", 3, "Abbas Araghchi", "IR", "Iranian Foreign Minister Abbas Araghchi"),
    ),
    (
        Report(
            "9ab1-a5948-1", "called", "occurred", ("9ab1-1",), ("9ab1-2",),
            Period.published_by(date(2024, 11, 30)),
            "Turkish Foreign Minister Hakan Fidan held a phone call with his Russian counterpart, "
            "Sergey Lavrov",
            1893, 1990, "call-noun", 0.93,
        ),
        Report(
            "9ab1-bab44-1", "met", "planned", ("9ab1-3",), ("9ab1-1",), MONDAY,
            "Iranian Foreign Minister Abbas Araghchi will meet with Fidan in Ankara on Monday",
            2301, 2381, "meet-verb", 0.95,
            place="Ankara", place_country="TR", claimed_by="Diplomatic sources",
        ),
    ),
    READ_BY,
)  # fmt: skip
TEHRAN_WIRE = Document(
    article("c03f", "Fidan, Araqchi hold talks", date(2024, 12, 2), "Tehran Wire"),
    (
        actor("c03f", 1, "Abbas Araqchi", "IR", "Iran's top diplomat Abbas Araqchi"),
        actor("c03f", 2, "Hakan Fidan", "TR"),
        NamedActor("c03f-3", "Ankara", "place", "TR", forms=("Ankara",)),
    ),
    (
        Report(
            "c03f-0cf60-1", "met", "occurred", ("c03f-1",), ("c03f-2",), MONDAY,
            "Iran's top diplomat Abbas Araqchi met Hakan Fidan in Ankara on Monday",
            40, 109, "meet-verb", 0.97, place="Ankara", place_country="TR",
        ),
        Report(
            "c03f-77d10-1", "visited", "occurred", ("c03f-1",), ("c03f-3",), MONDAY,
            "Araqchi flew to Ankara on Monday", 110, 142, "travel-verb", 0.96,
        ),
    ),
    READ_BY,
)  # fmt: skip
BOSPHORUS_POST = Document(
    article("77e0", "No call, says Moscow", date(2024, 12, 1), "Bosphorus Post"),
    (
        actor("77e0", 1, "Sergey Lavrov", "RU", "Lavrov"),
        actor("77e0", 2, "Abbas Araqchi", "IR", "Araqchi"),
    ),
    (
        Report(
            "77e0-9004d-1", "called", "refused", ("77e0-2",), ("77e0-1",),
            Period.published_by(date(2024, 12, 1)),
            "Lavrov declined to take a call from Araqchi", 90, 133, "call-noun", 0.88,
        ),
    ),
    READ_BY,
)  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("example")
    with open_writer(folder, "test") as store:
        ingest(store, [ANKA, TEHRAN_WIRE, BOSPHORUS_POST])
    with open_reader(folder) as reader:
        yield reader


@pytest.fixture
def ask(reader: Reader):
    """Answers a query over the union of all graphs, as rows of strings."""

    def rows(query: str) -> list[tuple[str, ...]]:
        snapshot = pyoxigraph.Store.read_only(str(reader.path))
        found = snapshot.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(found, QuerySolutions)
        return sorted(tuple(value.value if value else "" for value in row) for row in found)

    return rows


def test_two_spellings_and_one_country_are_one_actor(reader: Reader) -> None:
    who = {identity.named: identity.actor for identity in reader.identities()}
    assert who["9ab1-3"] == who["c03f-1"] == who["77e0-2"]
    assert who["9ab1-1"] == who["c03f-2"]
    assert who["9ab1-2"] == who["77e0-1"]
    assert len(set(who.values())) == 3


def test_who_took_part_with_araghchi(ask) -> None:
    assert ask(
        """SELECT ?name (COUNT(?c) AS ?n) WHERE {
             ?a rdfs:label|skos:altLabel "Abbas Araghchi" . ?c kg:participant ?a, ?other .
             ?other rdfs:label ?name FILTER(?other != ?a)
           } GROUP BY ?name"""
    ) == [("Hakan Fidan", "1")]


def test_who_spoke_with_lavrov_although_the_text_says_phone_call(ask) -> None:
    assert ask(
        """SELECT ?name WHERE {
             ?x rdfs:label "Sergey Lavrov" . ?who kg:spoke_with ?x ; rdfs:label ?name }"""
    ) == [("Hakan Fidan",)]


def test_each_contact_of_araghchi_with_its_sentences_and_outlets(ask) -> None:
    assert ask(
        """SELECT ?quote ?outlet ?st WHERE {
             ?a rdfs:label|skos:altLabel "Abbas Araghchi" . ?c kg:participant ?a ; kg:reportedIn ?r .
             ?r kg:quote ?quote ; kg:reportedStatus ?st .
             ?r kg:inArticle/schema:publisher/rdfs:label ?outlet }"""
    ) == [
        ("Araqchi flew to Ankara on Monday", "Tehran Wire", PREFIXES["kg"] + "occurred"),
        (
            "Iran's top diplomat Abbas Araqchi met Hakan Fidan in Ankara on Monday",
            "Tehran Wire",
            PREFIXES["kg"] + "occurred",
        ),
        (
            "Iranian Foreign Minister Abbas Araghchi will meet with Fidan in Ankara on Monday",
            "Anka",
            PREFIXES["kg"] + "planned",
        ),
    ]


def test_why_araghchi_is_one_node(ask) -> None:
    rows = ask(
        """SELECT ?form ?why WHERE {
             ?a rdfs:label|skos:altLabel "Abbas Araghchi" . ?n kg:denotes ?a ; kg:name ?form .
             OPTIONAL { ?n kg:because ?why } }"""
    )
    assert [form for form, _ in rows] == ["Abbas Araghchi", "Abbas Araqchi", "Abbas Araqchi"]
    assert all(why for _, why in rows)


def test_a_visit_goes_to_a_place_and_a_refused_call_is_none(ask) -> None:
    assert ask("SELECT ?l WHERE { ?who kg:visited ?place . ?place rdfs:label ?l }") == [("Ankara",)]
    assert ask("SELECT ?l WHERE { ?c a kg:PhoneCall ; rdfs:label ?l }") == [
        ("Hakan Fidan called Sergey Lavrov (by 2024-11-30)",)
    ]
    assert len(ask("SELECT ?c WHERE { ?c a kg:UnrealisedContact ; kg:status kg:refused }")) == 1


def test_planned_and_then_held_is_one_contact(reader: Reader) -> None:
    contacts = {contact.id: contact for contact in reader.contacts()}
    assert sorted(contacts) == ["77e0-9004d-1", "9ab1-a5948-1", "9ab1-bab44-1", "c03f-77d10-1"]
    meeting = contacts["9ab1-bab44-1"]
    assert meeting.status == "occurred"
    assert meeting.sources == 2
    assert meeting.reports == ("9ab1-bab44-1", "c03f-0cf60-1")
    assert meeting.announced_in == ("9ab1-bab44-1",)


def test_by_date_one_filter_serves_all(ask) -> None:
    since = """SELECT ?l WHERE {
                 ?c a kg:Contact ; rdfs:label ?l ; kg:notAfter ?to . OPTIONAL { ?c kg:notBefore ?from }
                 FILTER(?to >= "2024-12-01"^^xsd:date && COALESCE(?from, ?to) <= "2024-12-31"^^xsd:date) }"""
    assert len(ask(since)) == 2


def test_the_documents_come_back(reader: Reader) -> None:
    assert {document.article.id: document for document in reader.documents()} == {
        document.article.id: document for document in (ANKA, TEHRAN_WIRE, BOSPHORUS_POST)
    }
    assert [one.article.id for one in reader.documents(["c03f-77d10-1"])] == ["c03f"]
