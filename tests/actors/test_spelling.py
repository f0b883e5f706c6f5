"""One spelling for one sound."""

import pytest

from kg.actors.spelling import latin, surname_key


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
