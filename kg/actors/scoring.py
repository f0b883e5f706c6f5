"""Weighs the evidence: whether two spellings are one actor, and why."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Final, Literal

from kg.actors import circumstances, evidence, full_names
from kg.actors.alignment import Alignment, align
from kg.actors.finding import Finding
from kg.actors.full_name import full_name
from kg.actors.full_names import WordEvidence
from kg.actors.spellings import Spelling
from kg.actors.weights import weights

Evidence = Callable[[Spelling, Spelling], Finding | None]
Verdict = Literal["same", "different", "unsure"]

OF_SPELLINGS: Final[dict[str, Evidence]] = {
    rule.__name__: rule
    for rule in (
        evidence.same_name,
        evidence.both_surnames,
        evidence.known_by_form,
        evidence.same_surname,
        evidence.other_country,
        evidence.told_apart,
        evidence.child_by_name,
        circumstances.born_same_day,
        circumstances.born_same_year,
        circumstances.other_birth,
        circumstances.same_office,
        circumstances.other_office,
        circumstances.named_beside,
    )
}
OF_WORDS: Final[dict[str, WordEvidence]] = {
    rule.__name__: rule
    for rule in (
        full_names.weakest_word,
        full_names.many_words,
        full_names.last_words,
        full_names.one_word_only,
        full_names.no_word,
        full_names.initials,
        full_names.unlike_letters,
        full_names.differing_word,
        full_names.differing_words,
        full_names.further_word,
        full_names.further_words,
        full_names.further_name_behind,
        full_names.further_name_before,
        full_names.further_name_inside,
        full_names.half_given_name,
        full_names.unlike_short_word,
        full_names.turned,
        full_names.common_words,
        full_names.other_middle_initial,
        full_names.other_generation,
        full_names.father_by_name,
        full_names.given_name_alone,
    )
}
"""Every evidence there is, by the name that `identity.toml` gives it."""


_LONGEST: Final = 300
"""Characters of the longest name that is looked into: to compare words letter by letter takes their lengths squared."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the table says of two spellings; `because` is the strongest reason."""

    verdict: Verdict
    score: float
    because: str


def judge(one: Spelling, other: Spelling) -> Judgement:
    """Weighs all evidence for one and against it; texts that are too long for names are one only if they are equal."""
    if max(len(one.shown), len(other.shown)) > _LONGEST:
        return Judgement("same", 1.0, "the same text") if one.shown == other.shown else Judgement("unsure", 0.0, "")
    pair = align(full_name(one.shown), full_name(other.shown)) if one.full and other.full else None
    for finding in _never(one, other, pair):
        return Judgement("different", 0.0, finding.because)
    strongest, because = max(_strongest(one, other), default=(0.0, ""))
    if pair is None or strongest >= weights().same_from:
        return _judgement(strongest, because)
    return _weighed(one, other, pair)


def verdict_on(one: Spelling, other: Spelling) -> Verdict:
    """What `judge` would say, at once of two full names each with a word of its own: most pairs of a block are such."""
    return "different" if _clearly_two(one, other) else judge(one, other).verdict


def _clearly_two(one: Spelling, other: Spelling) -> bool:
    """Whether words that differ outweigh all that could speak for two names."""
    if not (one.full and other.full) or max(len(one.shown), len(other.shown)) > _LONGEST:
        return False
    if one.born or other.born or one.offices & other.offices:
        return False
    pair = align(full_name(one.shown), full_name(other.shown))
    if not (pair.left and pair.right) or evidence.both_surnames(one, other):
        return False
    return _most_with_differing_words(_kind(pair)) < weights().different_below


@cache
def _most_with_differing_words(kind: str) -> float:
    table = weights().full_names[kind]
    return _logistic(
        table["bias"]
        + table["differing_word"]
        + sum(weight for name, weight in table.items() if name != "bias" and weight > 0)
    )


def _kind(pair: Alignment) -> str:
    return "han" if pair.script.startswith("han") else "same_script" if pair.script == "latin" else "other_script"


def _logistic(total: float) -> float:
    return 1 / (1 + exp(-total))


def _never(one: Spelling, other: Spelling, pair: Alignment | None) -> Iterator[Finding]:
    for name in weights().never:
        rule = OF_SPELLINGS.get(name)
        found = rule(one, other) if rule else OF_WORDS[name](pair) if pair else None
        if found:
            yield Finding(found.score, found.because.replace("{}", other.shown))


def _strongest(one: Spelling, other: Spelling) -> Iterator[tuple[float, str]]:
    for name, weight in weights().strongest.items():
        if found := OF_SPELLINGS[name](one, other):
            yield min(1.0, weight * found.score), found.because


def _weighed(one: Spelling, other: Spelling, pair: Alignment) -> Judgement:
    """Sums up what two full names and their circumstances say; the reason is the strongest of the side that wins."""
    table = weights().full_names[_kind(pair)]
    found = [(table[name], finding) for name in table if name != "bias" and (finding := OF_WORDS[name](pair))]
    found += [
        (weight, finding)
        for name, weight in weights().circumstances.items()
        if (finding := OF_SPELLINGS[name](one, other))
    ]
    score = _logistic(table["bias"] + sum(weight * finding.score for weight, finding in found))
    wins = 1 if score >= weights().same_from else -1
    _, best = max(found, key=lambda item: wins * item[0] * item[1].score)
    where = " and country" if one.country and one.country == other.country and "in order" in best.because else ""
    return _judgement(score, best.because.replace(" as “{}”", f"{where} as “{{}}”").replace("{}", other.shown))


def _judgement(score: float, because: str) -> Judgement:
    table = weights()
    verdict: Verdict = (
        "same" if score >= table.same_from else "different" if because and score < table.different_below else "unsure"
    )
    return Judgement(verdict, score, because)
