"""Fits the weights of the learned part on annotated articles: `python -m kg.training GOLD.jsonl`.

Needs scikit-learn, which nothing else does. The same articles and program give the same file, byte by byte.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluation import gold_records
from kg.evaluation.parts import PARTS, part_of
from kg.extraction.draft import Draft
from kg.extraction.home import home_of
from kg.extraction.learned import joined
from kg.extraction.learned.dating import days_file, save_days
from kg.extraction.learned.features import VERSION
from kg.extraction.learned.judging import seen
from kg.extraction.learned.model import MODEL_FILE, Model, read_model, save
from kg.extraction.names import Settled, settle
from kg.extraction.parse import Parsed, parse_of, votes
from kg.extraction.rules import drafts
from kg.extraction.sentences import Sentence, sentences
from kg.model import Article
from kg.training.days import Choice, choices, fit_days
from kg.training.fitting import Example, fit
from kg.training.labels import examples

THRESHOLD, EASED, SURE, DOUBT = 0.7, 0.55, 0.85, 0.1
"""See `kg.extraction.learned.model.Model`. On unseen articles typed F1 is the same from 0.6 and 0.45 to 0.7 and 0.55,
within 0.01, and precision is higher by 0.03, so the stricter are taken."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the gold sets, fits, writes the files."""
    parser = argparse.ArgumentParser(prog="train", description="Fits the learned part on annotated articles.")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated articles, one JSON object a line")
    parser.add_argument("--part", choices=PARTS, help="only the articles of one part")
    parser.add_argument(
        "--also", nargs="+", default=(), type=Path, help="more annotated articles, all of them whatever the part"
    )
    parser.add_argument("--out", type=Path, default=MODEL_FILE, help="the file to write (%(default)s)")
    options = parser.parse_args(arguments)
    try:
        records = [
            record
            for path in options.gold
            for record in gold_records(path)
            if options.part in (None, part_of(str(record["id"])))
        ]
        records += [record for path in options.also for record in gold_records(path)]
        train(records, options.out)
    except KgError as fault:
        print(f"train: {fault}", file=sys.stderr)
        return 1
    return 0


def train(records: Sequence[Mapping[str, Any]], out: Path) -> None:
    """Fits on annotated articles and writes the model's file, and that of the days beside it."""
    found = list(labelled(records))
    fitted = fit(found)
    about = {
        "articles": len(records),
        "data": digest(records),
        "features": VERSION,
        "relations": fitted.relations,
        "statuses": fitted.statuses,
        "slope": fitted.slope,
        "shift": fitted.shift,
        "threshold": THRESHOLD,
        "eased": EASED,
        "sure": SURE,
        "doubt": DOUBT,
    }
    save(out, fitted.keys, fitted.weights, fitted.bias, about)
    contacts = sum(bool(example.relations) for example in found)
    print(
        f"{out}: {len(fitted.keys)} features, {len(found)} pairs of {len(records)} articles, {contacts} with contacts, "
        f"{out.stat().st_size / 1e6:.1f} MB"
    )
    several = list(dated(records, read_model(out)))
    beside = days_file(out)
    keys, weights = fit_days(several)
    save_days(beside, keys, weights, len(records))
    print(f"{beside}: {len(keys)} features, {len(several)} contacts, {beside.stat().st_size / 1e6:.2f} MB")


def labelled(records: Iterable[Mapping[str, Any]]) -> Iterator[Example]:
    """The candidate pairs of annotated articles with their labels."""
    for number, record in enumerate(records):
        found, settled, parses, rules = _read(record)
        yield from examples(number, record, found, settled, seen(found, settled, parses, rules))


def dated(records: Iterable[Mapping[str, Any]], model: Model) -> Iterator[Choice]:
    """The contacts of annotated articles with their possible days, read with the weights of contacts."""
    for record in records:
        found, settled, parses, rules = _read(record)
        published = article_of(record).published
        told = joined(found, settled, parses, published, rules, model)
        pairs = seen(found, settled, parses, rules)
        yield from choices(record, found, settled, parses, published, pairs, told, model)


def _read(record: Mapping[str, Any]) -> tuple[tuple[Sentence, ...], Settled, list[Parsed], tuple[Draft, ...]]:
    """An annotated article up to the point where the learned part begins."""
    article = article_of(record)
    found = sentences(article)
    settled = settle(found, votes(found), home_of(article), article.published)
    (parses,) = parse_of([(found, settled)])
    return found, settled, parses, tuple(drafts(found, settled, parses, article.published))


def article_of(record: Mapping[str, Any]) -> Article:
    """An annotated article without its annotations."""
    day = record.get("date")
    return Article(
        str(record["id"]),
        str(record["id"]),
        str(record["text"]),
        str(record.get("title") or ""),
        date.fromisoformat(day) if day else None,
        record.get("source"),
    )


def digest(records: Iterable[Mapping[str, Any]]) -> str:
    """A hash of annotated articles that their order does not change."""
    lines = sorted(json.dumps(record, sort_keys=True, ensure_ascii=False) for record in records)
    return sha256("\n".join(lines).encode()).hexdigest()
