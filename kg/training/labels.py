"""What annotators say of each candidate pair: the contacts whose evidence is its sentence."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.evaluation.matching import Pair, Participant, gold_pairs
from kg.extraction.learned.judging import Seen
from kg.extraction.learned.model import BACK, EITHER, FORWARD
from kg.extraction.names import Settled
from kg.extraction.sentences import Sentence
from kg.gazetteer import fold
from kg.training.fitting import Example
from kg.vocabulary import vocabulary

_INITIATED = "initiator"


@dataclass(frozen=True, slots=True)
class Told:
    """A gold pair in its document.

    Attributes:
        subjects, objects: the entities that mean its two.
        evidence: indexes of the sentences of its evidence.
    """

    pair: Pair
    subjects: frozenset[int]
    objects: frozenset[int]
    evidence: frozenset[int]

    def is_of(self, first: int, second: int) -> bool:
        """Whether two entities are its two, in either order."""
        return (first in self.subjects and second in self.objects) or (
            second in self.subjects and first in self.objects
        )


def examples(
    article: int, record: Mapping[str, Any], sentences: Sequence[Sentence], settled: Settled, pairs: Iterable[Seen]
) -> Iterator[Example]:
    """The candidate pairs of an annotated article as examples.

    Args:
        article: number of the article.
        record: the article as the annotators left it.
        sentences: its sentences.
        settled: its names.
        pairs: its candidates.
    """
    told = told_of(record, sentences, settled)
    for pair in pairs:
        first, second = pair.candidate.first.entity, pair.candidate.second.entity
        here = pair.reading.parsed.sentence.index
        relations, statuses, elsewhere = [], [], False
        for one in told:
            if not one.is_of(first, second):
                continue
            if here not in one.evidence:
                elsewhere = True
                continue
            forward = first in one.subjects and second in one.objects
            relations.append(one.pair.relation + (_direction(one.pair.relation, forward)))
            statuses.append(str(one.pair.contact["status"]))
        yield Example(
            article, pair.kind, pair.shared, pair.own, tuple(relations), tuple(statuses), elsewhere and not relations
        )


def _direction(relation: str, forward: bool) -> str:
    known = vocabulary().relations[relation]
    if not known.ordered and known.direct != _INITIATED:
        return EITHER
    return FORWARD if forward else BACK


def told_of(record: Mapping[str, Any], sentences: Sequence[Sentence], settled: Settled) -> list[Told]:
    """The gold pairs, each with the document's entities that mean its two, and the sentences of its evidence."""
    known = _participants(settled)
    return [_told(pair, str(record["text"]), sentences, known) for pair in gold_pairs(record)]


def _told(pair: Pair, text: str, sentences: Sequence[Sentence], known: Sequence[Participant]) -> Told:
    evidence = str(pair.contact["evidence"])
    start = text.find(evidence)
    end = start + len(evidence)
    places = frozenset(
        s.index for s in sentences if s.offset is not None and s.offset < end - 1 and start + 1 < s.offset + len(s.text)
    )
    subjects, objects = (
        frozenset(index for index, one in enumerate(known) if one.means(other)) for other in (pair.subject, pair.object)
    )
    return Told(pair, subjects, objects, places if start >= 0 else frozenset())


def _participants(settled: Settled) -> list[Participant]:
    """The document's entities, each with the forms that mean no other."""
    forms = [frozenset(map(fold, (entity.name, *entity.forms))) for entity in settled.entities]
    owners = Counter(form for own in forms for form in own)
    return [
        Participant(entity.name, frozenset(f for f in own if owners[f] == 1 or f == fold(entity.name)))
        for entity, own in zip(settled.entities, forms, strict=True)
    ]
