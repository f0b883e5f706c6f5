"""`kg.open` and what it answers, on a store written by the pipeline from articles made by hand."""

import builtins
import subprocess
import sys
from datetime import date

import pytest

import kg
from kg.errors import KgError, StoreError, UsageError
from kg.graph import open_writer
from kg.model import Article, Contact, Document, NamedActor, Period, Report
from kg.pipeline import ingest

PEOPLE = {"Hakan Fidan": "TR", "Sergey Lavrov": "RU", "Abbas Araghchi": "IR"}
TOLD = [
    ("2024-11-03", "Anka", "Hakan Fidan", "Sergey Lavrov", "occurred", "Hakan Fidan called Sergey Lavrov on Sunday."),
    ("2024-12-01", "Post", "Sergey Lavrov", "Abbas Araghchi", "occurred", "Sergey Lavrov called Abbas Araghchi."),
    (
        "2024-12-02",
        "Post",
        "Abbas Araghchi",
        "Hakan Fidan",
        "refused",
        "Fidan refused a call from Abbas Araghchi.",
    ),
]


def documents():
    for number, (day, outlet, one, other, status, quote) in enumerate(TOLD, start=1):
        published = date.fromisoformat(day)
        article = Article(f"{number:016x}", f"{number}.txt", quote, "", published, outlet, None, f"sha256:{number}")
        named = [
            NamedActor(f"{article.id}-{place:06}", name, "person", PEOPLE[name], None, (name,))
            for place, name in enumerate((one, other))
        ]
        report = Report(
            f"{article.id}-aaaaa-1", "called", status, (named[0].id,), (named[1].id,), Period.of(day), quote,
            0, len(quote), "by hand", 0.9, topics=("grain",),
        )  # fmt: skip
        yield Document(article, tuple(named), (report,), "by hand")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    folder = tmp_path_factory.mktemp("library") / "store"
    with open_writer(folder, "tests") as store:
        ingest(store, documents())
    return folder


@pytest.fixture
def g(path):
    with kg.open(path) as graph:
        yield graph


def test_contacts_are_dataclasses_in_order_of_time(g):
    found = g.contacts(who="Fidan", since="2024-11-01")
    assert [type(each) for each in found] == [Contact, Contact]
    assert [each.status for each in found] == ["occurred", "refused"]
    assert repr(found) == "<2 contacts>"
    assert found[0] in found
    assert len(found[1:]) == 1


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({}, 3),
        ({"who": ["Fidan", "Lavrov"]}, 1),
        ({"status": "occurred"}, 2),
        ({"relation": "spoke_with"}, 3),
        ({"since": date(2024, 12, 1)}, 2),
        ({"until": "2024-11"}, 1),
        ({"country": "Iran"}, 2),
        ({"about": "grain"}, 3),
        ({"limit": 1}, 1),
        ({"min_sources": 2}, 0),
    ],
)
def test_contacts_are_chosen(g, wanted, count):
    assert len(g.contacts(**wanted)) == count


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"who": "Fidann"}, "Did you mean"),
        ({"since": "soon"}, "not a day"),
        ({"status": "hoped"}, "no status"),
        ({"sort": "size"}, "date, newest"),
    ],
)
def test_what_cannot_be_is_a_kg_error(g, wanted, told):
    with pytest.raises(KgError, match=told):
        g.contacts(**wanted)


def test_to_pandas(g):
    pandas = pytest.importorskip("pandas")
    frame = g.contacts().to_pandas()
    assert list(frame["status"]) == ["occurred", "occurred", "refused"]
    assert frame["not_after"].iloc[0] == pandas.Timestamp("2024-11-03")
    assert sorted(frame["actors"].iloc[0]) == ["Hakan Fidan", "Sergey Lavrov"]
    assert frame["sentence"].iloc[0] == TOLD[0][-1]
    assert list(frame["took_place"]) == [True, True, False]
    assert frame.groupby(frame["not_after"].dt.month).size().to_dict() == {11: 1, 12: 2}


def test_to_pandas_of_nothing_has_the_same_columns(g):
    pytest.importorskip("pandas")
    nothing = g.contacts(until="2020").to_pandas()
    assert len(nothing) == 0
    assert list(nothing.columns) == list(g.contacts().to_pandas().columns)


def test_to_networkx_has_what_took_place(g):
    graph = g.contacts().to_networkx()
    assert set(map(frozenset, graph.edges)) == {
        frozenset({"hakan-fidan", "sergey-lavrov"}), frozenset({"sergey-lavrov", "abbas-araghchi"}),
    }  # fmt: skip
    assert graph.nodes["hakan-fidan"]["name"] == "Hakan Fidan"
    assert set(g.to_networkx().edges) == set(graph.edges)


def test_to_rdflib_answers_sparql(g):
    graph = g.contacts(who="Fidan").to_rdflib()
    who = "SELECT ?name WHERE { act:hakan-fidan kg:spoke_with/rdfs:label ?name }"
    assert [str(row.name) for row in graph.query(who)] == ["Sergey Lavrov"]
    quotes = "SELECT ?quote WHERE { ?c kg:reportedIn/kg:quote ?quote } ORDER BY ?quote"
    assert [str(row.quote) for row in graph.query(quotes)] == sorted([TOLD[0][-1], TOLD[2][-1]])
    # The call between the other two is not among them, nor the triple it gives.
    assert not graph.query("ASK { act:sergey-lavrov kg:spoke_with act:abbas-araghchi }").askAnswer
    assert g.to_rdflib().query("ASK { act:sergey-lavrov kg:spoke_with act:abbas-araghchi }").askAnswer


def test_to_rdflib_has_only_quads_of_the_store(g):
    store = {tuple(map(str, quad.triple)) for quad in g.reader.quads()}
    import pyoxigraph

    ours = g.to_rdflib().serialize(format="nt")
    assert {tuple(map(str, q.triple)) for q in pyoxigraph.parse(ours, format=pyoxigraph.RdfFormat.N_TRIPLES)} <= store


def test_an_actor(g):
    found = g.actor("Lavrov")
    assert (found.actor.id, found.contacts, found.others) == ("sergey-lavrov", 2, 0)
    assert [partner.name for partner, _ in found.partners] == ["Abbas Araghchi", "Hakan Fidan"]
    assert [spelling.form for spelling in found.spellings] == ["Sergey Lavrov"]


def test_measures(g):
    assert [beat.took_place for beat in g.timeline("Lavrov").beats] == [1, 1]
    assert [len(way.hops) for way in g.path("Fidan", "Araghchi")] == [2]
    assert g.path("Fidan", "Araghchi", all_statuses=True)[0].hops[0].latest.status == "refused"
    assert g.rank("brokerage").standings[0].actor.id == "sergey-lavrov"
    assert g.matrix().table(["RU", "TR", "IR"]) == [[0, 1, 1], [1, 0, 0], [1, 0, 0]]
    assert [tie.change for tie in g.compare(None, "2024-11", "2024-12", None).ties] == ["new", "lost"]
    assert g.coverage("2024-12").outlets == (("Post", 2),)


def test_articles_are_as_they_were_read(g):
    assert [article.outlet for article in g.articles.values()] == ["Anka", "Post", "Post"]
    assert g.articles["0000000000000001"].published == date(2024, 11, 3)


@pytest.mark.parametrize(
    "call", [lambda g: g.rank("fame"), lambda g: g.matrix("city"), lambda g: g.timeline("Fidan", step="day")]
)
def test_an_unknown_word_names_those_there_are(g, call):
    with pytest.raises(UsageError, match="There are"):
        call(g)


def test_a_missing_store(tmp_path):
    with pytest.raises(StoreError, match="kg ingest"):
        kg.open(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("package", "extra", "call"),
    [("pandas", "tables", lambda g, _: g.contacts().to_pandas()), ("matplotlib", "plots", lambda g, f: plotted(g, f))],
)
def test_a_missing_extra_says_what_to_install(g, tmp_path, monkeypatch, package, extra, call):
    real = builtins.__import__

    def without(name, *arguments, **named):
        if name.partition(".")[0] == package:
            raise ModuleNotFoundError(f"No module named {package!r}", name=package)
        return real(name, *arguments, **named)

    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    monkeypatch.setattr("kg.extras.import_module", without)
    with pytest.raises(KgError, match=rf"pip install 'contact-kg\[{extra}\]'"):
        call(g, tmp_path / "a.svg")


def plotted(g, file):
    from kg.analysis.plots import plot_rank

    plot_rank(g.rank(), g.coverage(), file)


def test_import_kg_is_light():
    told = subprocess.run(
        [sys.executable, "-c", "import kg, sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"pyoxigraph", "rdflib", "networkx", "pandas", "numpy", "matplotlib", "spacy"} & set(told)
