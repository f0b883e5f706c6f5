"""The table of evidence: what counts how much, and from when on two spellings are one actor."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg.actors import evidence
from kg.actors.evidence import Finding
from kg.actors.spellings import Spelling

Evidence = Callable[[Spelling, Spelling], Finding | None]
Verdict = Literal["same", "different", "unsure"]

FOR: tuple[tuple[Evidence, float], ...] = (
    (evidence.same_name, 1.0),
    (evidence.spelled_otherwise, 1.0),
    (evidence.fuller_name, 1.0),
    (evidence.both_surnames, 1.0),
    (evidence.known_by_form, 1.0),
    (evidence.same_surname, 1.0),
)
"""The strongest of these counts."""

AGAINST: tuple[Evidence, ...] = (
    evidence.other_country,
    evidence.other_given_name,
    evidence.other_suffix,
    evidence.other_family,
    evidence.told_apart,
)
"""Any of these outweighs all that speaks for it; the first found is the reason given."""

THRESHOLD = 0.7
"""From this score on two spellings are one actor. A wrong merge is worse than a missed one."""

YEARS_APART = 10
"""A surname alone is not joined with a full name of another time: sons and namesakes hold office too."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the table says of two spellings; `because` is the strongest reason."""

    verdict: Verdict
    score: float
    because: str


def judge(one: Spelling, other: Spelling) -> Judgement:
    """Weighs all evidence for one and against it."""
    for rule in AGAINST:
        if contradiction := rule(one, other):
            return Judgement("different", -contradiction.score, contradiction.because)
    found = [(weight * finding.score, finding) for rule, weight in FOR if (finding := rule(one, other))]
    if not found:
        return Judgement("unsure", 0.0, "")
    score, best = max(found, key=lambda item: item[0])
    return Judgement("same" if score >= THRESHOLD else "unsure", score, best.because)
