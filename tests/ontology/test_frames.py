"""Every frame of the lexicon is run on its own sentences: those that must give a contact and those that must not."""

from collections.abc import Iterator
from datetime import date

import pytest

from kg.extraction import read
from kg.extraction.frame_table import Frame, frame_table
from kg.model import Article, Document

WHO_IS_WHO = "Prime Minister Ana Mera of Chile has been in office for a year. President Tor Olander of Norway is older."


def sentences(kind: str) -> Iterator[object]:
    for frame in frame_table().frames:
        for sentence in frame.fires if kind == "fires" else frame.silent:
            yield pytest.param(frame, sentence, id=f"{frame.name}: {sentence}")


def document(sentence: str) -> Document:
    return read(Article("0" * 16, "frame", f"{WHO_IS_WHO}\n{sentence}", published=date(2024, 5, 2)), "rules")


@pytest.mark.parametrize(("frame", "sentence"), sentences("fires"))
def test_fires(frame: Frame, sentence: str) -> None:
    relations = {report.relation for report in document(sentence).reports}
    expected = {frame.relation} | ({"called"} if frame.relation == "spoke_with" else set())
    assert relations & expected, f"{sentence} gives {relations or 'nothing'}"


@pytest.mark.parametrize(("frame", "sentence"), sentences("silent"))
def test_is_silent(frame: Frame, sentence: str) -> None:
    relations = {report.relation for report in document(sentence).reports}
    assert frame.relation not in relations, sentence
