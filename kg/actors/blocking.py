"""Which named actors are compared at all: those that share a key."""

from kg.actors.names import acronym, organisation_name, person_name
from kg.model import NamedActor


def block_keys(named: NamedActor) -> tuple[str, ...]:
    """The keys of a named actor; named actors that share none are never compared.

    Each has exactly one, so a block is closed: who is who in it depends on nothing outside. A person's is the
    sound of the surname, an organisation's the initials of its name, a country's its code. A place has none.
    """
    match named.type:
        case "place":
            return ()
        case "person":
            return (f"person {person_name(named.name, named.country).key}",)
        case "country":
            return (f"country {named.country or organisation_name(named.name)}",)
        case _:
            return (f"body {acronym(organisation_name(named.name))}",)
