import pytest

from kg.errors import QueryError
from kg.model import Actor
from kg.queries.names import country_meant, meant

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("fidan", "Hakan Fidan", "person", "TR"),
        Actor("turkey", "Turkey", "country", "TR", ("Türkiye",)),
        Actor("guinea", "Guinea", "country", "GN"),
        Actor("equatorial-guinea", "Equatorial Guinea", "country", "GQ"),
        Actor("north-korea", "North Korea", "country", "KP"),
        Actor("south-korea", "South Korea", "country", "KR"),
        Actor("lavrov", "Sergey Lavrov", "person", "RU", ("Sergei Lavrov",)),
        Actor("lavrov-2", "Lavrov", "person", "BG"),
        Actor("ali-1", "Ali Hassan", "person", "IQ"),
        Actor("ali-2", "Ali Hassan", "person", "SY"),
        Actor("ali-3", "Ali Hassan Khalil", "person", "LB"),
        Actor("eu", "European Union", "organization"),
    )
}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("fidan", {"fidan"}),
        ("FIDAN, Hakan", {"fidan"}),
        ("Türkiye", {"turkey", "fidan"}),
        ("turkiye", {"turkey", "fidan"}),
        ("Guinea", {"guinea"}),
        ("Sergei Lavrov", {"lavrov"}),
        ("Ali Hassan Khalil", {"ali-3"}),
        ("union", {"eu"}),
        ("act:ali-2", {"ali-2"}),
        ("ali-2", {"ali-2"}),
        ("act:turkey", {"turkey", "fidan"}),
    ],
)
def test_a_name_means_one_or_a_country_with_its_officials(name, ids):
    assert meant(name, ACTORS) == ids


@pytest.mark.parametrize(
    ("name", "candidates"),
    [
        ("Korea", ["North Korea (KP, act:north-korea)", "South Korea (KR, act:south-korea)"]),
        ("Lavrov", ["Sergey Lavrov (RU, act:lavrov)", "Lavrov (BG, act:lavrov-2)"]),
        ("Ali Hassan", ["Ali Hassan (IQ, act:ali-1)", "Ali Hassan (SY, act:ali-2)"]),
        ("Hassan", ["act:ali-1", "act:ali-2", "act:ali-3"]),
    ],
)
def test_a_name_that_could_mean_several_lists_them(name, candidates):
    with pytest.raises(QueryError) as error:
        meant(name, ACTORS)
    assert f"any of {len(candidates)}" in error.value.message
    assert all(each in error.value.message for each in candidates)


@pytest.mark.parametrize(
    ("name", "near"), [("Fidann", "Hakan Fidan"), ("Lawrow", "Sergey Lavrov"), ("Turky", "Turkey")]
)
def test_a_name_that_means_nobody_brings_the_nearest(name, near):
    with pytest.raises(QueryError) as error:
        meant(name, ACTORS)
    assert near in error.value.hint


@pytest.mark.parametrize("name", ["", " ", "zzzz", "'"])
def test_nobody_at_all(name):
    with pytest.raises(QueryError, match="there is no actor named"):
        meant(name, ACTORS)


def test_a_country_by_name_and_code():
    assert country_meant("tr", ACTORS) == country_meant("Türkiye", ACTORS) == {"turkey", "fidan"}
    with pytest.raises(QueryError, match="no country named “Fidan”"):
        country_meant("Fidan", ACTORS)
