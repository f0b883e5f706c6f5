"""Words of names as `ontology/actors/names.toml` has them: particles, titles, variants, successors."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kg.errors import DataError
from kg.resources import ontology_folder


@dataclass(frozen=True, slots=True)
class Words:
    """The tables of `names.toml`; each attribute is explained there.

    Attributes:
        given_variants, surname_variants, han_readings: a name → the rows it stands in; names that share one are one.
        successors: a state that is no more → the codes its people may have now.
    """

    particles: frozenset[str]
    english: frozenset[str]
    given_in_english: frozenset[str]
    patronymic: frozenset[str]
    dynasties: frozenset[str]
    titles: frozenset[str]
    titles_of_given_names: frozenset[str]
    suffixes: frozenset[str]
    numerals: frozenset[str]
    family_first: frozenset[str]
    family_names: frozenset[str]
    father_behind: frozenset[str]
    double_surnames: frozenset[str]
    given_variants: Mapping[str, frozenset[int]]
    surname_variants: Mapping[str, frozenset[int]]
    first_family_names: frozenset[str]
    han_readings: Mapping[str, frozenset[int]]
    common_names: frozenset[str]
    arab_given_names: frozenset[str]
    common_bodies: frozenset[str]
    successors: Mapping[str, frozenset[str]]
    organisation_words: Mapping[str, str]


def _rows(table: Iterable[Iterable[str]]) -> dict[str, frozenset[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for number, row in enumerate(table):
        for name in row:
            rows[name].add(number)
    return {name: frozenset(numbers) for name, numbers in rows.items()}


@cache
def words() -> Words:
    """Reads `names.toml` once.

    Raises:
        DataError: a table is missing or unknown; the message names it.
    """
    path = ontology_folder() / "actors" / "names.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    expected = {field.name for field in fields(Words)}
    if wrong := sorted(expected ^ set(data)):
        raise DataError(f"{path.name}: tables missing or unknown: {', '.join(wrong)}")
    plain = expected - {"given_variants", "surname_variants", "han_readings", "successors", "organisation_words"}
    return Words(
        **{name: frozenset(data[name]) for name in plain},
        given_variants=_rows(data["given_variants"]),
        surname_variants=_rows(data["surname_variants"]),
        han_readings=_rows(data["han_readings"]),
        successors={state: frozenset(codes) for state, codes in data["successors"].items()},
        organisation_words=data["organisation_words"],
    )
