"""Rules and model together."""

from typing import Any

from kg.extraction.learned.drafting import Telling, drafts
from kg.extraction.learned.joining import kept, new
from kg.extraction.learned.judging import Judged
from kg.extraction.learned.model import Verdict, model

MET = "Chilean President Ana Mera met Norwegian President Lars Olander in Lima on Monday."
THREE = "Chilean President Ana Mera, Norwegian President Lars Olander and Kenyan President Joseph Otieno met on Monday."


def _judged(read: Any, contact: float) -> list[Judged]:
    return [Judged(pair, Verdict(contact, {"met=": 1.0}, {"occurred": 1.0})) for pair in read.pairs()]


def _tellings(read: Any, relation: str = "met") -> list[Telling]:
    return [
        Telling(pair, relation, "occurred", pair.seen.candidate.first.entity, pair.seen.candidate.second.entity)
        for pair in _judged(read, 0.9)
    ]


def test_what_the_model_finds_unlikely_is_dropped(reads: Any) -> None:
    read = reads(MET)

    assert read.rules
    assert kept(read.rules, _judged(read, 0.05), doubt=0.1) == ()
    assert {draft.confidence for draft in kept(read.rules, _judged(read, 0.7), doubt=0.1)} == {0.7}


def test_what_the_model_does_not_look_at_stays(reads: Any) -> None:
    read = reads(MET)

    assert kept(read.rules, [], doubt=0.9) == read.rules


def test_what_the_rules_tell_is_not_told_again(reads: Any) -> None:
    read = reads(MET)
    told = {frozenset((one.subject, one.object)) for one in new(_tellings(read), read.rules)}

    assert not any(pair <= draft.actors for pair in told for draft in read.rules if draft.relation == "met")
    assert new(_tellings(read), ()) == _tellings(read)


def test_three_who_all_met_are_one_contact(reads: Any) -> None:
    read = reads(THREE)
    (draft,) = drafts(_tellings(read), model(), None, [None] * len(read.sentences))

    assert [read.name(e) for e in draft.subjects] == ["Ana Mera", "Lars Olander", "Joseph Otieno"]
    assert draft.objects == ()


def test_one_who_met_two_is_one_contact_with_two_sides(reads: Any) -> None:
    read = reads(THREE)
    mera = [one for one in _tellings(read) if read.name(one.subject) == "Ana Mera"]
    (draft,) = drafts(mera, model(), None, [None] * len(read.sentences))

    assert ([read.name(e) for e in draft.subjects], [read.name(e) for e in draft.objects]) == (
        ["Ana Mera"],
        ["Lars Olander", "Joseph Otieno"],
    )


def test_each_host_has_a_contact_of_their_own(reads: Any) -> None:
    read = reads(THREE)
    found = list(drafts(_tellings(read, "hosted"), model(), None, [None] * len(read.sentences)))

    assert [read.name(draft.subjects[0]) for draft in found] == ["Ana Mera", "Lars Olander"]
    assert sorted(len(draft.objects) for draft in found) == [1, 2]
