"""The table of weights as `ontology/actors/identity.toml` has it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from kg.errors import DataError
from kg.resources import ontology_folder


@dataclass(frozen=True, slots=True)
class Weights:
    """The tables of `identity.toml`; each attribute is explained there. Keys are names of evidence."""

    same_from: float
    different_below: float
    years_apart: int
    office_days: int
    office_days_one_side: int
    never: tuple[str, ...]
    strongest: Mapping[str, float]
    full_names: Mapping[str, Mapping[str, float]]
    circumstances: Mapping[str, float]


@cache
def weights() -> Weights:
    """Reads `identity.toml` once.

    Raises:
        DataError: a table is missing or unknown; the message names it.
    """
    path = ontology_folder() / "actors" / "identity.toml"
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    if wrong := sorted({field.name for field in fields(Weights)} ^ set(data)):
        raise DataError(f"{path.name}: tables missing or unknown: {', '.join(wrong)}")
    return Weights(**{**data, "never": tuple(data["never"])})
