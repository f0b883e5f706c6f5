from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Actor, Contact, Identity, NamedActor, Period
from kg.view import Showing
from kg.view.page import page
from kg.vocabulary import vocabulary

PLACES = Showing(places=True)


def _edge(shown, *ends):
    return next(edge for edge in shown["edges"] if {edge["from"], edge["to"]} == set(ends))


def test_a_pair_is_one_edge_with_all_its_contacts_latest_first(week):
    shown = page(*week)
    edge = _edge(shown, "hakan-fidan", "sergey-lavrov")
    assert [shown["contacts"][number]["when"] for number in edge["contacts"]] == [
        "7 Dec 2024",
        "4 Dec 2024",
        "30 Nov 2024",
    ]
    assert "ways" not in edge


def test_a_contact_has_its_quote_outlet_claimant_and_address(week):
    shown = page(*week)
    (contact,) = (one for one in shown["contacts"] if "Al Thani" in one["label"] and one["relation"] == "called")
    (evidence,) = contact["evidence"]
    assert shown["quotes"][evidence["quote"]] == "Fidan and the Qatari prime minister talked by telephone"
    assert evidence["claimed_by"] == "Qatari foreign ministry"
    assert shown["articles"][evidence["article"]] == {
        "outlet": "Doha Ledger",
        "headline": "Headline 3",
        "published": "30 Nov 2024",
        "url": "https://doha-ledger.example/3",
    }


def test_places_are_apart_from_actors_and_drawn_only_if_asked_for(week):
    assert not [node for node in page(*week)["nodes"] if node["kind"] == "place"]
    shown = page(*week, showing=PLACES)
    place = next(node for node in shown["nodes"] if node["id"] == "place:ankara")
    assert (place["kind"], place["type"]) == ("place", "place")
    edge = _edge(shown, "abbas-araghchi", "place:ankara")
    assert edge["ways"] == [1] * len(edge["contacts"])


def test_whoever_has_no_counterpart_has_no_place_on_the_drawing(made):
    shown = page(*made(relation="visited", objects=(), destination="Ankara"))
    (node,) = shown["nodes"]
    assert "x" not in node
    assert len(shown["contacts"]) == 1


def test_parties_of_a_mediation_are_not_joined(week):
    ends = {(edge["from"], edge["to"]) for edge in page(*week)["edges"]}
    assert ("iran", "qatar") in ends
    assert ("arab-league", "iran") not in ends


@pytest.mark.parametrize(
    ("status", "dashes"),
    [
        ("occurred", False),
        ("planned", [9, 6]),
        ("proposed", [9, 6]),
        ("refused", [2, 5]),
        ("cancelled", [2, 5]),
        ("denied", [2, 5]),
        ("disputed", [2, 5]),
    ],
)
def test_what_did_not_take_place_is_never_a_solid_line(status, dashes):
    told = page([], {}, [])["statuses"][status]
    assert told["dashes"] == dashes
    assert told["realised"] is (dashes is False)


def test_the_summary_tells_period_contacts_actors_articles_and_the_date_of_the_graph(week):
    assert page(*week, showing=Showing(as_of=date(2024, 12, 9)))["summary"].split(" · ") == [
        "29 Nov 2024 – 7 Dec 2024",
        "33 contacts took place, 7 did not or are disputed",
        "26 actors",
        "40 articles",
        "as of 9 Dec 2024",
    ]


def test_no_contacts_make_an_empty_page():
    shown = page([], {}, [])
    assert shown["nodes"] == shown["edges"] == shown["contacts"] == []
    assert shown["summary"] == "0 contacts took place · 0 actors · 0 articles"


def test_the_order_of_contacts_changes_nothing(week):
    assert page(week.contacts[::-1], week.actors, week.documents[::-1]) == page(*week)


def test_of_too_many_only_the_strongest_are_there_and_the_page_says_so(week, monkeypatch):
    from kg.view import page as module
    from kg.view.style import style

    small = replace(style(), limits=replace(style().limits, actors=20, strongest=5))
    monkeypatch.setattr(module, "style", lambda: small)
    shown = page(*week)
    assert [node["id"] for node in shown["nodes"]][:2] == ["hakan-fidan", "abbas-araghchi"]
    assert len(shown["nodes"]) == 5
    assert shown["notice"].startswith("Too many for one picture: these are the 5 of 26 with most contacts; ")
    assert f"{40 - len(shown['contacts'])} contacts of the others are not here" in shown["notice"]
    assert all(number < len(shown["contacts"]) for edge in shown["edges"] for number in edge["contacts"])


def test_a_person_is_one_node_however_often_it_is_named(week):
    ids = [node["id"] for node in page(*week, showing=PLACES)["nodes"]]
    assert len(ids) == len(set(ids)) == 30


def test_a_report_whose_article_is_missing_leaves_the_contact_without_a_quote(made):
    contacts, actors, _ = made()
    (contact,) = page(contacts, actors, [])["contacts"]
    assert "evidence" not in contact


def test_an_actor_has_the_offices_that_articles_give_most_told_first(made):
    contacts, actors, (document,) = made()
    named = [NamedActor(f"n{n}", "Ann Lee", "person", None, office) for n, office in enumerate("abb")]
    told = [replace(document, actors=(each,), reports=()) for each in named]
    identities = [Identity(each.id, "ann-lee", "") for each in named]
    shown = page(contacts, actors, [document, *told], identities)
    assert next(node for node in shown["nodes"] if node["id"] == "ann-lee")["offices"] == ["b", "a"]


def test_who_acted_stands_before_the_others(made):
    shown = page(*made(relation="hosted", subjects=("zoe",), objects=("ann-lee", "bo-ray")))
    (contact,) = shown["contacts"]
    names = [shown["nodes"][number]["id"] for number in contact["actors"]]
    assert names[: contact["acting"]] == ["zoe"]


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
    assert all(node["name"] and all(node["lines"]) for node in shown["nodes"])
    assert shown["relations"][shown["contacts"][0]["relation"]]["label"]
