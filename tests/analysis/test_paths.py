import pytest

from kg.analysis.paths import paths
from kg.errors import UsageError
from kg.model import Actor


def ways(found):
    return [[found_.hops[0].one.id, *(hop.other.id for hop in found_.hops)] for found_ in found]


def test_the_shortest_ways_and_no_longer_ones(contact, actors):
    contacts = [contact(who) for who in ("t1 i1", "i1 s1", "t1 r1", "r1 s1", "r1 q1", "q1 s1")]
    assert ways(paths(contacts, actors, {"t1"}, {"s1"})) == [["t1", "i1", "s1"], ["t1", "r1", "s1"]]
    assert len(paths(contacts, actors, {"t1"}, {"s1"}, most=1)) == 1


def test_a_hop_tells_its_latest_contact(contact, actors):
    latest = contact("i1 t1", "2024-12-05")
    (way,) = paths([latest, contact("t1 i1", "2024-11-01")], actors, {"t1"}, {"i1"})
    (hop,) = way.hops
    assert (hop.contacts, hop.latest) == (2, latest)


def test_a_body_does_not_join_people_unless_asked_for(contact, actors):
    contacts = [contact("t1 un"), contact("un i1")]
    assert paths(contacts, actors, {"t1"}, {"i1"}) == ()
    assert ways(paths(contacts, actors, {"t1"}, {"i1"}, people=False)) == [["t1", "un", "i1"]]
    assert ways(paths(contacts, actors, {"t1"}, {"un"})) == [["t1", "un"]]


def test_from_a_country_begins_with_whoever_is_nearest(contact, actors):
    contacts = [contact("t1 t2"), contact("t2 r1"), contact("r1 i1")]
    assert ways(paths(contacts, actors, {"t1", "t2"}, {"i1"})) == [["t2", "r1", "i1"]]


def test_somebody_without_contacts_is_reached_by_no_way(contact, actors):
    assert paths([contact("t1 i1")], actors, {"t1"}, {"q9"}) == ()


def test_one_actor_at_both_ends_is_refused(contact):
    with pytest.raises(UsageError, match="T1 is at both ends"):
        paths([contact("t1 i1")], {"t1": Actor("t1", "T1", "person")}, {"t1"}, {"t1"})
