"""Builds `ontology/actors/holders/`: who held which office when.

    python -m kg.actors.holders office_holders.csv

The facts are rows of country, office, position, person, wikidata, start, end and snapshot; `by_hand.toml` beside
the built files ends, adds and drops terms. The same input gives the same files, byte for byte.
"""

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path

from kg.actors.holders.facts import BY_HAND, told
from kg.actors.holders.files import files

__all__ = ["build"]


def build(facts: Path, folder: Path) -> Mapping[str, str]:
    """The files to stand in the folder, by name.

    Raises:
        DataError: by_hand.toml of the folder is not as it must be.
    """
    by_hand = tomllib.loads((folder / BY_HAND).read_text(encoding="utf-8"))
    with facts.open(encoding="utf-8", newline="") as stream:
        return files(*told(csv.DictReader(stream), by_hand))
