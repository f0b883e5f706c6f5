"""A network of some forty contacts of one invented week, from `people.csv` and `week.csv`."""

import csv
import random
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from kg.model import Actor, Article, Contact, Document, NamedActor, Period, Place, Report, Role
from kg.view import Showing, write_page
from kg.vocabulary import vocabulary

WIDE = {"width": 1280, "height": 800}


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
    topics: tuple[str, ...] = (),
    sources: int = 1,
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
        topics=topics,
        sources=sources,
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
            (row["topics"],) if row["topics"] else (),
            int(row["sources"]),
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
    actors = {name: Actor(name, f"{name.title()} Bey", "person", "TR") for name in names}
    return Week([contact for contact, _ in made], actors, [document for _, document in made])


@pytest.fixture(scope="session")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    pytest.skip("no Chromium here: apt-get install chromium (Debian), or put google-chrome on the PATH")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=[*quiet, "--disable-sync", "--no-first-run"]
        )
        yield started
        started.close()


class Seen:
    """A page in the browser, with all it complained about or asked for."""

    def __init__(self, browser: Any, file: Path, fragment: str = "", **options: Any) -> None:
        self.file = file
        self.context = browser.new_context(**{"viewport": WIDE, "reduced_motion": "reduce", **options})
        self.context.set_offline(True)
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.context.route("**/*", self._route)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.go(fragment)

    def go(self, fragment: str = "") -> None:
        """Opens the page anew, at an address that somebody may have sent."""
        self.page.goto("about:blank")
        self.page.goto(self.file.as_uri() + fragment)
        self.until(
            "window.contactKg && (document.getElementById('view-network').hidden"
            " || performance.getEntriesByName('drawn').length)"
        )

    def until(self, script: str) -> None:
        """Waits until something is true (playwright's own way is an eval, which the page forbids)."""
        end = time.monotonic() + 20
        while not self.ask(f"!!({script})"):
            assert time.monotonic() < end, script
            self.page.wait_for_timeout(20)

    def _route(self, route: Any) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:")):
            route.continue_()
        else:
            self.requests.append(url)
            route.abort()

    def ask(self, script: str, value: Any = None) -> Any:
        return self.page.evaluate(script, value)

    def choose(self, name: str) -> None:
        """Finds somebody by the search and opens him."""
        self.page.fill("#search", name)
        self.page.press("#search", "Enter")

    def click_line(self, one: str, other: str) -> None:
        """Clicks the line between two, as near to its middle as no name stands over it."""
        a, b = self.ask(f"contactKg.where('{one}')"), self.ask(f"contactKg.where('{other}')")
        names = self.ask("contactKg.names()")
        for share in (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7):
            x, y = a["x"] + (b["x"] - a["x"]) * share, a["y"] + (b["y"] - a["y"]) * share
            if not any(n["left"] - 2 < x < n["right"] + 2 and n["top"] - 2 < y < n["bottom"] + 2 for n in names):
                break
        self.page.mouse.click(x, y)

    @property
    def panel(self) -> str:
        return str(self.page.inner_text("#panel"))

    @property
    def count(self) -> str:
        return str(self.page.inner_text("#count"))


@pytest.fixture
def see(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Seen]]:
    """Writes the page of a week and opens it: `see(week)`; what `Showing` takes goes in as `showing`."""
    opened: list[Seen] = []

    def look(week: Week, showing: Showing | None = None, fragment: str = "", **options: Any) -> Seen:
        file = write_page(*week, tmp_path / "page.html", showing=showing or Showing())
        opened.append(Seen(browser, file, fragment, **options))
        return opened[-1]

    yield look
    for seen in opened:
        seen.context.close()
