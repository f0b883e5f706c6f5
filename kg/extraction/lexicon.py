"""Reads `ontology/lexicon/`: words of office, of status, and the frames of each relation.

The reader is strict: an unknown key or a wrong type is named with file and key, so that someone who knows
diplomacy and no Python can extend the files.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.resources import ontology_folder


def lexicon_folder(language: str = "en") -> Path:
    """The folder of one language's files."""
    return ontology_folder() / "lexicon" / language


def read_table(path: Path, required: Mapping[str, type], optional: Mapping[str, type] | None = None) -> dict[str, Any]:
    """A TOML file whose keys and their types are as told.

    Raises:
        DataError: not TOML, or a key is missing, unknown or of another type; names file and key.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as fault:
        raise DataError(f"{path.name}: {fault}") from fault
    check_keys(data, required, optional or {}, path.name)
    return data


def check_keys(data: Mapping[str, Any], required: Mapping[str, type], optional: Mapping[str, type], where: str) -> None:
    """Refuses a mapping whose keys or types are not as told.

    Raises:
        DataError: naming `where` and the key.
    """
    known = {**required, **optional}
    for key, value in data.items():
        if key not in known:
            raise DataError(f"{where}: unknown key “{key}”", f"Known keys: {', '.join(sorted(known))}")
        if not isinstance(value, known[key]):
            raise DataError(f"{where}: “{key}” must be a {known[key].__name__}")
    for key in required:
        if key not in data:
            raise DataError(f"{where}: “{key}” is missing")


@dataclass(frozen=True, slots=True)
class Offices:
    """`offices.toml`: see the comments there. Words are in lower case."""

    heads: frozenset[str]
    modifiers: frozenset[str]
    portfolios: frozenset[str]
    abbreviations: Mapping[str, str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    officials: frozenset[str]
    bodies: frozenset[str]
    common_bodies: frozenset[str]
    groups: frozenset[str]
    fighters: frozenset[str]
    things: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    descriptions: Mapping[str, tuple[str, ...]]

    def class_of(self, office: str) -> str:
        """The class of an office ("minister for foreign affairs" → "foreign minister"), else the office itself."""
        for name, forms in self.classes.items():
            if any(office == form or office.endswith(" " + form) or office.startswith(form) for form in forms):
                return name
        return office

    def fits(self, description: str, office: str) -> bool:
        """Whether a person of this office can be called by that description ("leader", "minister")."""
        if not office:
            return False
        wanted, has = self.class_of(description), self.class_of(office)
        if wanted == has or description in office:
            return True
        return any(form == has or form in office for form in self.descriptions.get(description, ()))


@cache
def offices(language: str = "en") -> Offices:
    """The words of office of one language, read once.

    Raises:
        DataError: the file is not as its reader wants it.
    """
    lists = (
        "heads",
        "modifiers",
        "portfolios",
        "honorifics",
        "particles",
        "officials",
        "bodies",
        "common_bodies",
        "groups",
        "fighters",
        "things",
    )
    data = read_table(
        lexicon_folder(language) / "offices.toml",
        dict.fromkeys(lists, list) | dict.fromkeys(("abbreviations", "classes", "descriptions"), dict),
    )
    return Offices(
        **{name: frozenset(data[name]) for name in lists},
        abbreviations=data["abbreviations"],
        classes={name: tuple(forms) for name, forms in data["classes"].items()},
        descriptions={name: tuple(forms) for name, forms in data["descriptions"].items()},
    )


@dataclass(frozen=True, slots=True)
class Pronouns:
    """`pronouns.toml`: see the comments there. Words are in lower case."""

    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    i: frozenset[str]
    we: frozenset[str]
    relative: frozenset[str]
    persons: frozenset[str]
    states: frozenset[str]
    describing: frozenset[str]
    definite: frozenset[str]
    women: frozenset[str]
    names_of_women: frozenset[str]
    numbers: Mapping[str, int]


@cache
def pronouns(language: str = "en") -> Pronouns:
    """Pronouns and plural descriptions of one language, read once.

    Raises:
        DataError: the file is not as its reader wants it.
    """
    singles = ("he", "she", "they", "it", "i", "we", "relative")
    lists = (*singles, "persons", "states", "describing", "definite", "women", "names_of_women")
    data = read_table(lexicon_folder(language) / "pronouns.toml", dict.fromkeys(lists, list) | {"numbers": dict})
    return Pronouns(**{name: frozenset(data[name]) for name in lists}, numbers=data["numbers"])


@cache
def irregular_forms(language: str = "en") -> Mapping[str, tuple[str, ...]]:
    """Past forms of irregular verbs: "meet" → ("met",).

    Raises:
        DataError: the file is not as its reader wants it.
    """
    table = read_table(lexicon_folder(language) / "inflections.toml", {"irregular": dict})["irregular"]
    return {verb: tuple(forms) for verb, forms in table.items()}


@cache
def fingerprint(language: str = "en") -> str:
    """Eight hex digits that change whenever a file of the lexicon does; part of `kg:extractedBy`."""
    digest = sha256()
    for path in sorted(lexicon_folder(language).glob("*.toml")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:8]
