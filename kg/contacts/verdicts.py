"""What was decided about single reports before contacts are made of them."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Verdicts:
    """Ids of the reports that a user has judged.

    Attributes:
        rejected: those that tell of nothing.
        whole: those of them that were rejected as all there was of a contact.
        confirmed: those that are right.
    """

    rejected: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()

    def __or__(self, other: "Verdicts") -> "Verdicts":
        return Verdicts(self.rejected | other.rejected, self.whole | other.whole, self.confirmed | other.confirmed)


NO_VERDICTS: Final = Verdicts()
