"""The day of each contact: of all that its article tells, the one that weights fitted on annotated articles prefer."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile
from zlib import crc32

from kg.errors import DataError
from kg.extraction.draft import Draft
from kg.extraction.learned.days import Day, contact_of, days
from kg.extraction.learned.model import MODEL_FILE, WEIGHTS_VARIABLE
from kg.extraction.learned.timeline import timeline
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.sentences import Sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

VERSION = 1
"""Raised whenever a feature of a day changes, so that weights and features always belong together."""


@dataclass(frozen=True, slots=True)
class DayWeights:
    """How much each feature speaks for a day.

    Attributes:
        weight: by the feature's key; of no feature, where the model was fitted without days.
        fingerprint: of the file.
    """

    weight: Mapping[int, float]
    fingerprint: str

    def best(self, possible: Sequence[Day]) -> Day:
        """The day with the most that speaks for it; of equals the first."""
        return max(possible, key=lambda day: sum(self.weight.get(key_of(f), 0.0) for f in day.features))


def dated(
    drafts: Iterable[Draft],
    sentences: Sequence[Sentence],
    settled: Settled,
    parses: Sequence[Parsed],
    published: date | None,
    using: DayWeights | None = None,
) -> Iterator[Draft]:
    """The drafts of an article with their days weighed; those of the title, and all without weights, as they are.

    Args:
        drafts: what the article tells, dated by the rules.
        sentences: all its sentences.
        settled: its names.
        parses: the parsed sentences.
        published: the article's day.
        using: other weights than those that come with the program.
    """
    weights, told = using or day_weights(), list(drafts)
    if not told or not weights.weight:
        yield from told
        return
    times = timeline(sentences, parses, published)
    for draft in told:
        contact = contact_of(draft, times)
        yield replace(draft, period=weights.best(days(contact, times, settled)).period) if contact else draft


def key_of(feature: str) -> int:
    """The number under which the file keeps a feature."""
    return crc32(feature.encode())


def days_file(model: Path) -> Path:
    """Where the weights of days of a model are: beside it."""
    return model.with_name(f"{model.stem}.days.npz")


def day_weights() -> DayWeights:
    """The weights that belong to the model in use; none where it was fitted without.

    Raises:
        DataError: the file has no weights, or those of other features than this version's.
    """
    return read_days(days_file(Path(os.environ.get(WEIGHTS_VARIABLE) or MODEL_FILE)))


@cache
def read_days(path: Path) -> DayWeights:
    """The weights of a file, read once.

    Raises:
        DataError: the file has no weights, or those of other features than this version's.
    """
    import numpy as np

    if not path.exists():
        return DayWeights({}, "none")
    try:
        content = path.read_bytes()
        with np.load(path, allow_pickle=False) as data:
            about = json.loads(str(data["about"]))
            weight = dict(zip(data["keys"].tolist(), data["weights"].astype(float).tolist(), strict=True))
    except (OSError, EOFError, BadZipFile, ValueError, KeyError) as fault:
        raise DataError(f"{path.name} has no weights of days: {fault}", "Fit them anew with: make train") from fault
    if about["features"] != VERSION:
        raise DataError(
            f"{path.name} is for days of version {about['features']}, not {VERSION}", "Fit them anew with: make train"
        )
    return DayWeights(weight, sha256(content).hexdigest()[:8])


def save_days(path: Path, keys: "NDArray[np.uint32]", weights: "NDArray[np.float16]", articles: int) -> None:
    """Writes the weights; the same numbers give the same bytes."""
    import numpy as np

    about = json.dumps({"articles": articles, "features": VERSION}, sort_keys=True)
    with path.open("wb") as file:
        np.savez_compressed(file, keys=keys, weights=weights, about=np.array(about))
