"""Who is who in many articles."""

from datetime import date

from kg.actors import resolve


def clusters(people, published=None) -> set[frozenset[str]]:
    """Which names are one actor, as "name country article"."""
    groups: dict[str, set[str]] = {}
    who = resolve(people, (), published or {}).who
    for person in people:
        article = person.id.partition("-")[0]
        groups.setdefault(who[person.id], set()).add(f"{person.name} {person.country or '?'} {article}")
    return {frozenset(group) for group in groups.values()}


def groups(*wanted: str) -> set[frozenset[str]]:
    return {frozenset(part.strip() for part in group.split(",")) for group in wanted}


def test_a_surname_joins_the_one_full_name_of_its_country(named):
    people = [
        named("Lavrov", "RU", article="a1"),
        named("Sergey Lavrov", "RU", article="a2"),
        named("Ivan Lavrov", "BG", article="a3"),
    ]
    assert clusters(people) == groups("Lavrov RU a1, Sergey Lavrov RU a2", "Ivan Lavrov BG a3")


def test_a_surname_that_fits_two_joins_neither_and_no_other_surname(named):
    people = [
        named("Assad", "SY", article="a1"),
        named("Assad", "SY", article="a2"),
        named("Bashar al-Assad", "SY", article="a3"),
        named("Hafez al-Assad", "SY", article="a4"),
    ]
    wanted = groups("Assad SY a1", "Assad SY a2", "Bashar al-Assad SY a3", "Hafez al-Assad SY a4")
    assert clusters(people) == wanted
    reasons = {identity.because for identity in resolve(people, (), {}).identities}
    assert "may be “Bashar al-Assad” or “Hafez al-Assad”, so it is neither" in reasons


def test_a_surname_alone_is_one_actor_where_no_full_name_is_told(named):
    people = [named("Lavrov", "RU", article="a1"), named("Lavrov", "RU", article="a2")]
    assert clusters(people) == groups("Lavrov RU a1, Lavrov RU a2")


def test_a_surname_of_another_decade_is_not_todays_holder(named):
    people = [named("Bush", "US", article="a1"), named("George W. Bush", "US", article="a2")]
    published = {"a1": date(1990, 8, 2), "a2": date(2003, 3, 20)}
    assert clusters(people, published) == groups("Bush US a1", "George W. Bush US a2")
    published["a1"] = date(2002, 1, 29)
    assert clusters(people, published) == groups("Bush US a1, George W. Bush US a2")


def test_a_surname_is_judged_year_by_year(named):
    people = [
        named("Bush", "US", article="a1"),
        named("Bush", "US", article="a2"),
        named("George W. Bush", "US", article="a3"),
    ]
    published = {"a1": date(1990, 8, 2), "a2": date(2003, 3, 21), "a3": date(2003, 3, 20)}
    assert clusters(people, published) == groups("Bush US a1", "Bush US a2, George W. Bush US a3")


def test_no_country_joins_a_single_candidate_only(named):
    people = [
        named("Amr Moussa", None, article="a1"),
        named("Amr Moussa", "EG", article="a2"),
    ]
    assert clusters(people) == groups("Amr Moussa ? a1, Amr Moussa EG a2")
    people.append(named("Amr Moussa", "TD", article="a3"))
    assert clusters(people) == groups("Amr Moussa ? a1", "Amr Moussa EG a2", "Amr Moussa TD a3")


def test_a_short_name_between_two_longer_ones_joins_neither(named):
    people = [
        named("Mohammed Shia al-Sudani", "IQ", article="a1"),
        named("Mohammed Hassan al-Sudani", "IQ", article="a2"),
        named("Mohammed al-Sudani", "IQ", article="a3"),
    ]
    assert len(clusters(people)) == 3


def test_two_longer_names_without_a_country_do_not_both_join_a_shorter(named):
    people = [
        named("Mohammed Shia al-Sudani", None, article="a1"),
        named("Mohammed Hassan al-Sudani", None, article="a2"),
        named("Mohammed al-Sudani", "IQ", article="a3"),
    ]
    assert len(clusters(people)) == 3


def test_a_chain_of_spellings_never_joins_two_that_contradict(named):
    people = [
        named("Ed Smith", "GB", article="a1"),
        named("Ted Smith", "GB", article="a2"),
        named("Theodore Smith", "GB", article="a3"),
    ]
    assert not any({"Ed Smith GB a1", "Theodore Smith GB a3"} <= group for group in clusters(people))


def test_two_different_full_names_in_one_article_are_two_actors(named):
    people = [
        named("Mohammed Shia al-Sudani", "IQ", article="a1"),
        named("Mohammed al-Sudani", "IQ", article="a1"),
    ]
    assert len(clusters(people)) == 2


def test_a_place_has_no_identity(named):
    assert resolve([named("Ankara", "TR", type_="place")], (), {}).identities == ()


def test_an_organisation_and_its_acronym_are_one_if_an_article_says_so(named):
    full = named("Gulf Cooperation Council", None, article="a1", type_="organization", forms=("GCC", "the council"))
    short = named("GCC", None, article="a2", type_="organization")
    other = named("Greek Cypriot Community", "CY", article="a3", type_="group")
    who = resolve([full, short, other], (), {}).who
    assert who[full.id] == who[short.id] != who[other.id]


def test_an_acronym_that_nobody_explains_stays_alone(named):
    full = named("Gulf Cooperation Council", None, article="a1", type_="organization")
    short = named("GCC", None, article="a2", type_="organization")
    assert len(resolve([full, short], (), {}).actors) == 2


def test_ministries_of_two_countries_and_of_none_are_three(named):
    bodies = [
        named("Foreign Ministry", country, article=article, type_="organization")
        for country, article in (("TR", "a1"), ("TR", "a2"), ("IR", "a3"), (None, "a4"), (None, "a5"))
    ]
    who = resolve(bodies, (), {}).who
    assert who[bodies[0].id] == who[bodies[1].id]
    assert len(set(who.values())) == 4


def test_a_group_that_another_article_takes_for_an_organisation_is_one_actor(named):
    group = named("Hamas", "PS", article="a1", type_="group")
    body = named("Hamas", "PS", article="a2", type_="organization")
    again = named("Hamas", "PS", article="a3", type_="group")
    (actor,) = resolve([group, body, again], (), {}).actors
    assert actor.type == "group"


def test_an_actor_has_its_fullest_name_and_the_others_beside_it(named):
    people = [
        named("Lavrov", "RU", article="a1"),
        named("Sergei Lavrov", "RU", article="a2"),
        named("Sergey Lavrov", "RU", article="a3"),
        named("Sergey Lavrov", "RU", article="a4"),
        named("SERGEY LAVROV", "RU", article="a5"),
        named("SERGEY LAVROV", "RU", article="a6"),
        named("SERGEY LAVROV", "RU", article="a7"),
    ]
    (actor,) = resolve(people, (), {}).actors
    assert (actor.name, actor.names) == ("Sergey Lavrov", ("Lavrov", "SERGEY LAVROV", "Sergei Lavrov"))
    assert actor.country == "RU"


def test_an_actors_id_is_that_of_its_earliest_member(named):
    early, late = named("Sergey Lavrov", "RU", article="b1"), named("Sergey Lavrov", "RU", article="a1")
    published = {"b1": date(2024, 1, 1), "a1": date(2024, 2, 1)}
    (alone,) = resolve([early], (), published).actors
    (both,) = resolve([early, late], (), published).actors
    (undated,) = resolve([early, late], (), {}).actors
    assert alone.id == both.id != undated.id
    slug, _, digits = alone.id.rpartition("-")
    assert slug == "sergey-lavrov"
    assert len(digits) == 6


def test_every_identity_says_why(named):
    people = [
        named("Lavrov", "RU", article="a1"),
        named("Sergey Lavrov", "RU", article="a2"),
        named("Hakan Fidan", "TR", article="a3"),
        named("Kaja Kallas", "EE", article="a4"),
        named("Kaja Kallas", "EE", article="a5"),
    ]
    because = {identity.named: identity.because for identity in resolve(people, (), {}).identities}
    assert [because[person.id] for person in people] == [
        "same surname and country as “Sergey Lavrov”",
        "fullest form of this name",
        "the only one of this name",
        "same name and country as “Kaja Kallas”",
        "same name and country as “Kaja Kallas”",
    ]
