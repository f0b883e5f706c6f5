"""Who headed which international organisation when, from `ontology/actors/heads.toml`.

    body_of("NATO secretary general")                       "NATO"
    heads().who(HEAD, "NATO", date(2023, 5, 1))             Jens Stoltenberg

Terms are `Holding`s whose `country` is the organisation's name.
"""

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

from kg.actors.slugs import slug
from kg.errors import DataError
from kg.extraction.bodies import known_bodies
from kg.office_holders import Holder, Holders, Holding, holders
from kg.offices import OfficeName, bare_office
from kg.resources import ontology_folder

HEAD: Final[OfficeName] = "head_of_organization"
_ANY_TITLE: Final = ("head", "chief", "leader")
_SOURCES: Final = ("general knowledge",)
_KEYS: Final = {"names", "titles", "phrases", "terms"}


@cache
def heads() -> Holders:
    """All terms, read once.

    Raises:
        DataError: an entry of the file is not as it must be.
    """
    return Holders(term for name, entry in _bodies().items() for term in _terms(name, entry))


def body_of(text: str, body: str | None = None) -> str | None:
    """The organisation whose head a phrase means.

    Args:
        text: "NATO secretary general", "head of the IMF", or the title alone where `body` is told.
        body: name of an organisation.
    """
    plain = bare_office(text)
    if found := _phrases().get(plain):
        return found
    return _phrases().get(f"{plain} of {bare_office(body)}") if body else None


def names_of(name: str) -> tuple[str, ...]:
    """Other names of an organisation that this file alone has."""
    return tuple(_bodies().get(name, {}).get("names", ()))


@cache
def bodies() -> tuple[str, ...]:
    """Names of the organisations whose heads are known."""
    return tuple(_bodies())


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((ontology_folder() / "actors" / "heads.toml").read_text(encoding="utf-8"))


@cache
def _bodies() -> Mapping[str, Mapping[str, Any]]:
    found = {name: entry for name, entry in _file().items() if isinstance(entry, dict) and name != "people"}
    for name, entry in found.items():
        if unknown := set(entry) - _KEYS:
            raise DataError(f"heads.toml: [{name}] has unknown keys: {', '.join(sorted(unknown))}")
    return found


def _terms(body: str, entry: Mapping[str, Any]) -> Iterator[Holding]:
    until = date.fromisoformat(_file()["known_until"])
    for name, start, end in entry["terms"]:
        yield Holding(_person(name), HEAD, body, start, end or None, None if end else until, _SOURCES, unchecked=True)


def _person(name: str) -> Holder:
    if (country := _file()["people"].get(name)) is None:
        return Holder(slug(name), name)
    found = {term.person for term in holders().named(name) if term.country == country}
    if len(found) != 1:
        raise DataError(f"heads.toml: {len(found)} persons named {name} held an office of {country}")
    return found.pop()


@cache
def _phrases() -> Mapping[str, str]:
    found: dict[str, str] = {}
    aliases = {body.name: body.names for body in known_bodies()}
    for body, entry in _bodies().items():
        found.update(dict.fromkeys(map(bare_office, entry.get("phrases", ())), body))
        for name in {bare_office(each) for each in (body, *aliases.get(body, ()), *entry.get("names", ()))}:
            for title in (*entry["titles"], *_ANY_TITLE):
                found.update(dict.fromkeys((f"{title} of {name}", f"{title} of the {name}", f"{name} {title}"), body))
    return found
