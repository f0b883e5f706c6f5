"""Whom the pronouns and descriptions of annotated articles mean, and the weights that tell it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from kg.errors import DataError
from kg.extraction.learned.anaphors import Anaphor
from kg.extraction.learned.antecedents import Option
from kg.extraction.learned.linking import answered
from kg.extraction.learned.ranking import Ranker
from kg.extraction.parse import Link, Parsed
from kg.training.annotated import Annotated
from kg.training.ranking import Choice, fit_ranker

STRENGTH = 5.0
"""Of the regularisation, chosen on articles apart from those it was fitted on."""
FOLDS = 3
"""Parts that the articles are fitted in, so that none has its links from weights that have seen its answers."""

References = Mapping[int, frozenset[str]]
"""For an article, whom the word at an offset of its text means, by name; nobody where it is empty."""


def read_references(path: Path) -> dict[str, References]:
    """The annotations of a file, by the article's id: one JSON object a line, `{id, references: [[offset, names]]}`.

    Raises:
        DataError: a line is none of these; names file and line.
    """
    found: dict[str, References] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            data = json.loads(line)
            found[str(data["id"])] = {int(at): frozenset(map(str, names)) for at, names in data["references"]}
        except (ValueError, KeyError, TypeError) as fault:
            raise DataError(f"{path.name}, line {number}: {fault!r}", "A line is {id, references}") from fault
    return found


@dataclass(frozen=True, slots=True)
class Links:
    """Fitted weights.

    Attributes:
        whole: fitted on all annotated articles.
        apart: for each part (`part_of`), fitted on the others alone.
        annotated: ids of these articles.
        right, told, wanted: words that the weights of the others link to whom the annotators do, words that they
            link to anybody, and words that the annotators do; words whose answer is not among the options left out.
    """

    whole: Ranker
    apart: tuple[Ranker, ...]
    annotated: frozenset[str]
    right: int
    told: int
    wanted: int

    def unseen(self, article: Annotated) -> Ranker:
        """Weights that have not seen an article's answers, so that it is linked as any other text is."""
        return self.apart[part_of(article)] if article.id in self.annotated else self.whole


def fit_links(articles: Sequence[Annotated], references: Mapping[str, References]) -> Links:
    """Weights fitted on the annotated ones of some articles, by their ids, and how good they are on unseen parts."""
    choices = [
        (part_of(one), choice)
        for one in articles
        if one.id in references
        for choice in _choices(one, references[one.id])
    ]
    whole = fit_ranker([choice for _, choice in choices], STRENGTH)
    apart = tuple(fit_ranker([choice for of, choice in choices if of != part], STRENGTH) for part in range(FOLDS))
    found = [(choice.best(apart[part]), choice.right.index(True)) for part, choice in choices]
    right = sum(best == wanted > 0 for best, wanted in found)
    told, wanted = sum(best > 0 for best, _ in found), sum(wanted > 0 for _, wanted in found)
    return Links(whole, apart, frozenset(references), right, told, wanted)


def part_of(article: Annotated) -> int:
    """Which part an article is in, by its id."""
    return crc32(article.id.encode()) % FOLDS


def _choices(article: Annotated, references: References) -> Iterator[Choice]:
    found: list[Choice] = []
    named: dict[str, int] = {}
    for index, entity in enumerate(article.settled.entities):
        named.setdefault(entity.name, index)

    def annotated(anaphor: Anaphor, parsed: Parsed, possible: Sequence[Option]) -> Link:
        offset = (parsed.sentence.offset or 0) + parsed.start[anaphor.token.i]
        if offset not in references:
            return Link((), 0.0)
        wanted = {named[name] for name in references[offset] if name in named}
        right = [set(option.actors) == wanted for option in possible]
        if any(right) and len(wanted) == len(references[offset]):
            found.append(Choice.of((option.features for option in possible), right))
        return Link(tuple(sorted(wanted)), 1.0)

    answered(article.sentences, article.settled, article.parses, annotated)
    yield from found
