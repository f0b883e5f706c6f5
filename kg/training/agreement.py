"""Fits how sure a language model's contacts are, on answers that were recorded.

    python -m kg.training.agreement GOLD RECORDED [--out FILE]

A contact's signs are whether our own reading has it too and reads its day so; its confidence is the share of
right ones (typed) among all with these signs.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from kg.articles import read
from kg.errors import ArticleError
from kg.evaluation import gold_records
from kg.evaluation.matching import Level, gold_pairs, matches, system_pairs
from kg.extraction.llm.cache import Recorded
from kg.extraction.llm.confidence import ALL, table
from kg.extraction.llm.prompts import prompts
from kg.extraction.llm.reader import Reader, Reading
from kg.extraction.record import contact_records

FEWEST = 20
"""Pairs that signs need for a share of their own."""


def main() -> None:
    """Fits and writes; prints what was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("gold", type=Path, help="annotated articles, one JSON object a line")
    options.add_argument("recorded", type=Path, help="folder of recorded answers to the prompts of some of them")
    options.add_argument("--out", type=Path, default=table(), help="file to write")
    given = options.parse_args()
    known = Recorded(given.recorded)
    articles = [
        each
        for each in read([given.gold])
        if not isinstance(each, ArticleError) and all(known.get(prompt) is not None for prompt in prompts(each))
    ]
    gold = {str(record["id"]): record for record in gold_records(given.gold)}
    readings = [each for each in Reader("recorded", known).readings(articles) if isinstance(each, Reading)]
    right, found = counted(readings, gold)
    for signs in sorted(found):
        print(f"{signs:32} {right[signs]:4} of {found[signs]:4}")
    given.out.write_text(json.dumps(shares(right, found), indent=1) + "\n", encoding="utf-8")


def counted(readings: Iterable[Reading], gold: Mapping[str, Mapping[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    """By signs, the pairs that are right and all pairs of the readings."""
    right, found = Counter[str](), Counter[str]()
    for reading in readings:
        record = contact_records(reading.document)
        signs = {id(contact): told for contact, told in zip(record["contacts"], reading.signs, strict=True)}
        article = gold[reading.document.article.name]
        pairs = system_pairs(record, article)
        hit = {match.system for match in matches(pairs, gold_pairs(article)) if match.level >= Level.TYPED}
        for index, pair in enumerate(pairs):
            for key in (signs[id(pair.contact)], ALL):
                found[key] += 1
                right[key] += index in hit
    return right, found


def shares(right: Mapping[str, int], found: Mapping[str, int]) -> dict[str, float]:
    """The share of right ones by signs, a little nearer to one half than counted; rare signs are left to all."""
    return {
        signs: round((right.get(signs, 0) + 1) / (number + 2), 3)
        for signs, number in sorted(found.items())
        if number >= FEWEST or signs == ALL
    }


if __name__ == "__main__":
    main()
