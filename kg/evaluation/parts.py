"""Annotated articles in two parts, by a hash of their id: what may be looked at, and what is only measured on."""

from hashlib import sha256
from typing import Literal

Part = Literal["read", "held"]
PARTS: tuple[Part, ...] = ("read", "held")


def part_of(id: str) -> Part:  # noqa: A002
    """The part of an article: three fifths are to be read and fitted on, two fifths are held back."""
    return "read" if int(sha256(id.encode()).hexdigest(), 16) % 5 < 3 else "held"
