"""Questions of who held an office, in the words people and data sets write them."""

import pytest

from kg.actors.asking import ask
from kg.errors import UsageError


def held(office, country=None, on="2021-06-15"):
    holder = ask(office, country, on).holder
    return holder and holder.name


@pytest.mark.parametrize(
    ("office", "country", "name"),
    [
        ("foreign minister", "TR", "Mevlüt Çavuşoğlu"),
        ("foreign minister", "KOR", "Chung Eui-yong"),
        ("Minister of Foreign Affairs", "Korea, South", "Chung Eui-yong"),
        ("Minister of Foreign Affairs of the Republic of Azerbaijan", None, "Jeyhun Bayramov"),
        ("Federal Minister for European and International Affairs", "Austria", "Alexander Schallenberg"),
        ("Minister of Foreign Affairs and Trade of Hungary", None, "Péter Szijjártó"),
        ("Minister of Foreign Affairs, International Trade and Worship", "Argentina", "Felipe Solá"),
        ("Minister for Foreign Affairs (Sweden)", None, "Ann Linde"),
        ("Deputy Prime Minister and Minister of Foreign Affairs", "QA", "Mohammed bin Abdulrahman Al Thani"),
        ("Secretary of State for Foreign, Commonwealth and Development Affairs", None, "Dominic Raab"),
        ("Iran's top diplomat", None, "Mohammad Javad Zarif"),
        ("President of the French Republic", None, "Emmanuel Macron"),
        ("President of the Republic of the Congo", None, "Denis Sassou Nguesso"),
        ("President of the Democratic Republic of the Congo", None, "Félix Tshisekedi"),
        ("King of the Belgians", None, "Philippe I of Belgium"),
        ("President of the Council of Ministers", "Italy", "Mario Draghi"),
        ("President of the Government of Spain", None, "Pedro Sánchez"),
        ("supreme leader", "Iran", "Ali Khamenei"),
        ("head of government", "US", "Joe Biden"),
        ("Chancellor of the Exchequer", None, "Rishi Sunak"),
        ("Minister of Economy, Finance and the Recovery", "France", "Bruno Le Maire"),
        ("Minister of the Interior of Italy", None, "Luciana Lamorgese"),
        (
            "Permanent Representative of the United States of America to the United Nations",
            None,
            "Linda Thomas-Greenfield",
        ),
        ("Russian ambassador to the UN", None, "Vasily Nebenzya"),
        ("Foreign Minister", "Palestinian Authority", "Riyad al-Maliki"),
        ("UN secretary-general", None, "António Guterres"),
        ("Secretary General", "NATO", "Jens Stoltenberg"),
        ("EU foreign policy chief", None, "Josep Borrell"),
        ("President of the European Commission", None, "Ursula von der Leyen"),
        ("prime minister of Namibia", None, "Saara Kuugongelwa"),
    ],
)
def test_an_office_in_many_wordings(office, country, name):
    assert held(office, country) == name


@pytest.mark.parametrize("on", ["2015", "2015-02", "2015-02-03", "2015-00-00", "+2015-02-03T00:00:00Z"])
def test_a_day_a_month_or_a_year_in_the_ways_data_sets_write_them(on):
    assert held("president", "US", on) == "Barack Obama"


@pytest.mark.parametrize(
    ("country", "on", "name"),
    [
        ("Swaziland", "2016-01-01", "Mswati III"),
        ("Eswatini", "2020-01-01", "Mswati III"),
        ("Macedonia", "2016-01-01", "Gjorge Ivanov"),
        ("Burma", "2012-01-01", "Thein Sein"),
        ("Yugoslavia", "2000-05-01", "Slobodan Milošević"),
        ("Serbia and Montenegro", "2005-01-01", "Svetozar Marović"),
    ],
)
def test_countries_renamed_or_gone(country, on, name):
    assert held("head of state", country, on) == name


def test_on_the_day_of_a_hand_over_it_is_the_newcomer_and_through_its_month_nobody():
    assert held("prime minister", "GB", "2024-07-05") == "Keir Starmer"
    assert held("prime minister", "GB", "2024-07-04") == "Rishi Sunak"
    assert held("prime minister", "GB", "2024-07") is None


def test_a_month_that_is_all_that_is_known_answers_for_no_day_in_it():
    assert held("foreign minister", "ML", "2021-06-15") is None
    assert held("foreign minister", "ML", "2021-08-15") == "Abdoulaye Diop"


def test_two_at_once_are_nobody():
    answer = ask("prime minister", "YE", "2021-01-01")
    assert answer.holder is None
    assert "several at once" in answer.why


def test_a_president_leads_the_government_where_and_when_no_prime_minister_does():
    assert held("head of government", "TR", "2015-01-01") == "Ahmet Davutoğlu"
    assert held("head of government", "TR", "2020-01-01") == "Recep Tayyip Erdoğan"
    assert held("prime minister", "TR", "2020-01-01") is None
    assert held("prime minister", "US") is None


@pytest.mark.parametrize(
    ("office", "country"),
    [
        ("president", "Spain"),
        ("king", "France"),
        ("vice president", "US"),
        ("deputy prime minister", "TR"),
        ("chief astrologer", "TR"),
        ("foreign minister", "Narnia"),
        ("Minister of Foreign Affairs and Finance", "TR"),
        ("", "TR"),
    ],
)
def test_what_is_no_office_is_refused(office, country):
    with pytest.raises(UsageError):
        ask(office, country, "2021-06-15")


@pytest.mark.parametrize("on", ["", "yesterday", "2015-13", "20150501", "2015-05-01 or so"])
def test_what_is_no_date_is_refused(on):
    with pytest.raises(UsageError):
        ask("president", "US", on)


def test_without_a_day_everyone_in_order():
    names = [term.person.name for term in ask("German chancellor").found]
    assert names[:3] == ["Gerhard Schröder", "Angela Merkel", "Olaf Scholz"]
