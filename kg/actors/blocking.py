"""Which named actors are compared at all: those that share a key."""

import re
from functools import lru_cache
from typing import Final

from kg.actors.likeness import phones
from kg.actors.names import PersonName, acronym, organisation_name, person_name
from kg.actors.scripts import Script, script_of
from kg.actors.spelling import surname_rows
from kg.actors.words import words
from kg.model import NamedActor
from kg.offices import Office, office_of

_SILENT = re.compile("[aeiouh]|^[jy](?=[aeiou])")
"""Vowels, and what stands for one or for nothing: "Jelzin", "Eltsin"."""
_WAW = str.maketrans("", "", "wv")
"""What an abjad writes for vowels."""
_ONE_SOUND = str.maketrans("bdgqzSCJjfv", "ptkkssssspp")
_FEW = 2
"""Consonants below which a surname is told by its vowels."""
OFFICE: Final = "office "
BORNE: Final = "named in "
"""How the keys of offices begin, and those by which their bearers are found."""


def block_keys(named: NamedActor) -> tuple[str, ...]:
    """The keys of a named actor; named actors that share none are never compared.

    Each has exactly one, so a block is closed: who is who in it depends on nothing outside. A person's is the
    consonants of the surname, in whatever script it stands, an organisation's the initials of its name, a
    country's its code. An office whose holder is not named has the office's. A place has none.
    """
    match named.type:
        case "place":
            return ()
        case "person" if office := unnamed_office(named):
            return (office_key(office),)
        case "person":
            return (f"person {_surname(person_name(named.name, named.country), script_of(named.name))}",)
        case "country":
            return (f"country {named.country or organisation_name(named.name)}",)
        case _:
            return (f"body {acronym(organisation_name(named.name))}",)


def index_keys(named: NamedActor) -> tuple[str, ...]:
    """The keys by which a store finds a named actor: that of its block, and that of the office it is named with."""
    borne = office_borne(named)
    return (*block_keys(named), f"{BORNE}{office_key(borne)}") if borne else block_keys(named)


def office_key(office: Office) -> str:
    """The key of the block of an office whose holder is not named."""
    return f"{OFFICE}{office.name} {office.country}"


def unnamed_office(named: NamedActor) -> Office | None:
    """The office that stands in the place of a person's name: "Foreign minister of Tuvalu"."""
    if named.type != "person" or " of " not in named.name:
        return None
    return _held_by_one(office_of(named.name))


def office_borne(named: NamedActor) -> Office | None:
    """The office with which an article names a person."""
    if named.type != "person" or not named.office or not named.country or unnamed_office(named):
        return None
    return _held_by_one(office_of(named.office, named.country))


def _held_by_one(office: Office | None) -> Office | None:
    return office if office and office.country and not office.generic else None


@lru_cache(maxsize=200_000)
def _surname(name: PersonName, script: Script) -> str:
    """The consonants of a surname, near ones as one: "lavrov", "lawrow" and "lafrwf" are one."""
    if name.key in words().family_names:
        rows = words().han_readings.get(name.key)
        return min(other for other, of in words().han_readings.items() if of & rows) if rows else name.key
    told = name.key if surname_rows(name.surname) else name.surname
    if script == "abjad":
        told = told.translate(_WAW)
    consonants = _SILENT.sub("", phones(told)).translate(_ONE_SOUND)
    return consonants if len(consonants) >= _FEW else name.key
