# ruff: noqa: B008, B023 - each wish is made at once, before the loop goes on
"""What users decide leaves the same graph, whenever it is decided, and undone leaves no trace."""

import random
import runpy
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg import deciding
from kg.decisions import Decision
from kg.decisions.making import Author
from kg.errors import KgError
from kg.graph import EmbeddedStore, reading
from kg.graph.decided import decision_quads, decisions_of, log
from kg.graph.layers import CONTACTS, DECISIONS, IDENTITY, KNOWN, RUNS
from kg.model import Document
from kg.pipeline import decide, forget, ingest, resolve

_order = runpy.run_path(str(Path(__file__).with_name("test_order.py")))
archives, fresh = _order["archives"], _order["fresh"]

few = settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])

BEGAN = datetime(2024, 12, 1, tzinfo=UTC)


def lasting(store: EmbeddedStore) -> set[Quad]:
    return {quad for quad in store.match() if quad.graph_name != RUNS}


def derived(store: EmbeddedStore) -> set[Quad]:
    return {quad for graph in (KNOWN, IDENTITY, CONTACTS) for quad in store.match(graph=graph)}


def wishes(store: EmbeddedStore, chance: random.Random, count: int) -> Iterable[Decision]:
    """Decisions at random about whatever the store holds, one after the other."""
    for number in range(count):
        by = Author("somebody", BEGAN + timedelta(seconds=number), "a test")
        involved = sorted({identity.actor for identity in reading.identities(store)})
        contacts = sorted(contact.id for contact in reading.contacts(store))
        reports = sorted(report for contact in reading.contacts(store) for report in contact.reports)
        makers: list[Callable[[], Decision]] = []
        if len(involved) > 1:
            one, other = (f"act:{id_}" for id_ in chance.sample(involved, 2))
            named = chance.choice(list(reading.denoting(store, one[4:])))
            article = chance.choice([None, named.id.rpartition("-")[0]])
            since = chance.choice([None, date(2024, 11, 30)])
            makers.append(lambda one=one, other=other: deciding.merge(store, by, one, other)[0])
            makers.append(lambda one=one, n=named, a=article, s=since: deciding.split(store, by, one, n.name, a, s)[0])
            makers.append(lambda one=one: deciding.rename(store, by, one, "Somebody Else")[0])
        if contacts:
            contact, report = chance.choice(contacts), chance.choice(reports)
            values = deciding.fixes(
                chance.choice([None, "planned", "occurred"]), "2024-11-29", chance.choice([None, "met", "visited"]),
                chance.choice([None, "Paris"]),
            )  # fmt: skip
            makers.append(lambda c=contact: deciding.on_contact(store, by, "reject", c))
            makers.append(lambda c=contact: deciding.on_contact(store, by, "confirm", c))
            makers.append(lambda c=contact, v=values: deciding.on_contact(store, by, "fix", c, v))
            makers.append(lambda r=report: deciding.on_report(store, by, r))
        if decisions := log(store):
            makers.append(lambda d=chance.choice(decisions): deciding.undo(store, by, d.id))
        try:
            yield chance.choice(makers)()
        except (KgError, IndexError):
            continue


@few
@given(archives(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_before_between_or_after_the_articles_it_comes_to_the_same(
    archive: list[Document], chance: random.Random, count: int
) -> None:
    with fresh() as store:
        ingest(store, archive)
        for decision in wishes(store, chance, count):
            decide(store, [decision])
            assert resolve(store) == 0
        at_the_end, decisions = lasting(store), log(store)
    half = chance.randint(0, len(archive))
    shuffled = chance.sample(archive, len(archive))
    with fresh() as store:
        ingest(store, shuffled[:half])
        decide(store, chance.sample(decisions, len(decisions)))
        assert resolve(store) == 0
        ingest(store, shuffled[half:])
        assert lasting(store) == at_the_end
        assert resolve(store) == 0


@few
@given(archives(), st.randoms(use_true_random=False), st.data())
def test_what_is_forgotten_and_comes_again_is_as_decided(
    archive: list[Document], chance: random.Random, data: st.DataObject
) -> None:
    with fresh() as store:
        ingest(store, archive)
        for decision in wishes(store, chance, 3):
            decide(store, [decision])
        before = lasting(store)
        gone = [one for one in archive if data.draw(st.booleans())]
        forget(store, [one.article.id for one in gone])
        assert resolve(store) == 0
        ingest(store, gone)
        assert lasting(store) == before


@few
@given(archives(), st.randoms(use_true_random=False))
def test_all_undone_is_as_if_nothing_had_been_decided(archive: list[Document], chance: random.Random) -> None:
    with fresh() as store:
        ingest(store, archive)
        before = derived(store)
        made = []
        for decision in wishes(store, chance, 4):
            decide(store, [decision])
            made += [decision] if not decision.undoes else []
        for decision in chance.sample(made, len(made)):
            later = Author("somebody", BEGAN + timedelta(days=1), "")
            if decision.id not in {one.undoes for one in log(store)}:
                decide(store, [deciding.undo(store, later, decision.id)])
                assert resolve(store) == 0
        undone = {one.undoes for one in log(store)}
        if not any(one.undoes in undone for one in log(store) if one.id in undone):
            assert derived(store) == before


@few
@given(archives(), st.randoms(use_true_random=False))
def test_a_decision_comes_back_from_its_quads(archive: list[Document], chance: random.Random) -> None:
    with fresh() as store:
        ingest(store, archive)
        for decision in wishes(store, chance, 4):
            decide(store, [decision])
            assert decisions_of(decision_quads(decision)) == (decision,)
            assert decision_quads(decision) <= set(store.match(graph=DECISIONS))
