"""What is no contact whatever its sentence says: matches between countries, business of firms, private people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.draft import Draft
from kg.extraction.lexicon import lexicon_folder, read_table
from kg.extraction.names import Entity
from kg.extraction.sentences import Sentence
from kg.gazetteer import fold


@dataclass(frozen=True, slots=True)
class Silence:
    """`silence.toml`: see the comments there."""

    private: frozenset[str]
    sport: frozenset[str]
    sport_words: int


@cache
def silence(language: str = "en") -> Silence:
    """The words of silence of a language, read once.

    Raises:
        DataError: the file is not as its reader wants it.
    """
    data = read_table(lexicon_folder(language) / "silence.toml", {"private": list, "sport": list, "sport_words": int})
    return Silence(frozenset(data["private"]), frozenset(data["sport"]), data["sport_words"])


def audible(drafts: Iterable[Draft], entities: Sequence[Entity], sentences: Sequence[Sentence]) -> Iterator[Draft]:
    """The drafts that tell of political actors."""
    sport = _is_sport(sentences)
    for draft in drafts:
        actors = [entities[index] for index in sorted(draft.actors)]
        if any(_is_private(actor) for actor in actors):
            continue
        if sport and not any(actor.type == "person" and actor.office for actor in actors):
            continue
        yield draft


def _is_private(actor: Entity) -> bool:
    """A coach, a banker: known by an office that is no state's, and by no country's or body's."""
    known = silence().private
    return actor.type == "person" and any(actor.office == word or actor.office.endswith(" " + word) for word in known)


def _is_sport(sentences: Sequence[Sentence]) -> bool:
    words = {word.strip(".,;:!?\"'()“”’") for sentence in sentences for word in fold(sentence.text).split()}
    return len(words & silence().sport) >= silence().sport_words
