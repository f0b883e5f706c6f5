"""Three articles of one meeting, and a store that has read them."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import count

import pytest
from pyoxigraph import Quad

from kg.decisions.making import Author
from kg.graph import EmbeddedStore
from kg.graph.layers import DECISIONS, RUNS
from kg.model import ActorType, Article, Document, NamedActor, Period, Report, Status

MONDAY = date(2024, 12, 2)


def article(
    id_: str,
    *names: str,
    country: str | None = "TR",
    published: date = MONDAY,
    relation: str = "met",
    status: Status = "occurred",
    sentence: str = "",
    start: int = 0,
    by: str = "by hand",
    type_: ActorType = "person",
) -> Document:
    """An article with one sentence, which tells of one contact between persons of these names."""
    quote = sentence or f"{' and '.join(names)} met, says {id_}."
    named = tuple(
        NamedActor(f"{id_}-{number:06}", name, type_, country, forms=(name,)) for number, name in enumerate(names)
    )
    report = Report(
        f"{id_}-5e47e-1", relation, status, (named[0].id,), tuple(one.id for one in named[1:]),
        Period.of(MONDAY.isoformat()), quote, start, start + len(quote), "a frame", 0.9,
    )  # fmt: skip
    told = Article(
        id_, f"{id_}.txt", quote, "", published, f"Outlet {id_}", content_hash="sha256:" + id_.encode().hex().zfill(64)
    )
    return Document(told, named, (report,), by)


@pytest.fixture
def by() -> Callable[[], Author]:
    """Who decides, a second later each time."""
    seconds = count()
    return lambda: Author(
        "Ayla <a@example.org>", datetime(2025, 1, 1, tzinfo=UTC) + timedelta(seconds=next(seconds)), "checked"
    )


def graph_of(store: EmbeddedStore) -> set[Quad]:
    """All but runs and decisions: what is known, said and derived."""
    return {quad for quad in store.match() if quad.graph_name not in (RUNS, DECISIONS)}
