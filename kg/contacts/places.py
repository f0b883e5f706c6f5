"""Places of contacts: one id for a place, whatever spelling tells it."""

from functools import lru_cache

from kg.actors.slugs import slug
from kg.gazetteer import fold, gazetteer
from kg.model import Place


@lru_cache(maxsize=50_000)
def place(name: str, country: str | None = None) -> Place:
    """The place of this name, with the gazetteer's spelling where it knows it ("Kiev" → "Kyiv").

    The id takes the country's code along where the largest city of that name lies elsewhere: "tripoli-lb".
    """
    known = gazetteer()
    city = known.city(name, country)
    if city is None:
        largest = known.city(name)
        code = f"-{country.lower()}" if country and largest and largest.country != country else ""
        return Place(slug(name) + code, name, country)
    largest = known.city(city.name)
    away = largest is not None and largest.country != city.country and fold(largest.name) == fold(city.name)
    return Place(slug(city.name) + (f"-{city.country.lower()}" if away else ""), city.name, city.country)


def country_as_place(name: str, code: str | None) -> Place:
    """A country as the destination of a visit; its id is its code."""
    code = code or gazetteer().country_of_name(name)
    found = gazetteer().country(code) if code else None
    if code is None:
        return Place(slug(name), name)
    return Place(code, found.name if found else name, code)


def is_country(of: Place) -> bool:
    """Whether a place is a whole country."""
    return of.country is not None and of.id == of.country
