"""Frames matched on a parsed sentence: which words tell of a contact, and which phrases fill its places."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extraction.frame_table import FrameTable, StatusWords, frame_table, status_words
from kg.extraction.frames.match import Match, is_time
from kg.extraction.frames.nouns import noun_match
from kg.extraction.frames.verbs import verb_fits, verb_match
from kg.extraction.participants.reading import Reading
from kg.extraction.syntax import prepositions

__all__ = ["Match", "matches"]


def matches(reading: Reading) -> Iterator[Match]:
    """Every frame that fits a word of the sentence and finds enough participants."""
    table, words = frame_table(), status_words()
    for token in reading.parsed.doc:
        if reading.mention(token) is not None:
            continue
        yield from _of_token(token, reading, table, words)


def _of_token(token: Token, reading: Reading, table: FrameTable, words: StatusWords) -> Iterator[Match]:
    lemma = token.lemma_.lower()
    if token.pos_ in ("VERB", "AUX") or (token.pos_ == "NOUN" and token.tag_.startswith("VB")):
        for frame in table.by_verb.get(lemma, table.by_verb.get(lemma + "e", ())):  # the model's "din" for "dined"
            if verb_fits(frame, token) and (match := verb_match(frame, token, reading)):
                yield match
    if token.pos_ in ("NOUN", "PROPN"):
        for frame in table.by_noun.get(lemma, ()):
            if not any(p in frame.not_before and not is_time(inner) for p, inner in prepositions(token)) and (
                match := noun_match(frame, token, reading, words)
            ):
                yield match
