"""Names settled over the whole document, before any frame is looked for.

Every stretch that `scanning` finds in any sentence is given to one entity of the document: full names first,
then short forms, then descriptions ("the Syrian leader", "his Russian counterpart"). One tag of a small model is
worth little, so it is only one vote among others.
"""

from collections.abc import Sequence
from datetime import date

from kg.extraction.names.apposition import Pending, read
from kg.extraction.names.descriptions import Descriptions
from kg.extraction.names.entities import Entity, Mention, Settled
from kg.extraction.names.joint_offices import scan
from kg.extraction.names.persons import Votes
from kg.extraction.sentences import Sentence
from kg.extraction.words import legible
from kg.gazetteer import fold

__all__ = ["Entity", "Mention", "Settled", "Votes", "name_runs", "settle"]


def settle(
    sentences: Sequence[Sentence], votes: Votes, home: str | None = None, published: date | None = None
) -> Settled:
    """All names of a document.

    Args:
        sentences: the document's sentences.
        votes: for a folded run of capitals, how often a tagger called it PERSON, GPE, ORG …
        home: ISO code of the country whose officials are named without it (a ministry's own readout).
        published: the article's day, near which a known office holder of that name is taken to be meant.
    """
    pending = [item for sentence in sentences for item in read(sentence)]
    names = Descriptions(sentences, pending, votes, home, published)
    names.settle_persons()
    for item in pending:
        if item.entity is None:
            names.settle_other(item)
    names.settle_descriptions()
    rows: list[list[Mention]] = [[] for _ in sentences]
    for item in pending:
        if item.entity is not None:
            _note(names.entities[item.entity], item, sentences[item.sentence].text, home)
            described = item.found.kind in ("office", "counterpart")
            rows[item.sentence].append(
                Mention(item.sentence, item.start, item.end, item.entity, item.government, described)
            )
    return Settled(tuple(names.entities), tuple(tuple(row) for row in rows))


def name_runs(sentences: Sequence[str]) -> list[list[tuple[int, int]]]:
    """For each sentence, offsets of the runs of capitals that a tagger is to be asked about.

    That is every run of the same words as one that its own sentence does not show to be a person or place.
    """
    runs = [[f for f in scan(text) if f.kind in ("name", "city", "seat")] for text in sentences]
    named = [
        [fold(legible(text[f.name_start : f.name_end])) for f in row] for text, row in zip(sentences, runs, strict=True)
    ]
    doubtful = {
        name
        for row, names in zip(runs, named, strict=True)
        for f, name in zip(row, names, strict=True)
        if f.kind == "name" and not f.person
    }
    return [
        [(f.name_start, f.name_end) for f, name in zip(row, names, strict=True) if name in doubtful]
        for row, names in zip(runs, named, strict=True)
    ]


def _note(entity: Entity, item: Pending, text: str, home: str | None) -> None:
    entity.at.append((item.sentence, item.start))
    name = text[item.found.name_start : item.found.name_end] if item.found.kind != "name" else item.name
    # "The Turkish" of "The Turkish and Iranian foreign ministers" is no form of anybody: the whole phrase is.
    for form in (name,) if item.found.plural and item.office else (text[item.start : item.end], name):
        if form and form not in entity.forms:
            entity.forms.append(form)
    if entity.type == "person":
        entity.country = entity.country or item.country
        if item.found.kind != "counterpart" and item.office and item.office != "counterpart":
            entity.office = entity.office or item.office
        entity.body = entity.body or item.body
        if not entity.country and not entity.body and entity.office:
            entity.country = home
