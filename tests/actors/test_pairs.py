"""Real names, as news spells them: the same actor or not. A new case is a new row of pairs.csv."""

import csv
from pathlib import Path

import pytest

from kg.actors import resolve

PAIRS = list(csv.DictReader((Path(__file__).parent / "pairs.csv").open(encoding="utf-8", newline="")))


def label(row: dict[str, str]) -> str:
    return f"{row['one']} {row['country']} – {row['other']} {row['other_country']}"


@pytest.mark.parametrize("row", PAIRS, ids=label)
@pytest.mark.parametrize("turned", [False, True], ids=["", "turned"])
def test_two_names_are_one_actor_or_not(row, turned, named):
    pair = [
        named(row["one"], row["country"] or None, article="a1"),
        named(row["other"], row["other_country"] or None, article="a2"),
    ]
    identities = resolve(reversed(pair) if turned else pair, (), {}).identities
    same = len({identity.actor for identity in identities}) == 1
    assert same == (row["same"] == "yes"), [(identity.actor, identity.because) for identity in identities]


def test_every_row_says_yes_or_no_and_no_pair_stands_twice():
    assert {row["same"] for row in PAIRS} == {"yes", "no"}
    assert all(row["note"] for row in PAIRS)
    pairs = [frozenset({(row["one"], row["country"]), (row["other"], row["other_country"], "")}) for row in PAIRS]
    assert len(set(pairs)) == len(pairs)
