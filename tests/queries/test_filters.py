from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError, UsageError
from kg.model import Actor, Contact, Period, Place, Report, Role
from kg.queries.filters import Wanted, chosen, in_order, lies_between

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("fidan", "Hakan Fidan", "person", "TR"),
        Actor("sudani", "Mohammed Shia' al-Sudani", "person", "IQ", ("Muhammad al-Sudani",)),
        Actor("araghchi", "Abbas Araghchi", "person", "IR", ("Araqchi",)),
        Actor("turkey", "Turkey", "country", "TR", ("Türkiye",)),
        Actor("iran", "Iran", "country", "IR"),
        Actor("iraq", "Iraq", "country", "IQ"),
    )
}


def contact(name, actors, relation="met", status="occurred", period=None, place=None, topics=(), sources=1, sure=0.9):
    roles = tuple(Role("participant", actor) for actor in actors)
    goal, there = (place, None) if relation == "visited" else (None, place)
    reports = (f"{name * 16}-12345-1",)
    when = period or Period.of("2024-12-02")
    return Contact(name, name, relation, status, roles, when, there, goal, topics, sources, sure, reports)


ANKARA, BAGHDAD = Place("ankara", "Ankara", "TR"), Place("baghdad", "Baghdad", "IQ")
CONTACTS = [
    contact("a", ("fidan", "araghchi"), place=ANKARA, topics=("Syria",), sources=3),
    contact("b", ("fidan", "sudani"), "called", "occurred", Period.published_by(date(2024, 11, 30))),
    contact("c", ("araghchi", "sudani"), "spoke_with", "planned", Period(), sure=0.5),
    contact("d", ("turkey", "sudani"), "visited", "refused", Period.of("2024-11"), BAGHDAD, sources=2),
]
QUOTES = {
    "a": "Fidan met Araghchi.",
    "b": "They spoke of sanctions on Syrian banks.",
    "c": "A grain deal is near, said al-Sudani.",
    "d": "No visit on grain.",
}
REPORTS = {
    each.reports[0]: Report(
        each.reports[0], each.relation, each.status, (), (), each.period, QUOTES[each.id], 0, 1, "x", 0.9
    )
    for each in CONTACTS
}


def names(wanted):
    return "".join(each.id for each in chosen(CONTACTS, ACTORS, wanted, REPORTS))


@pytest.mark.parametrize(
    ("who", "found"),
    [
        (("fidan",), "ab"),
        (("FIDAN  hakan",), "ab"),
        (("al sudani",), "bcd"),
        (("Shia al-Sudani",), "bcd"),
        (("Araqchi",), "ac"),
        (("Türkiye",), "abd"),
        (("turkiye",), "abd"),
        (("Fidan", "Sudani"), "b"),
        (("Fidan", "Hakan"), ""),
        (("Turkey", "Sudani"), "bd"),
        (("act:turkey",), "abd"),
        (("sudani",), "bcd"),
        ((), "abcd"),
    ],
)
def test_who_is_found_by_words_of_a_name(who, found):
    assert names(Wanted(who=who)) == found


@pytest.mark.parametrize(
    ("relation", "found"), [("met", "a"), ("spoke_with", "abc"), ("contacted", "abcd"), ("signed_with", "")]
)
def test_a_broader_relation_takes_in_the_narrower(relation, found):
    assert names(Wanted(relations=frozenset([relation]))) == found


def test_statuses():
    assert names(Wanted(statuses=frozenset(["planned", "refused"]))) == "cd"


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2024-12-01", None, "a"),
        (None, "2024-11-15", "d"),
        ("2024-11-30", "2024-12-01", "bd"),
        ("2024-12-02", "2024-12-02", "a"),
        ("2025-01-01", None, ""),
    ],
)
def test_periods(since, until, found):
    bounds = [date.fromisoformat(day) if day else None for day in (since, until)]
    assert names(Wanted(since=bounds[0], until=bounds[1])) == found


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"relations": frozenset(["meet"])}, "met"),
        ({"statuses": frozenset(["plan"])}, "planned"),
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "Change"),
    ],
)
def test_what_cannot_be_is_named_with_what_can(wanted, told):
    with pytest.raises(UsageError) as error:
        Wanted(**wanted)
    assert told in error.value.hint


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"countries": ("Turkey",)}, "abd"),
        ({"countries": ("tr", "IQ")}, "bd"),
        ({"who": ("Fidan",), "countries": ("Iran",)}, "a"),
        ({"about": ("Syria",)}, "ab"),
        ({"about": ("grain deal",)}, "c"),
        ({"about": ("sanction",)}, "b"),
        ({"about": ("grain", "visit")}, "d"),
        ({"about": ("peace",)}, ""),
        ({"places": ("ankara",)}, "a"),
        ({"places": ("Iraq",)}, "d"),
        ({"places": ("tr",)}, "a"),
        ({"min_sources": 2}, "ad"),
        ({"min_confidence": 0.8}, "abd"),
        ({"articles": frozenset(["b" * 16, "x"])}, "b"),
    ],
)
def test_further_conditions(wanted, found):
    assert names(Wanted(**wanted)) == found


def test_without_reports_only_topics_tell_what_a_contact_is_about():
    assert [each.id for each in chosen(CONTACTS, ACTORS, Wanted(about=("Syria",)))] == ["a"]


@pytest.mark.parametrize(
    ("sort", "order"), [("date", "dbac"), ("newest", "abdc"), ("sources", "adbc"), ("confidence", "dbac")]
)
def test_orders(sort, order):
    assert "".join(each.id for each in in_order(CONTACTS, sort)) == order


@given(st.text())
def test_any_text_may_be_asked_for(text):
    names(Wanted(about=(text,), places=(text,)))
    with suppress(QueryError):
        names(Wanted(who=(text,), countries=(text,)))


DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))


@given(st.tuples(DAYS, DAYS).map(sorted), st.tuples(DAYS, DAYS).map(sorted))
def test_a_period_lies_between_two_days_if_they_share_a_day(period, bounds):
    shared = max(period[0], bounds[0]) <= min(period[1], bounds[1])
    assert lies_between(Period(*period), *bounds) == shared
