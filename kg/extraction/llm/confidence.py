"""How sure a contact is that a model gave: the share that was right of those whose signs are alike.

The shares are fitted by `python -m kg.training.agreement` on recorded answers, and lie in `ontology/prompts/`.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from kg.errors import DataError
from kg.extraction.draft import Draft
from kg.extraction.llm.own import Own, agreement
from kg.extraction.names import Entity
from kg.resources import ontology_folder

ALL = "all"
"""Key of the share of all contacts, for those whose signs were too rare to be fitted."""


def confidence(signs: str) -> float:
    """The confidence of a contact with these signs.

    Raises:
        DataError: the table of shares is not as its reader wants it.
    """
    shares = _shares()
    return shares.get(signs, shares[ALL])


def signs_of(draft: Draft, entities: Sequence[Entity], own: Own) -> str:
    """What a contact's confidence hangs on: whether our own reading has it too, and reads its day so."""
    day = "another day" if draft.period.basis == "inferred" else "our day"
    return f"{agreement(draft, entities, own)}, {day}"


def table() -> Path:
    """The file of the shares."""
    return ontology_folder() / "prompts" / "confidence.json"


@cache
def _shares() -> Mapping[str, float]:
    try:
        told = json.loads(table().read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise DataError(f"{table().name} cannot be read: {fault}") from fault
    if not isinstance(told, dict) or ALL not in told or not all(isinstance(each, float) for each in told.values()):
        raise DataError(f"{table().name} needs a share for each of its signs, and one for “{ALL}”")
    return told
