"""A store with three contacts, written by the pipeline from documents made by hand."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kg.graph import open_writer
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import ingest

CEASEFIRE = Article(
    "9ab1000000000000",
    "ceasefire.txt",
    "",
    "Talks on a ceasefire",
    date(2024, 11, 30),
    "Anka",
    None,
    "sha256:a",
)
NO_CALL = Article(
    "77e0000000000000", "nocall.txt", "", "No call", date(2024, 12, 1), "Bosphorus Post", None, "sha256:b"
)


def named(article: Article, number: int, name: str, country: str) -> NamedActor:
    return NamedActor(f"{article.id}-{number:06}", name, "person", country, None, (name,))


def documents() -> list[Document]:
    fidan, lavrov, araghchi = (
        named(CEASEFIRE, number, name, country)
        for number, (name, country) in enumerate(
            [("Hakan Fidan", "TR"), ("Sergey Lavrov", "RU"), ("Abbas Araghchi", "IR")]
        )
    )
    called = Report(
        f"{CEASEFIRE.id}-aaaaa-1", "called", "occurred", (fidan.id, lavrov.id), (),
        Period.published_by(CEASEFIRE.published), "Hakan Fidan rang Sergey Lavrov about the ceasefire.",
        0, 51, "call-verb", 0.9, initiator=fidan.id,
    )  # fmt: skip
    meets = Report(
        f"{CEASEFIRE.id}-bbbbb-1", "met", "planned", (araghchi.id,), (fidan.id,), Period.of("2024-12-02"),
        "Abbas Araghchi will meet Fidan in Ankara on Monday.", 60, 111, "meet-verb", 0.9,
        place="Ankara", place_country="TR",
    )  # fmt: skip
    asker, refuser = named(NO_CALL, 0, "Abbas Araghchi", "IR"), named(NO_CALL, 1, "Sergey Lavrov", "RU")
    refused = Report(
        f"{NO_CALL.id}-ccccc-1", "called", "refused", (asker.id,), (refuser.id,),
        Period.published_by(NO_CALL.published), "Lavrov declined to take a call from Araghchi.", 0, 45,
        "call-noun", 0.8, initiator=asker.id,
    )  # fmt: skip
    return [
        Document(CEASEFIRE, (fidan, lavrov, araghchi), (called, meets), "by hand"),
        Document(NO_CALL, (asker, refuser), (refused,), "by hand"),
    ]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "store"
    with open_writer(folder, "tests") as store:
        ingest(store, documents())
    return folder


@pytest.fixture
def store(made: Path, tmp_path: Path) -> Path:
    """The store of the folder in which `kg` runs."""
    return Path(shutil.copytree(made, tmp_path / ".contact-kg"))


@pytest.fixture
def fails(kg: Callable) -> Callable:
    """Runs `kg` with something that cannot work, and returns the one line that it tells."""

    def run(*arguments: str | Path, code: int, given: str | None = None) -> str:
        done = kg(*arguments, given=given)
        assert done.returncode == code, done.stderr
        assert done.stderr.startswith("kg: ")
        assert "Traceback" not in done.stderr
        assert done.stdout == ""
        return done.stderr.rstrip("\n")

    return run
