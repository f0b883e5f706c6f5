"""Which office of which country a phrase means: "Turkish foreign minister", "US secretary of state".

The words stand in `ontology/actors/offices.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.gazetteer import fold, gazetteer
from kg.office_words import OFFICES, OfficeName, words

__all__ = ["OFFICES", "Office", "OfficeName", "bare_office", "country_of", "office_of"]

_MINISTER: Final = re.compile(r"(?:(?P<before>.+?) )?minister (?:of|for) (?:the )?(?P<rest>.+)")
_FORMS: Final = (
    "republic|kingdom|state|states|sultanate|emirate|principality|duchy|commonwealth|union|federation|dominion"
)
_FORM: Final = re.compile(rf"(?:[a-z' -]+ )?(?:{_FORMS})(?: of(?: the)?)?")
_STATE_OF: Final = re.compile(rf"(?:[a-z' -]+ )?(?:{_FORMS}) of (?:the )?(?P<of>.+)")
_STATE: Final = re.compile(
    r"(?P<adjective>[a-z-]+)(?: arab| democratic| islamic| people's)?"
    r" (?:republic|federation|confederation|kingdom|nation)"
)
_AFFAIRS: Final = ("affairs", "relations")
_GENERIC: Final = frozenset({"head of government", "head of the government"})
_LONGEST: Final = 200
"""Characters of the longest text that is looked at."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office.

    Attributes:
        country: ISO 3166-1 alpha-2, or None where the phrase names none.
        generic: told as the leader of the government, whatever the title: a president too.
    """

    name: OfficeName
    country: str | None
    generic: bool = False


@lru_cache(maxsize=4096)
def office_of(text: str, country: str | None = None) -> Office | None:
    """The office that a phrase means.

    Args:
        text: an office with its country before or behind, or without one; a name of `OFFICES` too.
        country: ISO 3166-1 alpha-2 code of the country where the phrase itself names none.

    Returns:
        None where the phrase means another office, a deputy's, or one that somebody left.
    """
    if len(text) > _LONGEST:
        return None
    plain = _plain(text)
    country = country.upper() if country else None
    return _by_phrase(plain.replace(",", ""), country) or _by_portfolio(plain, country) or _by_post(plain, country)


def bare_office(text: str) -> str:
    """A phrase for an office as it is compared: "the UN’s Secretary-General" → "un secretary-general"."""
    return words().passed_over.sub("", _plain(text).replace(",", ""))


def country_of(word: str) -> str | None:
    """The country of a name, an adjective or an ISO code; None for any other word."""
    if (meant := words().ambiguous.get(fold(word).removeprefix("the "))) is not None:
        return meant or None
    return _country(word) or words().countries.get(fold(word)) or _country_of_full_name(word)


def _country(word: str) -> str | None:
    table = gazetteer()
    return table.country_of_adjective(word) or table.country_of_name(word) or _country_of_code(word)


def _country_of_full_name(word: str) -> str | None:
    """ "Republic of Kosovo", "Commonwealth of Australia" → "XK", "AU"; "Tunisian Republic" → "TN"."""
    plain = fold(word)
    if "," in plain:  # "Korea, South", "Moldova, Republic of"
        first, _, then = plain.partition(",")
        return _country(f"{then.strip()} {first}") or (_country(first) if _FORM.fullmatch(then.strip()) else None)
    if found := _STATE_OF.fullmatch(plain):
        return _country(found["of"])
    if found := _STATE.fullmatch(plain):
        return gazetteer().country_of_adjective(found["adjective"])
    return None


def _country_of_code(word: str) -> str | None:
    """ "TR", "tur" → "TR"; None for what is no ISO 3166-1 code."""
    code = word.upper()
    if len(code) == len("TUR"):
        return next((c.code for c in gazetteer().countries.values() if c.alpha3.upper() == code), None)
    return code if code in gazetteer().countries else None


def _plain(text: str) -> str:
    plain = re.sub(r"['’]s?(?= |$)", "", fold(text.replace("_", " ").replace("&", " and ")))
    plain = re.sub(r"\s*,\s*", ", ", plain).replace(".", "").strip(" ,")
    if behind := re.fullmatch(r"(?P<office>.+?)(?: ?\((?P<of>[^()]+)\)|, (?P<then>[^,]+))", plain):
        of = behind["of"] or behind["then"]
        if not of.startswith("and ") and country_of(of):
            plain = f"{behind['office']} of {of}"
    return " ".join(words().beside.sub("", plain).split())


def _by_phrase(plain: str, country: str | None) -> Office | None:
    if not (found := words().pattern.fullmatch(plain)):
        return None
    name, only = words().phrases[found["office"]]
    if not (places := _told(found["before"], found["of"])):
        return None
    of = next(iter(places[0]), country)
    if only and not of and len(only) == 1:
        of = next(iter(only))
    if (only and of not in only) or (of and not words().fits_form(found["office"], of)):
        return None
    return Office(name, of, found["office"] in _GENERIC)


def _by_portfolio(plain: str, country: str | None) -> Office | None:
    """ "minister for europe, foreign affairs and trade of Ruritania"."""
    if not (found := _MINISTER.fullmatch(plain)):
        return None
    for portfolios, of in _readings(found["rest"]):
        parts = (portfolios, *_parts(portfolios))
        offices = {office for part in parts if (office := words().portfolios.get(part))}
        if len(offices) == 1 and (places := _told(found["before"], of)):
            return Office(offices.pop(), next(iter(places[0]), country))
    return None


def _by_post(plain: str, country: str | None) -> Office | None:
    """ "Permanent Representative of Japan to the United Nations"."""
    if not (found := words().ambassador.fullmatch(plain.replace(",", ""))):
        return None
    if not (places := _told(found["before"], found["of"] or found["then"])):
        return None
    return Office(words().where["un" if found["un"] else found["to"]], next(iter(places[0]), country))


def _told(before: str | None, of: str | None) -> tuple[frozenset[str]] | None:
    """The country told before or behind an office, if any; None where what stands there is no country or two."""
    bare = words().passed_over.sub("", f"{before or ''} ").strip()
    told = {country_of(word) for word in (bare, of) if word}
    if len(told) > 1 or None in told:
        return None
    return (frozenset(code for code in told if code),)


def _readings(rest: str) -> Iterator[tuple[str, str | None]]:
    """Ways to part what a minister is of from the country behind it; whole where no country is behind it."""
    start = 0
    while (at := rest.find(" of ", start)) >= 0:
        yield rest[:at], rest[at + len(" of ") :].removeprefix("the ")
        start = at + 1
    yield rest, None


def _parts(portfolios: str) -> list[str]:
    """ "foreign, commonwealth and development affairs" → foreign affairs, commonwealth affairs and so on."""
    parts = [part.strip().removeprefix("the ") for part in re.split(r",| and ", portfolios)]
    last = parts[-1].rpartition(" ")[2]
    if last in _AFFAIRS:
        parts = [part if " " in part or not part else f"{part} {last}" for part in parts]
    return [part for part in parts if part]
