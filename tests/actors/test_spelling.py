"""One spelling for one sound."""

import pytest

from kg.actors.spelling import initial_of, latin, same_given, surname_key


@pytest.mark.parametrize(
    "spellings",
    [
        "Araghchi Araqchi Araqhchi",
        "Mikati Miqati",
        "Zelensky Zelenskyy Zelenskiy Zelenskyj Zelenski",
        "Erdogan Erdoğan",
        "Moallem Muallem",
        "Sharaa Shara",
        "Shaibani Shibani Sheibani",
        "Sudani Soudani",
        "Schüssel Schuessel",
        "Gül Guel",
        "Haniyeh Haniya",
        "Yanukovych Yanukovich",
        "Gaddafi Qaddafi Kadhafi",
        "Rouhani Ruhani Rohani",
        "Amirabdollahian",
        "Kuleba Кулеба",
    ],
)
def test_spellings_of_a_surname_share_their_key(spellings):
    assert len({surname_key(latin(spelling)) for spelling in spellings.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hassan", "hussein"),
        ("maduro", "guerra"),
        ("putin", "patin"),
        ("li", "lee"),
        ("xi", "xie"),
        ("sharif", "zarif"),
        ("salih", "salman"),
    ],
)
def test_other_surnames_do_not(one, other):
    assert surname_key(one) != surname_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mohammed", "muhammad"),
        ("sergey", "sergei"),
        ("joe", "joseph"),
        ("volodymyr", "vladimir"),
        ("najib", "najeeb"),
    ],
)
def test_given_names_that_are_one(one, other):
    assert same_given(one, other)
    assert same_given(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hassan", "hussein"), ("lena", "lina"), ("hamad", "hamid"), ("ted", "thomas"), ("yusuf", "joe")],
)
def test_given_names_that_are_not(one, other):
    assert not same_given(one, other)


def test_an_initial_stands_for_a_name():
    assert initial_of("s", "sergey")
    assert initial_of("sergey", "s")
    assert not initial_of("s", "igor")
    assert not initial_of("sergey", "svetlana")
