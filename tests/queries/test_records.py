import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from kg.model import Actor, Contact, Period, Place, Role
from kg.queries.records import contact_of, record, sides

TEXT = st.text(max_size=8)
DAYS = st.none() | st.dates()
PLACES = st.none() | st.builds(Place, TEXT, TEXT, st.none() | TEXT)
CONTACTS = st.builds(
    Contact,
    id=TEXT,
    label=TEXT,
    relation=st.sampled_from(["met", "visited", "called"]),
    status=st.sampled_from(["occurred", "planned", "disputed"]),
    roles=st.lists(st.builds(Role, st.sampled_from(["participant", "visitor"]), TEXT), max_size=3).map(tuple),
    period=st.builds(Period, DAYS, DAYS, st.none() | TEXT, st.sampled_from([None, "stated", "published"])),
    place=PLACES,
    destination=PLACES,
    topics=st.lists(TEXT, max_size=2).map(tuple),
    sources=st.integers(0, 9),
    confidence=st.floats(0, 1),
    reports=st.lists(TEXT, min_size=1, max_size=2).map(tuple),
    initiator=st.none() | TEXT,
    announced_in=st.lists(TEXT, max_size=1).map(tuple),
    part_of=st.none() | TEXT,
    objects=st.lists(TEXT, max_size=2).map(tuple),
)


@given(CONTACTS)
def test_a_contact_comes_back_from_its_record(contact):
    assert contact_of(json.loads(json.dumps(record(contact, {})))) == contact


def test_a_record_tells_who_and_whom_by_name():
    actors = {"f": Actor("f", "Hakan Fidan", "person")}
    roles = (Role("visitor", "f"),)
    goal = Place("baghdad", "Baghdad", "IQ")
    contact = Contact(
        "x", "x", "visited", "occurred", roles, Period.published_by(date(2024, 1, 2)), None, goal, (), 1, 1.0, ("x",)
    )
    assert sides(contact, actors) == (["Hakan Fidan"], ["Baghdad"])
    made = record(contact, actors, "Fidan went to Baghdad.")
    assert (made["who"], made["whom"], made["sentence"]) == (["Hakan Fidan"], ["Baghdad"], "Fidan went to Baghdad.")
    assert made["period"] == {"not_before": None, "not_after": "2024-01-02", "told": None, "basis": "published"}
