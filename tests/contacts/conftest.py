"""A small press: articles that tell of contacts, without reading any text."""

import hashlib
from dataclasses import dataclass, field
from datetime import date

import pytest

from kg.actors.slugs import slug
from kg.contacts import derive
from kg.contacts.ties import Tie, ties
from kg.model import Actor, ActorType, Article, Contact, Document, NamedActor, Period, Report, Status

PLACES: dict[str, tuple[ActorType, str]] = {
    "Ankara": ("place", "TR"),
    "Istanbul": ("place", "TR"),
    "Doha": ("place", "QA"),
    "Turkey": ("country", "TR"),
}


@dataclass
class Press:
    """Collects reports by article; `contacts` derives what they amount to. Actors' ids are slugs."""

    told: dict[str, list[Report]] = field(default_factory=dict)
    articles: dict[str, Article] = field(default_factory=dict)
    named: dict[str, NamedActor] = field(default_factory=dict)

    def article(
        self,
        id_: str,
        published: str | None = None,
        outlet: str | None = None,
        content_hash: str = "",
        sketch: str = "",
    ) -> str:
        day = date.fromisoformat(published) if published else None
        self.articles[id_] = Article(id_, id_, "", "", day, outlet or f"Outlet {id_}", None, content_hash, sketch)
        self.told[id_] = []
        return id_

    def tells(
        self,
        article: str,
        subjects: str,
        relation: str,
        objects: str = "",
        when: str | None = None,
        *,
        status: Status = "occurred",
        place: str | None = None,
        initiator: str | None = None,
        quote: str | None = None,
        topics: tuple[str, ...] = (),
        confidence: float = 0.9,
    ) -> str:
        """Adds a report; names are divided by commas, `when` is EDTF, an interval a/b, or None for news."""
        published = self.articles[article].published
        if when and "/" in when:
            first, last = (date.fromisoformat(day) for day in when.split("/"))
            period = Period(first, last, None, "inferred")
        elif when:
            period = Period.of(when)
        else:
            period = Period.published_by(published) if status == "occurred" else Period()
        number = len(self.told[article]) + 1
        report = Report(
            id=f"{article}-abcde-{number}",
            relation=relation,
            status=status,
            subjects=self._names(article, subjects),
            objects=self._names(article, objects),
            period=period,
            quote=quote if quote is not None else f"sentence {number} of {article}",
            start=0,
            end=10,
            frame="test",
            confidence=confidence,
            initiator=self._names(article, initiator)[0] if initiator else None,
            place=place,
            place_country=PLACES[place][1] if place else None,
            topics=topics,
        )
        self.told[article].append(report)
        return report.id

    def _names(self, article: str, names: str) -> tuple[str, ...]:
        ids = []
        for name in filter(None, (name.strip() for name in names.split(","))):
            type_, country = PLACES.get(name, ("person", None))
            id_ = f"{article}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"
            self.named[id_] = NamedActor(id_, name, type_, country)
            ids.append(id_)
        return tuple(ids)

    def documents(self) -> list[Document]:
        return [
            Document(
                article,
                tuple(named for id_, named in self.named.items() if id_.startswith(f"{article.id}-")),
                tuple(self.told[article.id]),
                "test",
            )
            for article in self.articles.values()
        ]

    @property
    def who(self) -> dict[str, str]:
        return {id_: slug(named.name) for id_, named in self.named.items() if named.type != "place"}

    @property
    def actors(self) -> dict[str, Actor]:
        return {slug(n.name): Actor(slug(n.name), n.name, n.type, n.country) for n in self.named.values()}

    def contacts(self) -> tuple[Contact, ...]:
        return derive(self.documents(), self.who, self.actors)

    def contact(self) -> Contact:
        """The only contact."""
        (contact,) = self.contacts()
        return contact

    def ties(self) -> frozenset[Tie]:
        return ties(self.contacts())


@pytest.fixture
def press() -> Press:
    return Press()
