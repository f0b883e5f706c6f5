"""How well identity holds: the people of annotated articles as one corpus, against whom the articles mean.

In a gold set somebody has one name through all articles; where annotators spelled it in two ways, an entity's
`who` tells the one that counts.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.actors import known_actors, resolve
from kg.evaluation import gold_records
from kg.evaluation.agreement import Agreement, agreement, merged_wrongly
from kg.gazetteer import fold
from kg.model import Document, NamedActor


@dataclass(frozen=True, slots=True)
class IdentityEvaluation:
    """What became of the people of a gold set.

    Attributes:
        people: people of the gold set; `mentioned` how often articles have one, `found` how often a reader found him.
        alone: the same, had every name been its own.
        wrong: two people taken for one: how each is named, and where.
    """

    people: int
    mentioned: int
    found: int
    agreement: Agreement
    alone: Agreement
    wrong: tuple[tuple[str, str], ...]


def evaluate_identity(gold: Path, documents: Iterable[Document]) -> IdentityEvaluation:
    """Resolves who is who in documents and compares with a gold set.

    Args:
        gold: annotated articles, one JSON object a line: id, contacts, entities.
        documents: what an extractor read in them; named by the ids of the gold set.

    Raises:
        ArticleError: the gold set cannot be read.
    """
    records = {str(record["id"]): record for record in gold_records(gold)}
    read = [document for document in documents if document.article.name in records]
    named = [actor for document in read for actor in document.actors]
    published = {document.article.id: document.article.published for document in read}
    who = resolve(named, known_actors(), published).who
    right: dict[str, str] = {}
    shown: dict[str, str] = {}
    wanted = [entity for document in read for entity in _people(records[document.article.name])]
    for document in read:
        for actor, entity in _matched(document, records[document.article.name]):
            right[actor.id] = _who(entity)
            shown[actor.id] = f"{actor.name} in {document.article.name}"
    system = {named: who[named] for named in right}
    names = {actor.id: fold(actor.name) for actor in named}
    return IdentityEvaluation(
        len({_who(entity) for entity in wanted}),
        len(wanted),
        len(right),
        agreement(right, system),
        agreement(right, {named: names[named] for named in right}),
        tuple((shown[one], shown[other]) for one, other in merged_wrongly(right, system)),
    )


def identity_as_text(found: IdentityEvaluation) -> str:
    """The evaluation in lines."""
    return "\n".join(_lines(found))


def identity_as_dict(found: IdentityEvaluation) -> dict[str, Any]:
    """The numbers of an evaluation, ready for JSON."""
    return {
        "people": found.people,
        "mentioned": found.mentioned,
        "found": found.found,
        "identity": _numbers(found.agreement),
        "every_name_its_own": _numbers(found.alone),
        "wrong_merges": [list(pair) for pair in found.wrong],
    }


def _numbers(one: Agreement) -> dict[str, float]:
    return {
        "precision": one.precision,
        "recall": one.recall,
        "b3_precision": one.b3_precision,
        "b3_recall": one.b3_recall,
        "pairs_right": one.right,
        "pairs_found": one.found,
        "pairs_wanted": one.wanted,
    }


def _lines(found: IdentityEvaluation) -> Iterator[str]:
    yield f"{found.people} people, named in articles {found.mentioned} times, {found.found} times found"
    for name, one in (("identity", found.agreement), ("every name its own", found.alone)):
        yield (
            f"{name:20} pairs: precision {one.precision:.3f} recall {one.recall:.3f} "
            f"({one.right} of {one.wanted})   B³: precision {one.b3_precision:.3f} recall {one.b3_recall:.3f}"
        )
    yield f"wrong merges: {len(found.wrong)}"
    for one_name, other in found.wrong:
        yield f"  {one_name} = {other}"


def _who(entity: Mapping[str, Any]) -> str:
    return str(entity.get("who") or entity["name"])


def _people(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [entity for entity in record["entities"] if entity.get("type") == "person"]


def _matched(document: Document, record: Mapping[str, Any]) -> Iterator[tuple[NamedActor, Mapping[str, Any]]]:
    """The named persons of a document that one annotated person alone is called so as they are."""
    for actor in document.actors:
        if actor.type != "person":
            continue
        called = set(map(fold, (actor.name, *actor.forms)))
        fitting = [
            entity
            for entity in _people(record)
            if called & set(map(fold, (entity["name"], *entity.get("mentions", ()))))
        ]
        if len(fitting) == 1:
            yield actor, fitting[0]
