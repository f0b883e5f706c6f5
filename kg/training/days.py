"""The days that the contacts of annotated articles may have, and which of them the annotators gave."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product

from kg.extraction.draft import Draft
from kg.extraction.learned.days import Contact, Day, contact_of, days
from kg.extraction.learned.judging import Seen, telling
from kg.extraction.learned.model import Model
from kg.extraction.learned.timeline import Timeline, timeline
from kg.extraction.parse import Parsed
from kg.training.annotated import Annotated
from kg.training.labels import Told, told_of
from kg.training.ranking import Choice


def choices(
    article: Annotated, parses: Sequence[Parsed], pairs: Iterable[Seen], drafts: Iterable[Draft], model: Model
) -> Iterator[Choice]:
    """Of an annotated article: its contacts as the annotators have them, and as the extraction tells them.

    Args:
        article: the article.
        parses: its parses with their links.
        pairs: the candidate pairs.
        drafts: the contacts that are found in it.
        model: the weights of the contacts, which tell their words.
    """
    published, settled = article.published, article.settled
    times = timeline(article.sentences, parses, published)
    gold = told_of(article.record, article.sentences, settled)
    for contact, wanted in (*_annotated(pairs, gold, model), *_found(drafts, gold, times)):
        possible = days(contact, times, settled)
        right = tuple(_is_right(day, wanted, published.isoformat() if published else None) for day in possible)
        if any(right):
            yield Choice.of((day.features for day in possible), right)


def _annotated(pairs: Iterable[Seen], gold: Sequence[Told], model: Model) -> Iterator[tuple[Contact, set[str | None]]]:
    for pair in pairs:
        first, second = pair.candidate.first.entity, pair.candidate.second.entity
        for one in gold:
            if pair.reading.parsed.sentence.index in one.evidence and one.is_of(first, second):
                status, relation = one.pair.contact["status"], one.pair.relation
                word = telling(pair, model).i
                actors = frozenset((first, second))
                yield Contact(pair.reading.parsed, word, status, relation, actors), {one.pair.contact["date"]}


def _found(drafts: Iterable[Draft], gold: Sequence[Told], times: Timeline) -> Iterator[tuple[Contact, set[str | None]]]:
    """What is found and is right but for its day; of several annotated contacts, those told here in that status."""
    for draft in drafts:
        contact = contact_of(draft, times)
        if contact is None:
            continue
        pairs = list(product(draft.subjects, draft.objects) if draft.objects else combinations(draft.subjects, 2))
        same = [
            one
            for one in gold
            if draft.relation in (one.pair.relation, *one.pair.contact.get("accept", ()))
            and any(one.is_of(*pair) for pair in pairs)
        ]
        if not same:
            continue
        ranks = [(draft.sentence.index in one.evidence, one.pair.contact["status"] == draft.status) for one in same]
        wanted = {one.pair.contact["date"] for one, rank in zip(same, ranks, strict=True) if rank == max(ranks)}
        if len(wanted) == 1 or max(ranks)[0]:
            yield contact, wanted


def _is_right(day: Day, wanted: set[str | None], published: str | None) -> bool:
    """As the scoring has it: without a day, that of publication is right if it is given as such."""
    told, only_published = day.key
    if only_published:
        return None in wanted or published in wanted
    return told in wanted
