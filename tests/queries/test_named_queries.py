"""Each named query on a small graph, with its rows worked out by hand, in three engines."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store, Variable
from rdflib import Dataset, URIRef
from rdflib.util import from_n3

from kg.queries import ask
from kg.queries.catalogue import find, named_queries
from kg.queries.prefixes import PREFIXES
from kg.queries.refusals import check

ACTORS = {
    "fidan": "Hakan Fidan TR",
    "araghchi": "Abbas Araghchi IR",
    "lavrov": "Sergey Lavrov RU",
    "zayed": "Zayed Q AE",
}
COUNTRIES = {"TR": "Turkey", "IR": "Iran", "RU": "Russia", "AE": "United Arab Emirates"}


@dataclass(frozen=True)
class Told:
    """A report: day of publication, what it says of the contact, its claimant and outlet."""

    published: str
    status: str = "occurred"
    claimed_by: str = ""
    outlet: str = "anka"


@dataclass(frozen=True)
class Happened:
    """A contact: its days, who took part (the one before ">" acts), and who tells of it."""

    name: str
    relation: str
    status: str
    who: str
    days: str
    reports: tuple[Told, ...]
    more: str = ""
    sources: int = 1
    confidence: float = 0.9


GRAPH = (
    Happened("c1", "met", "occurred", "fidan araghchi", "2024-01-10/2024-01-10",
             (Told("2024-01-08", "planned"), Told("2024-01-11", outlet="irna")),
             "kg:place place:ankara ; kg:topic 'Syria' ; kg:announcedIn rep:c1-0 ;", 2),
    Happened("c2", "called", "occurred", "fidan lavrov", "/2024-02-01", (Told("2024-02-01", claimed_by="Moscow"),),
             "kg:topic 'Syria', 'grain deal' ;", confidence=0.6),
    Happened("c3", "met", "occurred", "fidan araghchi", "2024-06-01/2024-06-01",
             (Told("2024-06-01", claimed_by="Tehran"), Told("2024-06-02", outlet="irna")), sources=3),
    Happened("c4", "met", "planned", "lavrov araghchi", "2024-06-20/2024-06-20", (Told("2024-06-10", "planned"),),
             "kg:place place:tehran ;"),
    Happened("c5", "called", "refused", "araghchi > lavrov", "/2024-07-01",
             (Told("2024-07-01", "refused", "A diplomat"),)),
    Happened("c6", "spoke_with", "disputed", "fidan lavrov", "/2024-07-02",
             (Told("2024-07-02"), Told("2024-07-03", "denied", "Moscow", "tass")), sources=2),
    Happened("c7", "mediated", "occurred", "zayed > araghchi lavrov", "2024-07-05/2024-07-05",
             (Told("2024-07-05"),), "kg:mediator act:zayed ; kg:party act:araghchi, act:lavrov ;"),
    Happened("c8", "visited", "occurred", "lavrov", "2024-07-05/2024-07-05", (Told("2024-07-06"),),
             "kg:destination c:TR ; kg:visitor act:lavrov ;"),
    Happened("c9", "met", "proposed", "fidan zayed", "/", (Told("2024-03-01", "proposed"),)),
)  # fmt: skip


def trig() -> str:
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in PREFIXES.items()] + ["g:known {"]
    for code, name in COUNTRIES.items():
        lines.append(f'c:{code} a kg:Country ; rdfs:label "{name}" ; kg:alpha2 "{code}" .')
    for id_, text in ACTORS.items():
        name, code = text.rsplit(" ", 1)
        lines.append(f'act:{id_} a kg:Person ; rdfs:label "{name}" ; kg:country c:{code} .')
    lines += ['act:araghchi skos:altLabel "Araqchi" .', "}"]
    for each in GRAPH:
        for number, told in enumerate(each.reports):
            name = f"{each.name}-{number}"
            claim = f'; kg:claimedBy "{told.claimed_by}"' if told.claimed_by else ""
            lines.append(
                f'art:{name} {{ art:{name} a kg:Article ; schema:datePublished "{told.published}"^^xsd:date ; '
                f"schema:publisher outlet:{told.outlet} . rep:{name} a kg:Report ; kg:inArticle art:{name} ; "
                f'kg:reportedStatus kg:{told.status} ; kg:quote "{name}" {claim} . }}'
            )
    lines.append('art:n { nam:n a kg:NamedActor ; kg:name "Araqchi" . nam:m a kg:NamedActor ; kg:name "Fidan" . }')
    lines.append(
        'g:identity { nam:n kg:denotes act:araghchi ; kg:because "one letter" . nam:m kg:denotes act:fidan . }'
    )
    lines.append('g:contacts { place:ankara a kg:Place ; rdfs:label "Ankara" ; kg:country c:TR .')
    lines.append('place:tehran a kg:Place ; rdfs:label "Tehran" ; kg:country c:IR .')
    for each in GRAPH:
        acting, _, others = each.who.rpartition(">")
        first, last = each.days.split("/")
        lines.append(
            f"con:{each.name} a kg:{'Contact' if each.status == 'occurred' else 'UnrealisedContact'} ; {each.more}"
        )
        for actor in f"{acting} {others}".split():
            lines.append(
                f"kg:involves act:{actor} ; " + (f"kg:participant act:{actor} ;" if each.status == "occurred" else "")
            )
        if acting and each.status != "occurred":
            lines.append(f"kg:involvesAsSource act:{acting.strip()} ;")
        lines += [f'kg:notBefore "{first}"^^xsd:date ;'] if first else []
        lines += [f'kg:notAfter "{last}"^^xsd:date ;'] if last else []
        lines += [f"kg:reportedIn rep:{each.name}-{number} ;" for number in range(len(each.reports))]
        lines.append(f"kg:sources {each.sources} ; kg:confidence {each.confidence} ;")
        lines.append(f'rdfs:label "{each.name}" ; kg:relation kg:{each.relation} ; kg:status kg:{each.status} .')
    return "\n".join([*lines, "}"])


CASES: dict[str, tuple[dict[str, str], str]] = {
    "contacts-of": (
        {"who": "ARAQ"},
        """
        2024-01-10 2024-01-10 araghchi met fidan occurred c1
        2024-06-01 2024-06-01 araghchi met fidan occurred c3
        2024-06-20 2024-06-20 araghchi met lavrov planned c4
        - 2024-07-01 araghchi called lavrov refused c5
        2024-07-05 2024-07-05 araghchi mediated lavrov occurred c7
        2024-07-05 2024-07-05 araghchi mediated zayed occurred c7
        """,
    ),
    "contacts-between": (
        {"one": "fidan", "other": "lavrov"},
        """
        - 2024-02-01 fidan called lavrov occurred c2
        - 2024-07-02 fidan spoke_with lavrov disputed c6
        """,
    ),
    "contacts-of-country": (
        {"country": "ru"},
        """
        - 2024-02-01 lavrov called fidan occurred c2
        2024-06-20 2024-06-20 lavrov met araghchi planned c4
        - 2024-07-01 lavrov called araghchi refused c5
        - 2024-07-02 lavrov spoke_with fidan disputed c6
        2024-07-05 2024-07-05 lavrov mediated araghchi occurred c7
        2024-07-05 2024-07-05 lavrov mediated zayed occurred c7
        2024-07-05 2024-07-05 lavrov visited - occurred c8
        """,
    ),
    "contacts-of-countries": (
        {"country": "IR", "with": "russia"},
        """
        2024-06-20 2024-06-20 araghchi met lavrov planned c4
        - 2024-07-01 araghchi called lavrov refused c5
        2024-07-05 2024-07-05 araghchi mediated lavrov occurred c7
        """,
    ),
    "by-topic": ({"about": "syria"}, "2024-01-10 2024-01-10 c1 occurred Syria\n- 2024-02-01 c2 occurred Syria"),
    "by-place": ({"where": "turk"}, "2024-01-10 2024-01-10 c1 occurred ankara\n2024-07-05 2024-07-05 c8 occurred TR"),
    "never-held": (
        {"as_of": "2024-06-30"},
        "- - c9 2024-03-01 c9-0\n2024-06-20 2024-06-20 c4 2024-06-10 c4-0",
    ),
    "held-as-planned": ({}, "2024-01-10 2024-01-10 c1 2024-01-08 c1-0"),
    "one-sided": ({}, "- 2024-02-01 c2 occurred Moscow\n- 2024-07-01 c5 refused A_diplomat"),
    "disputed": ({}, "c6 denied Moscow tass c6-1\nc6 occurred - anka c6-0"),
    "refused": ({}, "c5 araghchi lavrov A_diplomat c5-0"),
    "most-corroborated": ({}, "3 2024-06-01 c3 occurred\n2 2024-01-10 c1 occurred\n2 2024-07-02 c6 disputed"),
    "thinly-sourced": ({}, "0.6 1 2024-02-01 c2\n0.9 1 2024-07-05 c7\n0.9 1 2024-07-05 c8"),
    "new-ties": (
        {"since": "2024-02-01"},
        """
        2024-02-01 fidan lavrov c2
        2024-07-05 araghchi lavrov c7
        2024-07-05 araghchi zayed c7
        2024-07-05 lavrov zayed c7
        """,
    ),
    "silent-ties": ({"since": "2024-07-01", "least": "1"}, "2024-06-01 2 araghchi fidan\n2024-02-01 1 fidan lavrov"),
    "mediators": ({}, "2024-07-05 2024-07-05 zayed araghchi lavrov c7"),
    "after-a-break": ({"who": "fidan", "days": "143"}, "2024-01-10 2024-06-01 143 fidan araghchi c3"),
    "busiest-days": ({}, "2 2024-07-05\n1 2024-01-10\n1 2024-06-01"),
    "evidence": (
        {"who": "zayed"},
        "2024-03-01 anka proposed c9 c9-0\n2024-07-05 anka occurred c7 c7-0",
    ),
    "names-of": ({"who": "araghchi"}, "araghchi Araqchi one_letter"),
    "who-talks-to-whom": (
        {},
        """
        2 araghchi fidan
        1 araghchi lavrov
        1 araghchi zayed
        1 fidan lavrov
        1 lavrov zayed
        """,
    ),
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("named") / "store"
    made = Store(str(path))
    made.load(trig().encode(), RdfFormat.TRIG)
    made.flush()
    return path


def cell(value) -> str:
    match value:
        case None:
            return "-"
        case NamedNode():
            return value.value.replace("#", "/").rpartition("/")[2]
        case _:
            return value.value.replace(" ", "_")


def rows_of(query, columns, rows) -> list[list[str]]:
    kept = [place for place, name in enumerate(columns) if name not in {each.name for each in query.parameters}]
    return [[cell(row[place]) for place in kept] for row in rows]


def test_every_named_query_has_its_rows():
    assert set(CASES) == set(named_queries())


@pytest.mark.parametrize("name", CASES)
def test_a_named_query_gives_the_rows_worked_out_by_hand(store, name):
    given, expected = CASES[name]
    query = find(name)
    check(query.text)
    with ask(store, query.text, bindings=query.bindings(given)) as answer:
        assert rows_of(query, answer.columns, answer.rows()) == [line.split() for line in expected.strip().splitlines()]


@pytest.mark.parametrize("name", CASES)
def test_every_engine_gives_the_same_rows(store, name, tmp_path):
    given, expected = CASES[name]
    wanted = [line.split() for line in expected.strip().splitlines()]
    query = find(name)
    values = query.bindings(given)
    quads = tmp_path / "graph.nq"
    Store.read_only(str(store)).dump(str(quads), RdfFormat.N_QUADS)

    bare = Store()
    bare.bulk_load(path=str(quads), format=RdfFormat.N_QUADS)
    found = bare.query(
        query.text,
        use_default_graph_as_union=True,
        substitutions={Variable(each): value for each, value in values.items()},
    )
    assert rows_of(query, [each.value for each in found.variables], found) == wanted

    dataset = Dataset(default_union=True)
    dataset.parse(quads, format="nquads")
    result = dataset.query(query.text, initBindings={each: from_n3(str(value)) for each, value in values.items()})
    rows = ([as_ours(each) for each in row] for row in result)
    assert rows_of(query, [str(each) for each in result.vars], rows) == wanted


def as_ours(term):
    match term:
        case None:
            return None
        case URIRef():
            return NamedNode(term)
        case _:
            return Literal(str(term))


def test_never_held_looks_back_from_its_day(store):
    query = find("never-held")
    for day, found in (("2024-01-09", []), ("2024-01-10", ["c1"]), ("2024-01-11", []), ("2024-12-31", ["c9", "c4"])):
        with ask(store, query.text, bindings=query.bindings({"as_of": day})) as answer:
            assert [cell(row[2]) for row in answer.rows()] == found
