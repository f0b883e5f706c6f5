from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.events import contact_of, contact_quads, place_node, place_of, place_quads, tie_quads
from kg.graph.iris import minted, shortened, term
from kg.graph.layers import CONTACTS
from kg.graph.terms import by_subject
from kg.model import Contact, Period, Place, Role
from kg.vocabulary import vocabulary

ANKARA = Place("ankara", "Ankara", "TR")
TURKEY = Place("TR", "Turkey", "TR")
PLACES = {place_node(one): one for one in (ANKARA, TURKEY)}
PUBLISHED = {"b-1": date(2024, 11, 30), "a-1": date(2024, 12, 2)}

MEETING = Contact(
    id="b-1",
    label="Abbas Araghchi met Hakan Fidan, Ankara, 2024-12-02",
    relation="met",
    status="occurred",
    roles=(Role("participant", "abbas-araghchi-1f"), Role("participant", "hakan-fidan-2e")),
    period=Period.of("2024-12-02"),
    place=ANKARA,
    destination=None,
    topics=("Syria",),
    sources=2,
    confidence=0.95,
    reports=("b-1", "a-1"),
    announced_in=("b-1",),
)


def back(contact: Contact) -> Contact:
    (node,) = by_subject(contact_quads(contact)).values()
    return contact_of(node, PLACES, PUBLISHED.get)


def told(contact: Contact) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for quad in contact_quads(contact):
        found.setdefault(shortened(quad.predicate.value), set()).add(shortened(quad.object.value))
    return found


@st.composite
def contacts(draw: st.DrawFn) -> Contact:
    relation = vocabulary().relations[draw(st.sampled_from(sorted(vocabulary().relations)))]
    subjects, objects = draw(st.integers(1, 2)), draw(st.integers(0, 2))
    roles = [Role(relation.subject_role, f"a{n}") for n in range(subjects)]
    roles += [Role(relation.object_role, f"b{n}") for n in range(objects)]
    plain = relation.subject_role == "participant"
    return Contact(
        id="b-1",
        label=draw(st.text("abc é", min_size=1)),
        relation=relation.name,
        status=draw(st.sampled_from(["occurred", "disputed", "planned", "cancelled", "refused", "denied"])),
        roles=tuple(roles),
        period=draw(st.sampled_from([Period(), Period.of("2024-11"), Period.published_by(date(2024, 11, 30))])),
        place=draw(st.sampled_from([None, ANKARA])),
        destination=draw(st.sampled_from([None, ANKARA, TURKEY])),
        topics=draw(st.sampled_from([(), ("Gaza", "Syria")])),
        sources=draw(st.integers(1, 10)),
        confidence=draw(st.integers(0, 1000)) / 1000,
        reports=draw(st.sampled_from([("b-1",), ("b-1", "a-1")])),
        initiator=draw(st.sampled_from([None, "a0"])) if plain else None,
        announced_in=draw(st.sampled_from([(), ("b-1",)])),
        part_of=draw(st.sampled_from([None, "c-1"])),
        objects=("b0",) if plain and objects == 1 and subjects == 2 else (),
    )


@given(contacts())
def test_a_contact_comes_back_from_its_quads(contact: Contact) -> None:
    assert back(contact) == contact


@given(contacts())
def test_only_what_took_place_has_participants_and_a_class_of_event(contact: Contact) -> None:
    found = told(contact)
    assert found["kg:involves"] == {f"act:{actor}" for actor in contact.actors}
    roles = {"kg:participant", "kg:initiator"} | {
        f"kg:{role}"
        for relation in vocabulary().relations.values()
        for role in (relation.subject_role, relation.object_role)
    }
    if contact.status == "occurred":
        event = vocabulary().relations[contact.relation].contact_class
        assert found["rdf:type"] == {"kg:Contact", f"kg:{event}"}
        assert found["kg:participant"] == found["kg:involves"]
    else:
        assert found["rdf:type"] == {"kg:UnrealisedContact"}
        assert not roles & found.keys()


@given(contacts())
def test_every_term_of_a_contact_is_declared_in_the_ontology(contact: Contact) -> None:
    found = told(contact)
    used = {name.removeprefix("kg:") for name in found if name.startswith("kg:")}
    used |= {name.removeprefix("kg:") for name in found["rdf:type"] | found["kg:status"] | found["kg:relation"]}
    assert used <= vocabulary().terms


def test_a_host_and_a_guest_keep_their_parts() -> None:
    hosted = replace(MEETING, relation="hosted", roles=(Role("host", "fidan"), Role("guest", "araghchi")))
    assert told(hosted)["kg:host"] == {"act:fidan"}
    assert told(hosted)["kg:guest"] == {"act:araghchi"}
    planned = replace(hosted, status="planned")
    assert told(planned)["kg:involvesAsSource"] == {"act:fidan"}
    assert back(planned).roles == hosted.roles


def test_who_asked_for_a_call_that_was_refused_is_kept() -> None:
    refused = replace(MEETING, relation="called", status="refused", initiator="abbas-araghchi-1f")
    assert "kg:initiator" not in told(refused)
    assert back(refused) == refused


def test_reports_come_back_in_the_order_of_their_publication() -> None:
    assert back(MEETING).reports == ("b-1", "a-1")


def test_where_a_visit_went_is_a_destination_with_its_country() -> None:
    visit = replace(MEETING, relation="visited", roles=(Role("visitor", "x"),), destination=ANKARA, place=None)
    assert told(visit)["kg:destination"] == {"place:ankara"}
    assert told(visit)["kg:hostCountry"] == {"c:TR"}
    assert told(replace(visit, destination=TURKEY))["kg:destination"] == {"c:TR"}


def test_a_place_comes_back_and_a_country_is_described_elsewhere() -> None:
    (node,) = by_subject(place_quads(ANKARA)).values()
    assert place_of(node) == ANKARA
    assert not place_quads(TURKEY)


def test_two_spellings_of_an_unknown_place_are_two_nodes_with_one_label_each() -> None:
    one, other = Place("mount-nowhere", "Mount Nowhere", None), Place("mount-nowhere", "MOUNT NOWHERE", None)
    assert place_node(one) != place_node(other)
    for where in (one, other):
        (node,) = by_subject(place_quads(where)).values()
        assert place_of(node) == where


def test_a_direct_triple_goes_to_an_actor_or_to_a_place() -> None:
    quads = tie_quads([("x", "met", "y"), ("x", "visited", ANKARA), ("x", "visited", TURKEY)])
    assert {(quad.predicate, quad.object) for quad in quads} == {
        (term("kg:met"), minted("act", "y")),
        (term("kg:visited"), minted("place", "ankara")),
        (term("kg:visited"), minted("c", "TR")),
    }
    assert {quad.graph_name for quad in quads} == {CONTACTS}


@pytest.mark.parametrize("evil", ["\ud800", 'a b<>"{}|^`\\', "..", "ö/ü", "%zz"])
def test_an_actor_of_any_id_comes_back(evil: str) -> None:
    contact = replace(MEETING, roles=(Role("participant", evil),), reports=(evil,), announced_in=())
    assert back(contact).actors == (evil,)
    assert back(contact).reports == (evil,)
