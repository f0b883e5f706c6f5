"""How good the extraction is: its contacts against those of careful readers."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from kg.errors import ArticleError
from kg.evaluation.parts import Part, part_of
from kg.evaluation.score import Evaluation, score

__all__ = ["Evaluation", "evaluate", "evaluate_by", "gold_records"]


def evaluate(
    gold: Path,
    documents: Iterable[Mapping[str, Any]],
    part: Part | None = None,
    among: Container[str] | None = None,
) -> Evaluation:
    """Scores extracted contacts against a gold set.

    Args:
        gold: annotated articles, one JSON object a line: id, title, text, date, contacts, entities.
        documents: what `kg extract --format jsonl` prints, one object an article.
        part: only the articles of that part; those of the other are left out of the documents too.
        among: only the articles with these ids.

    Raises:
        ArticleError: the gold set cannot be read; the message names file and line.
    """
    articles = [record for record in gold_records(gold) if _is_meant(record, part, among)]
    if not articles:
        raise ArticleError(f"{gold} has no annotated article")
    return score(articles, (each for each in documents if _is_meant(each, part, among)))


def evaluate_by(
    gold: Path,
    documents: Iterable[Mapping[str, Any]],
    key: str,
    part: Part | None = None,
    among: Container[str] | None = None,
) -> dict[str, Evaluation]:
    """Scores each group of the gold set that has the same value of a key ("genre") by itself.

    Raises:
        ArticleError: the gold set cannot be read.
    """
    answers = {str(document["id"]): document for document in documents}
    groups: dict[str, list[dict[str, Any]]] = {}
    for record in gold_records(gold):
        if not _is_meant(record, part, among):
            continue
        groups.setdefault(str(record.get(key, "")), []).append(record)
    return {
        name: score(records, [answers[r["id"]] for r in records if r["id"] in answers])
        for name, records in sorted(groups.items())
    }


def gold_records(gold: Path) -> Iterator[dict[str, Any]]:
    """The annotated articles of a gold set.

    Raises:
        ArticleError: the file cannot be read, or a line is no annotated article; names file and line.
    """
    try:
        lines = gold.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise ArticleError(f"{gold} cannot be read: {fault}") from fault
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _annotated(line, f"{gold}, line {number}")


def _is_meant(record: Mapping[str, Any], part: Part | None, among: Container[str] | None) -> bool:
    name = str(record["id"])
    return part in (None, part_of(name)) and (among is None or name in among)


def _annotated(line: str, where: str) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as fault:
        raise ArticleError(f"{where}: no JSON ({fault})") from fault
    if not isinstance(record, dict) or not {"id", "contacts", "entities"} <= record.keys():
        raise ArticleError(
            f"{where}: no annotated article", "A gold set has id, text, contacts and entities in each line"
        )
    return record
