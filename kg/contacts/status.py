"""What many reports of one contact amount to."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from kg.contacts.tellings import Telling
from kg.model import Status

ANNOUNCED: Final[frozenset[Status]] = frozenset({"planned", "proposed"})
"""Statuses that tell of a contact beforehand."""


def status_of(tellings: Iterable[Telling]) -> Status:
    """Occurred where one says so and none denies it, disputed where both, else what the latest says."""
    tellings = list(tellings)
    told = {telling.report.status for telling in tellings}
    if "occurred" in told:
        return "disputed" if "denied" in told else "occurred"
    latest = max(tellings, key=lambda telling: (telling.article.published or date.min, telling.report.id))
    return latest.report.status
