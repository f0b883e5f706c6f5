import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.graph import EmbeddedStore, open_reader, open_writer
from kg.graph.iris import minted, shortened, term
from kg.graph.layers import CONTACTS, KNOWN, RUNS, article_graph
from kg.model import Article, Document, NamedActor, Period, Report, Status
from kg.pipeline import IngestReport, forget, ingest, is_current, resolve
from kg.vocabulary import vocabulary

ROOT = Path(__file__).parents[1]
DAY = Period.of("2024-12-02")


def document(
    id_: str,
    *names: str,
    relation: str = "met",
    status: Status = "occurred",
    place: str | None = None,
    period: Period = DAY,
    outlet: str = "Anka",
    by: str = "by hand",
) -> Document:
    """An article that tells of one contact between persons of these names."""
    text = f"Article {id_}: {', '.join(names)}."
    named = tuple(NamedActor(f"{id_}-{n}", name, "person", "TR", forms=(name,)) for n, name in enumerate(names))
    report = Report(
        f"{id_}-r", relation, status, (named[0].id,), tuple(one.id for one in named[1:]), period, text, 0,
        len(text), "by hand", 0.9, place=place,
    )  # fmt: skip
    article = Article(
        id_,
        f"{id_}.txt",
        text,
        "",
        date(2024, 12, 2),
        outlet,
        content_hash="sha256:" + id_.encode().hex().zfill(64),
    )
    return Document(article, named, (report,), by)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[EmbeddedStore]:
    with open_writer(tmp_path, "test") as store:
        yield store


def lasting(store: EmbeddedStore) -> set[Quad]:
    return {quad for quad in store.match() if quad.graph_name != RUNS}


def labels(store: EmbeddedStore, class_: str) -> set[str]:
    found = store.match(None, term("rdf:type"), term(class_))
    return {label.object.value for quad in found for label in store.match(quad.subject, term("rdfs:label"))}


def test_it_tells_what_it_added_replaced_and_skipped(store: EmbeddedStore) -> None:
    one, two = document("aa", "Ayla Demir", "Can Oz"), document("bb", "Ayla Demir", "Eda Kaya")
    told: list[IngestReport] = []
    assert ingest(store, [one, two], told.append) == IngestReport(added=2, reports=2)
    assert told[-1] == IngestReport(added=2, reports=2)
    before = lasting(store)
    assert ingest(store, [one, two]) == IngestReport(skipped=2)
    assert lasting(store) == before
    newer = replace(two, extracted_by="a better extractor", reports=())
    assert ingest(store, [one, newer]) == IngestReport(replaced=1, skipped=1)
    assert labels(store, "kg:Contact") == {"Ayla Demir met Can Oz, 2024-12-02"}


def test_an_article_whose_outlet_or_date_was_corrected_is_replaced(store: EmbeddedStore) -> None:
    one = document("aa", "Ayla Demir", "Can Oz")
    ingest(store, [one])
    assert is_current(store, one.article, one.extracted_by)
    corrected = replace(one, article=replace(one.article, outlet="Tehran Wire"))
    assert not is_current(store, corrected.article, one.extracted_by)
    assert ingest(store, [corrected]).replaced == 1
    assert labels(store, "schema:NewsMediaOrganization") == {"Tehran Wire"}


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled", "refused", "denied"])
def test_what_did_not_occur_has_no_participant_and_no_direct_triple(store: EmbeddedStore, status: Status) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz", relation="hosted", status=status)])
    words = vocabulary()
    forbidden = {f"kg:{name}" for name in (*words.relations, *words.abstract, "participant", "host", "guest")}
    assert not forbidden & {shortened(quad.predicate.value) for quad in store.match(graph=CONTACTS)}
    assert labels(store, "kg:UnrealisedContact")
    assert not labels(store, "kg:Contact")


def test_a_denial_takes_back_what_was_derived(store: EmbeddedStore) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz")])
    assert any(store.match(None, term("kg:met")))
    ingest(store, [document("bb", "Ayla Demir", "Can Oz", status="denied")])
    assert not any(store.match(None, term("kg:met")))
    assert not any(store.match(None, term("kg:participant")))
    assert any(store.match(None, term("kg:status"), term("kg:disputed")))
    assert resolve(store) == 0


def test_a_smaller_contact_becomes_part_of_a_larger_one_told_later(store: EmbeddedStore) -> None:
    pair = document("aa", "Ayla Demir", "Can Oz", place="Ankara")
    three = document("bb", "Ayla Demir", "Can Oz", "Eda Kaya", place="Ankara")
    part_of = Quad(minted("con", "aa-r"), term("kg:partOf"), minted("con", "bb-r"), CONTACTS)
    ingest(store, [pair])
    ingest(store, [three])
    assert part_of in set(store.match(graph=CONTACTS))
    assert resolve(store) == 0
    forget(store, ["bb"])
    assert part_of not in set(store.match(graph=CONTACTS))
    assert resolve(store) == 0


def test_a_direct_triple_stays_as_long_as_any_contact_gives_it(store: EmbeddedStore) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz"), document("bb", "Ayla Demir", "Can Oz", "Eda Kaya")])
    met = sum(1 for _ in store.match(None, term("kg:met")))
    assert forget(store, ["aa"]) == 1
    assert sum(1 for _ in store.match(None, term("kg:met"))) == met
    assert forget(store, ["aa", "bb"]) == 1
    assert not any(store.match(None, term("kg:met")))


def test_a_place_is_described_as_long_as_a_contact_is_there(store: EmbeddedStore) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz", place="Ankara")])
    ingest(store, [document("bb", "Eda Kaya", "Naz Tan", place="Ankara")])
    forget(store, ["aa"])
    assert labels(store, "kg:Place") == {"Ankara"}
    forget(store, ["bb"])
    assert labels(store, "kg:Place") == set()


def test_all_forgotten_leaves_what_is_known_alone(store: EmbeddedStore) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz", place="Ankara")])
    assert store.texts.find("sha256:" + b"aa".hex().zfill(64))
    forget(store, ["aa"])
    assert {quad.graph_name for quad in lasting(store)} == {KNOWN}
    assert store.texts.find("sha256:" + b"aa".hex().zfill(64)) is None


def test_no_text_is_kept_where_none_is_wanted(store: EmbeddedStore) -> None:
    one = document("aa", "Ayla Demir", "Can Oz")
    ingest(store, [one], keep_text=False)
    assert store.texts.find(one.article.content_hash) is None


def test_each_layer_keeps_to_its_vocabulary_and_no_triple_stands_in_two(store: EmbeddedStore) -> None:
    ingest(
        store,
        [document("aa", "Ayla Demir", "Can Oz", place="Ankara"), document("bb", "Ayla Demir", "Can Oz")],
    )
    quads = list(store.match())
    assert len({quad.triple for quad in quads}) == len(quads)
    said = {quad.predicate for quad in quads if quad.graph_name in map(article_graph, ("aa", "bb"))}
    derived = {quad.predicate for quad in quads if quad.graph_name == CONTACTS}
    assert {shortened(node.value) for node in said & derived} == {"rdf:type", "rdfs:label"}


def test_each_run_is_noted(store: EmbeddedStore) -> None:
    ingest(store, [document("aa", "Ayla Demir", "Can Oz")])
    ingest(store, [])
    runs = list(store.match(None, term("rdf:type"), term("prov:Activity"), RUNS))
    assert len(runs) == 2


def test_what_was_read_is_kept_when_reading_breaks_off(store: EmbeddedStore) -> None:
    def broken() -> Iterator[Document]:
        yield document("aa", "Ayla Demir", "Can Oz")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest(store, broken())
    assert labels(store, "kg:Contact")
    assert resolve(store) == 0


def test_an_article_of_strange_text_breaks_nothing(tmp_path: Path) -> None:
    evil = "\ud800\x00 <b>'\"\\u0022} ; DROP ALL" + "x" * 10_000
    strange = document("aa", evil, "Can Oz", place=evil, outlet=evil, by=evil)
    strange = replace(strange, article=replace(strange.article, url=evil, title=evil, content_hash=evil))
    with open_writer(tmp_path, evil) as store:
        ingest(store, [strange, document("bb", "Ayla Demir", "Can Oz")])
        assert resolve(store) == 0
        assert ingest(store, [strange]).skipped == 1
    with open_reader(tmp_path) as reader:
        assert len(list(reader.contacts())) == 2
        assert len(list(reader.documents())) == 2


KILLED = """
import itertools, os, signal, sys
sys.path.insert(0, sys.argv[2])
from test_pipeline import document
from kg.graph import open_writer
from kg.pipeline import ingest
import kg.pipeline
kg.pipeline._BATCH = 2

def documents():
    for number in itertools.count():
        yield document(f"{number:04x}", "Ayla Demir", f"Can Oz{number % 3}", "Eda Kaya", place="Ankara")
        print(number, flush=True)

with open_writer(sys.argv[1], "kg ingest") as store:
    ingest(store, documents())
"""


def test_killed_in_mid_ingest_the_store_holds_whole_batches(tmp_path: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, tmp_path, Path(__file__).parent],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout
    while int(child.stdout.readline()) < 7:
        pass
    child.send_signal(signal.SIGKILL)
    child.wait(30)
    with open_writer(tmp_path, "test") as store:
        assert resolve(store) == 0
        articles = list(store.match(None, term("rdf:type"), term("kg:Article")))
        reports = list(store.match(None, term("rdf:type"), term("kg:Report")))
        assert len(articles) == len(reports) >= 6
    with open_reader(tmp_path) as reader:
        assert reader.counts()["Article"] == len(articles)
