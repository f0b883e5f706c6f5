"""Which reports are one contact."""

import pytest


def groups(press) -> list[set[str]]:
    """For each contact the articles that tell of it."""
    return sorted(
        ({report.partition("-")[0] for report in contact.reports} for contact in press.contacts()), key=sorted
    )


def daily(press, *days: str, relation: str = "called", subjects: str = "Fidan", objects: str = "Lavrov") -> None:
    for number, day in enumerate(days, start=1):
        press.article(f"a{number}", day)
        press.tells(f"a{number}", subjects, relation, objects, day)


def test_two_outlets_on_one_day_tell_of_one_contact(press):
    daily(press, "2024-12-02", "2024-12-02")
    assert groups(press) == [{"a1", "a2"}]


def test_who_is_named_first_does_not_matter_without_an_order(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02")
    press.tells("a2", "Lavrov", "met", "Fidan", "2024-12-02")
    assert groups(press) == [{"a1", "a2"}]


def test_other_participants_are_another_contact(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02")
    press.tells("a2", "Fidan", "met", "Araghchi", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_a_call_and_a_meeting_on_one_day_are_two(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02")
    press.tells("a2", "Fidan", "called", "Lavrov", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_neighbouring_days_are_one_contact(press):
    daily(press, "2024-12-02", "2024-12-03")
    assert groups(press) == [{"a1", "a2"}]


def test_calls_on_three_days_in_a_row_are_three(press):
    daily(press, "2024-12-02", "2024-12-03", "2024-12-04")
    assert groups(press) == [{"a1"}, {"a2"}, {"a3"}]


def test_two_days_apart_are_two(press):
    daily(press, "2024-12-02", "2024-12-04")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_one_article_never_tells_one_contact_twice(press):
    press.article("a1", "2024-12-03")
    press.tells("a1", "Fidan", "called", "Lavrov", "2024-12-02")
    press.tells("a1", "Fidan", "called", "Lavrov", "2024-12-03")
    press.article("a2", "2024-12-03")
    press.tells("a2", "Fidan", "called", "Lavrov", "2024-12-03")
    first, second = press.contacts()
    assert first.reports == ("a1-abcde-1",)
    assert second.reports == ("a1-abcde-2", "a2-abcde-1")


def test_one_that_spoke_joins_the_only_call(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "spoke_with", "Lavrov", "2024-12-02")
    press.tells("a2", "Fidan", "called", "Lavrov", "2024-12-02")
    assert groups(press) == [{"a1", "a2"}]
    assert press.contact().relation == "called"


def test_one_that_spoke_joins_neither_call_nor_meeting_of_a_day(press):
    for number, relation in enumerate(("spoke_with", "called", "met"), start=1):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", "Fidan", relation, "Lavrov", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}, {"a3"}]


def test_host_and_guest_the_other_way_round_are_another_contact(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "hosted", "Lavrov", "2024-12-02")
    press.tells("a2", "Lavrov", "hosted", "Fidan", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_a_meeting_that_fits_both_hosts_joins_neither(press):
    for number, (host, relation, guest) in enumerate(
        (("Fidan", "hosted", "Lavrov"), ("Lavrov", "hosted", "Fidan"), ("Fidan", "met", "Lavrov")), start=1
    ):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", host, relation, guest, "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}, {"a3"}]


def test_planned_and_then_held_is_one_contact(press):
    press.article("a1", "2024-11-30")
    press.article("a2", "2024-12-03")
    announced = press.tells("a1", "Araghchi", "met", "Fidan", "2024-12-02", status="planned", place="Ankara")
    press.tells("a2", "Araghchi", "met", "Fidan", "2024-12-02", place="Ankara")
    contact = press.contact()
    assert (contact.id, contact.status, contact.announced_in) == (announced, "occurred", (announced,))


def test_news_without_a_date_joins_the_only_contact_of_the_week(press):
    press.article("a1", "2024-12-05")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "called", "Lavrov")
    press.tells("a2", "Fidan", "called", "Lavrov", "2024-12-01")
    assert groups(press) == [{"a1", "a2"}]
    assert press.contact().period.told == "2024-12-01"


def test_news_without_a_date_joins_none_of_two(press):
    daily(press, "2024-12-01", "2024-12-04")
    press.article("a3", "2024-12-05")
    press.tells("a3", "Fidan", "called", "Lavrov")
    assert groups(press) == [{"a1"}, {"a2"}, {"a3"}]


@pytest.mark.parametrize("published", ["2024-12-09", "2024-11-30"])
def test_news_without_a_date_joins_nothing_older_than_a_week_or_still_to_come(press, published):
    daily(press, "2024-12-01")
    press.article("a2", published)
    press.tells("a2", "Fidan", "called", "Lavrov")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_news_of_two_outlets_without_a_date_is_one_contact(press):
    press.article("a1", "2024-11-30")
    press.article("a2", "2024-12-01")
    press.tells("a1", "Fidan", "called", "Lavrov")
    press.tells("a2", "Fidan", "called", "Lavrov")
    contact = press.contact()
    assert str(contact.period.not_after) == "2024-11-30"


def test_an_announcement_without_a_date_is_not_the_meeting_just_held(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-03")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-02")
    press.tells("a2", "Fidan", "met", "Lavrov", status="planned")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_neither_date_nor_publication_joins_nothing(press):
    for article in ("a1", "a2"):
        press.article(article)
        press.tells(article, "Fidan", "called", "Lavrov")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_a_month_joins_the_only_contact_in_it(press):
    press.article("a1", "2024-12-20")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12")
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-02")
    assert groups(press) == [{"a1", "a2"}]
    assert press.contact().period.told == "2024-12-02"


def test_a_year_alone_joins_no_day_in_it(press):
    press.article("a1", "2024-12-20")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024")
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_visits_to_two_cities_are_two(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Lavrov", "visited", "Ankara", "2024-12-02")
    press.tells("a2", "Lavrov", "visited", "Doha", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_a_country_and_its_city_on_one_day_are_one_visit_to_the_city(press):
    press.article("a1", "2024-11-30")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Araghchi", "visited", "Turkey", "2024-12-02", status="planned")
    press.tells("a2", "Araghchi", "visited", "Ankara", "2024-12-02")
    contact = press.contact()
    assert contact.destination is not None
    assert contact.destination.id == "ankara"


def test_a_country_and_two_of_its_cities_on_one_day_stay_three_visits(press):
    for number, goal in enumerate(("Turkey", "Ankara", "Istanbul"), start=1):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", "Araghchi", "visited", goal, "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}, {"a3"}]


def test_a_country_and_its_city_on_other_days_are_two_visits(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Araghchi", "visited", "Turkey", "2024-12-01")
    press.tells("a2", "Araghchi", "visited", "Ankara", "2024-12-02")
    assert groups(press) == [{"a1"}, {"a2"}]


def test_a_report_of_one_actor_with_itself_is_no_contact(press):
    press.article("a1", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Fidan", "2024-12-02")
    assert press.contacts() == ()


def test_a_place_is_never_a_participant(press):
    press.article("a1", "2024-12-02")
    press.tells("a1", "Fidan, Ankara", "met", "Lavrov", "2024-12-02")
    assert press.contact().actors == ("fidan", "lavrov")
