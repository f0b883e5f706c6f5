"""The ontology as rdflib reads it, and a small graph of every relation and status, made by the code."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from rdflib import Graph

from kg.graph import EmbeddedStore, open_writer
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import ingest
from kg.vocabulary import vocabulary

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY = ROOT / "ontology"
DAY = date(2024, 12, 2)


def parsed(name: str) -> Graph:
    return Graph().parse(ONTOLOGY / name)


@pytest.fixture(scope="session")
def ontology() -> Graph:
    return parsed("contacts.ttl")


@pytest.fixture(scope="session")
def alignments() -> Graph:
    return parsed("alignments.ttl")


def documents() -> Iterator[Document]:
    """One article for each relation with each status that a report can have, between people of its own."""
    words = vocabulary()
    for number, relation in enumerate(words.relations.values()):
        for place, status in enumerate(name for name, one in words.statuses.items() if not one.derived):
            yield document(number * 10 + place, relation.name, status)
        if relation.place_role:
            yield document(number * 10 + 8, relation.name, "occurred", "place")
    for status in ("occurred", "denied"):  # of one call: disputed
        yield document(900, "called", status, outlet=status)


def document(number: int, relation: str, status: str, other: str = "person", outlet: str = "Anka") -> Document:
    id_ = f"{number:08x}{abs(hash_of(outlet)):08x}"
    name = "Ankara" if other == "place" else f"Tor Olander{letters(number)}"
    country = "TR" if other == "place" else "NO"
    one = NamedActor(f"{id_}-000001", f"Ana Mera{letters(number)}", "person", "CL", "president", (f"Mera{number}",))
    two = NamedActor(f"{id_}-000002", name, other, country, None, (name,))  # type: ignore[arg-type]
    text = f"Ana Mera{letters(number)} … {name} … on Monday, sources said."
    report = Report(
        f"{id_}-aaaaa-1", relation, status, (one.id,), (two.id,), Period.of("2024-12-02"), text, 0, len(text),  # type: ignore[arg-type]
        "by hand", 0.9, one.id if relation == "called" and number % 2 else None,
        "Oslo", "NO", ("grain deal",), "sources",
    )  # fmt: skip
    article = Article(id_, f"{number}.txt", text, "A title", DAY, outlet, "https://post.example/1", f"sha256:{id_}")
    return Document(article, (one, two), (report,), "by hand")


def hash_of(text: str) -> int:
    return sum(ord(character) << index for index, character in enumerate(text))


def letters(number: int) -> str:
    """A surname's end that no other number has."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with all of them."""
    folder = tmp_path_factory.mktemp("made") / "store"
    with open_writer(folder, "tests") as store:
        fill(store)
    return folder


def fill(store: EmbeddedStore) -> None:
    ingest(store, documents())


@pytest.fixture(scope="session")
def contacts(made: Path, kg_in, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its contacts with their reports, as Turtle."""
    folder = tmp_path_factory.mktemp("contacts")
    done = kg_in(folder, "export", "-o", "contacts.ttl", "--store", made)
    assert done.returncode == 0, done.stderr
    return folder / "contacts.ttl"
