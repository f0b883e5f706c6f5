"""Ids of places."""

from kg.contacts.places import country_as_place, is_country, place


def test_the_largest_city_of_a_name_has_the_plain_id():
    assert place("Tripoli", "LY").id == "tripoli"
    assert place("Tripoli", "LB").id == "tripoli-lb"
    assert place("Tripoli") == place("Tripoli", "LY")


def test_spellings_of_a_city_are_one_place():
    assert place("Kiev", "UA") == place("Kyiv", "UA")


def test_an_unknown_place_keeps_its_name():
    found = place("Mount Nowhere", "SY")
    assert (found.id, found.name, found.country) == ("mount-nowhere-sy", "Mount Nowhere", "SY")


def test_no_id_has_two_names():
    ways = [
        "Qasr al-Nowhere",
        "Qasr Al-Nowhere",
        "QASR AL NOWHERE",
        "Qasr Al Nowhere",
        "San Pedro",
        "San-Pédro",
    ]
    places = {place(name, country) for name in ways for country in (None, "SY", "CI", "PH")}
    assert len({found.id for found in places}) == len(places)


def test_a_country_is_a_place_by_its_code():
    assert country_as_place("Türkiye", "TR") == country_as_place("Turkey", None)
    assert is_country(country_as_place("Turkey", "TR"))
    assert not is_country(place("Ankara", "TR"))


def test_a_state_without_a_code_is_a_place_by_its_name():
    assert country_as_place("Ruritania", None).id == "ruritania"
