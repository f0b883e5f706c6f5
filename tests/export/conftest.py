"""A small store with all that exports must carry, filled through the graph room itself."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.contacts.ties import ties
from kg.gazetteer import gazetteer
from kg.graph import Reader, open_reader, open_writer
from kg.graph.difference import Change
from kg.graph.events import contact_quads, outlet_quads, place_quads, tie_quads
from kg.graph.iris import minted
from kg.graph.said import document_quads
from kg.graph.who import actor_quads, country_quads, identity_quads
from kg.model import Actor, Article, Contact, Document, Identity, NamedActor, Period, Place, Report, Role

FOREIGN = Path(__file__).parents[2] / "build" / "foreign"
"""Tools of others in an environment of their own, which `make foreign` makes."""

ACTORS = (
    Actor("hakan-fidan-0a0a0a", "Hakan Fidan", "person", "TR", ("Fidan",)),
    Actor("sergey-lavrov-0b0b0b", "Sergey Lavrov", "person", "RU"),
    Actor("najib-mikati-0c0c0c", "Najib Mikati", "person", "LB"),
    Actor("turkey", "Turkey", "country", "TR", known=True),
    Actor("qatar", "Qatar", "country", "QA", known=True),
)
ANKARA = Place("ankara", "Ankara", "TR")
DAY = Period.of("2024-12-02")
ARTICLE = "00000000000000aa"


def _report(number: int, relation: str, status: str, subjects: str, objects: str, quote: str, **more: str) -> Report:
    def named(letters: str) -> tuple[str, ...]:
        return tuple(f"{ARTICLE}-00000{letter}" for letter in letters)

    return Report(
        f"{ARTICLE}-1111{number}-1",
        relation,
        status,  # type: ignore[arg-type]
        named(subjects),
        named(objects),
        DAY,
        quote,
        10 * number,
        10 * number + len(quote),
        "call-verb",
        0.9,
        **more,  # type: ignore[arg-type]
    )


NAMED = tuple(
    NamedActor(f"{ARTICLE}-00000{letter}", actor.name, actor.type, actor.country, None, (actor.name,))
    for letter, actor in zip("abcde", ACTORS, strict=True)
)
REPORTS = (
    _report(1, "called", "occurred", "a", "b", "Fidan rang Lavrov — “at last” — on Monday"),
    _report(2, "visited", "occurred", "b", "", 'Lavrov landed in Ankara,\nhe said "briefly"', place="Ankara"),
    _report(3, "called", "refused", "b", "c", "Lavrov would not take a call from Mikati"),
    _report(4, "mediated", "occurred", "e", "ac", "Qatar stood between Fidan and Mikati", claimed_by="@doha"),
    _report(5, "met", "planned", "a", "d", "=HYPERLINK(\"http://bad.example\") Fidan will meet Turkey"),
)  # fmt: skip


def _contact(report: Report, label: str, roles: str, **more: Place | str) -> Contact:
    told = tuple(Role(role, actor) for role, actor in (one.split(":") for one in roles.split()))
    kept = {"place": None, "destination": None, **more}
    return Contact(
        report.id, label, report.relation, report.status, told, DAY, topics=("ceasefire",), sources=1,
        confidence=0.9, reports=(report.id,), **kept,  # type: ignore[arg-type]
    )  # fmt: skip


CONTACTS = (
    _contact(
        REPORTS[0],
        "Hakan Fidan called Sergey Lavrov, 2024-12-02",
        "participant:hakan-fidan-0a0a0a participant:sergey-lavrov-0b0b0b",
        initiator="hakan-fidan-0a0a0a",
    ),
    _contact(REPORTS[1], "Sergey Lavrov visited Ankara", "visitor:sergey-lavrov-0b0b0b", destination=ANKARA),
    _contact(
        REPORTS[2],
        "Sergey Lavrov refused a call from Najib Mikati",
        "participant:sergey-lavrov-0b0b0b participant:najib-mikati-0c0c0c",
    ),
    _contact(
        REPORTS[3],
        "Qatar mediated for Hakan Fidan and Najib Mikati",
        "mediator:qatar party:hakan-fidan-0a0a0a party:najib-mikati-0c0c0c",
        place=ANKARA,
    ),
    _contact(REPORTS[4], "+Hakan Fidan is to meet Turkey", "participant:hakan-fidan-0a0a0a participant:turkey"),
)
DOCUMENT = Document(
    Article(
        ARTICLE,
        "a.txt",
        "",
        "A long day",
        date(2024, 12, 3),
        "Bosphorus Post",
        "https://post.example/1",
        "sha256:00",
    ),
    NAMED,
    REPORTS,
    "test 1",
)


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "store"
    quads = set(country_quads(gazetteer().countries.values()))
    for actor in ACTORS:
        quads |= actor_quads(actor)
    quads |= document_quads(DOCUMENT, lambda named: [named.name.lower()])
    for contact in CONTACTS:
        quads |= contact_quads(contact)
    for named, actor in zip(NAMED, ACTORS, strict=True):
        quads |= identity_quads(Identity(named.id, actor.id, "same name and country"))
    quads |= place_quads(ANKARA) | tie_quads(ties(CONTACTS)) | outlet_quads(minted("outlet", "Bosphorus Post"))
    with open_writer(folder, "tests") as writer:
        writer.apply(Change(added=frozenset(quads)))
    return folder


@pytest.fixture
def reader(store: Path) -> Iterator[Reader]:
    with open_reader(store) as opened:
        yield opened


@pytest.fixture
def followthemoney() -> Path:
    """The python that has followthemoney."""
    python = FOREIGN / "bin" / "python"
    if not python.exists():
        pytest.skip("no followthemoney here: make foreign")
    return python


@pytest.fixture
def graphology() -> Path:
    """The folder in which node finds graphology."""
    modules = FOREIGN / "node_modules"
    if not shutil.which("node") or not (modules / "graphology-gexf").is_dir():
        pytest.skip("no node with graphology here: apt install npm, make foreign")
    return modules
