"""Articles without end, and a process that writes them: what the tests of this folder kill, starve and read beside.

    python writer.py STORE ARTICLES TURNS

Each turn writes all articles by another extractor, so that from the second on every article is replaced. After each
batch a line is printed.
"""

import sys
from datetime import date, timedelta
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from kg.graph import open_writer
from kg.model import Article, Document, NamedActor, Period, Report, Status
from kg.pipeline import ingest

BATCH = 8
PEOPLE = [f"{first} {last}" for last in ("Mera", "Olander", "Tesk", "Ruvio", "Adan") for first in ("Ana", "Tor", "Iva")]
RELATIONS = ("met", "called", "spoke_with", "hosted", "wrote_to")
STATUSES: tuple[Status, ...] = ("occurred", "planned", "refused")


def document(number: int, turn: int) -> Document:
    """An article with three reports among a few people, so that its contacts are those of other articles too."""
    id_ = sha256(str(number).encode()).hexdigest()[:16]
    day = date(2024, 1, 1) + timedelta(days=number % 40)
    names = [PEOPLE[(number * step + step) % len(PEOPLE)] for step in (1, 2, 4, 7)]
    named = tuple(NamedActor(f"{id_}-{n:06}", name, "person", "NO", forms=(name,)) for n, name in enumerate(names))
    text = " ".join(f"{turn}: {one} and {other} on {day}." for one, other in pairwise(names))
    reports = tuple(
        Report(
            f"{id_}-{n:05}-1",
            RELATIONS[(number + n) % len(RELATIONS)],
            STATUSES[(number + n + turn) % len(STATUSES)],
            (named[n].id,),
            (named[n + 1].id,),
            Period.of(day.isoformat()),
            text,
            0,
            len(text),
            "by hand",
            0.9,
        )
        for n in range(3)
        if names[n] != names[n + 1]
    )
    hash_ = "sha256:" + sha256(text.encode()).hexdigest()
    article = Article(id_, f"{number}.txt", text, f"Article {number}", day, f"Outlet {number % 7}", None, hash_)
    return Document(article, named, reports, f"turn {turn}")


def main(store: str, articles: int, turns: int) -> None:
    with open_writer(Path(store), "soak") as writer:
        print("begun", flush=True)
        for turn in range(turns):
            for first in range(0, articles, BATCH):
                ingest(writer, [document(number, turn) for number in range(first, min(first + BATCH, articles))])
                print(f"turn {turn}, article {first}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
