"""Stores filled by the pipeline from documents made by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.export import export
from kg.graph import open_reader, open_writer
from kg.graph.layers import RUNS
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import ingest


def document(number: int, relation: str = "met", status: str = "occurred", extractor: str = "by hand") -> Document:
    article = Article(
        f"{number:016x}", f"{number}.txt", f"Text {number}.", f"Headline {number}", date(2024, 12, number),
        "Anka", f"https://anka.example/{number}", f"sha256:{number:064x}",
    )  # fmt: skip
    who = [("Hakan Fidan", "TR"), ("Sergey Lavrov", "RU"), ("Abbas Araghchi", "IR")]
    named = tuple(
        NamedActor(f"{article.id}-{place:06x}", name, "person", country, None, (name,))
        for place, (name, country) in enumerate(who)
    )
    report = Report(
        f"{article.id}-aaaaa-1", relation, status, (named[0].id,), (named[1 + number % 2].id,),  # type: ignore[arg-type]
        Period.of(f"2024-12-{number:02}"), f"A sentence — the {number}th — with \"signs\".", 0, 30, "frame", 0.9,
        place="Ankara", place_country="TR", topics=("grain",),
    )  # fmt: skip
    return Document(article, named, (report,), extractor)


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Makes a store from documents."""

    def make(name: str, *documents: Document) -> Path:
        with open_writer(tmp_path / name, "tests") as store:
            ingest(store, documents)
        return tmp_path / name

    return make


@pytest.fixture
def exported(tmp_path: Path) -> Callable[..., Path]:
    """Exports the whole of a store."""

    def write(store: Path, suffix: str = "nq") -> Path:
        path = tmp_path / f"{store.name}.{suffix}"
        with open_reader(store) as reader:
            export(reader, path, layer="all", force=True)
        return path

    return write


def quads(store: Path, runs: bool = False) -> set:
    with open_reader(store) as reader:
        return {quad for quad in reader.quads() if runs or quad.graph_name != RUNS}


@pytest.fixture
def quads_of() -> Callable[..., set]:
    return quads


@pytest.fixture
def documented() -> Callable[..., Document]:
    return document
