"""The number of workers, the order of articles and the way they are split leave no trace in what is derived."""

import shutil
import tempfile
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import Quad

from kg.extraction import DEFAULT, extract
from kg.graph import open_writer
from kg.graph.layers import CONTACTS, IDENTITY
from kg.model import Article
from kg.pipeline import ingest
from kg.workers import extract as extract_by_workers

FIRST = date(2024, 12, 2)

# Names that clash: spellings of one person, a surname alone, a namesake, an office, a government by its capital.
WHO = [
    "Iranian Foreign Minister Abbas Araghchi",
    "Iran's Abbas Araqchi",
    "Turkish Foreign Minister Hakan Fidan",
    "The Turkish foreign minister",
    "Emre Fidan",
    "Russian Foreign Minister Sergey Lavrov",
    "Ankara",
]
HOW = [
    "met {} in Istanbul on Monday.",
    "held a phone call with {} on Monday.",
    "will meet {} next week.",
    "refused to meet {}.",
]


@st.composite
def archives(draw: st.DrawFn) -> list[Article]:
    """Enough articles for several batches, some by few outlets, some copied."""
    articles = []
    for number in range(draw(st.integers(9, 14))):
        told = []
        for _ in range(draw(st.integers(1, 3))):
            one, other = draw(st.lists(st.sampled_from(WHO), min_size=2, max_size=2, unique=True))
            told.append(f"{one} {draw(st.sampled_from(HOW)).format(other)}")
        text, day = " ".join(told), FIRST + timedelta(days=draw(st.integers(0, 3)))
        outlet = draw(st.sampled_from(["Daily One", "Daily Two", None]))
        hash_ = f"sha256:{text}"
        articles.append(Article(f"{number:016x}", f"{number}.txt", text, "", day, outlet, content_hash=hash_))
    return articles


def derived(empty: Path, workers: int, *parts: Sequence[Article]) -> set[Quad]:
    """Who is who and what happened, after the parts were read one after another by so many workers."""

    def documents(articles: Iterable[Article]):
        return extract(articles) if workers == 1 else extract_by_workers(articles, DEFAULT, workers)

    with (
        tempfile.TemporaryDirectory() as folder,
        open_writer(shutil.copytree(empty, f"{folder}/store"), "test") as store,
    ):
        for part in parts:
            ingest(store, documents(part))
        return {quad for graph in (IDENTITY, CONTACTS) for quad in store.match(graph=graph)}


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(archives(), st.randoms(use_true_random=False))
def test_any_order_any_split_any_number_of_workers_gives_the_same_quads(
    empty: Path, archive: list[Article], random
) -> None:
    by_one = derived(empty, 1, archive)
    assert by_one
    shuffled = random.sample(archive, len(archive))
    half = random.randint(1, len(archive) - 1)
    assert derived(empty, 2, shuffled[:half], shuffled[half:]) == by_one
