"""What is read narrowly from a store is what the pure filter chooses among all its contacts."""

import importlib.util
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.graph import open_reader, open_writer, selecting
from kg.model import Article, Document, NamedActor, Period, Report
from kg.pipeline import ingest
from kg.queries.filters import SORTS, Wanted, chosen, in_order
from kg.queries.finding import find


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = Path(__file__).parents[2] / "benchmarks" / "generate.py"
    spec = importlib.util.spec_from_file_location("generate", path)
    generate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(generate)
    folder = tmp_path_factory.mktemp("generated") / "store"
    generate.make(folder, 150)
    return folder


@pytest.fixture(scope="module")
def everything(store):
    with open_reader(store) as reader:
        reports = {each.id: each for document in reader.documents() for each in document.reports}
        return list(reader.contacts()), reader.actors(), reports


def wishes(contacts, actors):
    """Filters that find something, made from what is there."""
    busiest, second = (id_ for id_, _ in Counter(a for c in contacts for a in c.actors).most_common(2))
    pair = next(contact.actors[:2] for contact in contacts if len(contact.actors) > 1)
    place = next(contact.place for contact in contacts if contact.place)
    goal = next(contact.destination for contact in contacts if contact.destination)
    yield Wanted()
    yield Wanted(who=(f"act:{busiest}",))
    yield Wanted(who=(f"act:{pair[0]}", f"act:{pair[1]}"))
    yield Wanted(countries=(actors[busiest].country,))
    yield Wanted(countries=(actors[busiest].country, actors[second].country))
    yield Wanted(who=(f"act:{busiest}",), relations=frozenset(["spoke_with"]), min_confidence=0.7)
    yield Wanted(relations=frozenset(["met"]), statuses=frozenset(["planned", "occurred"]))
    yield Wanted(since=date(2021, 5, 1), until=date(2023, 2, 1))
    yield Wanted(until=date(2022, 1, 1), min_sources=2)
    yield Wanted(about=("Syria",))
    yield Wanted(about=("grain deals", actors[busiest].name))
    yield Wanted(places=(place.name,))
    yield Wanted(places=(goal.country,), statuses=frozenset(["occurred"]))
    yield Wanted(articles=frozenset([contacts[0].reports[0].rsplit("-", 2)[0]]))


def test_narrow_reading_finds_what_the_filter_chooses(store, everything):
    contacts, actors, reports = everything
    with open_reader(store) as reader:
        for wanted in wishes(contacts, actors):
            expected = in_order(chosen(contacts, actors, wanted, reports))
            assert expected, wanted
            assert list(find(reader, wanted).contacts) == expected, wanted


@pytest.mark.parametrize("sort", SORTS)
def test_orders_and_limits(store, everything, sort):
    contacts, _, _ = everything
    with open_reader(store) as reader:
        assert list(find(reader, Wanted(), sort, 7).contacts) == in_order(contacts, sort)[:7]


def test_actors_come_from_a_file_beside_the_snapshot_once_they_were_asked_for(store, everything):
    _, actors, _ = everything
    with open_reader(store) as reader:
        (reader.path / "actors.json").unlink(missing_ok=True)
        assert selecting.actors(reader) == actors
        assert (reader.path / "actors.json").is_file()
        assert selecting.actors(reader) == actors
        for broken in ("[[1", "[]"):
            (reader.path / "actors.json").write_text(broken)
            assert selecting.actors(reader) == actors


def test_a_name_that_several_have_means_who_has_contacts(store, everything):
    contacts, actors, _ = everything
    involved = {actor for contact in contacts for actor in contact.actors}
    idle = next(actor for actor in actors.values() if actor.type == "person" and actor.id not in involved)
    with open_reader(store) as reader:
        assert list(find(reader, Wanted(who=(idle.name,))).contacts) == []
        with pytest.raises(QueryError):
            find(reader, Wanted(who=("nobody at all",)))


@pytest.mark.parametrize("sort", SORTS)
def test_a_contact_of_no_day_is_found_as_well(tmp_path, sort):
    article = Article("aa00000000000000", "a.txt", "", "", None, "Anka", None, "sha256:a")
    actors = tuple(
        NamedActor(f"{article.id}-{number:06}", name, "person", None, None, (name,))
        for number, name in enumerate(["Ayla Demir", "Can Oz", "Naz Tan"])
    )
    reports = tuple(
        Report(f"{article.id}-{number:05}-1", "met", "occurred", (actors[0].id, actors[number].id), (), period,
               "They met.", 0, 9, "met", 0.9)
        for number, period in ((1, Period()), (2, Period.of("2024-12-02")))
    )  # fmt: skip
    with open_writer(tmp_path / "store", "tests") as store:
        ingest(store, [Document(article, actors, reports, "by hand")])
    with open_reader(tmp_path / "store") as reader:
        for wanted in (Wanted(), Wanted(who=("Ayla Demir",)), Wanted(ids=frozenset(each.id for each in reports))):
            assert {each.id for each in find(reader, wanted, sort).contacts} == {each.id for each in reports}
        (dated,) = find(reader, Wanted(until=date(2024, 12, 31)), sort).contacts
        assert dated.period.told == "2024-12-02"
