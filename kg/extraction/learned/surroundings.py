"""Words and grammar around and between two actors of a sentence, as features."""

from collections.abc import Iterator

from kg.extraction.learned.words import Words, frame_classes
from kg.extraction.participants.reading import Reading

_NEAR = 14
"""Words between two actors beyond which no single word of them is looked at."""


def around(side: str, token: int, words: Words) -> Iterator[str]:
    """The word's own place: its dependency, its verb with objects, particles and helpers, its neighbours."""
    tokens, lemma = words.tokens, words.lemma
    head = tokens[token].head.i
    dependency = tokens[token].dep_
    yield f"{side}-dep:{dependency}"
    if tokens[token].dep_ == "pobj":
        yield f"{side}-prep:{lemma[head]}"
        above = tokens[head].head.i
        yield f"{side}-prep-of:{lemma[above]}_{lemma[head]}"
        yield from (f"{side}-prep-of:{name}_{lemma[head]}" for name in frame_classes().get(lemma[above], ()))
    else:
        yield f"{side}-head:{lemma[head]}:{dependency}"
        yield from (f"{side}-head:{name}:{dependency}" for name in frame_classes().get(lemma[head], ()))
    verb = words.governor(token)
    yield f"{side}-verb:{lemma[verb]}"
    yield from (f"{side}-verb:{name}" for name in frame_classes().get(lemma[verb], ()))
    yield f"{side}-verb-tag:{tokens[verb].tag_}"
    for child in tokens[verb].children:
        if child.dep_ in ("dobj", "prt", "attr", "oprd", "acomp", "nsubjpass"):
            yield f"{side}-verb-with:{lemma[verb]}_{lemma[child.i]}"
            yield f"{side}-verb-has:{child.dep_}:{lemma[child.i]}"
        elif child.dep_ in ("aux", "neg", "auxpass", "mark"):
            yield f"{side}-verb-aux:{child.lower_}"
        elif child.dep_ == "prep":
            yield f"{side}-verb-prep:{lemma[child.i]}"
            yield from (
                f"{side}-verb-adjunct:{lemma[child.i]}_{lemma[c.i]}" for c in child.children if c.dep_ == "pobj"
            )
    yield f"{side}-quoted:{words.quoted[token]}"
    for offset in (-2, -1, 1, 2):
        place = token + offset
        if 0 <= place < len(tokens):
            yield f"{side}-at{offset:+d}:{lemma[place]}"


def between(one: int, other: int, words: Words, reading: Reading) -> Iterator[str]:
    """The words between the two, where they are few."""
    start, end = min(one, other), max(one, other)
    gap = range(start + 1, end)
    yield f"gap:{bucket(len(gap))}"
    yield f"order:{one < other}"
    named = {m.entity for i in gap if (m := reading.mention(words.tokens[i])) is not None}
    yield f"named-between:{min(len(named), 4)}"
    yield f"person-between:{any(reading.entity(e).type == 'person' for e in named)}"
    if len(gap) <= _NEAR:
        for index in gap:
            yield f"w:{words.lemma[index]}"
            yield from (f"w:{name}" for name in frame_classes().get(words.lemma[index], ()))
        yield from (f"w2:{words.lemma[i]}_{words.lemma[i + 1]}" for i in range(start, end))
    if len(gap) <= 4:
        yield "w-all:" + "_".join(words.lemma[i] for i in gap)
    yield f"same-quote:{words.quoted[one] == words.quoted[other]}"
    yield f"semicolon:{any(words.tokens[i].text in ';:—' for i in gap)}"


def path(one: int, other: int, words: Words, types: str) -> Iterator[str]:
    """The way from one to the other through the grammar of the sentence."""
    left, top, right = words.path(one, other)
    tokens, lemma = words.tokens, words.lemma
    if top < 0:
        yield "path:none"
        return
    yield f"path-length:{min(len(left) + len(right), 9)}"
    edges = [*(f"{tokens[i].dep_}>" for i in left), "^", *(f"<{tokens[i].dep_}" for i in reversed(right))]
    if len(edges) <= 8:
        yield f"path-deps:{types}:{' '.join(edges)}"
    inner = [*left[1:], top, *reversed(right[1:])] if top not in (one, other) else [*left[1:], *reversed(right[1:])]
    for index in inner:
        yield f"p:{lemma[index]}"
        for name in frame_classes().get(lemma[index], ()):
            yield f"p:{name}"
            yield f"p:{types}:{name}"
        for child in tokens[index].children:
            if child.dep_ in ("neg", "mark", "aux"):
                yield f"p-has:{child.lower_}"
            elif child.dep_ in ("dobj", "prt", "attr"):
                yield f"p-with:{lemma[index]}_{lemma[child.i]}"
                yield from (f"p-object:{name}" for name in frame_classes().get(lemma[child.i], ()))
    if len(inner) <= 4:
        yield f"p-all:{types}:" + "_".join(lemma[i] for i in inner)
        for name in frame_classes().get(lemma[top], ()):
            yield f"p-top:{types}:{name}:{' '.join(edges)}"
    sides = f"{tokens[left[-1]].dep_ if left else '='}|{tokens[right[-1]].dep_ if right else '='}"
    yield f"top:{types}:{lemma[top]}:{sides}"
    yield f"top-sides:{types}:{tokens[top].pos_}:{sides}"
    yield from (f"top:{types}:{name}:{sides}" for name in frame_classes().get(lemma[top], ()))
    verb = top if tokens[top].pos_ in ("VERB", "AUX") else words.governor(top)
    yield f"verb:{lemma[verb]}"
    yield f"verb-tag:{tokens[verb].tag_}"
    yield from (f"verb:{name}" for name in frame_classes().get(lemma[verb], ()))
    for child in tokens[verb].children:
        if child.dep_ in ("dobj", "prt", "attr", "oprd", "acomp"):
            yield f"verb-with:{lemma[verb]}_{lemma[child.i]}"
            yield from (f"verb-with:{name}" for name in frame_classes().get(lemma[child.i], ()))
        elif child.dep_ in ("aux", "neg", "mark"):
            yield f"verb-aux:{child.lower_}"
        elif child.dep_ == "prep":
            yield from (f"verb-adjunct:{lemma[child.i]}_{lemma[c.i]}" for c in child.children if c.dep_ == "pobj")
    for above in words.above[verb][1:4]:
        if tokens[above].pos_ in ("VERB", "AUX", "NOUN"):
            yield f"over:{lemma[above]}"
            yield from (f"over:{name}" for name in frame_classes().get(lemma[above], ()) if name.startswith("~"))


def bucket(length: int) -> str:
    """A length as one of few sizes."""
    for limit in (0, 1, 2, 3, 5, 8, 12, 20):
        if length <= limit:
            return str(limit)
    return "far"
