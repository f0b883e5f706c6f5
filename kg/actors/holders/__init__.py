"""Builds `ontology/actors/holders/`: who held which office when.

    python -m kg.actors.holders office_holders.csv

The facts are rows of country, office, position, person, wikidata, start, end and snapshot; `by_hand.toml` and the
other files `by_hand_*.toml` beside the built ones end, add and drop terms. The same input gives the same files, byte
for byte.
"""

import csv
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.actors.holders.facts import told
from kg.actors.holders.files import files

__all__ = ["build", "by_hand"]


def build(facts: Path, folder: Path) -> Mapping[str, str]:
    """The files to stand in the folder, by name.

    Raises:
        DataError: by_hand.toml of the folder is not as it must be.
    """
    with facts.open(encoding="utf-8", newline="") as stream:
        return files(*told(csv.DictReader(stream), by_hand(folder)))


def by_hand(folder: Path) -> Mapping[str, Any]:
    """What `by_hand*.toml` of the folder tell together: lists of one country and office are joined."""
    whole: dict[str, Any] = {}
    for path in sorted(folder.glob("by_hand*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if not isinstance(value, dict):
                whole[key] = value
                continue
            entry = whole.setdefault(key, {})
            for part, told_here in value.items():
                if part in entry:
                    told_here = {**entry[part], **told_here} if isinstance(told_here, dict) else entry[part] + told_here
                entry[part] = told_here
    return whole
