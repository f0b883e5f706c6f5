"""What a capable model answered to exactly these prompts, and what is reached with it after grounding."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from kg.articles import read
from kg.errors import ArticleError
from kg.evaluation import evaluate
from kg.extraction.llm.cache import Recorded
from kg.extraction.llm.prompts import prompts
from kg.extraction.llm.reader import Reader
from kg.extraction.record import contact_records

GOLD = Path(__file__).parents[2] / "gold"
RECORDED = GOLD / "recorded"
TYPED, FULL = 0.88, 0.75


def answered(name):
    known = Recorded(RECORDED)
    return [each for each in read([GOLD / name]) if all(known.get(prompt) is not None for prompt in prompts(each))]


@pytest.fixture(scope="module")
def readings():
    return {
        name: list(Reader("recorded", Recorded(RECORDED)).readings(answered(name)))
        for name in ("train.jsonl", "dev.jsonl")
    }


def test_each_answer_is_to_a_prompt_that_the_code_builds():
    built = {prompt.name for name in ("train.jsonl", "dev.jsonl") for a in answered(name) for prompt in prompts(a)}
    assert {path.stem for path in RECORDED.glob("*.txt")} == built
    assert (RECORDED / "README.md").is_file()


def test_there_are_enough_of_all_genres():
    genres = {r["id"]: r["genre"] for r in map(json.loads, (GOLD / "train.jsonl").open(encoding="utf-8"))}
    found = Counter(genres[each.name] for each in answered("train.jsonl"))
    assert found.keys() == set(genres.values())
    assert found.total() >= 40
    assert len(answered("dev.jsonl")) >= 20


def test_every_article_is_answered_and_all_reach_what_a_careful_reader_does(readings, tmp_path):
    both = [each for found in readings.values() for each in found]
    assert not [each for each in both if isinstance(each, ArticleError)]
    documents = [each.document for each in both]
    gold = tmp_path / "gold.jsonl"
    gold.write_text("".join((GOLD / name).read_text(encoding="utf-8") for name in readings), encoding="utf-8")
    found = evaluate(gold, map(contact_records, documents), among={d.article.name for d in documents})
    f1 = {one.level.name: one.score.f1 for one in found.levels}
    assert f1["TYPED"] >= TYPED
    assert f1["FULL"] >= FULL


@pytest.mark.parametrize("name", ["train.jsonl", "dev.jsonl"])
def test_what_is_told_is_in_the_articles(readings, name):
    for reading in readings[name]:
        article = reading.document.article
        whole = re.sub(r"\s+", " ", f"{article.title} {article.text}")
        for report in reading.document.reports:
            assert re.sub(r"\s+", " ", report.quote) in whole
            assert report.start is None or article.text[report.start : report.end] == report.quote
        for actor in reading.document.actors:
            assert all(re.sub(r"\s+", " ", form) in whole for form in actor.forms)
