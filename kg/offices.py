"""Which office of which country a phrase means: "Turkish foreign minister", "US secretary of state".

The words stand in `ontology/actors/offices.toml`.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal, get_args

from kg.errors import DataError
from kg.gazetteer import fold, gazetteer
from kg.resources import ontology_folder

OfficeName = Literal["head_of_state", "head_of_government", "foreign_minister", "defence_minister"]
OFFICES: Final[tuple[OfficeName, ...]] = get_args(OfficeName)


@dataclass(frozen=True, slots=True)
class Office:
    """An office; `country` is ISO 3166-1 alpha-2, or None where the phrase names none."""

    name: OfficeName
    country: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    """The table of words: phrase → its office and the countries in which it means that."""

    phrases: Mapping[str, tuple[OfficeName, frozenset[str]]]
    not_office: frozenset[str]
    passed_over: re.Pattern[str]
    pattern: re.Pattern[str]


def office_of(text: str, country: str | None = None) -> Office | None:
    """The office that a phrase means.

    Args:
        text: an office with its country before or behind, or without one; a name of `OFFICES` too.
        country: ISO 3166-1 alpha-2 code of the country where the phrase itself names none.

    Returns:
        None where the phrase means another office, a deputy's, or one that somebody left.
    """
    plain = re.sub(r"['’]s\b", "", fold(text.replace("_", " ").replace(",", " "))).strip(" .")
    if not (found := _words().pattern.fullmatch(plain.replace(".", ""))):
        return None
    office, only = _words().phrases[found["office"]]
    before = _words().passed_over.sub("", f"{found['before'] or ''} ").strip()
    told = {country_of(word) for word in (before, found["of"]) if word}
    if len(told) > 1 or None in told:
        return None
    of = next(iter(told), country.upper() if country else None)
    if only and not of and len(only) == 1:
        of = next(iter(only))
    return Office(office, of) if not only or of in only else None


def country_of(word: str) -> str | None:
    """The country of a name, an adjective or an ISO code; None for any other word."""
    if set(word.replace("-", " ").split()) & _words().not_office:
        return None
    table = gazetteer()
    return table.country_of_adjective(word) or table.country_of_name(word) or _country_of_code(word)


def _country_of_code(word: str) -> str | None:
    """ "TR", "tur" → "TR"; None for what is no ISO 3166-1 code."""
    code = word.upper()
    if len(code) == len("TUR"):
        return next((c.code for c in gazetteer().countries.values() if c.alpha3.upper() == code), None)
    return code if code in gazetteer().countries else None


@cache
def _words() -> _Words:
    path = ontology_folder() / "actors" / "offices.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := set(data) - {*OFFICES, "not_office", "passed_over"}:
        raise DataError(f"{path.name}: unknown keys: {', '.join(sorted(unknown))}")
    phrases: dict[str, tuple[OfficeName, frozenset[str]]] = {}
    for office in OFFICES:
        if unknown := set(data[office]) - {"phrases", "only"}:
            raise DataError(f"{path.name}: [{office}] has unknown keys: {', '.join(sorted(unknown))}")
        entries = {**dict.fromkeys(data[office]["phrases"], ()), **data[office].get("only", {})}
        for phrase, only in entries.items():
            phrases[phrase.replace(",", "")] = office, frozenset(only)
    either = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    passed = "|".join(map(re.escape, sorted(data["passed_over"], key=len, reverse=True)))
    return _Words(
        phrases=phrases,
        not_office=frozenset(data["not_office"]),
        passed_over=re.compile(rf"\b(?:{passed}) "),
        pattern=re.compile(rf"(?:(?P<before>.+?) )?(?P<office>{either})(?: (?:of|for) (?:the )?(?P<of>.+))?"),
    )
