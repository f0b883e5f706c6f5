"""Fits the weights of the learned part on annotated articles: `python -m kg.training GOLD.jsonl`.

Needs scikit-learn, which nothing else does. The same articles and program give the same file, byte by byte.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kg.errors import KgError
from kg.evaluation import gold_records
from kg.evaluation.parts import PARTS, part_of
from kg.extraction.learned import dating, joined, linking
from kg.extraction.learned.features import VERSION
from kg.extraction.learned.judging import seen
from kg.extraction.learned.linking import linked
from kg.extraction.learned.model import MODEL_FILE, Model, read_model, save
from kg.extraction.learned.ranking import Ranker, beside, save_ranker
from kg.extraction.parse import Parsed
from kg.extraction.rules import drafts
from kg.training.annotated import Annotated, annotated, digest
from kg.training.days import choices
from kg.training.fitting import Example, fit
from kg.training.labels import examples
from kg.training.ranking import Choice, fit_ranker
from kg.training.references import References, fit_links, read_references

THRESHOLD, EASED, SURE, DOUBT = 0.7, 0.55, 0.85, 0.1
"""See `kg.extraction.learned.model.Model`. On unseen articles typed F1 is the same from 0.6 and 0.45 to 0.7 and 0.55,
within 0.01, and precision is higher by 0.03, so the stricter are taken."""
DAYS = 15.0
"""Strength of the regularisation of days; from 3 to 30 cross-validation over articles finds no difference."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads the gold sets, fits, writes the files."""
    parser = argparse.ArgumentParser(prog="train", description="Fits the learned part on annotated articles.")
    parser.add_argument("gold", nargs="+", type=Path, help="annotated articles, one JSON object a line")
    parser.add_argument("--part", choices=PARTS, help="only the articles of one part")
    parser.add_argument(
        "--also", nargs="+", default=(), type=Path, help="more annotated articles, all of them whatever the part"
    )
    parser.add_argument("--references", type=Path, help="whom pronouns and descriptions of some of these articles mean")
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
        train(records, read_references(options.references) if options.references else {}, options.out)
    except KgError as fault:
        print(f"train: {fault}", file=sys.stderr)
        return 1
    return 0


def train(records: Sequence[Mapping[str, Any]], known: Mapping[str, References], out: Path) -> None:
    """Fits on annotated articles and writes the model's file, and those of links and days beside it.

    Args:
        records: the annotated articles.
        known: whom the anaphors of some of them mean, by the article's id.
        out: the file of the model.
    """
    articles = [annotated(record) for record in records]
    links = fit_links(articles, known)
    _save(links.whole, out, linking.QUESTION, linking.VERSION, len(known))
    print(
        f"  on parts left out: {links.right} words linked rightly, of {links.wanted} that mean an actor "
        f"and {links.told} that are linked"
    )
    several = [(one, linked(one.sentences, one.settled, one.parses, links.unseen(one))) for one in articles]
    found = list(labelled(several))
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
    _save(fit_ranker(list(dated(several, read_model(out))), DAYS), out, dating.QUESTION, dating.VERSION, len(records))


def labelled(articles: Iterable[tuple[Annotated, Sequence[Parsed]]]) -> Iterator[Example]:
    """The candidate pairs of annotated articles with their labels; each article with its linked parses."""
    for number, (one, parses) in enumerate(articles):
        rules = tuple(drafts(one.sentences, one.settled, parses, one.published))
        pairs = seen(one.sentences, one.settled, parses, rules)
        yield from examples(number, one.record, one.sentences, one.settled, pairs)


def dated(articles: Iterable[tuple[Annotated, Sequence[Parsed]]], model: Model) -> Iterator[Choice]:
    """The contacts of annotated articles with their possible days, read with the weights of contacts."""
    for one, parses in articles:
        rules = tuple(drafts(one.sentences, one.settled, parses, one.published))
        told = joined(one.sentences, one.settled, parses, one.published, rules, model)
        pairs = seen(one.sentences, one.settled, parses, rules)
        yield from choices(one, parses, pairs, told, model)


def _save(fitted: Ranker, out: Path, question: str, version: int, articles: int) -> None:
    path = beside(out, question)
    save_ranker(path, fitted, articles, version)
    print(f"{path}: {len(fitted.weight)} features, {path.stat().st_size / 1e6:.2f} MB")
