"""When a contact took place, told from its sentence, its tense and the day of publication."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.dates import days_told, period_of
from kg.extraction.times import find_times
from kg.model import Period

SATURDAY = date(2024, 11, 30)
FIRST, LAST = date(1950, 1, 1), date(2060, 12, 31)


def when(sentence: str, word: str, tense: str = "past", previous: date | None = None, **more: object) -> Period:
    start = sentence.index(word)
    return period_of(sentence, (start, start + len(word)), tense, SATURDAY, previous, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("time", "back", "ahead"),
    [
        ("on Monday", "2024-11-25", "2024-12-02"),
        ("on Saturday", "2024-11-30", "2024-11-30"),
        ("late on Monday night", "2024-11-25", "2024-12-02"),
        ("last Thursday", "2024-11-28", "2024-11-28"),
        ("next Tuesday", "2024-12-03", "2024-12-03"),
        ("on Tuesday of last week", "2024-11-19", "2024-11-19"),
        ("a week ago on Tuesday", "2024-11-19", "2024-11-19"),
        ("a week on Saturday", "2024-12-07", "2024-12-07"),
        ("from Monday to Wednesday", "2024-11-25", "2024-12-02"),
        ("yesterday", "2024-11-29", "2024-11-29"),
        ("the day before yesterday", "2024-11-28", "2024-11-28"),
        ("this morning", "2024-11-30", "2024-11-30"),
        ("last night", "2024-11-29", "2024-11-29"),
        ("tomorrow", "2024-12-01", "2024-12-01"),
        ("two days ago", "2024-11-28", "2024-11-28"),
        ("two weeks ago to the day", "2024-11-16", "2024-11-16"),
        ("in three days' time", "2024-12-03", "2024-12-03"),
        ("on November 6", "2024-11-06", "2024-11-06"),
        ("on 6 November", "2024-11-06", "2024-11-06"),
        ("on Nov. 6, 2023,", "2023-11-06", "2023-11-06"),
        ("on the 6th of November", "2024-11-06", "2024-11-06"),
        ("on the second of March", "2024-03-02", "2025-03-02"),
        ("on the 14th", "2024-11-14", "2024-12-14"),
        ("on 14-15 March", "2024-03-14", "2025-03-14"),
        ("on March 14 and 15", "2024-03-14", "2025-03-14"),
        ("from 28 February to 2 March 2023", "2023-02-28", "2023-02-28"),
        ("on 2024-11-02", "2024-11-02", "2024-11-02"),
        ("on 2.11.2024", "2024-11-02", "2024-11-02"),
        ("on 11/25/2024", "2024-11-25", "2024-11-25"),
        ("on Christmas Day 2023", "2023-12-25", "2023-12-25"),
        ("last month", "2024-10", "2024-10"),
        ("earlier this month", "2024-11", "2024-11"),
        ("two months ago", "2024-09", "2024-09"),
        ("in March", "2024-03", "2025-03"),
        ("in late May", "2024-05", "2025-05"),
        ("in March 2023", "2023-03", "2023-03"),
        ("in March last year", "2023-03", "2023-03"),
        ("in 2019", "2019", "2019"),
        ("last year", "2023", "2023"),
    ],
)
def test_a_time_is_read_back_and_ahead(time: str, back: str, ahead: str) -> None:
    (found,) = find_times(f"Okonjo and Varga met {time} in Lagos.", SATURDAY)
    assert (found.past.told, found.future.told) == (back, ahead)
    assert found.told == back


@pytest.mark.parametrize("time", ["last week", "over the weekend", "this season", "in recent days", "a week ago"])
def test_a_vague_time_is_found_and_tells_no_day(time: str) -> None:
    (found,) = find_times(f"They met {time}.", SATURDAY)
    assert found.told is None
    assert when(f"They met {time}.", "met").best is None


@pytest.mark.parametrize(
    ("time", "day"),
    [
        ("the next day", "2024-11-06"),
        ("that evening", "2024-11-05"),
        ("the previous evening", "2024-11-04"),
        ("two days later", "2024-11-07"),
        ("a day earlier", "2024-11-04"),
        ("the same day", "2024-11-05"),
        ("the following Friday", "2024-11-08"),
    ],
)
def test_a_day_is_counted_from_the_sentence_before(time: str, day: str) -> None:
    assert when(f"She met Varga {time}.", "met", previous=date(2024, 11, 5)).told == day


def test_a_day_is_counted_from_an_earlier_day_of_the_same_sentence() -> None:
    assert when("He saw Varga on Monday and received Okonjo two days later.", "received").told == "2024-11-27"


def test_the_tense_decides_between_last_and_next_monday() -> None:
    assert when("Varga met Okonjo on Monday.", "met").told == "2024-11-25"
    assert when("Varga will meet Okonjo on Monday.", "meet", "future").told == "2024-12-02"


def test_a_day_that_something_was_set_for_lies_ahead_whatever_the_tense() -> None:
    assert when("A meeting set for Monday was called off.", "meeting", carried=False).told == "2024-12-02"


def test_a_date_without_a_year_is_the_nearer_one() -> None:
    january = date(2025, 1, 3)
    assert find_times("They met on December 28.", january)[0].told == "2024-12-28"
    assert find_times("The meeting of January 9 is off.", january)[0].future.told == "2025-01-09"


def test_each_contact_of_a_sentence_takes_the_time_of_its_own_clause() -> None:
    sentence = "Okonjo met Varga on Monday and will receive Lindqvist on Thursday."
    assert when(sentence, "met").told == "2024-11-25"
    assert when(sentence, "receive", "future").told == "2024-12-05"


def test_a_time_in_an_inserted_clause_belongs_to_that_clause() -> None:
    sentence = "Okonjo, who arrived on Monday, met Varga on Thursday."
    assert when(sentence, "met").told == "2024-11-28"
    assert when(sentence, "arrived").told == "2024-11-25"
    assert when("Okonjo, who arrived on Monday, met Varga.", "met").basis == "published"


def test_a_clause_known_from_a_parser_comes_first() -> None:
    sentence = "On Monday, Okonjo met Varga and Lindqvist on Thursday."
    assert when(sentence, "met", clause=(0, 28)).told == "2024-11-25"


def test_a_dateline_is_no_time_of_the_contact() -> None:
    period = when("DAMASCUS, March 14 (XNA) - Okonjo met Varga.", "met")
    assert period == Period.published_by(SATURDAY)


def test_a_day_after_an_event_tells_when_that_event_was() -> None:
    assert when("A day after Okonjo met Varga, shares rose on Thursday.", "met").told == "2024-11-29"


def test_fresh_news_without_a_day_took_place_by_the_day_of_publication() -> None:
    assert when("Okonjo has met Varga.", "met") == Period(None, SATURDAY, None, "published")


def test_the_simple_past_goes_on_from_the_day_told_before() -> None:
    period = when("There he met Varga.", "met", previous=date(2024, 11, 28))
    assert (period.told, period.basis) == ("2024-11-28", "inferred")
    assert when("He met Varga.", "met", previous=date(2024, 11, 28), carried=False).basis == "published"


def test_what_is_to_come_or_background_stays_open() -> None:
    assert when("Okonjo will meet Varga.", "meet", "future") == Period()
    assert when("Okonjo often meets Varga.", "meets", "timeless") == Period()


def test_until_does_not_tell_when() -> None:
    assert when("He talked with rebels who hold the port until Friday.", "talked").basis == "published"


@pytest.mark.parametrize("sentence", ["It was Bloody Sunday again.", "They may march.", "He marched in, may be.", ""])
def test_common_words_are_no_times(sentence: str) -> None:
    assert find_times(sentence, SATURDAY) == ()


def test_without_a_day_of_publication_only_whole_dates_are_read() -> None:
    assert [t.told for t in find_times("On Monday, on 6 May 2021 and in June 2022.", None)] == [
        None,
        "2021-05-06",
        "2022-06",
    ]


def test_an_article_is_at_the_day_it_told_last() -> None:
    sentences = [
        "He came on Monday.",
        "They met.",
        "He leaves for Oslo on Thursday, they will say.",
        "He ate.",
        "He slept.",
    ]
    assert list(days_told(sentences, SATURDAY)) == [
        None,
        date(2024, 11, 25),
        date(2024, 11, 25),
        date(2024, 12, 5),
        date(2024, 11, 25),
    ]


@given(st.text(max_size=200), st.none() | st.dates(), st.none() | st.dates(FIRST, LAST))
def test_no_text_breaks_it(text: str, published: date | None, previous: date | None) -> None:
    for time in find_times(text, published, previous):
        assert 0 <= time.start < time.end <= len(text)


@given(st.dates(FIRST, LAST), st.dates(FIRST, LAST))
def test_a_written_date_is_read_as_itself(day: date, published: date) -> None:
    for form in ("%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%A, %d %B %Y", "%d.%m.%Y"):
        (found,) = find_times(f"They met on {day.strftime(form)}.", published)
        assert found.past == found.future == Period.of(day.isoformat())


@given(st.sampled_from(["Monday", "Friday", "Sunday"]), st.dates(FIRST, LAST))
def test_a_weekday_lies_within_a_week(weekday: str, published: date) -> None:
    (found,) = find_times(f"They met on {weekday}.", published)
    assert found.past.not_before is not None
    assert found.future.not_before is not None
    assert 0 <= (published - found.past.not_before).days < 7
    assert 0 <= (found.future.not_before - published).days < 7
