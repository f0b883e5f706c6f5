from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Actor, Contact, Period
from kg.view.page import page
from kg.vocabulary import vocabulary


def _edge(shown, *ends):
    return next(edge for edge in shown["edges"] if {edge["from"], edge["to"]} == set(ends))


def test_a_pair_is_one_edge_with_all_its_contacts_latest_first(week):
    edge = _edge(page(*week), "hakan-fidan", "sergey-lavrov")
    contacts = page(*week)["contacts"]
    assert [contacts[key]["when"] for key in edge["contacts"]] == ["7 Dec 2024", "4 Dec 2024", "30 Nov 2024"]
    assert edge["occurred"] == 3
    assert edge["dashes"] is None


def test_a_contact_shows_quote_outlet_claimant_and_address(week):
    shown = page(*week)
    (contact,) = (
        one for one in shown["contacts"].values() if "Al Thani" in one["label"] and one["relation"] == "called"
    )
    assert contact["evidence"] == [
        {
            "quote": "Fidan and the Qatari prime minister talked by telephone",
            "status": "occurred",
            "claimed_by": "Qatari foreign ministry",
            "outlet": "Doha Ledger",
            "headline": "Headline 3",
            "published": "30 Nov 2024",
            "url": "https://doha-ledger.example/3",
        }
    ]


def test_a_place_is_a_square_destination_and_no_actor(week):
    shown = page(*week)
    place = next(node for node in shown["nodes"] if node["id"] == "place:ankara")
    assert (place["kind"], place["type"]) == ("place", "place")
    assert _edge(shown, "abbas-araghchi", "place:ankara")["arrow"] == "place:ankara"


def test_parties_of_a_mediation_are_not_joined(week):
    ends = {(edge["from"], edge["to"]) for edge in page(*week)["edges"]}
    assert ("iran", "qatar") in ends
    assert ("arab-league", "iran") not in ends


@pytest.mark.parametrize(
    ("status", "dotted"),
    [
        ("planned", False),
        ("proposed", False),
        ("refused", True),
        ("cancelled", True),
        ("denied", True),
        ("disputed", True),
    ],
)
def test_what_did_not_take_place_is_never_a_solid_line(made, status, dotted):
    edge = _edge(page(*made(status=status)), "ann-lee", "bo-ray")
    assert edge["dashes"] == ([2, 5] if dotted else [9, 6])
    assert edge["occurred"] == 0


def test_the_summary_tells_period_contacts_actors_and_articles(week):
    assert page(*week)["summary"].split(" · ") == [
        "29 Nov 2024 – 7 Dec 2024",
        "33 contacts took place, 7 did not or are disputed",
        "26 actors",
        "40 articles",
    ]


def test_no_contacts_make_an_empty_page():
    shown = page([], {}, [])
    assert shown["nodes"] == shown["edges"] == []
    assert shown["summary"] == "0 contacts took place · 0 actors · 0 articles"


def test_the_order_of_contacts_changes_nothing(week):
    assert page(week.contacts[::-1], week.actors, week.documents[::-1]) == page(*week)


def test_only_the_strongest_are_drawn_and_the_summary_says_so(made, monkeypatch):
    from dataclasses import replace

    from kg.view import page as module
    from kg.view.style import style

    small = replace(style(), limits=replace(style().limits, actors=2))
    monkeypatch.setattr(module, "style", lambda: small)
    shown = page(*made(subjects=("ann-lee",), objects=("bo-ray", "cy-dow")))
    assert len(shown["nodes"]) == 2
    assert "the strongest 2 of 3 actors" in shown["summary"]


def test_a_person_is_one_node_however_often_it_is_named(week):
    ids = [node["id"] for node in page(*week)["nodes"]]
    assert len(ids) == len(set(ids)) == 30


def test_a_report_whose_article_is_missing_leaves_the_contact_without_a_quote(made):
    contacts, actors, _ = made()
    (contact,) = page(contacts, actors, [])["contacts"].values()
    assert contact["evidence"] == []


@given(
    relation=st.sampled_from(sorted(vocabulary().relations)),
    status=st.sampled_from(sorted(vocabulary().statuses)),
    told=st.sampled_from(
        [Period(), Period.of("2024"), Period.published_by(date(2024, 1, 2)), Period(date(2024, 1, 1))]
    ),
    name=st.text(max_size=40),
)
def test_every_relation_status_and_name_has_its_line(made, relation, status, told, name):
    contacts, _, documents = made(relation=relation, status=status, subjects=("a",), objects=("b",))
    (contact,) = contacts
    fields = {key: getattr(contact, key) for key in Contact.__slots__}
    other = Contact(**{**fields, "period": told})
    shown = page([other], {"a": Actor("a", name, "person")}, documents)
    assert len(shown["edges"]) == 1
    assert all(node["label"] for node in shown["nodes"])
    assert bool(shown["edges"][0]["dashes"]) != vocabulary().statuses[status].realised
