"""An office whose holder no file knows, filled by a later article: what stands in the graph, quad for quad."""

import itertools
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from pyoxigraph import Quad

from kg import deciding
from kg.decisions.making import Author
from kg.derivation.standing import standings
from kg.graph import EmbeddedStore, open_writer, reading
from kg.graph.layers import RUNS
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import decide, forget, ingest, resolve

BY = Author("Ayla <a@example.org>", datetime(2025, 1, 1, tzinfo=UTC), "checked")


def article(id_: str, day: str, name: str, other: str) -> Document:
    """An article that tells of one meeting of Tuvalu's foreign minister, under a name or under none."""
    quote = f"{name} met {other}."
    named = (
        NamedActor(f"{id_}-000001", name, "person", "TV", "foreign minister", (name,)),
        NamedActor(f"{id_}-000002", other, "person", "FJ", None, (other,)),
    )
    report = Report(
        f"{id_}-5e47e-1", "met", "occurred", (named[0].id,), (named[1].id,), Period.of(day), quote, 0, len(quote),
        "a frame", 0.9,
    )  # fmt: skip
    read = Article(
        id_, id_, quote, "", date.fromisoformat(day), "Wire", content_hash=f"sha256:{id_.encode().hex():064}"
    )
    return Document(read, named, (report,), "by hand")


MARCH = article("aa", "2024-03-04", "Foreign minister of Tuvalu", "Sera Vatu")
JUNE = article("bb", "2024-06-03", "Foreign minister of Tuvalu", "Jone Koroi")
NAMED = article("cc", "2024-05-06", "Lomalu Teniko", "Sera Vatu")
ANOTHER = article("dd", "2024-08-01", "Ana Falefou", "Jone Koroi")


def quads(store: EmbeddedStore) -> set[Quad]:
    assert resolve(store) == 0
    return {quad for quad in store.match() if quad.graph_name != RUNS}


def partners(store: EmbeddedStore, name: str) -> set[str]:
    """With whom the actor of this name had contact."""
    actor = deciding.find_actor(store, name)
    labels = {one.id: one.name for one in reading.actors(store)}
    met = (contact.actors for contact in reading.contacts(store) if actor.id in contact.actors)
    return {labels[one] for one in itertools.chain.from_iterable(met)} - {actor.name}


def test_in_any_order_an_office_is_filled_by_who_is_named_in_it(empty: Path, tmp_path: Path) -> None:
    graphs = []
    for number, order in enumerate(itertools.permutations([MARCH, JUNE, NAMED])):
        with open_writer(shutil.copytree(empty, tmp_path / str(number)), "test") as store:
            for document in order:
                ingest(store, [document])
            graphs.append(quads(store))
            assert partners(store, "Lomalu Teniko") == {"Sera Vatu", "Jone Koroi"}
            because = {one.named: one.because for one in reading.identities(store)}
            assert "only “Lomalu Teniko” is named so, as on 2024-05-06" in because["aa-000001"]
    assert all(graph == graphs[0] for graph in graphs)


def test_the_name_forgotten_it_is_an_office_as_before(store: EmbeddedStore) -> None:
    ingest(store, [MARCH, JUNE])
    before = quads(store)
    ingest(store, [NAMED])
    assert partners(store, "Lomalu Teniko") == {"Sera Vatu", "Jone Koroi"}
    forget(store, ["cc"])
    assert quads(store) == before
    assert partners(store, "Foreign minister of Tuvalu") == {"Sera Vatu", "Jone Koroi"}


def test_a_second_name_in_it_empties_it_and_forgotten_fills_it_again(store: EmbeddedStore) -> None:
    ingest(store, [MARCH, NAMED])
    before = quads(store)
    ingest(store, [ANOTHER])
    assert partners(store, "Foreign minister of Tuvalu") == {"Sera Vatu"}
    forget(store, ["dd"])
    assert quads(store) == before


def test_set_apart_by_a_user_it_stays_an_office_until_that_is_undone(store: EmbeddedStore) -> None:
    ingest(store, [MARCH, NAMED])
    before = quads(store)
    decision, _ = deciding.split(store, BY, "Lomalu Teniko", "Foreign minister of Tuvalu")
    decide(store, [decision])
    assert partners(store, "Foreign minister of Tuvalu") == {"Sera Vatu"}
    assert [one.state for one in standings(store)] == ["holds"]
    decide(store, [deciding.undo(store, BY, decision.id)])
    decisions = {quad for quad in quads(store) if quad.graph_name.value.endswith("graph/decisions")}  # type: ignore[union-attr]
    assert quads(store) - decisions == before


def test_who_a_user_says_held_it_goes_before_who_is_named_in_it(store: EmbeddedStore) -> None:
    ingest(store, [MARCH, article("ee", "2026-01-05", "Ana Falefou", "Jone Koroi")])
    decide(store, [deciding.merge(store, BY, "Ana Falefou", "Foreign minister of Tuvalu")[0]])
    assert partners(store, "Ana Falefou") == {"Sera Vatu", "Jone Koroi"}
    ingest(store, [NAMED])
    assert partners(store, "Ana Falefou") == {"Sera Vatu", "Jone Koroi"}
    assert resolve(store) == 0
