"""What holds for derive whatever it is given."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.contacts import derive
from kg.contacts.ties import ties
from kg.model import Actor, Article, Document, NamedActor, Period, Report
from kg.vocabulary import vocabulary

FIRST = date(2024, 12, 1)
DAYS = [FIRST + timedelta(days=number) for number in range(9)]
PEOPLE = ["fidan", "lavrov", "araghchi"]
PLACES = {
    "ankara": ("place", "Ankara", "TR"),
    "turkey": ("country", "Turkey", "TR"),
    "doha": ("place", "Doha", "QA"),
}
ACTORS = {person: Actor(person, person.title(), "person") for person in PEOPLE}
RELATIONS = sorted(vocabulary().relations)
STATUSES = [status.name for status in vocabulary().statuses.values() if not status.derived]

periods = st.one_of(
    st.sampled_from(DAYS).map(lambda day: Period.of(day.isoformat())),
    st.sampled_from(DAYS).map(Period.published_by),
    st.sampled_from([Period(), Period.of("2024-12"), Period.of("2024"), Period(FIRST, DAYS[3], None, "inferred")]),
)


@st.composite
def documents(draw, id_: str) -> Document:
    named = [NamedActor(f"{id_}-{person}", person, "person") for person in PEOPLE]
    named += [NamedActor(f"{id_}-{key}", name, type_, code) for key, (type_, name, code) in PLACES.items()]
    sides = st.lists(st.sampled_from([f"{id_}-{person}" for person in PEOPLE]), min_size=1, max_size=3, unique=True)
    reports = []
    for number in range(draw(st.integers(0, 3))):
        goals = draw(st.lists(st.sampled_from([f"{id_}-{key}" for key in PLACES]), max_size=1))
        subjects = tuple(draw(sides))
        report = Report(
            id=f"{id_}-abcde-{number}",
            relation=draw(st.sampled_from(RELATIONS)),
            status=draw(st.sampled_from(STATUSES)),
            subjects=subjects,
            objects=(*draw(sides), *goals),
            period=draw(periods),
            quote=draw(st.sampled_from(["They met.", f"They met, says {id_}."])),
            start=0,
            end=9,
            frame="test",
            confidence=draw(st.sampled_from([0.5, 0.9])),
            initiator=draw(st.sampled_from([None, subjects[0]])),
            place=draw(st.sampled_from([None, "Ankara", "Doha"])),
            place_country=None,
            topics=tuple(draw(st.lists(st.sampled_from(["Syria", "grain"]), unique=True))),
        )
        reports.append(report)
    published = draw(st.sampled_from([None, *DAYS]))
    outlet = draw(st.sampled_from([None, "Daily One", "Daily Two"]))
    return Document(Article(id_, id_, "", "", published, outlet), tuple(named), tuple(reports), "test")


presses = st.tuples(*(documents(f"a{number}") for number in range(5)))


def who(press) -> dict[str, str]:
    names = (named.id for document in press for named in document.actors if named.type == "person")
    return {id_: id_.rpartition("-")[2] for id_ in names}


@given(presses, st.randoms())
@settings(deadline=None, max_examples=40)
def test_the_order_of_reading_changes_nothing(press, random):
    shuffled = []
    for document in random.sample(press, len(press)):
        reports, actors = list(document.reports), list(document.actors)
        random.shuffle(reports)
        random.shuffle(actors)
        shuffled.append(Document(document.article, tuple(actors), tuple(reports), document.extracted_by))
    contacts = derive(press, who(press), ACTORS)
    again = derive(iter(shuffled), dict(reversed(who(press).items())), ACTORS)
    assert contacts == again
    assert ties(contacts) == ties(again)


@given(presses)
@settings(deadline=None, max_examples=40)
def test_a_report_tells_of_one_contact_and_a_contact_has_one_report_of_an_article(press):
    contacts = derive(press, who(press), ACTORS)
    counted = Counter(report for contact in contacts for report in contact.reports)
    assert not counted or max(counted.values()) == 1
    for contact in contacts:
        articles = [report.partition("-")[0] for report in contact.reports]
        assert len(set(articles)) == len(articles)
        assert contact.id == contact.reports[0]
        assert len(contact.actors) > 1 or contact.destination


@given(presses)
@settings(deadline=None, max_examples=40)
def test_contacts_of_some_actors_depend_on_the_reports_of_these_actors_alone(press):
    contacts = derive(press, who(press), ACTORS)
    for group in {frozenset(contact.actors) for contact in contacts}:
        kept = {report for c in contacts if frozenset(c.actors) <= group for report in c.reports}
        fewer = [
            Document(d.article, d.actors, tuple(r for r in d.reports if r.id in kept), d.extracted_by) for d in press
        ]
        expected = {c.id: c.reports for c in contacts if frozenset(c.actors) == group}
        found = {c.id: c.reports for c in derive(fewer, who(press), ACTORS) if frozenset(c.actors) == group}
        assert found == expected


@given(presses)
@settings(deadline=None, max_examples=40)
def test_only_what_occurred_ties_its_own_actors_and_none_to_itself(press):
    contacts = derive(press, who(press), ACTORS)
    tied = ties(contacts)
    occurred = [contact for contact in contacts if contact.status == "occurred"]
    assert tied == ties(occurred)
    pairs = {pair for contact in occurred for pair in contact.pairs()}
    for one, _, other in tied:
        assert not isinstance(other, str) or tuple(sorted((one, other))) in pairs
