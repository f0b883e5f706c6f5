"""The learned part as the extractor calls it."""

from datetime import date
from typing import Any

import pytest

from kg.extraction.learned import drafts, fingerprint, joined

DAY = date(2024, 11, 30)


def _told(read: Any) -> set[tuple[str, str, str, str]]:
    found = joined(read.sentences, read.settled, read.parses, DAY, read.rules)
    return {
        (read.name(d.subjects[0]), d.relation, read.name((*d.subjects[1:], *d.objects)[0]), d.status) for d in found
    }


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Ana Mera met Norwegian President Lars Olander for two hours in Lima on Monday.",
        "Chilean Foreign Minister Ana Mera held talks with her Norwegian counterpart Lars Olander on Monday.",
    ],
)
def test_a_meeting_is_told(reads: Any, text: str) -> None:
    assert ("Ana Mera", "met", "Lars Olander", "occurred") in _told(reads(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chilean President Ana Mera was born in the same year as Norwegian President Lars Olander.",
        "Chilean President Ana Mera accused Norwegian President Lars Olander of breaking the treaty.",
        "Neither Chilean President Ana Mera nor Norwegian President Lars Olander commented on the report.",
        "Shares in Lima fell after the Chilean central bank raised rates.",
    ],
)
def test_nothing_is_told_where_nobody_was_in_contact(reads: Any, text: str) -> None:
    assert _told(reads(text)) == set()


def test_a_draft_has_its_reason_its_day_and_a_probability(reads: Any) -> None:
    read = reads("Chilean President Ana Mera met Norwegian President Lars Olander for two hours in Lima on Monday.")
    draft = next(d for d in drafts(read.sentences, read.settled, read.parses, DAY, read.rules) if d.relation == "met")

    assert draft.frame == "learned:meet"
    assert draft.period.told == "2024-11-25"
    assert 0.4 < draft.confidence < 1


def test_the_same_article_gives_the_same_drafts(reads: Any) -> None:
    read = reads("Chilean President Ana Mera met Norwegian President Lars Olander and flew to Oslo on Monday.")
    arguments = (read.sentences, read.settled, read.parses, DAY, read.rules)

    assert joined(*arguments) == joined(*arguments)


def test_the_fingerprint_names_files_data_and_features() -> None:
    file, data, version, links, days = fingerprint().split("-")

    assert (len(file), len(data), version.isdigit(), len(links), len(days)) == (8, 8, True, 8, 8)
