"""Names settled over a whole document, with no tagger to help."""

from itertools import pairwise

import pytest

from kg.extraction.names import Entity, Settled, settle
from kg.extraction.sentences import sentences
from kg.model import Article


def document(text: str, title: str = "", home: str | None = None) -> Settled:
    return settle(sentences(Article("a", "a", text, title)), {}, home)


def meaning(text: str, form: str, home: str | None = None) -> Entity:
    """What the last mention written like that means."""
    settled = document(text, home=home)
    for sentence, row in zip(sentences(Article("a", "a", text)), settled.mentions, strict=True):
        for mention in row:
            if sentence.text[mention.start : mention.end] == form:
                found = settled.entities[mention.entity]
    return found


def persons(text: str) -> list[str]:
    return [entity.name for entity in document(text).entities if entity.type == "person"]


@pytest.mark.parametrize(
    ("text", "name", "country", "office"),
    [
        ("Norwegian Foreign Minister Tor Olander left.", "Tor Olander", "NO", "foreign minister"),
        ("Tor Olander, Norway's foreign minister, left.", "Tor Olander", "NO", "foreign minister"),
        ("Norway's Deputy Prime Minister Tor Olander left.", "Tor Olander", "NO", "deputy prime minister"),
        ("President Ana Mera of Chile left.", "Ana Mera", "CL", "president"),
        ("The president of Chile, Ana Mera, left.", "Ana Mera", "CL", "president"),
        ("Moroccan Foreign Minister Driss el-Khattabi left.", "Driss el-Khattabi", "MA", "foreign minister"),
        ("Dutch Defence Minister Pieter van der Hoeven left.", "Pieter van der Hoeven", "NL", "defence minister"),
        ("The Emir of Qatar, Sheikh Jassim bin Nayef Al Hamdan, left.", "Jassim bin Nayef Al Hamdan", "QA", "emir"),
        (
            "Chile's Minister of Forestry, Fisheries and Rural Development Ana Mera left.",
            "Ana Mera",
            "CL",
            "minister of forestry, fisheries and rural development",
        ),
        ("He saw the Uruguayan Rodrigo Salcedo there.", "Rodrigo Salcedo", "UY", ""),
        ("New Zealand Foreign Minister Jane Doe said no.", "Jane Doe", "NZ", "foreign minister"),
        ("Czech Republic President Jane Doe said no.", "Jane Doe", "CZ", "president"),
        ("Dominican Republic Vice President Jane Doe said no.", "Jane Doe", "DO", "vice president"),
    ],
)
def test_office_and_country_belong_to_the_person(text: str, name: str, country: str, office: str) -> None:
    (person,) = [entity for entity in document(text).entities if entity.type == "person"]
    assert (person.name, person.country, person.office) == (name, country, office)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Norwegian Foreign Minister Tor Olander left. Olander slept.", "Olander"),
        ("Olander slept. Norwegian Foreign Minister Tor Olander left.", "Olander"),
        ("Norwegian Foreign Minister Tor Olander left. T. Olander slept.", "T. Olander"),
        ("Norwegian Foreign Minister Tor Olander left. The Norwegian minister slept.", "The Norwegian minister"),
        ("Norwegian Prime Minister Tor Olander left. The Norwegian leader slept.", "The Norwegian leader"),
    ],
)
def test_short_forms_and_descriptions_mean_the_person(text: str, form: str) -> None:
    assert meaning(text, form).name == "Tor Olander"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Iranian Foreign Minister Behrouz Araghchi left. Araqchi slept.", 1),
        ("President José Núñez Alfaro left. President Jose Nunez Alfaro slept.", 1),
        ("Foreign Minister Omar Hussein left. Oil Minister Faleh Husseini slept.", 2),
        ("Prime Minister Jonas Petraitis left. Defence Minister Andrius Petraitis slept.", 2),
    ],
)
def test_two_spellings_are_one_person_and_two_persons_are_two(text: str, count: int) -> None:
    assert len(persons(text)) == count


def test_a_surname_alone_means_the_one_named_last() -> None:
    text = "Prime Minister Jonas Petraitis left. Defence Minister Andrius Petraitis stayed. Petraitis slept."
    assert meaning(text, "Petraitis").name == "Andrius Petraitis"


@pytest.mark.parametrize(
    ("text", "form", "name"),
    [
        ("Israeli envoys left.", "Israeli envoys", "Israel"),
        ("A Turkish delegation left.", "Turkish delegation", "Turkey"),
        ("The Norwegians left.", "The Norwegians", "Norway"),
        ("He spoke for Norway.", "Norway", "Norway"),
    ],
)
def test_officials_without_a_name_stand_for_their_country(text: str, form: str, name: str) -> None:
    found = meaning(text, form)
    assert (found.type, found.name) == ("country", name)


def test_a_capital_may_stand_for_its_government() -> None:
    settled = document("Moscow and Bogotá left the talks.")
    governments = [
        settled.entities[mention.government].name
        for row in settled.mentions
        for mention in row
        if mention.government is not None
    ]
    assert governments == ["Russia", "Colombia"]


def test_the_home_country_is_that_of_officials_without_one() -> None:
    assert meaning("Foreign Minister Tor Olander left.", "Foreign Minister Tor Olander", "NO").country == "NO"
    assert meaning("Foreign Minister Tor Olander left.", "Foreign Minister Tor Olander").country is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing is named here.",
        "The Peace Palace and the Cold War Museum are closed.",
        "On Friday, the ministers of the cabinet left.",
    ],
)
def test_what_names_no_person(text: str) -> None:
    assert persons(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Tor Olander, Chile's President Ana Mera and the OSCE's Eva Lind left Oslo.",
        "The foreign ministers of Chile, Norway and Oman met their Turkish counterpart in Geneva, Switzerland.",
    ],
)
def test_mentions_stand_in_order_without_overlaps(text: str) -> None:
    settled = document(text)
    for row in settled.mentions:
        for one, following in pairwise(row):
            assert one.end <= following.start
        assert all(0 <= mention.entity < len(settled.entities) for mention in row)


def test_the_title_alone_names_nobody_new_for_a_surname_in_the_text() -> None:
    settled = document("Norwegian Foreign Minister Tor Olander left.", title="Olander leaves")
    assert [entity.name for entity in settled.entities if entity.type == "person"] == ["Tor Olander"]
    assert "Olander" in settled.entities[settled.mentions[0][0].entity].forms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Oslo heard from Tova May yesterday.", ["Tova May"]),
        ("Oslo heard from Jan Olander yesterday.", ["Jan Olander"]),
        ("In May Tor Olander left for Oslo.", ["Tor Olander"]),
        ("Oslo heard from him on Friday, May 3.", []),
        ("Foreign Ministers Ana Mera and Tor Olander left.", ["Ana Mera", "Tor Olander"]),
    ],
)
def test_months_and_joint_titles_beside_names(text: str, names: list[str]) -> None:
    assert sorted(persons(text)) == sorted(names)


@pytest.mark.parametrize(
    ("text", "form", "name", "kind"),
    [
        ("He armed the RVLD rebels last year.", "RVLD rebels", "RVLD", "group"),
        ("A Houthi delegation left.", "Houthi delegation", "Houthis", "group"),
        (
            "It is the Great Council of Elders that left.",
            "Great Council of Elders",
            "Great Council of Elders",
            "organization",
        ),
        ("He said that the Chinese had left.", "Chinese", "China", "country"),
    ],
)
def test_groups_councils_and_peoples(text: str, form: str, name: str, kind: str) -> None:
    entity = meaning(text, form)
    assert (entity.name, entity.type) == (name, kind)


@pytest.mark.parametrize(
    "text", ["World leaders met him in Oslo.", "He spoke of World leaders.", "Regional officials left."]
)
def test_whom_no_group_is_named_for(text: str) -> None:
    assert not [entity.name for entity in document(text).entities if entity.type in ("group", "organization")]
