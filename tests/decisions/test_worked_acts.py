# ruff: noqa: ARG005 - each wish takes store and author, whether or not it needs them
"""What a user decides, act by act: what stands in the graph before and after, quad for quad."""

import itertools
import runpy
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg import deciding
from kg.decisions.making import Author
from kg.derivation.standing import standings
from kg.errors import UsageError
from kg.exchange import export_decisions, import_decisions
from kg.graph import EmbeddedStore, open_writer, reading
from kg.graph.decided import log
from kg.graph.former import actor_now, contact_now
from kg.graph.iris import minted, term
from kg.graph.layers import CONTACTS, DECISIONS, IDENTITY, article_graph
from kg.model import Contact, Document
from kg.pipeline import decide, forget, ingest, resolve

_made = runpy.run_path(str(Path(__file__).with_name("conftest.py")))
article, graph_of, MONDAY = _made["article"], _made["graph_of"], _made["MONDAY"]

ANKA = article("aa", "Ayla Demir", "Can Oz")
WIRE = article("bb", "Ayla Demirel", "Can Oz", published=MONDAY + timedelta(days=1))
POST = article("cc", "Eda Kaya", "Can Oz")
ALL = [ANKA, WIRE, POST]

By = Callable[[], Author]


def contacts(store: EmbeddedStore) -> dict[str, Contact]:
    return {contact.id: contact for contact in reading.contacts(store)}


def who(store: EmbeddedStore) -> dict[str, str]:
    return {identity.named: identity.actor for identity in reading.identities(store)}


def states(store: EmbeddedStore) -> list[str]:
    return [standing.state for standing in standings(store)]


def moved(document: Document, by: str = "by hand", start: int = 700) -> Document:
    """The same sentence further down in the article, read by another extractor under another id."""
    (report,) = document.reports
    report = replace(
        report, id=f"{document.article.id}-5e47e-2", start=start, end=start + 9, frame="new", confidence=0.5
    )
    return replace(document, reports=(report,), extracted_by=by)


def says(document: Document, relation: str) -> Document:
    """The same sentence, in which something else is read."""
    (report,) = document.reports
    return replace(document, reports=(replace(report, relation=relation),), extracted_by=f"reads {relation}")


def test_ingested_in_any_order_a_merge_comes_to_the_same(tmp_path: Path, by: By) -> None:
    graphs = []
    decision = None
    for number, order in enumerate(itertools.permutations(ALL)):
        with open_writer(tmp_path / str(number), "test") as store:
            ingest(store, order[:2])
            if decision is not None:
                decide(store, [decision])  # in the first round it is made at the end, then before the last article
            ingest(store, order[2:])
            if decision is None:
                decision, _, _ = deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")
                decide(store, [decision])
            assert resolve(store) == 0
            graphs.append(graph_of(store))
    assert all(graph == graphs[0] for graph in graphs)


def test_a_merge_makes_one_node_and_holds_for_articles_to_come(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    assert len(contacts(store)) == 3
    decision, lesser, kept = deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")
    decide(store, [decision])
    assert (kept.name, lesser.name) == ("Ayla Demir", "Ayla Demirel")
    assert who(store)["aa-000000"] == who(store)["bb-000000"]
    assert contacts(store)["aa-5e47e-1"].reports == ("aa-5e47e-1", "bb-5e47e-1")
    assert contacts(store)["aa-5e47e-1"].sources == 2
    ingest(store, [article("dd", "Ayla Demirel", "Naz Tan")])
    assert who(store)["dd-000000"] == who(store)["aa-000000"]
    (because,) = {one.because for one in reading.identities(store) if one.named == "dd-000000"}
    assert because == "decided by Ayla <a@example.org> on 2025-01-01: checked"
    assert resolve(store) == 0


def test_a_merge_undone_leaves_the_graph_as_it_was(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    before = graph_of(store)
    decide(store, [deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")[0]])
    merged = graph_of(store)
    decide(store, [deciding.undo(store, by(), "1")])
    assert graph_of(store) == before
    decide(store, [deciding.undo(store, by(), "2")])  # the undoing is undone
    assert graph_of(store) == merged
    assert states(store) == ["holds", "undone", "holds"]


def test_a_discovered_actor_becomes_a_known_one(store: EmbeddedStore, by: By) -> None:
    ingest(store, [article("aa", "H. F. Effendi", "Can Oz"), article("bb", "Hakan Fidan", "Can Oz")])
    decide(store, [deciding.merge(store, by(), "Effendi", "Hakan Fidan")[0]])
    assert who(store)["aa-000000"] == "hakan-fidan"
    assert "H. F. Effendi" in {actor.id: actor for actor in reading.actors(store)}["hakan-fidan"].names
    assert resolve(store) == 0
    decide(store, [deciding.undo(store, by(), "1")])
    assert who(store)["aa-000000"] != "hakan-fidan"
    assert resolve(store) == 0


def test_a_known_actor_that_is_another_leads_there_with_all_his_names(store: EmbeddedStore, by: By) -> None:
    ingest(store, [article("aa", "Hakan Fidan", "Can Oz"), article("bb", "Mevlüt Çavuşoğlu", "Can Oz")])
    before = graph_of(store)
    decide(store, [deciding.merge(store, by(), "Hakan Fidan", "Mevlüt Çavuşoğlu")[0]])
    assert who(store)["aa-000000"] == who(store)["bb-000000"] == "hakan-fidan"
    ingest(store, [article("dd", "Mevlut Cavusoglu", "Naz Tan")])
    assert who(store)["dd-000000"] == "hakan-fidan"
    assert resolve(store) == 0
    forget(store, ["dd"])
    decide(store, [deciding.undo(store, by(), "1")])
    assert graph_of(store) == before


def test_a_split_sets_a_spelling_apart_and_undone_it_was_never_there(store: EmbeddedStore, by: By) -> None:
    ingest(store, [article("aa", "Abbas Araghchi", "Can Oz"), article("bb", "Abbas Araqchi", "Can Oz")])
    before = graph_of(store)
    assert who(store)["aa-000000"] == who(store)["bb-000000"]
    decide(store, [deciding.split(store, by(), "Abbas Araghchi", "Abbas Araqchi")[0]])
    assert who(store)["aa-000000"] != who(store)["bb-000000"]
    assert len(contacts(store)) == 2
    assert resolve(store) == 0
    ingest(store, [article("dd", "Abbas Araqchi", "Can Oz")])
    assert who(store)["dd-000000"] == who(store)["bb-000000"]
    forget(store, ["dd"])
    decide(store, [deciding.undo(store, by(), "1")])
    assert graph_of(store) == before


@pytest.mark.parametrize("scope", [{"article": "bb"}, {"since": MONDAY + timedelta(days=1)}])
def test_a_split_may_be_of_one_article_or_since_a_day(store: EmbeddedStore, by: By, scope: dict) -> None:
    ingest(
        store,
        [article("aa", "Ayla Demir", "Can Oz"), article("bb", "Ayla Demir", "Can Oz", published=date(2025, 1, 1))],
    )
    decide(store, [deciding.split(store, by(), "Ayla Demir", "Ayla Demir", **scope)[0]])
    assert who(store)["aa-000000"] != who(store)["bb-000000"]
    ingest(store, [article("dd", "Ayla Demir", "Can Oz", published=date(2024, 11, 1))])
    assert who(store)["dd-000000"] == who(store)["aa-000000"]
    assert resolve(store) == 0


def test_the_more_specific_decision_wins(store: EmbeddedStore, by: By) -> None:
    ingest(store, [*ALL, article("dd", "Ayla Demirel", "Can Oz")])
    decide(store, [deciding.split(store, by(), "Ayla Demirel", "Ayla Demirel", article="dd")[0]])
    decide(store, [deciding.merge(store, by(), f"act:{who(store)['bb-000000']}", "Ayla Demir")[0]])
    assert who(store)["bb-000000"] == who(store)["aa-000000"]
    assert who(store)["dd-000000"] != who(store)["aa-000000"]
    assert resolve(store) == 0


def test_a_surname_that_both_bear_is_neither_once_they_are_apart(store: EmbeddedStore, by: By) -> None:
    short = article("dd", "Demir", "Can Oz")
    ingest(store, [article("aa", "Ayla Demir", "Can Oz"), article("bb", "Aila Demir", "Can Oz"), short])
    decide(
        store, [deciding.split(store, by(), f"act:{who(store)['aa-000000']}", "Ayla Demir", article=None)[0]]
    ) if who(store)["aa-000000"] == who(store)["bb-000000"] else pytest.skip("evidence tells them apart")
    assert len({who(store)[f"{id_}-000000"] for id_ in ("aa", "bb", "dd")}) == 3


def test_renamed_an_actor_keeps_its_node_and_his_old_name(store: EmbeddedStore, by: By) -> None:
    ingest(store, [article("aa", "Hakan Fidan", "Can Oz")])
    before, id_ = graph_of(store), who(store)["aa-000001"]
    for old, new in (("Can Oz", "Can Öz"), ("Hakan Fidan", "Fidan, Hakan")):
        decide(store, [deciding.rename(store, by(), old, new)[0]])
        (actor,) = (one for one in reading.actors(store) if one.name == new)
        assert old in actor.names
    assert who(store)["aa-000001"] == id_
    assert contacts(store)["aa-5e47e-1"].label == "Fidan, Hakan met Can Öz, 2024-12-02"
    assert resolve(store) == 0
    for number in ("1", "2"):
        decide(store, [deciding.undo(store, by(), number)])
    assert graph_of(store) == before


def test_rejected_a_contact_is_gone_and_undone_it_is_back(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    before = graph_of(store)
    decide(store, [deciding.on_contact(store, by(), "reject", "cc-5e47e-1")])
    gone = before - graph_of(store)
    assert graph_of(store) < before
    eda, can = minted("act", who(store)["cc-000000"]), minted("act", who(store)["cc-000001"])
    assert {quad.subject for quad in gone} == {minted("con", "cc-5e47e-1"), eda, can}
    assert {quad.graph_name for quad in gone} == {CONTACTS}
    assert Quad(eda, term("kg:met"), can, CONTACTS) in gone
    decide(store, [deciding.undo(store, by(), "1")])
    assert graph_of(store) == before


def test_rejected_it_stays_so_when_the_article_is_read_again(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.on_contact(store, by(), "reject", "aa-5e47e-1")])
    kept = contacts(store)
    for newer in (moved(ANKA), moved(ANKA, by="a better extractor", start=3)):
        assert ingest(store, [newer]).stale == 0
        assert contacts(store) == kept
        assert states(store) == ["holds"]
        assert resolve(store) == 0


def test_every_decision_survives_a_changed_extractor_and_a_moved_text(store: EmbeddedStore, by: By) -> None:
    """Decided before or after the article was read anew, it comes to the same graph."""
    ingest(store, ALL)
    wishes = [
        lambda: deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")[0],
        lambda: deciding.split(store, by(), "Can Oz", "Can Oz", article="cc")[0],
        lambda: deciding.rename(store, by(), "Eda Kaya", "Eda K.")[0],
        lambda: deciding.on_contact(store, by(), "fix", "cc-5e47e-1", [("status", "planned")]),
        lambda: deciding.on_contact(store, by(), "confirm", "bb-5e47e-1"),
    ]
    for wish in wishes:
        decide(store, [wish()])
    decisions = log(store)
    anew = [moved(each, by="a better extractor") for each in (ANKA, WIRE, POST)]
    ingest(store, anew)
    assert states(store) == ["holds"] * len(wishes)
    assert resolve(store) == 0
    after = graph_of(store)
    forget(store, ["aa", "bb", "cc"])
    assert states(store) == ["unanchored"] * len(wishes)
    ingest(store, reversed(anew))
    assert graph_of(store) == after
    assert log(store) == decisions


def test_another_report_of_a_rejected_contact_tells_it_again_under_the_old_name(store: EmbeddedStore, by: By) -> None:
    ingest(store, [ANKA])
    decide(store, [deciding.on_contact(store, by(), "reject", "aa-5e47e-1")])
    assert contacts(store) == {}
    ingest(store, [article("dd", "Ayla Demir", "Can Oz", published=MONDAY + timedelta(days=1))])
    (again,) = contacts(store).values()
    assert (again.id, again.reports, again.rejected) == ("aa-5e47e-1", ("dd-5e47e-1",), ("aa-5e47e-1",))
    assert again.told_again
    assert "told again" in again.label
    assert again.sources == 1
    assert resolve(store) == 0


def test_of_one_rejected_report_nothing_stands_in_the_contact(store: EmbeddedStore, by: By) -> None:
    denial = article("dd", "Ayla Demir", "Can Oz", status="denied")
    ingest(store, [ANKA, denial])
    assert contacts(store)["aa-5e47e-1"].status == "disputed"
    decide(store, [deciding.on_report(store, by(), "rep:dd-5e47e-1")])
    left = contacts(store)["aa-5e47e-1"]
    assert (left.status, left.rejected, left.told_again) == ("occurred", ("dd-5e47e-1",), False)
    assert resolve(store) == 0


def test_what_says_something_else_now_is_stale_and_not_applied(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.on_contact(store, by(), "reject", "aa-5e47e-1")])
    assert ingest(store, [says(ANKA, "called")]).stale == 1
    assert contacts(store)["aa-5e47e-1"].relation == "called"
    (standing,) = standings(store)
    assert standing.state == "stale"
    assert standing.notes == (
        "“Ayla Demir and Can Oz met, says aa.” said Ayla Demir, Can Oz | met; now it says Ayla Demir, Can Oz | called",
    )
    assert resolve(store) == 0
    assert ingest(store, [says(ANKA, "met")]).stale == 0
    assert "aa-5e47e-1" not in contacts(store)
    assert states(store) == ["holds"]


def test_a_fix_sets_what_the_reports_should_have_said(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    before = graph_of(store)
    values = deciding.fixes("planned", "2024-12-09", "called", "Paris")
    decide(store, [deciding.on_contact(store, by(), "fix", "con:cc-5e47e-1", values)])
    fixed = contacts(store)["cc-5e47e-1"]
    assert fixed.label == "Eda Kaya called Can Oz (planned), Paris, 2024-12-09"
    ingest(store, [moved(POST, by="a better extractor")])
    assert contacts(store)["cc-5e47e-2"].label == fixed.label
    assert resolve(store) == 0
    ingest(store, [POST])
    decide(store, [deciding.undo(store, by(), "1")])
    assert graph_of(store) == before


def test_a_confirmed_contact_says_so(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.on_contact(store, by(), "confirm", "cc-5e47e-1")])
    assert contacts(store)["cc-5e47e-1"].confirmed
    assert contacts(store)["cc-5e47e-1"].confidence == 1
    assert not contacts(store)["aa-5e47e-1"].confirmed
    assert resolve(store) == 0


def test_forgotten_an_article_leaves_nothing_but_unanchored_decisions(tmp_path: Path, by: By) -> None:
    folder = tmp_path / "store"
    with open_writer(folder, "test") as store:
        ingest(store, [WIRE, POST])
        before = graph_of(store)
        ingest(store, [ANKA])
        whole = graph_of(store)
        decide(store, [deciding.on_contact(store, by(), "reject", "aa-5e47e-1")])
        decided = graph_of(store)
        forget(store, ["aa"])
        assert graph_of(store) == before
        assert states(store) == ["unanchored"]
        assert not any(store.match(graph=article_graph("aa")))
        ingest(store, [ANKA])
        assert graph_of(store) == decided
        assert states(store) == ["holds"]
        decide(store, [deciding.undo(store, by(), "1")])
        assert graph_of(store) == whole


def test_what_was_forgotten_is_in_no_file_of_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    secret = article("aa", "Ayla Demir", "Can Oz", sentence="An unmistakable sentence of that article.")
    with open_writer(folder, "test") as store:
        ingest(store, [secret, WIRE])
    assert _files_with(folder, b"unmistakable")
    with open_writer(folder, "test") as store:
        forget(store, ["aa"])
        store.purge()
        assert resolve(store) == 0
        assert ingest(store, [POST]).added == 1
    assert _files_with(folder, b"unmistakable") == []
    with open_writer(folder, "test") as store:
        assert len(contacts(store)) == 2


def _files_with(folder: Path, words: bytes) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and words in path.read_bytes()]


def test_former_names_lead_to_what_is_called_otherwise_now(store: EmbeddedStore, by: By) -> None:
    ingest(store, [WIRE])
    was, contact = who(store)["bb-000000"], "bb-5e47e-1"
    ingest(store, [article("ab", "Ayla Demirel", "Can Oz", published=MONDAY - timedelta(days=3))])
    assert who(store)["bb-000000"] != was
    assert actor_now(store, was) == who(store)["bb-000000"]
    assert contact_now(store, contact) == "ab-5e47e-1"
    ingest(store, [ANKA])
    decide(store, [deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")[0]])
    assert actor_now(store, was) == who(store)["aa-000000"]
    assert deciding.find_actor(store, f"act:{was}").id == who(store)["aa-000000"]
    assert contact_now(store, "aa-5e47e-1") == "ab-5e47e-1"
    assert contact_now(store, "zz-5e47e-1") is None


def test_the_log_goes_to_another_store_as_one_file(store: EmbeddedStore, tmp_path: Path, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")[0]])
    decide(store, [deciding.on_contact(store, by(), "fix", "cc-5e47e-1", deciding.fixes("planned"))])
    decide(store, [deciding.undo(store, by(), "2")])
    assert export_decisions(store, tmp_path / "log.ttl") == 3
    with open_writer(tmp_path / "other", "test") as other:
        ingest(other, ALL)
        assert import_decisions(other, tmp_path / "log.ttl") == (3, 0)
        assert import_decisions(other, tmp_path / "log.ttl") == (0, 3)
        assert log(other) == log(store)
        assert graph_of(other) == graph_of(store)
        export_decisions(other, tmp_path / "again.ttl")
    assert (tmp_path / "again.ttl").read_bytes() == (tmp_path / "log.ttl").read_bytes()


def test_who_when_and_why_are_kept_as_provenance(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.on_contact(store, by(), "reject", "cc-5e47e-1")])
    (decision,) = log(store)
    node = reading.described(store, minted("dec", decision.id), DECISIONS)
    assert node.nodes("rdf:type") == [term("kg:Reject")]
    assert node.local("prov:wasAttributedTo") == "Ayla <a@example.org>"
    assert node.text("prov:generatedAtTime") == "2025-01-01T00:00:00Z"
    assert node.text("rdfs:comment") == "checked"


def test_nothing_decided_stands_in_the_words_of_another_layer(store: EmbeddedStore, by: By) -> None:
    ingest(store, ALL)
    decide(store, [deciding.merge(store, by(), "Ayla Demir", "Ayla Demirel")[0]])
    decide(store, [deciding.on_contact(store, by(), "reject", "cc-5e47e-1")])
    decided = {quad.predicate for quad in store.match(graph=DECISIONS)}
    others = {quad.predicate for quad in graph_of(store)}
    assert decided & others == {term("rdf:type"), term("rdfs:label")}
    assert {quad.graph_name for quad in store.match(None, term("kg:because"))} == {IDENTITY}


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        (lambda s, b: deciding.merge(s, b, "Ayla Demir", "Ayla Demir"), "one actor already"),
        (lambda s, b: deciding.split(s, b, "Ayla Demir", "Demir"), "He is called “Ayla Demir”"),
        (lambda s, b: deciding.split(s, b, "Ayla Demir", "Ayla Demir"), "nothing would be left"),
        (lambda s, b: deciding.rename(s, b, "Ayla Demir", "  "), "empty"),
        (lambda s, b: deciding.on_contact(s, b, "reject", "zz"), "no contact “zz”"),
        (lambda s, b: deciding.on_report(s, b, "zz"), "no contact has a report"),
        (lambda s, b: deciding.undo(s, b, "7"), "no decision “7”"),
        (lambda s, b: deciding.fixes(), "nothing is given"),
        (lambda s, b: deciding.fixes(status="disputed"), "There are: occurred"),
        (lambda s, b: deciding.fixes(day="Monday"), "YYYY-MM-DD"),
        (lambda s, b: deciding.fixes(relation="contacted"), "no relation “contacted”"),
    ],
)
def test_what_cannot_be_decided_is_told(store: EmbeddedStore, by: By, wish: Callable, told: str) -> None:
    ingest(store, ALL)
    with pytest.raises(UsageError, match=told):
        wish(store, by())
