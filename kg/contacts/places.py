"""Places of contacts: one id for a place, whatever spelling tells it."""

from functools import lru_cache
from hashlib import sha256

from kg.actors.slugs import slug
from kg.gazetteer import City, gazetteer
from kg.model import Place


@lru_cache(maxsize=50_000)
def place(name: str, country: str | None = None) -> Place:
    """The place of this name, with the gazetteer's spelling where it knows it ("Kiev" → "Kyiv").

    The id takes the country's code along where the largest city of that name lies elsewhere: "tripoli-lb".
    """
    city = gazetteer().city(name, country)
    if city is not None:
        code = f"-{city.country.lower()}" if _larger_elsewhere(city) else ""
        return Place(slug(city.name) + code, city.name, city.country)
    return _unknown(name, country)


def _unknown(name: str, country: str | None) -> Place:
    """A place with an id for each way to write it and each country told, so that no id has two names."""
    plain = slug(name)
    written = "" if plain.replace("-", " ").title() == name else "-" + sha256(name.encode()).hexdigest()[:4]
    return Place(plain + written + (f"-{country.lower()}" if country else ""), name, country)


def _larger_elsewhere(city: City) -> bool:
    """Whether a larger city of another country has the same plain id ("San Pedro" for "San-Pédro")."""
    plain = slug(city.name)
    larger = (gazetteer().city(form) for form in (city.name, plain.replace("-", " ")))
    return any(one and one.country != city.country and slug(one.name) == plain for one in larger)


def country_as_place(name: str, code: str | None) -> Place:
    """A country as the destination of a visit; its id is its code."""
    code = code or gazetteer().country_of_name(name)
    found = gazetteer().country(code) if code else None
    if code is None:
        return _unknown(name, None)
    return Place(code, found.name if found else name, code)


def is_country(of: Place) -> bool:
    """Whether a place is a whole country."""
    return of.country is not None and of.id == of.country
