"""The order of articles, halves and repetitions leave no trace in what is derived."""

import atexit
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.graph import EmbeddedStore, open_writer
from kg.graph.layers import RUNS
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import forget, ingest, resolve

FIRST = date(2024, 11, 28)

# Names that clash: two spellings of one, two bearers of a surname, a surname alone, a country, a city.
NAMES = [
    ("Abbas Araghchi", "person", "IR"),
    ("Abbas Araqchi", "person", "IR"),
    ("Araghchi", "person", None),
    ("Hakan Fidan", "person", "TR"),
    ("Fidan", "person", "TR"),
    ("Emre Fidan", "person", "TR"),
    ("Sergey Lavrov", "person", "RU"),
    ("Lavrov", "person", None),
    ("Turkey", "country", "TR"),
    ("Türkiye", "country", "TR"),
    ("Qatar", "country", "QA"),
    ("League of Examples", "organization", None),
    ("Ankara", "place", "TR"),
    ("Mount Nowhere", "place", None),
    ("MOUNT NOWHERE", "place", None),
]

SUMMIT = NAMES[0:1] + NAMES[3:4] + NAMES[6:7] + NAMES[10:11]

# An office whose holder no file knows, and who are named in it; two of them are one.
ISLAND = [
    ("Foreign minister of Tuvalu", "person", "TV"),
    ("Lomalu Teniko", "person", "TV"),
    ("Teniko", "person", "TV"),
    ("Ana Falefou", "person", "TV"),
    ("Hakan Fidan", "person", "TR"),
]


@st.composite
def documents(draw: st.DrawFn, number: int) -> Document:
    """An article; now and then one of a summit: few actors, one day and place, so that contacts lie in others."""
    id_ = f"{number:04x}"
    names = draw(st.sampled_from([NAMES, SUMMIT, NAMES, SUMMIT, ISLAND]))
    summit = names is SUMMIT
    chosen = draw(st.lists(st.sampled_from(names), min_size=2, max_size=5, unique=True))
    office = "foreign minister" if names is ISLAND else None
    named = tuple(
        NamedActor(f"{id_}-{place}", name, type_, country, office, (name,))  # type: ignore[arg-type]
        for place, (name, type_, country) in enumerate(chosen)
    )
    published = draw(st.none() | st.integers(0, 5).map(lambda days: FIRST + timedelta(days=days)))
    day = FIRST if summit else FIRST + timedelta(days=draw(st.integers(0, 5)))
    told = [Period.of(day.isoformat()), Period.of("2024-11"), Period.published_by(published)]
    people = [one.id for one in named if one.type != "place"]
    reports = []
    for place in range(draw(st.integers(0, 3))) if people else ():
        subjects = draw(st.lists(st.sampled_from(people), min_size=1, max_size=3, unique=True))
        objects = draw(st.lists(st.sampled_from([one.id for one in named]), max_size=2, unique=True))
        reports.append(
            Report(
                f"{id_}-r{place}",
                draw(st.sampled_from(["met", "called", "spoke_with", "hosted", "visited", "sent_envoy_to"])),
                draw(st.sampled_from(["occurred", "occurred", "planned", "denied", "refused"])),
                tuple(subjects),
                tuple(one for one in objects if one not in subjects),
                told[0] if summit else draw(st.sampled_from(told)),
                draw(st.sampled_from(["They met.", "They spoke on the phone.", f"Sentence {number}."])),
                place,
                place + 1,
                "by hand",
                0.9,
                place="Ankara" if summit else draw(st.sampled_from([None, "Ankara", "Camp Nowhere", "CAMP nowhere"])),
            )
        )
    article = Article(
        id_,
        f"{number}.txt",
        f"text {number}",
        f"Headline {number}",
        published,
        draw(st.sampled_from([None, "Anka", "Tehran Wire"])),
        content_hash=f"sha256:{number:064x}",
    )
    return Document(article, named, tuple(reports), "by hand")


@st.composite
def archives(draw: st.DrawFn) -> list[Document]:
    return [draw(documents(number)) for number in range(draw(st.integers(2, 6)))]


@cache
def empty() -> str:
    """A store that has read nothing: who is known takes a second to write, and is the same for all."""
    folder = tempfile.mkdtemp(prefix="contact-kg-properties-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with open_writer(folder, "test") as store:
        ingest(store, [])
    return folder


@contextmanager
def fresh() -> Iterator[EmbeddedStore]:
    """A store of its own that has read nothing."""
    with (
        tempfile.TemporaryDirectory() as folder,
        open_writer(shutil.copytree(empty(), f"{folder}/store"), "test") as store,
    ):
        yield store


def after(*batches: Iterable[Document], without: Iterable[str] = ()) -> set[Quad]:
    """What is said and derived after ingesting the batches one after the other."""
    with fresh() as store:
        for batch in batches:
            ingest(store, batch)
        forget(store, without)
        assert resolve(store) == 0
        return {quad for quad in store.match() if quad.graph_name != RUNS}


few = settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@few
@given(archives(), st.randoms(use_true_random=False))
def test_any_order_twice_or_in_halves_gives_the_same_graph(archive: list[Document], random) -> None:
    at_once = after(archive)
    shuffled = random.sample(archive, len(archive))
    half = random.randint(0, len(archive))
    assert after(shuffled) == at_once
    assert after(archive[:half], archive[half:]) == at_once
    assert after(*[[document] for document in shuffled], archive) == at_once


@few
@given(archives(), st.data())
def test_what_was_replaced_or_forgotten_leaves_no_trace(archive: list[Document], data: st.DataObject) -> None:
    earlier = [data.draw(documents(number)) for number in range(len(archive))]
    earlier = [Document(one.article, one.actors, one.reports, "an older extractor") for one in earlier]
    assert after(earlier, archive) == after(archive)
    gone = {document.article.id for document in archive if data.draw(st.booleans())}
    kept = [document for document in archive if document.article.id not in gone]
    assert after(archive, without=gone) == after(kept)


@few
@given(archives())
def test_every_node_has_one_label_and_no_triple_stands_twice(archive: list[Document]) -> None:
    quads = after(archive)
    triples = [quad.triple for quad in quads]
    assert len(triples) == len(set(triples))
    labels = [quad.subject for quad in quads if quad.predicate.value.endswith("#label")]
    assert len(labels) == len(set(labels))
    nodes = {quad.subject for quad in quads}
    nodes |= {
        quad.object
        for quad in quads
        if hasattr(quad.object, "value") and quad.object.value.startswith("https://w3id.org/contact-kg/")
        and "ontology#" not in quad.object.value
    }  # fmt: skip
    assert nodes == set(labels)
