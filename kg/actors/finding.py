"""What one piece of evidence says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """A score, from 0 to 1, and the reason as the end of a sentence."""

    score: float
    because: str
