"""Direct triples."""

import pytest

from kg.model import Place


def simple(press) -> set[tuple[str, str, str]]:
    return {(one, name, other.id if isinstance(other, Place) else other) for one, name, other in press.ties()}


def tell(press, subjects, relation, objects="", **options) -> None:
    press.article("a1", "2024-12-02")
    press.tells("a1", subjects, relation, objects, "2024-12-02", **options)


def both(one: str, other: str, *names: str) -> set[tuple[str, str, str]]:
    return {pair for name in names for pair in ((one, name, other), (other, name, one))}


def test_a_call_goes_both_ways_and_is_talking_too(press):
    tell(press, "Fidan", "called", "Lavrov")
    assert simple(press) == both("fidan", "lavrov", "called", "spoke_with", "contacted")


def test_a_call_goes_one_way_where_it_is_told_who_rang(press):
    tell(press, "Fidan", "called", "Lavrov", initiator="Lavrov")
    assert simple(press) == {
        ("lavrov", "called", "fidan"),
        *both("fidan", "lavrov", "spoke_with", "contacted"),
    }


def test_hosting_goes_one_way_and_is_meeting(press):
    tell(press, "Fidan", "hosted", "Lavrov")
    expected = {("fidan", "hosted", "lavrov"), *both("fidan", "lavrov", "met", "spoke_with", "contacted")}
    assert simple(press) == expected


def test_a_letter_goes_one_way(press):
    tell(press, "Fidan", "wrote_to", "Lavrov")
    assert simple(press) == {("fidan", "wrote_to", "lavrov"), ("fidan", "contacted", "lavrov")}


def test_a_mediator_is_tied_to_the_parties_and_they_never_to_each_other(press):
    tell(press, "Emir", "mediated", "Hamas, Israel")
    assert simple(press) == {
        ("emir", name, party) for name in ("mediated", "contacted") for party in ("hamas", "israel")
    }


def test_a_visit_to_a_place_ties_no_people(press):
    tell(press, "Lavrov, Shoigu", "visited", "Ankara")
    assert simple(press) == {("lavrov", "visited", "ankara"), ("shoigu", "visited", "ankara")}


def test_a_visit_to_a_host_is_a_contact_with_the_host(press):
    tell(press, "Lavrov", "visited", "Fidan, Ankara")
    assert simple(press) == {
        ("lavrov", "visited", "ankara"),
        ("lavrov", "visited", "fidan"),
        ("lavrov", "contacted", "fidan"),
    }


def test_three_that_met_are_tied_each_with_each(press):
    tell(press, "Fidan, Lavrov, Araghchi", "signed_with")
    pairs = (("fidan", "lavrov"), ("fidan", "araghchi"), ("lavrov", "araghchi"))
    assert simple(press) == {tie for one, other in pairs for tie in both(one, other, "signed_with", "contacted")}


def test_two_on_one_side_are_not_tied_to_each_other(press):
    tell(press, "Fidan, Kalin", "met", "Lavrov")
    names = ("met", "spoke_with", "contacted")
    assert simple(press) == both("fidan", "lavrov", *names) | both("kalin", "lavrov", *names)


@pytest.mark.parametrize("status", ["planned", "proposed", "cancelled", "refused", "denied"])
def test_what_did_not_occur_ties_nobody(press, status):
    tell(press, "Fidan", "met", "Lavrov", status=status)
    press.tells("a1", "Fidan", "visited", "Doha", "2024-12-02", status=status)
    assert press.ties() == frozenset()


def test_what_is_disputed_ties_nobody(press):
    for number, status in enumerate(("occurred", "denied"), start=1):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", "Fidan", "called", "Lavrov", "2024-12-02", status=status)
    assert press.ties() == frozenset()
