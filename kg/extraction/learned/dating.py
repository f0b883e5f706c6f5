"""The day of each contact: of all that its article tells, the one that weights fitted on annotated articles prefer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from kg.extraction.draft import Draft
from kg.extraction.learned.days import contact_of, days
from kg.extraction.learned.ranking import Ranker, ranker
from kg.extraction.learned.timeline import timeline
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.sentences import Sentence

QUESTION = "days"
"""What the file of the weights is called by, beside the model's."""
VERSION = 1
"""Raised whenever a feature of a day changes, so that weights and features always belong together."""


def dated(
    drafts: Iterable[Draft],
    sentences: Sequence[Sentence],
    settled: Settled,
    parses: Sequence[Parsed],
    published: date | None,
    using: Ranker | None = None,
) -> Iterator[Draft]:
    """The drafts of an article with their days weighed; those of the title, and all without weights, as they are.

    Args:
        drafts: what the article tells, dated by the rules.
        sentences: all its sentences.
        settled: its names.
        parses: the parsed sentences.
        published: the article's day.
        using: other weights than those that come with the program.
    """
    weights, told = using or day_weights(), list(drafts)
    if not told or not weights.weight:
        yield from told
        return
    times = timeline(sentences, parses, published)
    for draft in told:
        if (contact := contact_of(draft, times)) is None:
            yield draft
            continue
        possible = days(contact, times, settled)
        yield replace(draft, period=possible[weights.best([day.features for day in possible])].period)


def day_weights() -> Ranker:
    """The weights of days that belong to the model in use; none where it was fitted without.

    Raises:
        DataError: the file has no weights, or those of other features than this version's.
    """
    return ranker(QUESTION, VERSION)
