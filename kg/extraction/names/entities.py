"""Entities of a document and where it mentions them."""

from dataclasses import dataclass, field

from kg.model import ActorType


@dataclass(slots=True)
class Entity:
    """An actor or place of this document, while it is being settled.

    Attributes:
        named: whether the document gives a name, rather than an office whose holder it does not name.
        forms: surface forms that mean it, in order of appearance.
        at: (sentence, offset) of every mention, in order.
    """

    type: ActorType
    name: str
    country: str | None = None
    office: str = ""
    body: str | None = None
    named: bool = True
    forms: list[str] = field(default_factory=list)
    at: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A settled stretch of one sentence.

    Attributes:
        entity: index of what it means.
        government: index of the country it stands for where a capital or seat is used as an actor.
        description: whether it is an office or description rather than a name.
    """

    sentence: int
    start: int
    end: int
    entity: int
    government: int | None = None
    description: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """Entities of a document and the mentions of each sentence, left to right without overlaps."""

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, ...], ...]
