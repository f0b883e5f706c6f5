"""The cheap scan: no form of a contact's word is missed."""

import pytest

from kg.extraction.candidates import is_candidate, plural_form, verb_forms
from kg.extraction.frame_table import frame_table
from kg.extraction.lexicon import irregular_forms
from kg.extraction.sentences import Sentence

VERBS = sorted(frame_table().by_verb.keys() - {"be"})
NOUNS = sorted(frame_table().by_noun)


def found(text: str) -> bool:
    return is_candidate(Sentence(text, 1, 0, 0))


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("fly", {"fly", "flies", "flying", "flew", "flown"}),
        ("reply", {"replies", "replied", "replying"}),
        ("convey", {"conveys", "conveyed", "conveying"}),
        ("meet", {"meets", "met", "meeting"}),
        ("host", {"hosts", "hosted", "hosting"}),
        ("dine", {"dines", "dined", "dining"}),
        ("travel", {"travels", "travelled", "traveled", "travelling", "traveling"}),
        ("initial", {"initialled", "initialed"}),
        ("confer", {"conferred", "conferring"}),
        ("chat", {"chatted", "chatting"}),
        ("reach", {"reaches", "reached"}),
        ("go", {"goes", "going", "went", "gone"}),
        ("see", {"sees", "seeing", "saw", "seen"}),
    ],
)
def test_the_forms_of_a_verb(verb: str, forms: set[str]) -> None:
    assert forms <= verb_forms(verb)


@pytest.mark.parametrize("verb", VERBS)
def test_every_form_of_every_verb_of_the_frames_is_seen(verb: str) -> None:
    past = irregular_forms().get(verb) or [form for form in verb_forms(verb) if form.endswith("ed")]
    gerunds = [form for form in verb_forms(verb) if form.endswith("ing")]
    assert past
    assert gerunds
    for form in (verb, plural_form(verb), *past, *gerunds):
        assert found(f"Mera {form} Olander.")
        assert found(f"{form.capitalize()} Olander, Mera left.")


@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_of_the_frames_is_seen(noun: str) -> None:
    assert found(f"The {noun} was long.")
    assert found(f"Their {plural_form(noun)} were long.")


@pytest.mark.parametrize("text", ["The metal rusts.", "A callous mood.", "Prices rose.", ""])
def test_other_words_are_passed_over(text: str) -> None:
    assert not found(text)


def test_an_unseen_character_hides_no_word() -> None:
    assert found("Mera m\u200bet Olander.")
