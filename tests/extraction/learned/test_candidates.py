"""Which pairs of a sentence the learned part looks at."""

from typing import Any


def test_all_who_are_named_in_a_sentence_are_paired(reads: Any) -> None:
    names = reads(
        "Chilean President Ana Mera and Norwegian President Lars Olander spoke with Kenyan President Joseph Otieno."
    ).names()

    assert names == {("Ana Mera", "Lars Olander"), ("Ana Mera", "Joseph Otieno"), ("Lars Olander", "Joseph Otieno")}


def test_a_place_comes_second_wherever_it_stands(reads: Any) -> None:
    assert ("Ana Mera", "Oslo") in reads("In Oslo, Chilean President Ana Mera laid a wreath.").names()


def test_a_pronoun_stands_for_whom_the_rules_take_it_to_mean(reads: Any) -> None:
    found = reads("Chilean President Ana Mera left on Monday. She sat down with Norwegian President Lars Olander.")

    assert ("Ana Mera", "Lars Olander") in found.names()


def test_nobody_is_paired_with_their_own_country(reads: Any) -> None:
    assert reads("Chilean President Ana Mera spoke to Chile on Monday.").names() == set()


def test_nobody_is_paired_with_one_of_another_sentence(reads: Any) -> None:
    found = reads("Chilean President Ana Mera spoke of peace. Norwegian President Lars Olander was in Lima.")

    assert ("Ana Mera", "Lars Olander") not in found.names()


def test_the_title_has_no_pairs_of_its_own(reads: Any) -> None:
    assert not reads("Rain fell.", title="Chilean President Ana Mera meets Norwegian President Lars Olander").pairs()
