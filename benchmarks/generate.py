"""Makes a store of any size with the skew of real news, through the graph's own code.

    python benchmarks/generate.py FOLDER --contacts 100000

A few countries and a few of their officials have most contacts (the n-th has about 1/n of the first's), most
contacts have one source and some have many, news comes on weekdays, a third of it tells of what did not take
place. The same size and seed make the same graph.
"""

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from typing import TypeVar

import pyoxigraph
from pyoxigraph import Quad

from kg.actors import block_keys, known_actors
from kg.contacts.labels import label_of
from kg.contacts.ties import ties
from kg.gazetteer import gazetteer
from kg.graph import open_writer
from kg.graph.events import contact_quads, outlet_quads, place_quads, tie_quads
from kg.graph.iris import minted
from kg.graph.said import document_quads
from kg.graph.who import actor_quads, country_quads, identity_quads
from kg.model import Actor, Article, Contact, Document, Identity, NamedActor, Period, Place, Report, Role, Status
from kg.vocabulary import vocabulary

FIRST_DAY = date(2020, 1, 1)
DAYS = 5 * 365
RELATIONS = {"met": 30, "spoke_with": 18, "called": 17, "visited": 10, "hosted": 9, "wrote_to": 4, "negotiated_with": 4}
RELATIONS |= {"signed_with": 3, "mediated": 2, "sent_envoy_to": 2, "summoned": 1}
STATUSES: dict[Status, int] = {"occurred": 68, "planned": 14, "proposed": 6, "refused": 4, "cancelled": 3}
STATUSES |= {"denied": 3, "disputed": 2}
TOPICS = ("Syria", "Gaza ceasefire", "grain deal", "prisoner exchange", "sanctions", "border", "gas pipeline", "trade")
OUTLETS = tuple(f"Outlet {number}" for number in range(1, 61))
SOUNDS = [first + last for first in "b d f g h k l m n r s t v z sh kh".split() for last in "a e i o u ai".split()]
ARTICLE_REPORTS = 3
CONTACTS_A_PERSON = 12

T = TypeVar("T")


@cache
def weights(count: int) -> list[float]:
    """Of things of which the n-th is drawn 1/n as often as the first, added up."""
    return list(accumulate(1 / rank for rank in range(1, count + 1)))


class World:
    """Who there is, and what happens between them."""

    def __init__(self, contacts: int, seed: int) -> None:
        self.chance = random.Random(seed)
        countries = sorted(gazetteer().countries.values(), key=lambda each: sha256(each.code.encode()).digest())
        self.codes = [each.code for each in countries]
        self.states = {actor.country: actor for actor in known_actors() if actor.type == "country"}
        self.codes = [code for code in self.codes if code in self.states]
        capitals = (Place(_slug(each.capital), each.capital, each.code) for each in countries if each.capital)
        self.cities = [*{city.id: city for city in capitals}.values()]  # there are two Kingstons
        self.officials: dict[str, list[Actor]] = {code: [] for code in self.codes}
        for number in range(max(contacts // CONTACTS_A_PERSON, len(self.codes))):
            code = self.codes[number] if number < len(self.codes) else self.skewed(self.codes)
            self.officials[code].append(self._person(number, code))

    def skewed(self, things: Sequence[T]) -> T:
        """One of the things, an early one more likely."""
        return self.chance.choices(things, cum_weights=weights(len(things)))[0]

    def weighted(self, shares: Mapping[T, int]) -> T:
        """One of the things by its share."""
        return self.chance.choices([*shares], [*shares.values()])[0]

    def actor(self) -> Actor:
        """An official, or sometimes a state itself."""
        code = self.skewed(self.codes)
        return self.states[code] if self.chance.random() < 0.1 else self.skewed(self.officials[code])

    def day(self) -> date:
        """A day, seldom a Saturday or Sunday."""
        day = FIRST_DAY + timedelta(self.chance.randrange(DAYS))
        return day if day.weekday() < 5 or self.chance.random() < 0.3 else day - timedelta(2)

    def _person(self, number: int, code: str) -> Actor:
        word = ["".join(self.chance.choices(SOUNDS, k=self.chance.randint(2, 3))).title() for _ in range(2)]
        other = (f"{word[0]} {word[1]}i",) if self.chance.random() < 0.4 else ()
        return Actor(f"{'-'.join(word).lower()}-{number:06x}", " ".join(word), "person", code, other)


def _slug(name: str) -> str:
    return name.casefold().replace(" ", "-")


class News:
    """The articles that tell of contacts: a few reports each, all of one outlet and day."""

    def __init__(self) -> None:
        self._reports: dict[Article, list[Report]] = {}
        self._named: dict[Article, dict[str, NamedActor]] = {}
        self._open: dict[tuple[date, str], Article] = {}

    def article(self, published: date, outlet: str) -> Article:
        """The article that the next report of this outlet and day stands in."""
        found = self._open.get((published, outlet))
        if found is None or len(self._reports[found]) == ARTICLE_REPORTS:
            number = len(self._reports)
            id_ = sha256(str(number).encode()).hexdigest()[:16]
            found = Article(id_, f"{number}.txt", "", f"News {number}", published, outlet, None, f"sha256:{id_}")
            self._open[published, outlet] = found
            self._reports[found], self._named[found] = [], {}
        return found

    def named(self, article: Article, actor: Actor) -> str:
        """The id of an actor as the article has it."""
        code = sha256(actor.id.encode()).hexdigest()[:6]
        known = self._named[article]
        if actor.id not in known:
            known[actor.id] = NamedActor(
                f"{article.id}-{code}", actor.name, actor.type, actor.country, None, (actor.name,)
            )
        return known[actor.id].id

    def add(self, article: Article, report: Report) -> None:
        """Puts a report in its article."""
        self._reports[article].append(report)

    def quads(self) -> Iterator[Quad]:
        """What all articles say, and whom they mean."""
        for article, reports in self._reports.items():
            named = self._named[article]
            document = Document(article, tuple(named.values()), tuple(reports), "made for a benchmark")
            yield from document_quads(document, _keys)
            for actor, each in named.items():
                yield from identity_quads(Identity(each.id, actor, "same name and country"))


@cache
def _keys_of(name: str, country: str | None, person: bool) -> tuple[str, ...]:
    return block_keys(NamedActor("", name, "person" if person else "country", country))


def _keys(named: NamedActor) -> tuple[str, ...]:
    return _keys_of(named.name, named.country, named.type == "person")


def quads(contacts: int, seed: int) -> Iterator[Quad]:
    """The whole graph."""
    world, news = World(contacts, seed), News()
    actors = {actor.id: actor for officials in world.officials.values() for actor in officials}
    actors |= {actor.id: actor for actor in known_actors()}
    yield from country_quads(gazetteer().countries.values())
    for actor in actors.values():
        yield from actor_quads(actor)
    for place in world.cities:
        yield from place_quads(place)
    for outlet in OUTLETS:
        yield from outlet_quads(minted("outlet", outlet))
    for _ in range(contacts):
        contact = _contact(world, news, actors)
        yield from contact_quads(contact)
        yield from tie_quads(ties([contact]))
    yield from news.quads()


def _contact(world: World, news: News, actors: Mapping[str, Actor]) -> Contact:
    """Something that happened or was to happen, and the news of it."""
    chance, day = world.chance, world.day()
    relation = vocabulary().relations[world.weighted(RELATIONS)]
    status = world.weighted(STATUSES)
    who = list(dict.fromkeys(world.actor() for _ in range(2 if chance.random() < 0.85 else 4)))
    to_place = relation.name == "visited" and chance.random() < 0.95
    who = who[:1] if to_place else who if len(who) > 1 else [*who, *_others(world, who)]
    roles = [Role(relation.subject_role if n == 0 else relation.object_role, one.id) for n, one in enumerate(who)]
    city = world.skewed(world.cities) if to_place or chance.random() < 0.4 else None
    period = Period.of(day.isoformat()) if chance.random() < 0.6 else Period.published_by(day)
    topics = (world.skewed(TOPICS),) if chance.random() < 0.5 else ()
    outlets = list(dict.fromkeys(world.skewed(OUTLETS) for _ in range(_few(chance))))
    announced = status == "occurred" and len(outlets) > 1 and chance.random() < 0.4
    told: list[str] = []
    for number, outlet in enumerate(outlets):
        article = news.article(day + timedelta(min(number, 3)), outlet)
        names = [news.named(article, one) for one in who]
        said: Status = ("denied" if number % 2 else "occurred") if status == "disputed" else status
        said = "planned" if announced and number == 0 else said
        about = f" about {topics[0]}" if topics else ""
        whom = ", ".join(one.name for one in who[1:]) or (city.name if city else "")
        quote = f"{who[0].name} {relation.verb} {whom}{about}, {outlet} reports."
        id_ = f"{article.id}-{sha256(quote.encode()).hexdigest()[:5]}-{len(told) + 1}"
        news.add(
            article,
            Report(
                id_, relation.name, said, tuple(names[:1]), tuple(names[1:]), period, quote, 0, len(quote), "made", 0.8,
                place=city.name if city else None, place_country=city.country if city else None, topics=topics,
                claimed_by=who[0].name if chance.random() < 0.2 else None,
            ),
        )  # fmt: skip
        told.append(id_)
    contact = Contact(
        id=told[0], label="", relation=relation.name, status=status, roles=tuple(roles), period=period,
        place=None if to_place else city, destination=city if to_place else None, topics=topics,
        sources=len(outlets), confidence=round(chance.uniform(0.5, 1), 2), reports=tuple(told),
        announced_in=tuple(told[:1]) if announced else (),
    )  # fmt: skip
    return replace(contact, label=label_of(contact, actors))


def _others(world: World, who: list[Actor]) -> list[Actor]:
    while (other := world.actor()) in who:
        pass
    return [other]


def _few(chance: random.Random) -> int:
    """A number from one on, seldom a large one."""
    count = 1
    while chance.random() < 0.3 and count < 12:
        count += 1
    return count


def make(folder: Path, contacts: int, seed: int = 1) -> None:
    """Makes a store of so many contacts in an empty folder."""
    with open_writer(folder, "benchmark"):
        pass
    engine = pyoxigraph.Store(str(folder / "live"))
    engine.bulk_extend(quads(contacts, seed))
    engine.optimize()
    del engine
    with open_writer(folder, "benchmark") as store:
        store.publish(at_once=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Makes a store for benchmarks.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--contacts", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    make(given.folder, given.contacts, given.seed)


if __name__ == "__main__":
    main()
