"""Which two sides each contact joins: actors, or the countries they stand for."""

from dataclasses import dataclass

from kg.contacts.joins import joins
from kg.errors import ExportError
from kg.export.material import Material
from kg.export.periods import day_of, period_name
from kg.gazetteer import gazetteer
from kg.model import Contact, Place

UNITS = ("actor", "country")


@dataclass(frozen=True, slots=True)
class Side:
    """An actor, or a country by its ISO 3166-1 alpha-3 code."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two sides of a contact, the smaller key first."""

    one: Side
    other: Side


def alpha3(code: str | None) -> str:
    """ISO 3166-1 alpha-3 of an alpha-2 code; empty where there is none."""
    country = gazetteer().country(code) if code else None
    return country.alpha3 if country else ""


def dyads(contact: Contact, material: Material) -> list[Dyad]:
    """Each two sides once, however many people they send; in order.

    Between countries a visit to a place counts as one to its country. What stays inside one country, and actors of
    none, have no part in it.
    """
    unit = material.asked.unit
    if unit not in UNITS:
        raise ExportError(f"there is no unit “{unit}”", f"Units: {', '.join(UNITS)}")
    found = set()
    for join in joins(contact):
        ends = [_side(join.one, material), _side(join.other, material)]
        if None not in ends and ends[0] != ends[1]:
            found.add(Dyad(*sorted((end for end in ends if end), key=lambda side: side.key)))
    return sorted(found, key=lambda dyad: (dyad.one.key, dyad.other.key))


def counted_in(contact: Contact, material: Material) -> str | None:
    """The name of the period a contact is counted in; None where its date is too wide."""
    day = day_of(contact.period, material.asked.every)
    return period_name(day, material.asked.every) if day else None


def _side(end: str | Place, material: Material) -> Side | None:
    if material.asked.unit == "country":
        code = end.country if isinstance(end, Place) else material.actor(end).country
        country = gazetteer().country(code) if code else None
        return Side(country.alpha3, country.name) if country and country.alpha3 else None
    return None if isinstance(end, Place) else Side(end, material.actor(end).name)
