"""The table of evidence: verdict and reason."""

from itertools import combinations

import pytest

from kg.actors.scoring import judge, verdict_on
from kg.actors.spellings import Spelling, spellings_of
from kg.office_holders import holders


@pytest.fixture
def spelling(named):
    def make(name: str, country: str | None = None, article: str = "a1", **options) -> Spelling:
        (found,) = spellings_of([named(name, country, article=article, **options)], {})
        return found

    return make


@pytest.mark.parametrize(
    ("one", "other", "verdict", "because"),
    [
        (("Lavrov", "RU"), ("Sergey Lavrov", "RU"), "same", "same surname and country as “Sergey Lavrov”"),
        (("Lavrov", None), ("Sergey Lavrov", "RU"), "same", "same surname as “Sergey Lavrov”"),
        (("Abbas Araqchi", "IR"), ("Abbas Araghchi", "IR"), "same", "another spelling of “Abbas Araghchi”"),
        (
            ("Mohammed al-Sudani", "IQ"),
            ("Mohammed Shia al-Sudani", "IQ"),
            "same",
            "same names in order and country as “Mohammed Shia al-Sudani”",
        ),
        (
            ("López Obrador", "MX"),
            ("Andrés López Obrador", "MX"),
            "same",
            "both surnames of “Andrés López Obrador”",
        ),
        (
            ("Sergey Lavrov", "UA"),
            ("Sergey Lavrov", "RU"),
            "different",
            "of another country than “Sergey Lavrov”",
        ),
        (
            ("Igor Ivanov", "RU"),
            ("Sergey Ivanov", "RU"),
            "different",
            "another given name than “Sergey Ivanov”",
        ),
        (
            ("Qaani", "IR"),
            ("Ali Bagheri Kani", "IR"),
            "unsure",
            "same surname and country as “Ali Bagheri Kani”",
        ),
        (
            ("Ferdinand Marcos", "PH"),
            ("Ferdinand Marcos Jr.", "PH"),
            "different",
            "another generation than “Ferdinand Marcos Jr.”",
        ),
        (
            ("Ali bin Hamad Al Thani", None),
            ("Ali bin Hamad Al Nahyan", None),
            "different",
            "of another family than “Ali bin Hamad Al Nahyan”",
        ),
    ],
)
def test_a_judgement_says_why(one, other, verdict, because, spelling):
    found = judge(spelling(*one, article="a1"), spelling(*other, article="a2"))
    assert (found.verdict, found.because) == (verdict, because)


def test_two_different_full_names_in_one_article_are_two(spelling):
    fuller, shorter = ("Mohammed Shia al-Sudani", "IQ", "a1"), ("Mohammed al-Sudani", "IQ", "a1")
    found = judge(spelling(*shorter), spelling(*fuller))
    assert (found.verdict, found.because) == (
        "different",
        "an article has it beside “Mohammed Shia al-Sudani”",
    )


def test_two_spellings_of_a_name_in_one_article_may_be_one(spelling):
    assert judge(spelling("Sergei Lavrov", "RU"), spelling("Sergey Lavrov", "RU")).verdict == "same"


def test_judging_is_symmetric_in_its_verdict(spelling):
    names = ["Lavrov", "Sergey Lavrov", "S. Lavrov", "Sergei V. Lavrov", "Igor Lavrov", "Sergey Lavrov Jr."]
    for one in names:
        for other in names:
            here, there = spelling(one, "RU", "a1"), spelling(other, "RU", "a2")
            assert judge(here, there).verdict == judge(there, here).verdict, (one, other)


def test_the_verdict_alone_is_that_of_the_judgement(spelling):
    people = sorted({(term.person.name, term.country) for term in holders().all if term.country in ("IQ", "ES", "KR")})
    told = [spelling(name, country, f"a{place}") for place, (name, country) in enumerate(people)]
    for one, other in combinations(told, 2):
        assert verdict_on(one, other) == judge(one, other).verdict, (one.shown, other.shown)
