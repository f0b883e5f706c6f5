"""The clause of a contact's word, and the way from it to a time through the grammar of the sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extraction.parse import Parsed
from kg.extraction.syntax import clause_verb
from kg.extraction.times import TimeExpression

_CLAUSAL = frozenset({"relcl", "advcl", "ccomp", "acl", "conj", "xcomp", "pcomp", "parataxis", "appos", "dep"})
_AHEAD = frozenset({"will", "would", "shall", "should", "may", "might", "can", "could", "must", "'ll", "wo"})


@dataclass(frozen=True, slots=True)
class Clause:
    """What a contact's clause is like.

    Attributes:
        form: of its verb: "met", "has met", "had met", "meets", "will meet", or "open" for none that is finite.
        adverbs: that stand with it.
        quoted: whether it stands between quotation marks.
    """

    form: str
    adverbs: tuple[str, ...]
    quoted: bool

    @classmethod
    def of(cls, parsed: Parsed, trigger: int) -> "Clause":
        """The clause of a word."""
        token = parsed.doc[trigger]
        verb = _verb(token)
        both = [token] if verb is None or verb.i == token.i else [token, verb]
        adverbs = [c.lower_ for t in both for c in t.children if c.dep_ == "advmod" and c.is_alpha]
        before = parsed.doc.text[: token.idx]
        quoted = before.count("“") > before.count("”") or before.count('"') % 2 == 1
        return cls(_form(verb), tuple(sorted(adverbs)[:1]), quoted)


def _form(verb: Token | None) -> str:
    """The form of a verb, or of the finite one that it hangs on."""
    for _ in range(5):
        if verb is None:
            break
        helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
        if helpers & {"had", "'d"}:
            return "had met"
        if helpers & {"has", "have", "'ve"} and not helpers & _AHEAD:
            return "has met"
        if helpers & _AHEAD:
            return "will meet"
        if verb.tag_ == "VBD" or helpers & {"was", "were", "did"}:
            return "was to meet" if "to" in helpers else "met"
        if verb.tag_ in ("VBZ", "VBP") or helpers & {"is", "are", "'s", "'re", "does", "do"}:
            return "meets"
        verb = clause_verb(verb) if verb.head.i != verb.i else None
    return "open"


def link(parsed: Parsed, trigger: int, time: TimeExpression) -> Iterator[str]:
    """The way from a word to a time: how far, and which clauses lie between."""
    top = _top(parsed, time)
    if top is None:
        yield "link:none"
        return
    word = parsed.doc[trigger]
    up = [word, *word.ancestors]
    place = {token.i: steps for steps, token in enumerate(up)}
    down: list[Token] = []
    for token in (top, *top.ancestors):
        if token.i in place:
            break
        down.append(token)
    else:
        yield "link:none"
        return
    steps = place[token.i]
    rise = [t.dep_ for t in up[:steps] if t.dep_ in _CLAUSAL]
    fall = [t.dep_ for t in down if t.dep_ in _CLAUSAL]
    yield f"steps:{min(steps, 6)}:{min(len(down), 6)}"
    yield f"link:{'>'.join(rise[:3])}^{'<'.join(fall[:3])}"
    yield f"clauses:{min(len(rise), 3)}:{min(len(fall), 3)}"
    yield from (f"rise:{dep}" for dep in dict.fromkeys(rise))
    yield from (f"fall:{dep}" for dep in dict.fromkeys(fall))
    own, other = _verb(word), _verb(top)
    yield f"same-verb:{own is not None and other is not None and own.i == other.i}"
    if other is not None:
        yield f"time-form:{_form(other)}"


def held(parsed: Parsed, actors: frozenset[int], time: TimeExpression) -> str:
    """How many of the actors stand in the clause of a time, and how many of the others do not."""
    top = _top(parsed, time)
    verb = _verb(top) if top is not None else None
    if verb is None:
        return "none"
    inside, outside = set[int](), set[int]()
    for token in parsed.doc:
        mention = parsed.mention[token.i]
        if mention is not None and {mention.entity, mention.government} & actors:
            own = _verb(token)
            (inside if own is not None and own.i == verb.i else outside).add(mention.entity)
    return f"{len(inside)}:{len(outside - inside)}"


def setting(parsed: Parsed, time: TimeExpression) -> str:
    """The form of the verb that a time belongs to, and whether it is the sentence's own."""
    top = _top(parsed, time)
    verb = _verb(top) if top is not None else None
    if verb is None:
        return "none"
    return f"{_form(verb)}:{verb.dep_ if verb.dep_ in _CLAUSAL else 'main'}"


def _verb(token: Token) -> Token | None:
    return token if token.pos_ in ("VERB", "AUX") else clause_verb(token)


def _top(parsed: Parsed, time: TimeExpression) -> Token | None:
    """The word of a time that the others hang on."""
    inside = [t for t in parsed.doc if time.start <= parsed.start[t.i] and parsed.end[t.i] <= time.end]
    within = {t.i for t in inside}
    return next((t for t in inside if t.head.i not in within or t.head.i == t.i), None)
