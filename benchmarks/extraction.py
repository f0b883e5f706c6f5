"""Articles a second of our extraction against spaCy's own full pipeline, on the same texts in one run.

    python benchmarks/extraction.py [ARTICLES.jsonl] [--articles 1000]

Three collections, in which 10 %, 50 % and 100 % of the articles have words of contact; the rest are fillers
without any, since most of a day's news tells of no meeting. Medians of three runs, models loaded before.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from kg.articles import read
from kg.extraction import extract
from kg.extraction.candidates import is_candidate
from kg.extraction.parse import pipeline
from kg.extraction.sentences import sentences
from kg.model import Article

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
SHARES = (0.1, 0.5, 1.0)
RUNS = 3
FILLERS = (
    "Rainfall in the northern valleys was above the average of the decade, the weather service of Norway found.",
    "Wheat prices in Chicago rose by two per cent as buyers in Egypt and Turkey looked for cheaper grain.",
    "The bridge over the Danube remains closed to lorries until the end of May, according to the city of Novi Sad.",
    "Unemployment in Portugal fell for the third month, while inflation in Spain was unchanged.",
    "A rare orchid was found near Lake Victoria by botanists from Kampala.",
)


def has_contact_words(article: Article) -> bool:
    return any(map(is_candidate, sentences(article)))


def collection(told: Sequence[Article], share: float, number: int) -> list[Article]:
    """So many articles, the share with contact words spread evenly among fillers of the same length."""
    found: list[Article] = []
    source = cycle(told)
    for index in range(number):
        article = next(source)
        if int((index + 1) * share) == int(index * share):
            lines = islice(cycle(FILLERS), index % 5, index % 5 + max(1, len(article.text) // 100))
            article = replace(article, title="", text="\n".join(lines))
        found.append(replace(article, id=f"bench-{index}", name=f"bench-{index}"))
    return found


def rate(work: Callable[[], object], number: int) -> float:
    """Articles a second, the median of several runs."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return number / statistics.median(times)


def drain(found: object) -> None:
    for _ in found:  # type: ignore[attr-defined]
        pass


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", nargs="?", type=Path, help="articles, a JSONL file; else those of seeds/")
    options.add_argument("--articles", type=int, default=1000, help="in each collection (1000)")
    given = options.parse_args()
    known = [article for article in read([given.file or SEEDS]) if isinstance(article, Article)]
    told = [article for article in known if has_contact_words(article)]
    nlp = pipeline()
    drain(extract(told[:20]))
    print(f"{given.articles} articles a collection, median of {RUNS} runs\n")
    print("contact words   contact-kg   spaCy alone   articles a second")
    for share in SHARES:
        articles = collection(told, share, given.articles)
        ours = rate(lambda: drain(extract(articles)), len(articles))  # noqa: B023
        theirs = rate(lambda: drain(nlp.pipe(f"{a.title}\n{a.text}" for a in articles)), len(articles))  # noqa: B023
        print(f"{share:>12.0%}{ours:>13.1f}{theirs:>14.1f}   {ours / theirs:.2f} times")


if __name__ == "__main__":
    main()
