from datetime import date

import pytest

from kg.analysis.rhythm import following, rhythm
from kg.model import Period


def test_counts_and_rates_by_month(contact, article):
    contacts = [contact("t1 i1", day) for day in ("2024-11-03", "2024-11-30", "2024-12-01")]
    articles = [article(day) for day in ("2024-11-05", "2024-11-06", "2024-11-07", "2024-11-08", "2025-01-02")]
    found = rhythm(contacts, articles)
    assert [(beat.name, beat.took_place, beat.read.articles, beat.rate) for beat in found.beats] == [
        ("2024-11", 2, 4, 50.0), ("2024-12", 1, 0, None), ("2025-01", 0, 1, 0.0),
    ]  # fmt: skip


def test_weeks_are_those_of_iso_8601(contact):
    contacts = [contact("t1 i1", day) for day in ("2024-12-29", "2024-12-30", "2025-01-05")]
    assert [(beat.name, beat.took_place) for beat in rhythm(contacts, [], "week").beats] == [
        ("2024-W52", 1), ("2025-W01", 2),
    ]  # fmt: skip


def test_what_is_told_too_roughly_is_counted_apart(contact):
    contacts = [contact("t1 i1", "2024"), contact("t1 i1", "2024-11"), contact("t1 i1", None)]
    by_month, by_week = rhythm(contacts, []), rhythm(contacts, [], "week")
    assert (len(by_month.beats), by_month.undated) == (1, 2)
    assert (len(by_week.beats), by_week.undated) == (0, 3)


def test_news_without_a_day_count_on_the_day_of_publication(contact):
    from dataclasses import replace

    told = replace(contact("t1 i1"), period=Period.published_by(date(2024, 11, 30)))
    assert [beat.name for beat in rhythm([told], []).beats] == ["2024-11"]


def test_what_did_not_take_place_is_told_apart(contact):
    (beat,) = rhythm([contact("t1 i1"), contact("t1 i1", status="refused")], []).beats
    assert (beat.took_place, beat.others) == (1, 1)


def test_months_before_the_first_contact_are_left_out_unless_asked_for(contact, article):
    contacts, articles = [contact("t1 i1", "2024-11-03")], [article("2024-09-01"), article("2024-12-01")]
    assert [beat.name for beat in rhythm(contacts, articles).beats] == ["2024-11", "2024-12"]
    asked = rhythm(contacts, articles, since=date(2024, 9, 1), until=date(2024, 11, 30))
    assert [beat.name for beat in asked.beats] == ["2024-09", "2024-11"]
    assert asked.read.articles == 1


@pytest.mark.parametrize(
    ("first", "step", "after"),
    [
        (date(2024, 12, 1), "month", date(2025, 1, 1)),
        (date(2024, 12, 30), "week", date(2025, 1, 6)),
        (date(9999, 12, 1), "month", date.max),
        (date(9999, 12, 27), "week", date.max),
    ],
)
def test_what_follows(first, step, after):
    assert following(first, step) == after


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("step", ["month", "week"])
def test_the_ends_of_the_calendar_do_no_harm(contact, day, step):
    assert sum(beat.took_place for beat in rhythm([contact("t1 i1", day)], [], step).beats) == 1
