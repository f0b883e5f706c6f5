"""Foreign and defence ministries of all states, by the names that news gives them."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from kg.actors.slugs import slug
from kg.gazetteer import Country, gazetteer
from kg.model import Actor
from kg.offices import OfficeName
from kg.resources import ontology_folder

KINDS: Final[dict[OfficeName, tuple[str, ...]]] = {
    "foreign_minister": ("Foreign Ministry", "Ministry of Foreign Affairs"),
    "defence_minister": ("Defense Ministry", "Defence Ministry", "Ministry of Defense", "Ministry of Defence"),
}
"""Who leads it → what the ministry is called, the first form most often."""


def ministries() -> Iterator[tuple[OfficeName, Actor]]:
    """Each with the office that leads it. A ministry is a country's adjective's, unless two states share the word."""
    shared = Counter(
        _adjective(country) for country in gazetteer().countries.values() if _has(country, "foreign_minister")
    )
    for office, kinds in KINDS.items():
        for code, country in sorted(gazetteer().countries.items()):
            if _has(country, office):
                adjective = _adjective(country)
                names = [f"{adjective} {kind}" for kind in kinds]
                of = [f"{kind} of {country.name}" for kind in kinds]
                own, *others = of + names if shared[adjective] > 1 else names + of
                yield office, Actor(slug(own), own, "organization", code, tuple(others), known=True)


def _has(country: Country, office: OfficeName) -> bool:
    without = states()["territories"] + (states()["no_defence"] if office == "defence_minister" else [])
    return country.code not in without


def _adjective(country: Country) -> str:
    return (country.adjectives or (country.name,))[0]


@cache
def states() -> dict[str, Any]:
    """What `states.toml` tells, read once."""
    return tomllib.loads((ontology_folder() / "actors" / "states.toml").read_text(encoding="utf-8"))
