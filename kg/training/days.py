"""Weights of the days that contacts may have, fitted so that the day which the annotators gave is preferred."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Any

from kg.extraction.draft import Draft
from kg.extraction.learned.dating import key_of
from kg.extraction.learned.days import Contact, Day, contact_of, days
from kg.extraction.learned.judging import Seen, telling
from kg.extraction.learned.model import Model
from kg.extraction.learned.timeline import Timeline, timeline
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.sentences import Sentence
from kg.training.labels import Told, told_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RARE = 5
"""A feature of fewer days is left out."""
STRENGTH = 15.0
"""Of the regularisation; from 3 to 30 cross-validation over articles finds no difference."""
SMALL = 0.02
"""A weight nearer to nothing is not kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The possible days of one contact: the features of each, and whether it is right."""

    features: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def choices(
    record: Mapping[str, Any],
    sentences: Sequence[Sentence],
    settled: Settled,
    parses: Sequence[Parsed],
    published: date | None,
    pairs: Iterable[Seen],
    drafts: Iterable[Draft],
    model: Model,
) -> Iterator[Choice]:
    """Of an annotated article: its contacts as the annotators have them, and as the extraction tells them.

    Args:
        record: the article as the annotators left it.
        sentences: its sentences.
        settled: its names.
        parses: the parsed sentences.
        published: its day.
        pairs: the candidate pairs.
        drafts: the contacts that are found in it.
        model: the weights of the contacts, which tell their words.
    """
    times = timeline(sentences, parses, published)
    gold = told_of(record, sentences, settled)
    for contact, wanted in (*_annotated(pairs, gold, model), *_found(drafts, gold, times)):
        possible = days(contact, times, settled)
        right = tuple(_is_right(day, wanted, published.isoformat() if published else None) for day in possible)
        if any(right):
            yield Choice(tuple(day.features for day in possible), right)


def _annotated(pairs: Iterable[Seen], gold: Sequence[Told], model: Model) -> Iterator[tuple[Contact, set[str | None]]]:
    for pair in pairs:
        first, second = pair.candidate.first.entity, pair.candidate.second.entity
        for one in gold:
            if pair.reading.parsed.sentence.index in one.evidence and one.is_of(first, second):
                status, relation = one.pair.contact["status"], one.pair.relation
                word = telling(pair, model).i
                actors = frozenset((first, second))
                yield Contact(pair.reading.parsed, word, status, relation, actors), {one.pair.contact["date"]}


def _found(drafts: Iterable[Draft], gold: Sequence[Told], times: Timeline) -> Iterator[tuple[Contact, set[str | None]]]:
    """What is found and is right but for its day; of several annotated contacts, those told here in that status."""
    for draft in drafts:
        contact = contact_of(draft, times)
        if contact is None:
            continue
        pairs = list(product(draft.subjects, draft.objects) if draft.objects else combinations(draft.subjects, 2))
        same = [
            one
            for one in gold
            if draft.relation in (one.pair.relation, *one.pair.contact.get("accept", ()))
            and any(one.is_of(*pair) for pair in pairs)
        ]
        if not same:
            continue
        ranks = [(draft.sentence.index in one.evidence, one.pair.contact["status"] == draft.status) for one in same]
        wanted = {one.pair.contact["date"] for one, rank in zip(same, ranks, strict=True) if rank == max(ranks)}
        if len(wanted) == 1 or max(ranks)[0]:
            yield contact, wanted


def _is_right(day: Day, wanted: set[str | None], published: str | None) -> bool:
    """As the scoring has it: without a day, that of publication is right if it is given as such."""
    told, only_published = day.key
    if only_published:
        return None in wanted or published in wanted
    return told in wanted


def fit_days(found: Sequence[Choice]) -> tuple["NDArray[np.uint32]", "NDArray[np.float16]"]:
    """The keys and weights of features: those under which the right days are likeliest, the same each time."""
    import numpy as np
    from scipy.optimize import minimize
    from scipy.sparse import csr_matrix

    counts = Counter(feature for choice in found for features in choice.features for feature in features)
    columns = {f: column for column, f in enumerate(sorted(f for f, count in counts.items() if count >= RARE))}
    indices: list[int] = []
    ends, groups, right = [0], [], []
    for number, choice in enumerate(found):
        for features, is_right in zip(choice.features, choice.right, strict=True):
            indices += sorted(columns[feature] for feature in features if feature in columns)
            ends.append(len(indices))
            groups.append(number)
            right.append(float(is_right))
    if not columns:
        return np.array([], dtype=np.uint32), np.array([], dtype=np.float16)
    matrix = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(groups), len(columns)))
    group, wanted = np.array(groups), np.array(right)

    def loss(weights: "NDArray[np.float64]") -> tuple[float, "NDArray[np.float64]"]:
        scores = matrix @ weights
        highest = np.full(len(found), -np.inf)
        np.maximum.at(highest, group, scores)
        raised = np.exp(scores - highest[group])
        every, good = np.bincount(group, raised), np.bincount(group, raised * wanted)
        likely = np.maximum(good / every, 1e-12)
        slope = matrix.T @ (raised / every[group] - raised * wanted / np.maximum(good, 1e-300)[group])
        return float(STRENGTH * weights @ weights / 2 - np.log(likely).sum()), slope + STRENGTH * weights

    fitted = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    kept = [(key_of(feature), weight) for feature, weight in zip(columns, fitted, strict=True) if abs(weight) >= SMALL]
    return np.array([k for k, _ in kept], dtype=np.uint32), np.array([w for _, w in kept], dtype=np.float16)
