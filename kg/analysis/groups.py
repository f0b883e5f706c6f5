"""Whom a contact joins, actor by actor or country by country."""

from collections.abc import Mapping
from typing import Final, Literal

from kg.analysis.network import actor_of, tied
from kg.model import Actor, Contact

By = Literal["country", "actor"]
BY: Final[tuple[By, ...]] = ("country", "actor")

NO_COUNTRY: Final = "no country"


def joined(contact: Contact, actors: Mapping[str, Actor], by: By) -> frozenset[tuple[str, str]]:
    """Each two that a contact joins, once, in order: ids of actors, or codes of countries ("" for none).

    Two of one country join it with itself.
    """
    pairs = tied(contact)
    if by == "actor":
        return pairs
    countries = {key: actor_of(key, actors).country or "" for pair in pairs for key in pair}
    return frozenset(
        (min(countries[one], countries[other]), max(countries[one], countries[other])) for one, other in pairs
    )


def name_of(key: str, actors: Mapping[str, Actor], by: By) -> str:
    """What an actor or country is called."""
    if by == "actor":
        return actor_of(key, actors).name
    from kg.gazetteer import gazetteer

    found = gazetteer().country(key) if key else None
    return found.name if found else key or NO_COUNTRY
