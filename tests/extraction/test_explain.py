from datetime import date

from kg.extraction import read
from kg.extraction.explain import explained, marked
from kg.model import Article, NamedActor


def test_a_contact_is_explained_with_its_sentence_and_its_frame() -> None:
    text = "Chilean President Ana Mera telephoned Norwegian President Tor Olander on Friday, her office said."
    sentence, claim, why = explained(read(Article("0" * 16, "a", text, published=date(2024, 11, 30)), "rules"))
    assert sentence.startswith("[Chilean President Ana Mera] telephoned [Norwegian President Tor Olander]")
    assert claim.strip().startswith("Ana Mera | called | Tor Olander | occurred | 2024-11-29")
    assert "frame phone-verb" in why


def test_the_longest_form_is_marked_once() -> None:
    mera = NamedActor("a-1", "Ana Mera", "person", forms=("Mera", "President Ana Mera"))
    assert marked("President Ana Mera spoke.", [mera]) == "[President Ana Mera] spoke."
