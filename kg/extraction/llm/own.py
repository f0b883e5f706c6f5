"""Our own reading of an article, by rules and learned part: what a model's reading is held against."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.candidates import is_candidate
from kg.extraction.draft import Draft
from kg.extraction.home import home_of
from kg.extraction.learned import joined
from kg.extraction.llm.source import Source
from kg.extraction.names import Entity, settle
from kg.extraction.parse import parse_of, votes_of
from kg.extraction.rules import drafts
from kg.extraction.sentences import sentences
from kg.gazetteer import fold
from kg.model import Article


@dataclass(frozen=True, slots=True)
class Own:
    """An article as we read it ourselves.

    Attributes:
        source: its text and names.
        drafts: the contacts that rules and learned part find.
    """

    source: Source
    drafts: tuple[Draft, ...]


def own_reading(article: Article) -> Own:
    """Reads an article by rules and learned part."""
    found = sentences(article)
    votes = votes_of([found])[0]
    settled = settle(found, votes, home_of(article), article.published)
    source = Source(article, found, settled)
    if not any(map(is_candidate, found)):
        return Own(source, ())
    parsed = parse_of([(found, settled)])[0]
    told = tuple(drafts(found, settled, parsed, article.published))
    return Own(source, joined(found, settled, parsed, article.published, told))


def agreement(draft: Draft, entities: Sequence[Entity], own: Own) -> str:
    """How far our own reading has a contact too: "told by both", "other relation" of the same actors, or "alone"."""
    best = "alone"
    ours = own.source.settled.entities
    for other in own.drafts:
        if not all(any(_same(entities[i], ours[j]) for j in other.actors) for i in draft.actors):
            continue
        if other.relation == draft.relation and other.status == draft.status:
            return "told by both"
        best = "other relation"
    return best


def _same(one: Entity, other: Entity) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    mine, theirs = ({fold(form) for form in (each.name, *each.forms)} for each in (one, other))
    return bool(mine & theirs)
