"""Who is who: time and memory for 1,000, 10,000 and 100,000 distinct names, and for one article more.

    python benchmarks/identity.py
    python benchmarks/identity.py --names 1000 --names 10000

The names clash as real ones do: few surnames and given names are borne by many, one in eight is another spelling
of a name that is there, one in ten a surname alone. Times are seconds and milliseconds of the processor.
"""

import argparse
import gc
import random
import resource
import time
from collections import defaultdict, deque
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import accumulate

from kg.actors import block_keys, known_actors, resolve
from kg.model import NamedActor

_COUNTRIES = "RU UA IR TR SA EG FR DE US GB IN PK CN KR JP BR MX ES IT NG KE ZA PL GR IL".split()
_OTHERWISE = (("kh", "h"), ("v", "w"), ("ou", "u"), ("i", "y"), ("sh", "ch"), ("k", "q"), ("a", "e"))
_PER_ARTICLE = 6
_FIRST = date(2020, 1, 1)


def words(count: int, chance: random.Random) -> list[str]:
    """So many made-up words that sound like names."""
    onsets = "b d f g k l m n p r s t v z sh kh ch br kr st".split()
    found: dict[str, None] = {}
    while len(found) < count:
        parts = (chance.choice(onsets) + chance.choice("a e i o u ou".split()) for _ in range(chance.randint(2, 4)))
        found["".join(parts) + chance.choice(["", "n", "v", "ri", "s", "k"])] = None
    return list(found)


def names(count: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """So many distinct names with their countries; the n-th commonest surname is borne by a share of 1/n."""
    surnames, given = words(max(60, count // 5), chance), words(max(40, min(2000, count // 10)), chance)
    shares = list(accumulate(1 / (place + 3) for place in range(max(len(surnames), len(given)))))
    of_surnames, of_given = shares[: len(surnames)], shares[: len(given)]
    seen: set[tuple[str, str]] = set()
    recent: deque[tuple[str, str]] = deque(maxlen=500)
    while len(seen) < count:
        surname = chance.choices(surnames, cum_weights=of_surnames)[0]
        first = chance.choices(given, cum_weights=of_given)[0]
        country = chance.choice(_COUNTRIES)
        told = [surname] if chance.random() < 0.1 else [first, surname]
        if recent and chance.random() < 0.125:
            earlier, country = chance.choice(recent)
            told = [_otherwise(earlier, chance)]
        name = " ".join(word.capitalize() for word in " ".join(told).split())
        if (name, country) not in seen:
            seen.add((name, country))
            recent.append((name, country))
            yield name, country


def _otherwise(name: str, chance: random.Random) -> str:
    old, new = chance.choice(_OTHERWISE)
    return name.lower().replace(old, new, 1)


def corpus(count: int) -> tuple[list[NamedActor], dict[str, date | None]]:
    """Named actors of articles that name six each."""
    named, published = [], dict[str, date | None]()
    for place, (name, country) in enumerate(names(count, random.Random(7))):
        article = f"{place // _PER_ARTICLE:08x}"
        published[article] = _FIRST + timedelta(days=place % 1500)
        digest = sha256(f"{name} {country}".encode()).hexdigest()[:6]
        named.append(NamedActor(f"{article}-{digest}", name, "person", country, None, (name,)))
    return named, published


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, action="append", help="how many; once for each measure")
    sizes = parser.parse_args().names or [1_000, 10_000, 100_000]
    known = known_actors()
    columns = [("names", 8), ("all anew, s", 12), ("actors", 8), ("largest block", 14)]
    columns += [("one more article, ms", 21), ("worst, ms", 10), ("MB", 6)]
    print(" ".join(f"{name:>{width}}" for name, width in columns))
    for count in sizes:
        named, published = corpus(count)
        started = time.process_time()
        found = resolve(named, known, published)
        whole = time.process_time() - started
        blocks = defaultdict(list)
        for one in named:
            for key in block_keys(one):
                blocks[key].append(one)
        gc.collect()
        gc.freeze()  # a store has the other articles on its disk, where no garbage is looked for
        chance, took = random.Random(1), []
        for _ in range(20):
            touched = {key for one in chance.sample(named, _PER_ARTICLE) for key in block_keys(one)}
            started = time.process_time()
            resolve([one for key in touched for one in blocks[key]], known, published)
            took.append(time.process_time() - started)
        gc.unfreeze()
        took.sort()
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(
            f"{count:8} {whole:12.1f} {len(found.actors):8} {max(map(len, blocks.values())):14} "
            f"{1000 * took[len(took) // 2]:21.0f} {1000 * took[-1]:10.0f} {memory:6}",
            flush=True,
        )


if __name__ == "__main__":
    main()
