"""What holds for resolve whatever it is given."""

import hashlib
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.actors import block_keys, known_actors, resolve
from kg.model import NamedActor

GIVEN = [
    "",
    "Sergey ",
    "Sergei ",
    "S. ",
    "Sergey V. ",
    "Igor ",
    "Mohammed ",
    "Muhammad Shia ",
    "Mohammed Ali ",
]
SURNAMES = [
    "Lavrov",
    "Lawrow",
    "al-Sudani",
    "Sudani",
    "bin Zayed",
    "bin Zayed Al Nahyan",
    "Kim",
    "López Obrador",
    "Ivanov Jr.",
]
BODIES = [
    "United Nations",
    "UN",
    "Foreign Ministry",
    "Gulf Cooperation Council",
    "GCC",
    "Turkey",
    "Soviet Union",
    "…",
]
COUNTRIES = [None, "RU", "SU", "IQ", "AE", "KP", "MX"]
ARTICLES = [f"a{number}" for number in range(6)]

names = st.builds(lambda first, last: (first + last, "person"), st.sampled_from(GIVEN), st.sampled_from(SURNAMES))
bodies = st.tuples(st.sampled_from(BODIES), st.sampled_from(["organization", "group", "country", "place"]))


@st.composite
def actors(draw) -> NamedActor:
    name, type_ = draw(st.one_of(names, names, bodies))
    country = draw(st.sampled_from(COUNTRIES))
    article = draw(st.sampled_from(ARTICLES))
    forms = draw(st.sampled_from([(), ("GCC",), ("UN", "the body")]))
    digest = hashlib.sha256(f"{name} {country} {type_}".encode()).hexdigest()[:6]
    return NamedActor(f"{article}-{digest}", name, type_, country, None, forms)


crowds = st.lists(actors(), max_size=14, unique_by=lambda actor: actor.id)
calendars = st.fixed_dictionaries(
    {article: st.sampled_from([None, date(1991, 1, 1), date(2003, 5, 1), date(2024, 1, 1)]) for article in ARTICLES}
)


@given(crowds, calendars, st.randoms())
@settings(deadline=None)
def test_the_order_of_reading_changes_nothing(crowd, published, random):
    shuffled = list(crowd)
    random.shuffle(shuffled)
    assert resolve(crowd, known_actors(), published) == resolve(shuffled, known_actors(), published)


@given(crowds, calendars)
@settings(deadline=None)
def test_a_block_alone_is_resolved_as_among_all(crowd, published):
    whole = resolve(crowd, (), published)
    for keys in {block_keys(actor) for actor in crowd}:
        members = {actor.id: actor for actor in crowd if block_keys(actor) == keys}
        part = resolve(members.values(), (), published)
        assert part.identities == tuple(one for one in whole.identities if one.named in members)
        assert set(part.actors) <= set(whole.actors)


@given(crowds, calendars)
@settings(deadline=None)
def test_all_but_places_are_one_actor_with_a_reason(crowd, published):
    resolution = resolve(crowd, (), published)
    assert sorted(one.named for one in resolution.identities) == sorted(a.id for a in crowd if a.type != "place")
    assert {one.actor for one in resolution.identities} == {actor.id for actor in resolution.actors}
    assert all(one.because for one in resolution.identities)


@given(crowds, calendars)
@settings(deadline=None)
def test_no_actor_has_two_countries_or_two_given_names(crowd, published):
    resolution = resolve(crowd, (), published)
    for actor in resolution.actors:
        members = [named for named in crowd if resolution.who.get(named.id) == actor.id]
        assert len({named.country for named in members} - {None, "SU"}) <= 1
        assert not ({"Sergey", "Sergei"} & (firsts := {m.name.split()[0] for m in members}) and "Igor" in firsts)
