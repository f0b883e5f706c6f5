from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.model import Actor, Contact, Period, Role
from kg.queries.filters import Wanted, chosen, fitting_actors, lies_between

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("fidan", "Hakan Fidan", "person", "TR"),
        Actor("sudani", "Mohammed Shia' al-Sudani", "person", "IQ", ("Muhammad al-Sudani",)),
        Actor("araghchi", "Abbas Araghchi", "person", "IR", ("Araqchi",)),
        Actor("turkey", "Turkey", "country", "TR", ("Türkiye",)),
    )
}


def contact(name, actors, relation="met", status="occurred", period=None):
    roles = tuple(Role("participant", actor) for actor in actors)
    nothing = (None, None, (), 1, 0.9, (name,))
    return Contact(name, name, relation, status, roles, period or Period.of("2024-12-02"), *nothing)


CONTACTS = [
    contact("a", ("fidan", "araghchi")),
    contact("b", ("fidan", "sudani"), "called", "occurred", Period.published_by(date(2024, 11, 30))),
    contact("c", ("araghchi", "sudani"), "spoke_with", "planned", Period()),
    contact("d", ("turkey", "sudani"), "visited", "refused", Period.of("2024-11")),
]


def names(wanted):
    return "".join(each.id for each in chosen(CONTACTS, ACTORS, wanted))


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
        (("Fid",), ""),
        ((" ",), ""),
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


@given(st.text())
def test_any_text_may_be_asked_for(text):
    fitting_actors(text, ACTORS.values())


DAYS = st.dates(date(2024, 1, 1), date(2024, 3, 1))


@given(st.tuples(DAYS, DAYS).map(sorted), st.tuples(DAYS, DAYS).map(sorted))
def test_a_period_lies_between_two_days_if_they_share_a_day(period, bounds):
    shared = max(period[0], bounds[0]) <= min(period[1], bounds[1])
    assert lies_between(Period(*period), *bounds) == shared
