"""What stands in a contact out of all that is told."""

import pytest


def told(press, *relations: str, objects: str = "Lavrov", **options) -> None:
    for number, relation in enumerate(relations, start=1):
        press.article(f"a{number}", f"2024-12-0{number + 2}")
        press.tells(f"a{number}", "Fidan", relation, objects, "2024-12-02", **options)


@pytest.mark.parametrize(
    ("relations", "relation"),
    [
        (["spoke_with", "called"], "called"),
        (["spoke_with", "met", "hosted"], "hosted"),
        (["met", "met", "hosted"], "hosted"),
        (["met", "negotiated_with"], "met"),
        (["met", "negotiated_with", "negotiated_with"], "negotiated_with"),
        (["spoke_with", "negotiated_with"], "negotiated_with"),
        (["negotiated_with", "hosted", "met"], "hosted"),
    ],
)
def test_the_most_specific_relation_told_wins(press, relations, relation):
    told(press, *relations)
    assert press.contact().relation == relation


def test_roles_are_those_of_the_report_with_the_relation(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-03")
    press.tells("a1", "Lavrov", "met", "Fidan", "2024-12-02")
    press.tells("a2", "Fidan", "hosted", "Lavrov", "2024-12-02")
    assert [(role.name, role.actor) for role in press.contact().roles] == [
        ("host", "fidan"),
        ("guest", "lavrov"),
    ]


def test_reports_stand_earliest_published_first_and_name_the_contact(press):
    press.article("a1", "2024-12-04")
    press.article("a2", "2024-12-03")
    press.article("a3")
    for article in ("a1", "a2", "a3"):
        press.tells(article, "Fidan", "met", "Lavrov", "2024-12-02")
    contact = press.contact()
    assert contact.reports == ("a2-abcde-1", "a1-abcde-1", "a3-abcde-1")
    assert contact.id == "a2-abcde-1"


def test_the_held_day_counts_not_the_planned_one(press):
    press.article("a1", "2024-12-01")
    press.article("a2", "2024-12-04")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02", status="planned")
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-03")
    assert press.contact().period.told == "2024-12-03"


def test_the_place_is_the_most_told(press):
    for number, place in enumerate(("Ankara", "Doha", "Doha"), start=1):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", "Fidan", "met", "Lavrov", "2024-12-02", place=place)
    place = press.contact().place
    assert place is not None
    assert (place.id, place.name, place.country) == ("doha", "Doha", "QA")


def test_who_rang_is_told_unless_contradicted(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "called", "Lavrov", "2024-12-02", initiator="Fidan")
    press.tells("a2", "Fidan", "called", "Lavrov", "2024-12-02")
    assert press.contact().initiator == "fidan"
    press.article("a3", "2024-12-02")
    press.tells("a3", "Fidan", "called", "Lavrov", "2024-12-02", initiator="Lavrov")
    assert press.contact().initiator is None


def test_confidence_is_the_best_and_topics_are_told_once(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-03")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02", topics=("Syria",), confidence=0.7)
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-02", topics=("grain", "Syria"), confidence=0.95)
    contact = press.contact()
    assert (contact.confidence, contact.topics) == (0.95, ("Syria", "grain"))


def test_a_country_is_a_destination_of_a_visit_but_the_recipient_of_an_envoy(press):
    press.article("a1", "2024-12-02")
    press.tells("a1", "Lavrov", "visited", "Turkey", "2024-12-02")
    press.tells("a1", "Lavrov", "sent_envoy_to", "Turkey", "2024-12-02")
    visit, mission = press.contacts()
    assert visit.destination is not None
    assert (visit.destination.id, visit.actors) == ("TR", ("lavrov",))
    assert mission.destination is None
    assert [(role.name, role.actor) for role in mission.roles] == [
        ("sender", "lavrov"),
        ("recipient", "turkey"),
    ]
