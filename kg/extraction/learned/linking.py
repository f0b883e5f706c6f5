"""Whom each pronoun and description of an article means: the answer that fitted weights prefer."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kg.extraction.learned.anaphors import Anaphor, anaphors
from kg.extraction.learned.antecedents import Option, options
from kg.extraction.learned.history import history_of, named_places, place_at
from kg.extraction.learned.ranking import Ranker, ranker
from kg.extraction.learned.words import quotes
from kg.extraction.names import Settled
from kg.extraction.parse import Link, Parsed
from kg.extraction.sentences import Sentence

QUESTION = "links"
"""What the file of the weights is called by, beside the model's."""
VERSION = 1
"""Raised whenever a feature of an answer changes, so that weights and features always belong together."""

Answer = Callable[[Anaphor, Parsed, Sequence[Option]], Link]


def linked(
    sentences: Sequence[Sentence], settled: Settled, parses: Sequence[Parsed], using: Ranker | None = None
) -> list[Parsed]:
    """The parses with what their anaphors mean; without weights, as they are.

    Args:
        sentences: all sentences of the article.
        settled: its names.
        parses: the parsed sentences, in order.
        using: other weights than those that come with the program.
    """
    weights = using or link_weights()
    if not weights.weight:
        return list(parses)

    def likeliest(_: Anaphor, __: Parsed, possible: Sequence[Option]) -> Link:
        shares = weights.shares([option.features for option in possible])
        best = shares.index(max(shares))
        return Link(possible[best].actors, round(shares[best], 3))

    return answered(sentences, settled, parses, likeliest)


def answered(sentences: Sequence[Sentence], settled: Settled, parses: Sequence[Parsed], answer: Answer) -> list[Parsed]:
    """The parses with the answers to whom their anaphors mean, asked one after another: each knows those before it."""
    history = history_of(sentences, settled)
    for parsed in parses:
        for entity, place in named_places(parsed):
            history.add(entity, place)
    found = []
    for parsed in parses:
        links: dict[int, Link] = {}
        quoted = quotes(parsed)
        for anaphor in anaphors(parsed) if parsed.sentence.offset is not None else ():
            possible = options(anaphor, parsed, history, quoted[anaphor.token.i])
            link = answer(anaphor, parsed, possible)
            links[anaphor.token.i] = link
            history.note(anaphor, link.actors, place_at(anaphor.token, parsed, quoted, anaphor.kind))
        found.append(replace(parsed, links=links))
    return found


def link_weights() -> Ranker:
    """The weights of links that belong to the model in use; none where it was fitted without.

    Raises:
        DataError: the file has no weights, or those of other features than this version's.
    """
    return ranker(QUESTION, VERSION)
