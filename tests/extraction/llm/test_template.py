"""The prompt is data: relations come from the ontology, and its own examples are right by our rules."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from kg.extraction.llm.answers import read_answer
from kg.extraction.llm.grounding import grounded
from kg.extraction.llm.own import own_reading
from kg.extraction.llm.schema import schema
from kg.extraction.llm.template import template
from kg.model import Article
from kg.vocabulary import vocabulary

GOLD = Path(__file__).parents[2] / "gold"
EXAMPLE = re.compile(
    r"^Title: (?P<title>[^\n]*)\nOutlet: [^\n]*\nDate: (?P<weekday>\w+) (?P<day>\S+)\n\n"
    r"(?P<text>(?:[^\n]+\n)+)\nAnswer:\n"
    r"(?P<answer>\{.*?\})(?=\n\n)",
    re.MULTILINE | re.DOTALL,
)
EXAMPLES = list(EXAMPLE.finditer(template().text))


def test_relations_and_statuses_come_from_the_ontology():
    text, known = template().text, vocabulary()
    assert template().version == "contacts.en 2"
    assert "{{" not in text
    for relation in known.relations.values():
        assert relation.scope
        assert f"- {relation.name}: {relation.scope}" in text
    for status in known.statuses.values():
        assert (f"- {status.name}: {status.scope}" in text) is not status.derived
    assert "disputed" not in json.dumps(schema())


def test_there_are_examples():
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_is_borne_out_by_its_own_article(example):
    day = date.fromisoformat(example["day"])
    assert f"{day:%A}" == example["weekday"]
    article = Article("0" * 16, "example", example["text"].rstrip("\n"), example["title"], day)
    answer = read_answer(example["answer"])
    found = grounded([answer], own_reading(article).source, "example")
    assert len(found.drafts) == len(answer.contacts)
    assert {each.reason for each in found.refused} <= {"day marked as inferred"}


def test_examples_are_not_taken_from_what_is_measured_on():
    gold = "\n".join((GOLD / name).read_text(encoding="utf-8") for name in ("train.jsonl", "dev.jsonl", "seed.jsonl"))
    for example in EXAMPLES:
        for sentence in re.split(r"(?<=\.)\s", example["text"]):
            if len(sentence.split()) > 4:
                assert sentence not in gold
