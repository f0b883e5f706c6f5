"""What a page is asked to show, beside its contacts."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Showing:
    """How a page presents its contacts.

    Attributes:
        title: the heading; what the contacts are about.
        filters: by what they were chosen, in words ("since 2024-11"); they stand under the heading.
        as_of: the day on which the graph was last added to.
        places: whether the destinations of visits are drawn too.
        quotes: whether the sentences of the articles are in the file.
    """

    title: str | None = None
    filters: tuple[str, ...] = ()
    as_of: date | None = None
    places: bool = False
    quotes: bool = True


PLAIN = Showing()
