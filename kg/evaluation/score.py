"""Precision, recall and F1 of contacts against a gold set, with the interval of resampled articles."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kg.evaluation.calibration import Bin, bins
from kg.evaluation.matching import (
    Json,
    Level,
    Match,
    Pair,
    gold_pairs,
    matches,
    same_date,
    same_place,
    same_status,
    system_pairs,
)

RESAMPLINGS = 1000
THRESHOLDS = (0.0, 0.3, 0.5, 0.7, 0.9)
"""Confidences at which the trade of precision for recall is shown."""


@dataclass(frozen=True, slots=True)
class Score:
    """How many of the found are right, and how many of the wanted are found."""

    right: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """Share of the found that is right; with nothing found, 1 if nothing was wanted."""
        return self.right / self.found if self.found else float(not self.wanted)

    @property
    def recall(self) -> float:
        """Share of the wanted that is found; with nothing wanted, 1 if nothing was found."""
        return self.right / self.wanted if self.wanted else float(not self.found)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class LevelScore:
    """The score at one level, with the middle 95 % of F1 over resampled articles."""

    level: Level
    score: Score
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share; 0 of 0 is 0."""
        return self.hits / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Finding:
    """A gold pair that was missed, or a system's pair that is none, with its article."""

    article: str
    pair: Pair


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that is measured of one system.

    Attributes:
        articles, answered: articles of the gold set, and those that the system has.
        unknown: ids that only the system has; they are left out.
        levels: pair, typed and full.
        relations: typed, by the gold set's relation.
        fields: among typed matches, shares by name ("status", "date, where gold has one").
        empty: articles without contacts; stray: pairs the system finds in them, in so many of them.
        thresholds: typed score of contacts from a confidence on.
        calibration: confidence and share of right, by tenths.
    """

    articles: int
    answered: int
    unknown: tuple[str, ...]
    levels: tuple[LevelScore, ...]
    relations: Mapping[str, Score]
    fields: Mapping[str, Share]
    empty: int
    stray: Share
    misses: tuple[Finding, ...]
    alarms: tuple[Finding, ...]
    thresholds: Mapping[float, Score]
    calibration: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class _Graded:
    """One article with its pairs and their matches."""

    id: str
    gold: list[Pair]
    system: list[Pair]
    matches: list[Match]

    def right(self, level: Level) -> int:
        return sum(match.level >= level for match in self.matches)

    def typed(self) -> list[Match]:
        return [match for match in self.matches if match.level >= Level.TYPED]

    def score(self, level: Level) -> Score:
        return Score(self.right(level), len(self.system), len(self.gold))


def score(gold: Iterable[Json], system: Iterable[Json]) -> Evaluation:
    """Scores a system's records of articles against annotated ones.

    Args:
        gold: annotated articles with id, title, text, date, contacts and entities.
        system: records as `kg extract --format jsonl` prints them; an article that is missing counts as one
            without contacts.
    """
    wanted, answers = ({str(record["id"]): record for record in records} for records in (gold, system))
    graded = [_graded(key, article, answers.get(key, {})) for key, article in wanted.items()]
    empty = [article for article in graded if not article.gold]
    return Evaluation(
        articles=len(wanted),
        answered=len(wanted.keys() & answers.keys()),
        unknown=tuple(sorted(answers.keys() - wanted.keys())),
        levels=tuple(_level(graded, level) for level in (Level.PAIR, Level.TYPED, Level.FULL)),
        relations=_relations(graded),
        fields=_fields(graded),
        empty=len(empty),
        stray=Share(sum(len(article.system) for article in empty), sum(bool(article.system) for article in empty)),
        misses=tuple(_missed(graded)),
        alarms=tuple(_false(graded)),
        thresholds={
            threshold: _total(
                [_graded(key, article, _confident(answers.get(key, {}), threshold)) for key, article in wanted.items()],
                Level.TYPED,
            )
            for threshold in THRESHOLDS
        },
        calibration=bins(_told(graded)),
    )


def _told(graded: Iterable[_Graded]) -> Iterator[tuple[float, bool]]:
    """The confidence of each pair of the system, and whether it is right."""
    for article in graded:
        right = {match.system for match in article.typed()}
        for index, pair in enumerate(article.system):
            yield float(pair.contact.get("confidence", 1)), index in right


def _graded(key: str, article: Json, answer: Json) -> _Graded:
    gold, system = gold_pairs(article), system_pairs(answer, article)
    return _Graded(key, gold, system, matches(system, gold))


def _confident(answer: Json, threshold: float) -> dict[str, Any]:
    contacts = answer.get("contacts") or ()
    return {"contacts": [one for one in contacts if float(one.get("confidence", 1)) >= threshold]}


def _total(graded: Iterable[_Graded], level: Level) -> Score:
    scores = [article.score(level) for article in graded]
    return Score(*(sum(parts) for parts in zip(*((s.right, s.found, s.wanted) for s in scores), strict=True)))


def _level(graded: list[_Graded], level: Level) -> LevelScore:
    scores = [article.score(level) for article in graded]
    draw = random.Random(0)
    drawn = []
    for _ in range(RESAMPLINGS):
        sample = draw.choices(scores, k=len(scores))
        drawn.append(
            Score(sum(s.right for s in sample), sum(s.found for s in sample), sum(s.wanted for s in sample)).f1
        )
    drawn.sort()
    edge = RESAMPLINGS // 40
    return LevelScore(level, _total(graded, level), drawn[edge], drawn[RESAMPLINGS - edge - 1])


def _relations(graded: list[_Graded]) -> dict[str, Score]:
    right, found, wanted = (Counter[str]() for _ in range(3))
    order: dict[str, None] = {}
    for article in graded:
        # A relation that gold accepts instead of its own counts under gold's.
        typed = {match.system: article.gold[match.gold].relation for match in article.typed()}
        labels = [typed.get(index, pair.relation) for index, pair in enumerate(article.system)]
        wanted.update(pair.relation for pair in article.gold)
        found.update(labels)
        right.update(typed.values())
        order |= dict.fromkeys([*(pair.relation for pair in article.gold), *labels])
    return {name: Score(right[name], found[name], wanted[name]) for name in sorted(order, key=lambda n: -wanted[n])}


def _fields(graded: list[_Graded]) -> dict[str, Share]:
    typed = [(article.system[m.system], article.gold[m.gold]) for article in graded for m in article.typed()]
    dated = [(one, gold) for one, gold in typed if gold.contact["date"] is not None]
    placed = [(one, gold) for one, gold in typed if gold.contact.get("place") is not None]
    tests = {
        "status": (same_status, typed),
        "date": (same_date, typed),
        "date, where gold has one": (same_date, dated),
        "place": (same_place, typed),
        "place, where gold has one": (same_place, placed),
    }
    return {name: Share(sum(test(*pair) for pair in pairs), len(pairs)) for name, (test, pairs) in tests.items()}


def _missed(graded: list[_Graded]) -> Iterable[Finding]:
    for article in graded:
        hit = {match.gold for match in article.typed()}
        yield from (Finding(article.id, pair) for index, pair in enumerate(article.gold) if index not in hit)


def _false(graded: list[_Graded]) -> Iterable[Finding]:
    for article in graded:
        hit = {match.system for match in article.typed()}
        yield from (Finding(article.id, pair) for index, pair in enumerate(article.system) if index not in hit)
