"""Which named actors are compared at all."""

import pytest

from kg.actors import block_keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Sergey Lavrov", "RU"), ("Lavrov", "RU")),
        (("Abbas Araghchi", "IR"), ("Araqchi", None)),
        (("Mohammed bin Zayed Al Nahyan", "AE"), ("Mohamed bin Zayed", "AE")),
        (("Kim Jong-un", "KP"), ("Kim", "KP")),
    ],
)
def test_names_that_may_be_one_share_the_key(one, other, named):
    assert block_keys(named(*one)) == block_keys(named(*other))


def test_each_named_actor_has_one_key_so_that_blocks_are_closed(named):
    for type_ in ("person", "organization", "group", "country"):
        assert len(block_keys(named("United Nations", None, type_=type_))) == 1


def test_a_country_goes_by_its_code(named):
    turkey = named("Turkey", "TR", type_="country")
    assert block_keys(turkey) == block_keys(named("Türkiye", "TR", type_="country"))


def test_an_acronym_shares_the_key_of_its_full_name(named):
    full = named("Organisation of Islamic Cooperation", None, type_="organization")
    assert block_keys(full) == block_keys(named("OIC", None, type_="organization"))


def test_a_place_has_no_key(named):
    assert block_keys(named("Ankara", "TR", type_="place")) == ()


def test_a_person_and_a_body_of_one_name_are_never_compared(named):
    assert block_keys(named("Shell", "NL")) != block_keys(named("Shell", "NL", type_="organization"))
