"""What a sentence names before it is settled: a stretch of it and what it looks like."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["name", "office", "officials", "country", "seat", "city", "body", "counterpart"]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that names something.

    Attributes:
        kind: what it looks like. "name" is a run of capitals whose nature the document must tell; "office" a
            description of one person by office; "officials" several or any persons of a country or body.
        start, end: the whole stretch in the sentence, with office and honorific, without a determiner.
        name_start, name_end: the bare name within it.
        country: the ISO code the stretch itself tells.
        body: the body ("United Nations") whose office it is.
        office: the office in lower case, without country and body.
        person: whether the stretch itself shows that it is a person (office, honorific).
        determined: "the", "his" … before it, in lower case.
        plural: whether it means several.
        opening: whether it opens the sentence, where any word has a capital.
    """

    kind: Kind
    start: int
    end: int
    name_start: int
    name_end: int
    country: str | None = None
    body: str | None = None
    office: str = ""
    person: bool = False
    determined: str = ""
    plural: bool = False
    opening: bool = False
