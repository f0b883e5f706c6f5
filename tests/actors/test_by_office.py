from datetime import date

from kg.actors import known_actors, resolve
from kg.model import NamedActor

KNOWN = known_actors()


def denoted(name: str, country: str, day: date | None) -> tuple[str, str]:
    named = NamedActor("a" * 16 + "-123456", name, "person", country, "foreign minister", (name,))
    resolution = resolve([named], KNOWN, {"a" * 16: day})
    return resolution.actors[0].name, resolution.identities[0].because


def test_an_office_without_a_name_is_who_held_it_on_that_day() -> None:
    assert denoted("Foreign minister of Turkey", "TR", date(2015, 5, 1))[0] == "Mevlüt Çavuşoğlu"
    name, because = denoted("Foreign minister of Turkey", "TR", date(2024, 11, 30))
    assert name == "Hakan Fidan"
    assert "held the office on 2024-11-30" in because


def test_without_a_day_or_a_known_holder_the_office_stays_itself() -> None:
    assert denoted("Foreign minister of Turkey", "TR", None)[0] == "Foreign minister of Turkey"
    assert denoted("Foreign minister of Tuvalu", "TV", date(2024, 11, 30))[0] == "Foreign minister of Tuvalu"


def test_a_name_is_never_taken_for_an_office() -> None:
    assert denoted("Ana Mera", "CL", date(2024, 11, 30))[0] == "Ana Mera"
