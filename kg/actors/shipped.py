"""Builds `ontology/actors/countries.ttl` and `organisations.ttl`: what is known of them, for people and other tools.

    python -m kg.actors.shipped

kg reads the libraries and TOML files from which these are made; the same data give the same files, byte for byte.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from kg.actors.heads import HEAD, heads
from kg.actors.known import known_actors
from kg.actors.ministries import ministries, states
from kg.actors.slugs import slug
from kg.actors.turtle import block, day, text
from kg.gazetteer import Country, fold, gazetteer
from kg.model import Actor
from kg.office_holders import Holding
from kg.resources import ontology_folder

_HEAD: Final = """# Built by `make actors`, never by hand: corrections stand in {}. Sources: SOURCES.md.
@prefix act:  <https://w3id.org/contact-kg/actor/> .
@prefix c:    <https://w3id.org/contact-kg/country/> .
@prefix dct:  <http://purl.org/dc/terms/> .
@prefix kg:   <https://w3id.org/contact-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix term: <https://w3id.org/contact-kg/term/> .
@prefix xsd:  <http://www.w3.org/2001/XMLSchema#> .
"""
_LIBRARY: Final = "countryinfo"
_GENERAL: Final = "general knowledge"
_CLASSES: Final = {"organization": "kg:Organization", "group": "kg:Group"}
Facts = Iterator[tuple[str, str]]


def files() -> Mapping[str, str]:
    """The files to stand in `ontology/actors/`, by name."""
    countries = sorted(gazetteer().countries.values(), key=lambda country: country.code)
    governments = {actor.country: actor for actor in known_actors() if actor.type == "country"}
    of_state: dict[str | None, list[str]] = defaultdict(list)
    for office, actor in ministries():
        of_state[actor.country].append(block(f"act:{actor.id}", _ministry(actor, office)))
    blocks = []
    for country in countries:
        blocks.append(block(f"c:{country.code}", _territory(country)))
        government = governments[country.code]
        blocks += [block(f"act:{government.id}", _government(government)), *of_state[country.code]]
    return {
        "countries.ttl": "\n".join([_HEAD.format("countries.toml and states.toml"), *blocks]),
        "organisations.ttl": "\n".join([_HEAD.format("organisations.toml and heads.toml"), *_organisations()]),
    }


def _organisations() -> Iterator[str]:
    ministry = {actor.id for _, actor in ministries()}
    headed = {slug(term.country) for term in heads().all}
    for actor in known_actors():
        if actor.type in _CLASSES and actor.id not in ministry:
            yield block(f"act:{actor.id}", _organisation(actor, actor.id in headed))
    people = {term.person.id: term.person.name for term in heads().all}
    for id_, name in sorted(people.items()):
        yield block(f"act:{id_}", iter([("a", "kg:Person"), ("rdfs:label", text(name))]))
    for term in heads().all:
        yield block(f"term:{term.person.id}-{slug(term.country)}-{term.start}", _term(term))


def _territory(country: Country) -> Facts:
    yield "a", "kg:Country"
    yield "rdfs:label", text(country.name)
    yield "kg:alpha2", text(country.code)
    yield "kg:alpha3", text(country.alpha3)
    yield from _listed("skos:altLabel", (name for name in country.names if not _is_weak(name)))
    words = (country.name, *country.names, *country.adjectives, country.capital, *country.seats)
    yield from _listed("kg:weakName", (word for word in dict.fromkeys(words) if word and _is_weak(word)))
    yield from _listed("kg:demonym", iter(country.adjectives))
    if country.capital:
        yield "kg:capital", text(country.capital)
    yield from _listed("kg:seatOfPower", iter(country.seats))
    yield "dct:source", f"{text(_LIBRARY)}, {text(_GENERAL)}"


def _government(actor: Actor) -> Facts:
    yield "a", "kg:CountryActor"
    yield "rdfs:label", text(actor.name)
    yield from _of_country(actor)


def _ministry(actor: Actor, office: str) -> Facts:
    yield "a", "kg:Organization"
    yield from _names(actor)
    yield "kg:headedBy", f"kg:{office}"
    yield from _of_country(actor)
    yield "dct:source", text(_GENERAL)


def _organisation(actor: Actor, headed: bool) -> Facts:
    yield "a", _CLASSES[actor.type]
    yield from _names(actor)
    if headed:
        yield "kg:headedBy", f"kg:{HEAD}"
    if actor.country:
        yield "kg:country", f"c:{actor.country}"
    yield "dct:source", text(_GENERAL)


def _term(term: Holding) -> Facts:
    yield "a", "kg:Term"
    yield "rdfs:label", text(f"{term.person.name}, head of {term.country}")
    yield "kg:holder", f"act:{term.person.id}"
    yield "kg:office", f"kg:{HEAD}"
    yield "kg:headed", f"act:{slug(term.country)}"
    yield "kg:termStart", day(term.start)
    if term.end:
        yield "kg:termEnd", day(term.end)
    if term.known_until:
        yield "kg:knownUntil", day(term.known_until.isoformat())
    yield "kg:termSource", ", ".join(map(text, term.sources))
    yield "kg:unchecked", "true"


def _names(actor: Actor) -> Facts:
    yield "rdfs:label", text(actor.name)
    others = [name for name in dict.fromkeys(actor.names) if name != actor.name]
    yield from _listed("skos:altLabel", (name for name in others if not _is_weak(name)))
    yield from _listed("kg:weakName", filter(_is_weak, others))


def _of_country(actor: Actor) -> Facts:
    yield "kg:country", f"c:{actor.country}"
    yield "kg:represents", f"c:{actor.country}"


def _listed(name: str, words: Iterator[str]) -> Facts:
    if told := ", ".join(map(text, words)):
        yield name, told


def _is_weak(word: str) -> bool:
    """Whether a word means several: two countries, two organisations, or what `states.toml` lists."""
    return len(_meanings().get(_plain(word), ())) > 1


@cache
def _meanings() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for country in gazetteer().countries.values():
        for word in (country.name, *country.names, *country.adjectives, country.capital, *country.seats):
            found[_plain(word)].add(country.code)
    for actor in known_actors():
        if actor.type in _CLASSES:
            for word in (actor.name, *actor.names):
                found[_plain(word)].add(actor.country or actor.id)
    for word in states()["weak_names"]:
        found[_plain(word)].add("something else")
    return {word: frozenset(meant) for word, meant in found.items()}


def _plain(word: str) -> str:
    return fold(word).removeprefix("the ")


if __name__ == "__main__":
    for name, told in files().items():
        (ontology_folder() / "actors" / name).write_text(told, encoding="utf-8")
        print(f"{name}: {told.count(' a kg:')} nodes")
