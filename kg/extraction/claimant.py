"""Whom a sentence names as the source of what it tells: "the Kremlin said", "according to diplomats"."""

from spacy.tokens import Token

from kg.extraction.parse import Parsed

_SAYING = frozenset(
    "say tell announce report confirm state claim disclose reveal add note declare write quote deny "
    "acknowledge insist recall".split()
)


def claimant(parsed: Parsed, trigger: Token) -> str | None:
    """The source as written, or None where the article itself tells it."""
    for token in parsed.doc:
        if token.lemma_.lower() in _SAYING and token.pos_ == "VERB" and _governs(token, trigger):
            for child in token.children:
                if child.dep_ == "nsubj" and child.lower_ not in (
                    "who",
                    "which",
                    "that",
                    "it",
                    "he",
                    "she",
                    "they",
                ):
                    return _written(parsed, child)
        if token.lower_ == "according" and any(c.lower_ == "to" for c in token.children):
            for child in next(c for c in token.children if c.lower_ == "to").children:
                if child.dep_ == "pobj":
                    return _written(parsed, child)
    return None


def _governs(verb: Token, trigger: Token) -> bool:
    """Whether what the verb says contains the trigger, also as a parenthesis behind it."""
    if verb.i == trigger.i or any(t.text == ";" for t in verb.doc[min(verb.i, trigger.i) : max(verb.i, trigger.i)]):
        return False
    ancestors = {a.i for a in trigger.ancestors}
    if verb.i in ancestors:
        return True
    return (
        verb.dep_ in ("parataxis", "ccomp", "advcl") and verb.head.i in ancestors | {trigger.i} and verb.i > trigger.i
    )


def _written(parsed: Parsed, head: Token) -> str:
    inner = [
        t
        for t in head.subtree
        if not any(
            a.dep_ in ("relcl", "acl") and a.i > head.i for a in (t, *t.ancestors) if a.i in {x.i for x in head.subtree}
        )
    ]
    start, end = min(parsed.start[t.i] for t in inner), max(parsed.end[t.i] for t in inner)
    return parsed.sentence.text[start:end].strip(" ,")
