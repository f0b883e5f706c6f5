"""The learned part of extraction: pairs of settled actors, judged by weights fitted on annotated articles."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kg.extraction.draft import Draft
from kg.extraction.sentences import Sentence

if TYPE_CHECKING:
    from kg.extraction.learned.model import Model
    from kg.extraction.names import Settled
    from kg.extraction.parse import Parsed

__all__ = ["drafts", "fingerprint", "joined"]


def drafts(
    sentences: Sequence[Sentence],
    settled: "Settled",
    parses: Sequence["Parsed"],
    published: date | None,
    rules: Sequence[Draft] = (),
    using: "Model | None" = None,
) -> Iterator[Draft]:
    """What the model alone tells: a draft for each contact that it is sure enough of.

    Args:
        sentences: all sentences of the article.
        settled: its names.
        parses: the parsed sentences.
        published: the article's day.
        rules: what the rules found, which the model takes as one sign among others.
        using: another model than the one that comes with the program.
    """
    from kg.extraction.dates import days_told
    from kg.extraction.learned import drafting
    from kg.extraction.learned.judging import judged, seen
    from kg.extraction.learned.model import model

    chosen = using or model()
    found = list(drafting.tellings(list(judged(seen(sentences, settled, parses, rules), chosen)), chosen))
    previous = list(days_told([s.text for s in sentences], published))
    yield from drafting.drafts(found, chosen, published, previous)


def joined(
    sentences: Sequence[Sentence],
    settled: "Settled",
    parses: Sequence["Parsed"],
    published: date | None,
    rules: Sequence[Draft],
    using: "Model | None" = None,
) -> tuple[Draft, ...]:
    """The drafts of rules and model together; the arguments are those of `drafts`."""
    from kg.extraction.candidates import is_candidate
    from kg.extraction.dates import days_told
    from kg.extraction.learned import drafting, joining
    from kg.extraction.learned.judging import judged, seen, telling
    from kg.extraction.learned.model import model
    from kg.extraction.learned.veto import unreal, vetoed

    chosen = using or model()
    pairs = list(judged(seen(sentences, settled, parses, rules), chosen))
    stay = joining.kept(rules, pairs, chosen.doubt)
    sure = drafting.tellings(pairs, chosen)
    taken = {(draft.sentence.index, draft.trigger) for draft in rules}
    denied = unreal(settled, [parsed for parsed in parses if is_candidate(parsed.sentence)])
    free = []
    for one in sure:
        word, where = telling(one.judged.seen, chosen), one.judged.sentence.index
        real = not all((where, actor) in denied for actor in one.judged.pair)
        if one.status != "occurred":
            # "turned down an invitation from Olander": the refusal is that of the visit
            same = (d for d in rules if d.sentence.index == where and d.status == one.status)
            real = real and not any(draft.actors & one.judged.pair for draft in same)
        if real and (where, word.i) not in taken and not vetoed(word, one.judged.seen.reading):
            free.append(one)
    added = joining.new(free, stay)
    previous = list(days_told([s.text for s in sentences], published))
    return (*stay, *drafting.drafts(added, chosen, published, previous))


def fingerprint() -> str:
    """Which weights are at work, for `kg:extractedBy`: hashes of files and training data, version of the features."""
    from kg.extraction.learned.dating import day_weights
    from kg.extraction.learned.linking import link_weights
    from kg.extraction.learned.model import model

    return f"{model().fingerprint}-{link_weights().fingerprint}-{day_weights().fingerprint}"
