from datetime import date, timedelta

import pytest

from kg.actors import known_actors, resolve
from kg.model import NamedActor

KNOWN = known_actors()
DAY = date(2024, 3, 4)


def one(article: str, name: str, office: str = "foreign minister", country: str = "TV") -> NamedActor:
    return NamedActor(f"{article}-{len(name):06}", name, "person", country, office, (name,))


def told(*named: tuple[NamedActor, int]) -> dict[str, tuple[str, str]]:
    """Article → the name of who it tells of, and why, for named actors of articles so many days after the first."""
    days = {actor.article: DAY + timedelta(days=days) for actor, days in named}
    resolution = resolve([actor for actor, _ in named], KNOWN, days)
    names = {actor.id: actor.name for actor in resolution.actors}
    return {each.named.partition("-")[0]: (names[each.actor], each.because) for each in resolution.identities}


OFFICE = one("a", "Foreign minister of Tuvalu")
TENIKO = one("b", "Lomalu Teniko")


def test_an_office_is_filled_by_who_is_named_in_it_around_that_time() -> None:
    name, because = told((OFFICE, 0), (TENIKO, 63))["a"]
    assert name == "Lomalu Teniko"
    assert "“Lomalu Teniko”" in because
    assert "2024-05-06" in because


@pytest.mark.parametrize("days", [-400, -300, 300, 400])
def test_far_from_the_day_on_one_side_it_stays_an_office(days: int) -> None:
    assert told((OFFICE, 0), (TENIKO, days))["a"][0] == "Foreign minister of Tuvalu"


def test_within_a_year_on_both_sides_it_is_filled() -> None:
    assert told((OFFICE, 0), (TENIKO, -300), (one("c", "Lomalu Teniko"), 300))["a"][0] == "Lomalu Teniko"


@pytest.mark.parametrize(
    "other",
    [one("c", "Ana Falefou"), one("c", "Falefou", "acting foreign minister"), one("c", "Ana Falefou", "top diplomat")],
)
def test_two_who_are_named_in_an_office_around_that_time_fill_it_neither(other: NamedActor) -> None:
    assert told((OFFICE, 0), (TENIKO, 10), (other, 200))["a"][0] == "Foreign minister of Tuvalu"


@pytest.mark.parametrize(
    "bearer",
    [
        one("b", "Lomalu Teniko", "former foreign minister"),
        one("b", "Lomalu Teniko", "deputy foreign minister"),
        one("b", "Lomalu Teniko", "defence minister"),
        one("b", "Lomalu Teniko", "foreign minister", "TO"),
        one("b", "Teniko"),
        one("a", "Lomalu Teniko"),
    ],
    ids=["former", "deputy", "another office", "another country", "a surname alone", "the same article"],
)
def test_others_do_not_fill_it(bearer: NamedActor) -> None:
    resolution = resolve([OFFICE, bearer], KNOWN, {"a": DAY, "b": DAY + timedelta(days=10)})
    assert len({each.actor for each in resolution.identities}) == 2


def test_without_a_day_nobody_fills_it() -> None:
    resolution = resolve([OFFICE, TENIKO], KNOWN, {"a": None, "b": DAY})
    assert len({each.actor for each in resolution.identities}) == 2


def test_who_is_known_to_have_held_it_goes_before() -> None:
    office = one("a", "Foreign minister of Turkey", country="TR")
    assert told((office, 0), (one("b", "Zeki Deneme", country="TR"), 1))["a"][0] == "Hakan Fidan"


def test_who_followed_the_last_one_known_is_sure_only_after_being_named() -> None:
    """Beyond the day to which an open term is known, its holder may still have been in office."""
    later = date(2030, 1, 1) - DAY
    office = one("a", "Foreign minister of Turkey", country="TR")
    newcomer = one("b", "Zeki Deneme", country="TR")
    assert told((office, later.days), (newcomer, later.days + 30))["a"][0] == "Foreign minister of Turkey"
    assert told((office, later.days), (newcomer, later.days - 30))["a"][0] == "Zeki Deneme"
    assert told((office, later.days), (one("b", "Hakan Fidan", country="TR"), later.days + 30))["a"][0] == "Hakan Fidan"
