"""Who is who over a corpus of articles: real people in many spellings, relatives, namesakes, changes of office."""

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from kg.actors import known_actors, resolve
from kg.evaluation.agreement import agreement, merged_wrongly
from kg.evaluation.corpus import named_corpus
from kg.model import NamedActor

FOLDER = Path(__file__).parent
CORPUS = named_corpus(FOLDER / "articles.jsonl")


@pytest.fixture(scope="module")
def who():
    return resolve(CORPUS.named, known_actors(), CORPUS.published).who


def test_the_corpus_holds_what_it_should():
    spellings, offices = defaultdict(set), defaultdict(set)
    for one in CORPUS.named:
        spellings[CORPUS.right[one.id]].add(one.name)
        offices[CORPUS.right[one.id]].add(one.office)
    assert sum(len(names) >= 4 for names in spellings.values()) >= 60
    assert sum(len(held - {None}) >= 2 for held in offices.values()) >= 10
    relatives = [json.loads(line) for line in (FOLDER / "relatives.jsonl").read_text(encoding="utf-8").splitlines()]
    told = {one.name for one in CORPUS.named}
    assert sum(pair["one"] in told and pair["other"] in told for pair in relatives) >= 15


def test_pairwise_precision_and_recall(who):
    found = agreement(CORPUS.right, who)
    assert found.precision >= 0.995, merged_wrongly(CORPUS.right, who)
    assert found.recall >= 0.90


def test_maduro_and_his_son_stay_two():
    named = [
        NamedActor(f"{article}-1", name, "person", "VE", None, (name,))
        for article, name in (("a", "Nicolás Maduro"), ("b", "Nicolás Maduro Guerra"), ("c", "Nicolás Maduro"))
    ]
    found = resolve(named, known_actors(), dict.fromkeys("abc", date(2020, 1, 1))).who
    assert found["a-1"] == found["c-1"] == "nicolas-maduro"
    assert found["b-1"] != "nicolas-maduro"


def test_better_than_every_name_its_own(who):
    found, alone = agreement(CORPUS.right, who), agreement(CORPUS.right, {one.id: one.name for one in CORPUS.named})
    assert found.b3_precision >= 0.995
    assert found.b3_recall > alone.b3_recall + 0.1


def test_an_office_is_who_held_it_on_the_day(who):
    by_name = {(one.name, CORPUS.published[one.id.rpartition("-")[0]].year): who[one.id] for one in CORPUS.named}
    assert by_name["Turkish foreign minister", 2015] != by_name["Turkish foreign minister", 2024]


def test_the_order_of_articles_changes_nothing(who):
    turned = resolve(reversed(CORPUS.named), known_actors(), CORPUS.published).who
    assert turned == who
