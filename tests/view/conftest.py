"""A network of some forty contacts of one invented week, from `people.csv` and `week.csv`."""

import csv
import random
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.model import Actor, Article, Contact, Document, NamedActor, Period, Place, Report, Role
from kg.vocabulary import vocabulary


class Week(NamedTuple):
    """What `write_page` takes."""

    contacts: list[Contact]
    actors: dict[str, Actor]
    documents: list[Document]


def a_contact(
    number: int,
    relation: str = "called",
    status: str = "occurred",
    subjects: tuple[str, ...] = ("ann-lee",),
    objects: tuple[str, ...] = ("bo-ray",),
    day: date = date(2024, 12, 1),
    destination: str | None = None,
    place: str | None = None,
    quote: str = "Lee rang Ray",
    outlet: str | None = "Gazette",
    url: str | None = "https://gazette.example/1",
    claimed_by: str | None = None,
    names: dict[str, str] | None = None,
) -> tuple[Contact, Document]:
    """One contact with the article that tells of it."""
    term = vocabulary().relations[relation]
    article = Article(f"{number:016x}", f"{number}.txt", "", f"Headline {number}", day, outlet, url)
    report = f"{article.id}-0000{number % 10}-1"
    shown = names or {}
    first, *others = [shown.get(actor, actor) for actor in (*subjects, *objects)]
    goal = destination or " and ".join(others)
    contact = Contact(
        id=report,
        label=f"{first} {term.verb} {goal}".strip() + f", {day.isoformat()}",
        relation=relation,
        status=status,  # type: ignore[arg-type]
        roles=tuple(Role(term.subject_role, one) for one in subjects)
        + tuple(Role(term.object_role, one) for one in objects),
        period=Period.of(day.isoformat()),
        place=Place(place.lower(), place) if place else None,
        destination=Place(destination.lower(), destination) if destination else None,
        topics=(),
        sources=1,
        confidence=0.9,
        reports=(report,),
    )
    named = tuple(NamedActor(f"{article.id}-{n:06x}", key, "person") for n, key in enumerate((*subjects, *objects)))
    ids = tuple(one.id for one in named)
    told_of = Report(
        report,
        relation,
        contact.status,
        ids[: len(subjects)],
        ids[len(subjects) :],
        contact.period,
        quote,
        0,
        len(quote),
        "test",
        0.9,
        claimed_by=claimed_by,
    )
    return contact, Document(article, named, (told_of,), "test")


@pytest.fixture(scope="session")
def week() -> Week:
    actors = {row["id"]: Actor(row["id"], row["name"], row["type"], row["country"] or None) for row in _rows("people")}
    names = {key: actor.name for key, actor in actors.items()}
    made = [
        a_contact(
            number,
            row["relation"],
            row["status"],
            tuple(row["subjects"].split()),
            tuple(row["objects"].split()),
            date.fromisoformat(row["day"]),
            row["destination"] or None,
            row["place"] or None,
            row["quote"],
            row["outlet"],
            f"https://{row['outlet'].lower().replace(' ', '-')}.example/{number}",
            row["claimed_by"] or None,
            names,
        )
        for number, row in enumerate(_rows("week"), start=1)
    ]
    return Week([contact for contact, _ in made], actors, [document for _, document in made])


def _rows(name: str) -> list[dict[str, Any]]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def made() -> Callable[..., Week]:
    """A week of one contact, of which any part can be told otherwise."""

    def make(**parts: Any) -> Week:
        contact, document = a_contact(1, **parts)
        return Week([contact], {}, [document])

    return make


@pytest.fixture(scope="session")
def crowd() -> Week:
    """Two hundred actors, of whom a few have most of the contacts."""
    chance = random.Random(3)
    names = [f"actor-{number:03}" for number in range(200)]
    weights = [1 / (number + 1) for number in range(200)]
    made = []
    for number in range(300):
        one, other = chance.choices(names, weights)[0], chance.choice(names)
        if one != other:
            made.append(a_contact(number, subjects=(one,), objects=(other,)))
    actors = {name: Actor(name, f"{name.title()} of the Republic", "person", "TR") for name in names}
    return Week([contact for contact, _ in made], actors, [document for _, document in made])


@pytest.fixture(scope="session")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium here: apt-get install chromium (Debian), or put google-chrome on the PATH")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=[*quiet, "--disable-sync", "--no-first-run"]
        )
        yield started
        started.close()
