from datetime import date
from math import comb

import pytest

from kg.analysis.compare import Span, chance, compare
from kg.errors import UsageError

NOVEMBER, DECEMBER = Span(date(2024, 11, 1), date(2024, 11, 30)), Span(date(2024, 12, 1), date(2024, 12, 31))


@pytest.fixture
def compared(contact, article, actors):
    """Ten articles in November, five in December."""

    def run(*told, by="actor"):
        contacts = [contact(who, day) for who, *days in told for day in days]
        articles = [article("2024-11-05")] * 10 + [article("2024-12-05", "Anka")] * 5
        return compare(contacts, articles, actors, NOVEMBER, DECEMBER, by)

    return run


def test_new_lost_stronger_weaker(compared):
    november, december = "2024-11-10", "2024-12-10"
    found = compared(
        ("t1 i1", december),
        ("t1 r1", november),
        ("t1 s1", november, december),  # as many, of half as many articles
        ("t1 q1", november, november, november, december),
        ("i1 r1", november, november, december),
    )
    assert {(tie.one, tie.other): tie.change for tie in found.ties} == {
        ("i1", "t1"): "new", ("r1", "t1"): "lost", ("s1", "t1"): "stronger", ("q1", "t1"): "weaker",
        ("i1", "r1"): "steady",
    }  # fmt: skip
    stronger = next(tie for tie in found.ties if tie.change == "stronger")
    assert (stronger.before, stronger.after, stronger.rate_before, stronger.rate_after) == (1, 1, 10.0, 20.0)


def test_it_has_the_articles_of_both_periods_by_outlet(compared):
    found = compared()
    assert (found.before.articles, found.before.outlets) == (10, (("Gazette", 10),))
    assert (found.after.articles, found.after.outlets) == (5, (("Anka", 5),))


def test_what_is_not_surely_in_a_period_is_left_out_and_counted(compared):
    found = compared(("t1 i1", "2024", "2024-11", "2023"))
    assert [(tie.before, tie.after) for tie in found.ties] == [(1, 0)]
    assert found.undated == 1


def test_countries(compared):
    found = compared(("t1 i1", "2024-11-10"), ("t2 i2", "2024-12-10"), by="country")
    assert [(tie.one_name, tie.other_name, tie.before, tie.after) for tie in found.ties] == [("Iran", "Turkey", 1, 1)]


def test_chance_by_hand():
    # 0 before, 4 after, equally many articles: 2 of the 16 ways are as uneven.
    assert chance(0, 4, 10, 10) == 2 / 16
    assert chance(2, 2, 10, 10) == 1
    # One contact; a third of the articles after: it falls there with 1/3, and not there with 2/3.
    assert chance(0, 1, 20, 10) == pytest.approx(1 / 3, abs=1e-4)
    assert chance(1, 0, 20, 10) == 1
    weights = [comb(7, n) * 0.2**n * 0.8 ** (7 - n) for n in range(8)]
    assert chance(4, 3, 40, 10) == pytest.approx(sum(w for w in weights if w <= weights[3] + 1e-12), abs=1e-4)


def test_without_articles_there_is_no_rate_and_no_chance(contact, actors):
    (tie,) = compare([contact("t1 i1", "2024-12-10")], [], actors, NOVEMBER, DECEMBER).ties
    assert (tie.change, tie.rate_after, tie.chance) == ("new", None, None)


def test_thousands_of_contacts_of_one_tie():
    assert chance(5000, 5000, 100, 100) == 1
    assert chance(6000, 4000, 100, 100) == 0


@pytest.mark.parametrize(
    ("first", "second"),
    [(Span(None, None), DECEMBER), (NOVEMBER, Span(date(2024, 11, 30), None)), (DECEMBER, Span(None, date.max))],
)
def test_periods_that_share_days_are_refused(actors, first, second):
    with pytest.raises(UsageError, match="share days"):
        compare([], [], actors, first, second)


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(UsageError, match="nothing lies"):
        Span(date(2024, 12, 1), date(2024, 11, 1))
