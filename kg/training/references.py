"""Whom the pronouns and descriptions of annotated articles mean, and the weights that tell it."""

import json
from collections.abc import Iterator, Mapping, Sequence
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


def fit_links(articles: Sequence[Annotated], references: Mapping[str, References]) -> tuple[Ranker, list[Ranker]]:
    """Weights fitted on all annotated articles, and for each part (`part_of`) those fitted on the others alone."""
    found = [(part_of(one), list(_choices(one, references[one.id]))) for one in articles if one.id in references]
    rankers = []
    for left_out in (None, *range(FOLDS)):
        chosen = [choice for part, several in found if part != left_out for choice in several]
        rankers.append(fit_ranker(chosen, STRENGTH))
    return rankers[0], rankers[1:]


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
