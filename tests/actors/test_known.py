"""Known actors."""

from kg.actors import known_actors, resolve
from kg.gazetteer import gazetteer
from kg.model import Actor

LAVROV = Actor("sergey-lavrov", "Sergey Lavrov", "person", "RU", ("Lavrov",), known=True)


def test_every_country_is_known_by_a_slug_of_its_name():
    by_id = {actor.id: actor for actor in known_actors()}
    turkey = by_id["turkey"]
    assert (turkey.type, turkey.country, turkey.known) == ("country", "TR", True)
    assert len(by_id) == len(known_actors()) > 190


def test_a_country_is_known_by_its_code_whatever_its_name(named):
    resolution = resolve([named("The Porte", "TR", type_="country")], known_actors(), {})
    (identity,) = resolution.identities
    assert (identity.actor, identity.because) == ("turkey", "known name and country")


def test_a_country_without_a_code_is_known_by_its_name(named):
    (identity,) = resolve([named("Türkiye", None, type_="country")], known_actors(), {}).identities
    assert (identity.actor, identity.because) == ("turkey", "known name")


def test_a_state_that_nobody_knows_is_discovered(named):
    (actor,) = resolve([named("Ruritania", None, type_="country")], known_actors(), {}).actors
    assert actor.id.startswith("ruritania-")
    assert not actor.known


def test_a_known_person_keeps_the_id_for_all_spellings(named):
    people = [
        named("Sergey Lavrov", "RU", article="a1"),
        named("Sergei Lavrov", "RU", article="a2"),
        named("Lavrov", "RU", article="a3"),
        named("Lavrov", "UA", article="a4"),
    ]
    who = resolve(people, [LAVROV], {}).who
    assert [who[person.id] for person in people[:3]] == ["sergey-lavrov"] * 3
    assert who[people[3].id] != "sergey-lavrov"


def test_a_name_that_two_known_actors_have_is_neither(named):
    twins = [Actor(id_, "Ivan Ivanov", "person", "RU", known=True) for id_ in ("ivan-ivanov", "ivan-ivanov-general")]
    (identity,) = resolve([named("Ivan Ivanov", "RU")], twins, {}).identities
    assert identity.actor not in {"ivan-ivanov", "ivan-ivanov-general"}


def test_only_actors_that_are_denoted_are_returned(named):
    assert resolve([named("Lavrov", "RU")], [*known_actors(), LAVROV], {}).actors == (LAVROV,)


def test_who_held_an_office_is_known_by_name_and_country(named):
    people = [named("Hakan Fidan", "TR"), named("Mevlut Cavusoglu", "TR", article="a2")]
    who = resolve(people, known_actors(), {}).who
    assert [who[person.id] for person in people] == ["hakan-fidan", "mevlut-cavusoglu"]


def test_a_person_of_no_country_or_another_is_nobody_known(named):
    people = [named("Hakan Fidan", None), named("Hakan Fidan", "DE", article="a2")]
    assert not any(actor.known for actor in resolve(people, known_actors(), {}).actors)


def test_every_country_and_territory_has_its_codes_and_is_an_actor():
    countries = gazetteer().countries
    assert len(countries) >= 249
    assert all(len(code) == 2 and len(country.alpha3) == 3 and country.name for code, country in countries.items())
    assert len({country.alpha3 for country in countries.values()}) == len(countries)
    assert {actor.country for actor in known_actors() if actor.type == "country"} == set(countries)
