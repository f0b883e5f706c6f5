import pytest

from kg.contacts.joins import Join, joins
from kg.model import Contact, Period, Place, Role

ANKARA = Place("ankara", "Ankara", "TR")


def _contact(relation, *roles, status="occurred", **parts):
    kept = {"destination": None, "initiator": None, "objects": (), **parts}
    told = tuple(Role(*role.split(":")) for role in roles)
    return Contact(
        "r",
        "label",
        relation,
        status,
        told,
        Period(),
        None,
        kept.pop("destination"),
        (),
        1,
        0.9,
        ("r",),
        **kept,
    )


@pytest.mark.parametrize("status", ["occurred", "refused", "disputed"])
def test_a_contact_joins_its_actors_whether_or_not_it_took_place(status):
    call = _contact("called", "participant:b", "participant:a", status=status)
    assert joins(call) == [Join("a", "b", False)]


def test_who_rang_comes_first():
    call = _contact("called", "participant:b", "participant:a", initiator="b")
    assert joins(call) == [Join("b", "a", True)]


def test_a_host_is_joined_with_each_guest_and_guests_not_with_one_another():
    contact = _contact("hosted", "host:a", "guest:b", "guest:c")
    assert joins(contact) == [Join("a", "b", True), Join("a", "c", True)]


def test_parties_of_a_mediation_are_not_joined():
    contact = _contact("mediated", "mediator:m", "party:a", "party:b")
    assert {(join.one, join.other) for join in joins(contact)} == {("m", "a"), ("m", "b")}


def test_a_visitor_is_joined_with_the_place():
    contact = _contact("visited", "visitor:a", destination=ANKARA)
    assert joins(contact) == [Join("a", ANKARA, True)]


def test_where_the_text_tells_two_sides_lines_run_between_them():
    contact = _contact("met", "participant:a", "participant:b", "participant:c", objects=("c",))
    assert joins(contact) == [Join("a", "c", False), Join("b", "c", False)]


def test_three_who_met_are_three_pairs():
    contact = _contact("met", "participant:a", "participant:b", "participant:c")
    assert [(join.one, join.other) for join in joins(contact)] == [("a", "b"), ("a", "c"), ("b", "c")]
