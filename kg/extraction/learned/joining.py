"""Rules and model together: the model adds what it is sure of and drops what it finds unlikely."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product

from kg.extraction.draft import Draft
from kg.extraction.learned.drafting import Telling
from kg.extraction.learned.judging import Judged
from kg.vocabulary import vocabulary


def kept(rules: Iterable[Draft], pairs: Sequence[Judged], doubt: float) -> tuple[Draft, ...]:
    """The drafts of the rules that the model does not find unlikely, with its probability as their confidence.

    Each stands by its best pair: one participant wrongly taken does not bring down the others. What the model
    does not look at (a headline) stays as it is.
    """
    found = []
    scores = {(pair.sentence.index, pair.pair): pair.verdict.contact for pair in pairs}
    for draft in rules:
        known = [scores[key] for pair in _pairs(draft) if (key := (draft.sentence.index, pair)) in scores]
        if not known:
            found.append(draft)
        elif max(known) >= doubt:
            found.append(replace(draft, confidence=round(max(known), 3)))
    return tuple(found)


def new(tellings: Iterable[Telling], rules: Sequence[Draft]) -> list[Telling]:
    """What the model tells and no draft of the rules does in the same sentence."""
    told = [(draft.sentence.index, pair, draft.relation) for draft in rules for pair in _pairs(draft)]
    return [
        one
        for one in tellings
        if not any(
            index == one.judged.sentence.index and pair == one.judged.pair and _related(relation, one.relation)
            for index, pair, relation in told
        )
    ]


def _pairs(draft: Draft) -> list[frozenset[int]]:
    if not draft.objects:
        return [frozenset(pair) for pair in combinations(draft.subjects, 2)]
    return [frozenset(pair) for pair in product(draft.subjects, draft.objects) if len(set(pair)) == 2]


def _related(one: str, other: str) -> bool:
    relations = vocabulary().relations
    return bool(relations[one].families & relations[other].families)
