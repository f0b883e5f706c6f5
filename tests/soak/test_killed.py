"""A writer killed at any moment leaves every article whole or absent, and the derived layers right."""

import os
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Quad

from kg.graph import EmbeddedStore, Reader, open_reader, open_writer
from kg.graph.layers import RUNS, article_graph
from kg.pipeline import ingest, resolve

ARTICLES = 40
LINES = 11  # that the writer prints: at its beginning, and after each batch of both turns
KILLS = 5
KILLS_IN_SOAK = 50


def lasting(store: EmbeddedStore | Reader) -> set[Quad]:
    return {quad for quad in store.match() if quad.graph_name != RUNS}


@pytest.fixture(scope="module")
def unharmed(articles, tmp_path_factory) -> set[Quad]:
    """What a writer that nobody kills leaves."""
    with open_writer(tmp_path_factory.mktemp("unharmed"), "soak") as store:
        ingest(store, [articles.document(number, 1) for number in range(ARTICLES)])
        return lasting(store)


def kill_at_random(process: subprocess.Popen[str], chance: random.Random) -> str:
    """Kills the writer in the middle of one of its batches, or before the first; tells when."""
    lines, waited = chance.randrange(LINES), time.monotonic()
    for _ in range(lines):
        waited = time.monotonic()
        process.stdout.readline()
    after = chance.uniform(0, 1.2) * max(time.monotonic() - waited, 0.1)
    time.sleep(after)
    process.kill()
    process.wait(30)
    return f"after {lines} of {LINES} lines and {after:.3f} s"


def test_a_killed_ingest_leaves_whole_articles(soak, writer, articles, whole, unharmed, tmp_path: Path) -> None:
    seed = int(os.environ.get("CONTACT_KG_SOAK_SEED") or random.SystemRandom().randrange(10**6))
    chance = random.Random(seed)
    print(f"CONTACT_KG_SOAK_SEED={seed}")
    for kill in range(KILLS_IN_SOAK if soak else KILLS):
        folder = tmp_path / f"store{kill}"
        when = kill_at_random(writer(folder, ARTICLES, 2), chance)
        with open_writer(folder, "the next command") as store:
            states: Counter[str] = Counter()
            for number in range(ARTICLES):
                held = frozenset(store.match(graph=article_graph(articles.document(number, 0).article.id)))
                could = {frozenset(): "absent", whole(number, 0): "of turn 0", whole(number, 1): "of turn 1"}
                assert held in could, f"kill {kill}, {when}: of article {number} there is a part"
                states[could[held]] += 1
            assert resolve(store) == 0 or states["absent"] == ARTICLES, f"kill {kill}, {when}: a derived layer is wrong"
            ingest(store, [articles.document(number, 1) for number in range(ARTICLES)])
            assert lasting(store) == unharmed, f"kill {kill}, {when}: the next ingest did not make it good"
        with open_reader(folder) as reader:
            assert lasting(reader) == unharmed
        print(f"kill {kill}, {when}: {dict(states)}")
