"""Organisations and groups by every name that news gives them, from `ontology/actors/organisations.toml`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.errors import DataError
from kg.extraction.lexicon import check_keys
from kg.gazetteer import fold
from kg.resources import ontology_folder

BodyType = Literal["organization", "group"]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation or group; `country` is the ISO code of where it belongs, None for international ones."""

    name: str
    type: BodyType
    country: str | None
    names: tuple[str, ...]


@cache
def known_bodies() -> tuple[Body, ...]:
    """Every body of the file, read once.

    Raises:
        DataError: an entry has an unknown key or type.
    """
    path = ontology_folder() / "actors" / "organisations.toml"
    found = []
    for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
        check_keys(entry, {}, {"names": list, "type": str, "country": str}, f"{path.name}: [{name}]")
        match entry.get("type", "organization"):
            case "organization":
                kind: BodyType = "organization"
            case "group":
                kind = "group"
            case other:
                raise DataError(f"{path.name}: [{name}] has type “{other}”, not organization or group")
        found.append(Body(name, kind, entry.get("country"), tuple(entry.get("names", ()))))
    return tuple(found)


@cache
def bodies_by_form() -> Mapping[str, Body]:
    """Every body by each of its names, folded."""
    return {fold(form): body for body in known_bodies() for form in (body.name, *body.names)}
