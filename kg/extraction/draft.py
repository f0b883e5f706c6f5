"""A contact while it is being read: what `kg.extraction.merging` joins and turns into a report."""

from dataclasses import dataclass, field

from kg.extraction.names import Mention
from kg.extraction.sentences import Sentence
from kg.model import Period, Status


@dataclass(frozen=True, slots=True)
class Draft:
    """One telling of one contact in one sentence. Participants are indexes of the document's entities.

    Attributes:
        mentions: the mentions that filled its places, for their surface forms.
        place: index of the place's entity.
        trigger: place of its word among the tokens of its sentence.
        frame: name of the frame or model that found it.
    """

    relation: str
    status: Status
    subjects: tuple[int, ...]
    objects: tuple[int, ...]
    sentence: Sentence
    period: Period
    frame: str
    confidence: float
    mentions: tuple[tuple[int, Mention], ...] = ()
    initiator: int | None = None
    place: int | None = None
    topics: tuple[str, ...] = ()
    claimed_by: str | None = None
    trigger: int | None = None
    also: tuple[Sentence, ...] = field(default=())

    @property
    def actors(self) -> frozenset[int]:
        """All participants and destinations."""
        return frozenset(self.subjects + self.objects)
