"""A weighted edge list by period, as R's igraph and most network programs read it: from, to, period, weight."""

from collections import defaultdict
from typing import BinaryIO

from kg.export.dyads import Dyad, counted_in, dyads
from kg.export.material import LeftOut, Material
from kg.export.periods import TOO_WIDE
from kg.export.sheet import write_csv
from kg.model import Contact

COLUMNS = ("from", "to", "period", "weight", "sources", "from_name", "to_name", "relations")

NO_PAIR = "join no two of them"


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes a row for each pair and period with a contact; the smaller id is `from`, for nothing is directed."""
    left_out = LeftOut(material.not_held)
    found: dict[tuple[Dyad, str], list[Contact]] = defaultdict(list)
    for contact in material.held:
        period, pairs = counted_in(contact, material), dyads(contact, material)
        if period is None or not pairs:
            left_out[TOO_WIDE if period is None else NO_PAIR] += 1
            continue
        for dyad in pairs:
            found[dyad, period].append(contact)
    rows = sorted(found.items(), key=lambda item: (item[0][1], item[0][0].one.key, item[0][0].other.key))
    write_csv(
        file,
        COLUMNS,
        (
            (
                dyad.one.key,
                dyad.other.key,
                period,
                len(contacts),
                sum(contact.sources for contact in contacts),
                dyad.one.name,
                dyad.other.name,
                " ".join(sorted({contact.relation for contact in contacts})),
            )
            for (dyad, period), contacts in rows
        ),
    )
    return left_out
