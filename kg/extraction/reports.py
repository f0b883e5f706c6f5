"""Drafts of contacts into the document's named actors and reports, with names made from content."""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from kg.extraction.draft import Draft
from kg.extraction.names import Entity, Settled
from kg.extraction.sentences import Sentence
from kg.gazetteer import fold
from kg.model import Article, Document, NamedActor, Report, Span


def document(article: Article, settled: Settled, drafts: Sequence[Draft], extracted_by: str) -> Document:
    """The document of an article: only actors that take part in some contact are in it."""
    named: dict[int, NamedActor] = {}
    for draft in drafts:
        for index in (*draft.subjects, *draft.objects):
            named.setdefault(index, _named(article, settled.entities[index], _used(index, drafts)))
    counts: Counter[str] = Counter()
    reports = []
    for draft in drafts:
        key = sha256(fold(draft.sentence.text).encode(errors="replace")).hexdigest()[:5]
        counts[key] += 1
        reports.append(_report(f"{article.id}-{key}-{counts[key]}", draft, settled, named))
    return Document(article, tuple(dict.fromkeys(named.values())), tuple(reports), extracted_by)


def _used(index: int, drafts: Sequence[Draft]) -> list[tuple[Sentence, int, int]]:
    """Where a capital or seat of power stands for the country: that form is the country's here."""
    return [
        (draft.sentence, mention.start, mention.end)
        for draft in drafts
        for entity, mention in draft.mentions
        if entity == index == mention.government and mention.sentence == draft.sentence.index
    ]


def _named(article: Article, entity: Entity, used: Sequence[tuple[Sentence, int, int]]) -> NamedActor:
    forms = dict.fromkeys([*entity.forms, *(s.text[start:end] for s, start, end in used)])
    key = sha256(f"{fold(entity.name)}|{entity.country or ''}".encode(errors="replace")).hexdigest()[:6]
    return NamedActor(
        id=f"{article.id}-{key}",
        name=entity.name,
        type=entity.type,
        country=entity.country,
        office=entity.office or None,
        forms=tuple(forms),
    )


def _report(id: str, draft: Draft, settled: Settled, named: dict[int, NamedActor]) -> Report:  # noqa: A002
    sentence, place = draft.sentence, settled.entities[draft.place] if draft.place is not None else None
    return Report(
        id=id,
        relation=draft.relation,
        status=draft.status,
        subjects=tuple(dict.fromkeys(named[i].id for i in draft.subjects)),
        objects=tuple(dict.fromkeys(named[i].id for i in draft.objects)),
        period=draft.period,
        quote=sentence.text,
        start=sentence.offset,
        end=None if sentence.offset is None else sentence.offset + len(sentence.text),
        frame=draft.frame,
        confidence=draft.confidence,
        initiator=named[draft.initiator].id if draft.initiator is not None else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        topics=draft.topics,
        claimed_by=draft.claimed_by,
        also=tuple(Span(s.offset, s.offset + len(s.text)) for s in draft.also if s.offset is not None),
    )
