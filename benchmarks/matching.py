"""Names judged in pairs and grouped through articles: ours beside others, on tests/identity.

Then all pairs of different people who held office, whose names should not be taken for one.

    python benchmarks/matching.py
    python benchmarks/matching.py --nomenklatura ~/nomenklatura/bin/python
    python benchmarks/matching.py --pairs pairs.jsonl

LogicV2 is nomenklatura's. It needs PyICU, which has no wheels, so it runs by an environment of its own; on Debian:
apt install python3-icu, then python3 -m venv --system-site-packages FOLDER, then FOLDER/bin/pip install nomenklatura.
It groups names that it takes for one, and through them others.
"""

import argparse
import json
import subprocess
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.actors import known_actors, resolve
from kg.actors.full_name import full_name
from kg.actors.matching import Named, match
from kg.actors.spelling import sound
from kg.evaluation.agreement import Agreement, agreement
from kg.evaluation.corpus import named_corpus
from kg.gazetteer import fold
from kg.office_holders import holders

FOLDER = Path(__file__).resolve().parents[1] / "tests" / "identity"
LOGIC_V2_FROM = 0.7
"""The score from which nomenklatura proposes two entities as one."""

LOGIC_V2 = """
import json, sys
from followthemoney import model
from nomenklatura.matching import LogicV2

def entity(id, name, country, born):
    made = model.make_entity("Person")
    made.id = id
    made.add("name", name)
    made.add("country", (country or "").lower() or None)
    made.add("birthDate", born or None)
    return made

config = LogicV2.default_config()
for line in sys.stdin:
    pair = json.loads(line)
    one = entity("a", pair["a"], pair.get("country"), pair.get("born_a"))
    other = entity("b", pair["b"], pair.get("other_country", pair.get("country")), pair.get("born_b"))
    print(LogicV2.compare(one, other, config).score)
"""

Pair = Mapping[str, Any]


def logic_v2(python: Path, pairs: list[Pair]) -> list[float]:
    """Its scores."""
    asked = "".join(json.dumps(dict(pair)) + "\n" for pair in pairs)
    told = subprocess.run([python, "-c", LOGIC_V2], input=asked, capture_output=True, text=True, check=True)
    return [float(line) for line in told.stdout.split()]


def ours(pair: Pair) -> bool:
    one, other = (Named(pair[key], pair.get("country"), pair.get(f"born_{key}", "")) for key in ("a", "b"))
    return match(one, other).verdict == "same"


def alone(pair: Pair) -> bool:
    return fold(pair["a"]) == fold(pair["b"])


def alike(pair: Pair) -> bool:
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(fold(pair["a"]), fold(pair["b"])) >= 85


def row(name: str, pairs: list[Pair], judged: list[bool]) -> str:
    same = [verdict for pair, verdict in zip(pairs, judged, strict=True) if pair["same"]]
    other = [verdict for pair, verdict in zip(pairs, judged, strict=True) if not pair["same"]]
    return f"{name:34} {sum(same) / len(same):8.3f} {sum(other) / len(other):8.3f}"


def score_row(name: str, found: Agreement) -> str:
    return f"{name:34} {found.precision:9.4f} {found.recall:7.3f} {found.b3_precision:9.4f} {found.b3_recall:7.3f}"


def linked(names: list[tuple[str, str | None]], is_one: Callable[[int, int], bool]) -> Iterator[int]:
    """The number of each name's group, where names that are one are linked through others too."""
    group = list(range(len(names)))
    for one in range(len(names)):
        for other in range(one):
            if group[one] != group[other] and is_one(one, other):
                kept, lost = sorted((group[one], group[other]))
                group = [kept if number == lost else number for number in group]
    yield from group


def print_office_holders() -> None:
    """How many pairs of different people are taken for one; those without a like word are not judged."""
    names: dict[str, str] = {}
    countries: dict[str, set[str]] = defaultdict(set)
    like: dict[str, set[str]] = defaultdict(set)
    for term in holders().all:
        names[term.person.id] = term.person.name
        countries[term.person.id].add(term.country)
    for id_, name in names.items():
        for word in full_name(name).words:
            like[sound(word)].add(id_)
    near = {pair for ids in like.values() for pair in combinations(sorted(ids), 2)}
    print(f"\n{len(names)} people who held office          pairs  a like word  taken for one")
    for title, told in (("of one country, which is told", True), ("of any countries, none told", False)):
        judged = [pair for pair in near if not told or countries[pair[0]] & countries[pair[1]]]
        merged = 0
        for one, other in judged:
            country = min(countries[one] & countries[other]) if told else None
            merged += match(Named(names[one], country), Named(names[other], country)).verdict == "same"
        every = sum(not told or bool(countries[one] & countries[other]) for one, other in combinations(names, 2))
        print(
            f"{title:34} {every:8} {len(judged):12} {merged:14} {merged / every:.4%} of all, {merged / len(judged):.2%}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, default=FOLDER / "pairs.jsonl")
    parser.add_argument("--nomenklatura", type=Path, metavar="PYTHON", help="of an environment that has it")
    options = parser.parse_args()
    lines = options.pairs.read_text(encoding="utf-8").splitlines()
    pairs: list[Pair] = [json.loads(line) for line in lines]
    print(f"{len(pairs)} pairs{'':23} {'same':>8} {'other':>8}   share taken for one")
    print(row("kg actors match", pairs, list(map(ours, pairs))))
    print(row("every name its own", pairs, list(map(alone, pairs))))
    print(row("rapidfuzz token_sort_ratio >= 85", pairs, list(map(alike, pairs))))
    if options.nomenklatura:
        scores = logic_v2(options.nomenklatura, pairs)
        print(row(f"LogicV2 >= {LOGIC_V2_FROM}", pairs, [score >= LOGIC_V2_FROM for score in scores]))
        worst = sorted(score for pair, score in zip(pairs, scores, strict=True) if not pair["same"])
        held = worst[-1 - len(worst) // 100]
        print(row("LogicV2, one merge in 100 wrong", pairs, [score > held for score in scores]))

    corpus = named_corpus(FOLDER / "articles.jsonl")
    who = resolve(corpus.named, known_actors(), corpus.published).who
    people = len(set(corpus.right.values()))
    print(f"\n{people} people in {len(corpus.published)} articles  precision  recall  B3 prec.  B3 rec.")
    print(score_row("identity", agreement(corpus.right, who)))
    names = {one.id: fold(one.name) for one in corpus.named}
    print(score_row("every name its own", agreement(corpus.right, names)))
    if options.nomenklatura:
        told = sorted({(one.name, one.country) for one in corpus.named}, key=str)
        near = [(one, other) for one in range(len(told)) for other in range(one) if told[one][1] == told[other][1]]
        asked: list[Pair] = [{"a": told[one][0], "b": told[other][0], "country": told[one][1]} for one, other in near]
        scores = logic_v2(options.nomenklatura, asked)
        same = {pair for pair, score in zip(near, scores, strict=True) if score >= LOGIC_V2_FROM}
        group = dict(zip(told, linked(told, lambda one, other: (one, other) in same), strict=True))
        by_logic = {one.id: group[one.name, one.country] for one in corpus.named}
        print(score_row(f"LogicV2 >= {LOGIC_V2_FROM}", agreement(corpus.right, by_logic)))
    print_office_holders()


if __name__ == "__main__":
    main()
