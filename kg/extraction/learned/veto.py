"""Where the lexicon knows better than the model: what its frames find denied, unreal, or said of somebody else."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extraction.frame_table import Frame, frame_table, status_words
from kg.extraction.frames import matches
from kg.extraction.frames.verbs import verb_fits
from kg.extraction.names import Settled
from kg.extraction.parse import Parsed
from kg.extraction.participants import actors_of
from kg.extraction.participants.reading import Reading
from kg.extraction.status import judge
from kg.extraction.syntax import logical_object, prepositions


def unreal(settled: Settled, parses: Iterable[Parsed]) -> frozenset[tuple[int, int]]:
    """(sentence, actor) of all that a frame fits but the clause tells to be no contact: "had yet to meet"."""
    found: set[tuple[int, int]] = set()
    for parsed in parses:
        for match in matches(Reading(parsed, settled)):
            if judge(match, parsed.sentence.heading, False) is None:
                found.update((parsed.sentence.index, r.entity) for r in (*match.a, *match.b))
    return frozenset(found)


def vetoed(word: Token, reading: Reading) -> bool:
    """Whether a pair's telling word is a verb of contact in another meaning, or with somebody else.

    "called on Olander to resign", "spoke to reporters about Olander". Only verbs that tell of a contact by
    themselves can be so; "gave", "sent" and their like tell of one with many words.
    """
    if word.lemma_.lower() in status_words().opinions:
        return True
    frames = [frame for frame in frame_table().by_verb.get(word.lemma_.lower(), ()) if _tells_by_itself(frame)]
    fitting = [frame for frame in frames if verb_fits(frame, word)]
    return bool(frames) and (not fitting or all(_with_others(frame, word, reading) for frame in fitting))


def _tells_by_itself(frame: Frame) -> bool:
    return not (frame.needs_object or frame.needs_prep or frame.joining or frame.each_other or frame.particle)


def _with_others(frame: Frame, verb: Token, reading: Reading) -> bool:
    """Whether the other side is told, and is no actor of ours."""
    told = [inner for p, inner in prepositions(verb) if frame.slots.get(p) == "b"]
    if frame.slots.get("object") == "b":
        told += logical_object(verb)
    return bool(told) and not any(actors_of(token, reading) for token in told)
