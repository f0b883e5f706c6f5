"""The words for offices, from `ontology/actors/offices.toml`."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Final, Literal, get_args

from kg.errors import DataError
from kg.resources import ontology_folder

__all__ = ["OFFICES", "OfficeName", "Words", "words"]

OfficeName = Literal[
    "head_of_state",
    "head_of_government",
    "foreign_minister",
    "defence_minister",
    "finance_minister",
    "interior_minister",
    "supreme_leader",
    "ambassador_to_the_united_nations",
    "ambassador_to_the_united_states",
    "head_of_organization",
]
OFFICES: Final[tuple[OfficeName, ...]] = get_args(OfficeName)[:-1]
"""Those that countries have."""
_AMBASSADORS: Final[tuple[OfficeName, ...]] = (
    "ambassador_to_the_united_nations",
    "ambassador_to_the_united_states",
)
_KEYS: Final = {
    *OFFICES,
    "not_office",
    "passed_over",
    "beside",
    "president_governs",
    "forms",
    "ambassadors",
    "countries",
    "ambiguous",
}


@dataclass(frozen=True, slots=True)
class Words:
    """The table of words; everything in lower case, without accents and commas.

    Attributes:
        phrases: phrase → its office and the countries in which alone it means that; none where it does anywhere.
        portfolios: what a minister is "of" or "for" → the office.
        not_office: words before an office that make it another one.
        passed_over: words before an office that change nothing.
        beside: "deputy prime minister and" before an office.
        pattern: a phrase with what stands before it and behind "of".
        ambassador: the same for ambassadors, with where they are.
        where: where an ambassador is → the office.
        countries: names of countries that offices alone have → code.
        ambiguous: words that several countries share → code of the one that is meant, "" where none is.
        governs: countries whose president leads the government, and since when where not always.
    """

    phrases: Mapping[str, tuple[OfficeName, frozenset[str]]]
    portfolios: Mapping[str, OfficeName]
    not_office: frozenset[str]
    passed_over: re.Pattern[str]
    beside: re.Pattern[str]
    pattern: re.Pattern[str]
    ambassador: re.Pattern[str]
    where: Mapping[str, OfficeName]
    countries: Mapping[str, str]
    ambiguous: Mapping[str, str]
    governs: Mapping[str, date]
    monarchies: frozenset[str]
    president_too: frozenset[str]
    of_monarchs: frozenset[str]
    of_presidents: frozenset[str]

    def fits_form(self, phrase: str, country: str) -> bool:
        """Whether a state of that form has such an office: Spain has no president, France no king."""
        if phrase in self.of_monarchs:
            return country in self.monarchies
        if phrase in self.of_presidents:
            return country not in self.monarchies or country in self.president_too
        return True


@cache
def words() -> Words:
    """Reads the table once.

    Raises:
        DataError: it has a key its reader does not know.
    """
    path = ontology_folder() / "actors" / "offices.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    _check(path.name, data)
    phrases: dict[str, tuple[OfficeName, frozenset[str]]] = {}
    for office in OFFICES:
        entry = data.get(office, {})
        for phrase, only in (*((phrase, ()) for phrase in entry.get("phrases", ())), *entry.get("only", {}).items()):
            phrases[phrase.replace(",", "")] = office, frozenset(only)
    ambassadors, forms, governs = data["ambassadors"], data["forms"], data["president_governs"]
    where = {place: office for office in _AMBASSADORS for place in ambassadors[office]}
    behind = r"(?: (?:of|for) (?:the )?(?P<{}>.+))?"
    return Words(
        phrases=phrases,
        portfolios={name: office for office in OFFICES for name in data.get(office, {}).get("portfolios", ())},
        not_office=frozenset(data["not_office"]),
        passed_over=re.compile(rf"\b(?:{_either(data['passed_over'])}) "),
        beside=re.compile(rf"(?:\b(?:{_either(data['beside'])}) and )"),
        pattern=re.compile(rf"(?:(?P<before>.+?) )?(?P<office>{_either(phrases)})" + behind.format("of")),
        ambassador=re.compile(
            rf"(?:(?P<before>.+?) )??(?:(?P<un>un) ambassador|(?:{_either(ambassadors['ranks'])})"
            rf"(?: of (?:the )?(?P<of>.+?))? (?:to|at|in) (?:the )?(?P<to>{_either(where)}))" + behind.format("then")
        ),
        where=where,
        countries=data["countries"],
        ambiguous=data["ambiguous"],
        governs={
            **dict.fromkeys(governs["always"], date.min),
            **{country: date.fromisoformat(day) for country, day in governs["since"].items()},
        },
        monarchies=frozenset(forms["monarchies"]),
        president_too=frozenset(forms["president_too"]),
        of_monarchs=frozenset(forms["of_monarchs"]),
        of_presidents=frozenset(forms["of_presidents"]),
    )


def _either(found: Iterable[str]) -> str:
    """The longest first; "president of the republic of the Congo" is a president of the Republic of the Congo."""
    ordered = sorted(found, key=len, reverse=True)
    return "|".join(re.escape(each) + ("(?! of )" if each.endswith("republic") else "") for each in ordered)


def _check(name: str, data: Mapping[str, Any]) -> None:
    known: dict[str, set[str]] = {
        **{office: {"phrases", "only", "portfolios"} for office in OFFICES},
        "president_governs": {"always", "since"},
        "forms": {"monarchies", "president_too", "of_monarchs", "of_presidents"},
        "ambassadors": {*_AMBASSADORS, "ranks"},
    }
    for unknown in _unknown(data, _KEYS):
        raise DataError(f"{name}: unknown keys: {unknown}")
    for key, of_it in known.items():
        for unknown in _unknown(data.get(key, {}), of_it):
            raise DataError(f"{name}: [{key}] has unknown keys: {unknown}")


def _unknown(data: Mapping[str, Any], known: set[str]) -> Iterator[str]:
    if unknown := set(data) - known:
        yield ", ".join(sorted(unknown))
