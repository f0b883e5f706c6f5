"""Scoring against a gold set of three articles, with numbers worked out by hand.

Gold has 6 pairs: three in `one`, three among the signers of `two`, none in `three`. The system has 5:
`one` a meeting told as talks (accepted, full), a call with a wrong date (typed), and a hosting seen from the
guest's side (accepted turned round; the gold set has no date and takes the day of publication as such: full);
`two` the right pair with a wrong relation; `three` a false alarm.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import ArticleError
from kg.evaluation import Evaluation, evaluate
from kg.evaluation.matching import Level
from kg.evaluation.score import Score, Share

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"

Records = list[dict[str, Any]]


def system() -> Records:
    return [json.loads(line) for line in (HERE / "system.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def evaluation() -> Evaluation:
    return evaluate(GOLD, system())


def test_pairs_types_and_full_matches_are_counted(evaluation: Evaluation) -> None:
    assert {one.level: one.score for one in evaluation.levels} == {
        Level.PAIR: Score(4, 5, 6),
        Level.TYPED: Score(3, 5, 6),
        Level.FULL: Score(2, 5, 6),
    }


def test_precision_recall_and_f1() -> None:
    score = Score(3, 5, 6)
    assert (score.precision, score.recall) == (0.6, 0.5)
    assert score.f1 == pytest.approx(6 / 11)
    assert Score(0, 0, 0).f1 == 1.0
    assert Score(0, 0, 3).f1 == 0.0


def test_the_interval_holds_the_score(evaluation: Evaluation) -> None:
    for one in evaluation.levels:
        assert 0 <= one.low <= one.score.f1 <= one.high <= 1


def test_an_accepted_relation_counts_under_the_gold_one(evaluation: Evaluation) -> None:
    assert evaluation.relations == {
        "signed_with": Score(0, 0, 3),
        "met": Score(1, 3, 1),
        "called": Score(1, 1, 1),
        "hosted": Score(1, 1, 1),
    }


def test_fields_are_measured_among_typed_matches(evaluation: Evaluation) -> None:
    assert evaluation.fields == {
        "status": Share(3, 3),
        "date": Share(2, 3),
        "date, where gold has one": Share(1, 1),
        "place": Share(2, 3),
        "place, where gold has one": Share(1, 1),
    }


def test_false_alarms_in_articles_without_contacts(evaluation: Evaluation) -> None:
    assert (evaluation.empty, evaluation.stray) == (1, Share(1, 1))


def test_misses_and_alarms_name_their_article(evaluation: Evaluation) -> None:
    assert [finding.article for finding in evaluation.misses] == ["two", "two", "two"]
    assert [finding.article for finding in evaluation.alarms] == ["two", "three"]


def test_articles_that_one_side_lacks_are_told(evaluation: Evaluation) -> None:
    assert (evaluation.articles, evaluation.answered, evaluation.unknown) == (3, 3, ("four",))
    assert evaluate(GOLD, []).answered == 0


def test_a_threshold_gives_up_recall_for_precision(evaluation: Evaluation) -> None:
    assert evaluation.thresholds == {
        0.0: Score(3, 5, 6),
        0.3: Score(3, 4, 6),
        0.5: Score(2, 3, 6),
        0.7: Score(1, 2, 6),
        0.9: Score(1, 1, 6),
    }


def test_the_gold_set_itself_is_right_throughout() -> None:
    gold = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines() if line]
    assert all(one.score.f1 == 1 for one in evaluate(GOLD, gold).levels)


def first_contact(change: Callable[[dict[str, Any]], None]) -> Score:
    contact = system()[0]["contacts"][0]
    change(contact)
    return evaluate(GOLD, [{"id": "one", "contacts": [contact]}]).levels[1].score


def test_a_mention_that_the_article_lacks_claims_nobody() -> None:
    stranger = [{"name": "Somebody", "mentions": ["Béla Bartók", "Varga of Pécs"]}]
    assert first_contact(lambda contact: contact.update(objects=stranger)).right == 0


def test_a_mention_that_two_participants_list_claims_nobody() -> None:
    both = [{"name": "Somebody", "mentions": ["her host"]}, {"name": "Anybody", "mentions": ["her host"]}]
    assert first_contact(lambda contact: contact.update(objects=both)).right == 0
    assert first_contact(lambda contact: contact.update(objects=both[:1])).right == 1


def test_a_pair_of_one_with_himself_is_left_out() -> None:
    assert first_contact(lambda contact: contact.update(objects=contact["subjects"])).found == 0


def test_the_order_counts_where_the_relation_has_one() -> None:
    guest_as_host = {
        "subjects": ["Lindqvist"],
        "relation": "hosted",
        "objects": ["Varga"],
        "status": "occurred",
    }
    score = evaluate(GOLD, [{"id": "one", "contacts": [guest_as_host]}])
    assert [one.score.right for one in score.levels] == [1, 0, 0]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"id": "a"}', "line 1: no annotated article"),
        ('\n{"id": ', "line 2: no JSON"),
        ("[]", "line 1: no annotated article"),
        ("\n\n", "has no annotated article"),
    ],
)
def test_a_bad_gold_set_is_named_with_its_line(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ArticleError, match=told):
        evaluate(path, [])


def test_a_gold_set_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"nowhere\.jsonl cannot be read"):
        evaluate(tmp_path / "nowhere.jsonl", [])
