"""What a pair of actors in a sentence looks like to the model, as a set of strings. No name is among them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.draft import Draft
from kg.extraction.learned.candidates import Candidate, Part
from kg.extraction.learned.surroundings import around, between, path
from kg.extraction.learned.words import Words, frame_classes
from kg.extraction.lexicon import offices
from kg.extraction.names import Entity, Settled
from kg.extraction.participants.reading import Reading
from kg.extraction.sentences import Sentence

VERSION = 4
"""Raised whenever a feature changes, so that a model and its features always belong together."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the document tells about its actors.

    Attributes:
        weight: number of mentions of each entity.
        titled: entities of the title; led: of the first sentence of the text.
        sentences: for each entity, the sentences that name it.
        drafts: what the rules found, by sentence.
    """

    sentences: Sequence[Sentence]
    settled: Settled
    weight: tuple[int, ...]
    titled: frozenset[int]
    led: frozenset[int]
    at: tuple[frozenset[int], ...]
    drafts: dict[int, tuple[Draft, ...]]


def context_of(sentences: Sequence[Sentence], settled: Settled, drafts: Sequence[Draft]) -> Context:
    """The context of a document's pairs."""
    at: list[set[int]] = [set() for _ in settled.entities]
    weight = [0] * len(settled.entities)
    titled: set[int] = set()
    lead = next((s.index for s in sentences if s.offset is not None and not s.heading), 0)
    for row in settled.mentions:
        for mention in row:
            for entity in (mention.entity, mention.government):
                if entity is not None:
                    at[entity].add(mention.sentence)
                    weight[entity] += 1
                    if sentences[mention.sentence].offset is None:
                        titled.add(entity)
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        for sentence in (draft.sentence, *draft.also):
            by_sentence.setdefault(sentence.index, []).append(draft)
    led = frozenset(e for e, places in enumerate(at) if lead in places)
    frozen = {index: tuple(found) for index, found in by_sentence.items()}
    return Context(sentences, settled, tuple(weight), frozenset(titled), led, tuple(map(frozenset, at)), frozen)


def sentence_features(words: Words, reading: Reading, context: Context) -> list[str]:
    """What all pairs of a sentence share."""
    sentence = reading.parsed.sentence
    persons = len(
        {m.entity for m in reading.settled.mentions[sentence.index] if reading.entity(m.entity).type == "person"}
    )
    found = [f"persons:{min(persons, 5)}", f"heading:{sentence.heading}", f"early:{min(sentence.index, 3)}"]
    for index in words.content:
        found.append(f"s:{words.lemma[index]}")
        found += [f"s:{name}" for name in frame_classes().get(words.lemma[index], ())]
    for draft in context.drafts.get(sentence.index, ()):
        found.append(f"rule-near:{draft.relation}")
    if sentence.index not in context.drafts:
        found.append("rule-near:none")
    return list(dict.fromkeys(found))


def pair_features(candidate: Candidate, words: Words, reading: Reading, context: Context) -> list[str]:
    """What sets this pair apart from the others of its sentence."""
    one, other = candidate.first, candidate.second
    first, second = reading.entity(one.entity), reading.entity(other.entity)
    kinds = f"{_kind(one, first)}|{_kind(other, second)}"
    found = [f"how:{one.how}|{other.how}", f"types:{first.type}|{second.type}", f"kinds:{kinds}"]
    found += _entities(first, second)
    found += _document(candidate, reading, context)
    found += _company(candidate, reading)
    found += _rules(candidate, reading, context)
    for side, part in (("a", one), ("b", other)):
        found += around(side, part.token, words)
        if part.how == "meant":
            found += _link(side, part, words, reading, context)
    found += between(one.token, other.token, words, reading)
    found += path(one.token, other.token, words, f"{_short(first)}{_short(second)}")
    return list(dict.fromkeys(found))


def kind_of(candidate: Candidate, reading: Reading) -> str:
    """Which of the three kinds of pair it is: every feature has, beside its weight for all, one for each kind."""
    types = {reading.entity(part.entity).type for part in (candidate.first, candidate.second)}
    return "place" if "place" in types else "persons" if types == {"person"} else "bodies"


def _kind(part: Part, entity: Entity) -> str:
    return f"{entity.type}:{part.how}"


def _short(entity: Entity) -> str:
    return {"person": "P", "place": "L"}.get(entity.type, "C")


def _office(entity: Entity) -> str:
    return offices().class_of(entity.office) if entity.office else "-"


def _entities(first: Entity, second: Entity) -> Iterator[str]:
    countries = "unknown"
    if first.country and second.country:
        countries = "same" if first.country == second.country else "other"
    yield f"countries:{countries}|{_short(first)}{_short(second)}"
    one, other = _office(first), _office(second)
    yield f"a-office:{one}"
    yield f"b-office:{other}"
    yield f"offices:{'same' if one == other else 'other'}:{one != '-'}:{other != '-'}"
    yield f"b-place:{second.type}:{first.type}:{countries}"
    if (first.body and first.body == second.name) or (second.body and second.body == first.name):
        yield "own-body"


def _document(candidate: Candidate, reading: Reading, context: Context) -> Iterator[str]:
    one, other = candidate.first.entity, candidate.second.entity
    here = reading.parsed.sentence.index
    for side, entity in (("a", one), ("b", other)):
        yield f"{side}-weight:{min(context.weight[entity], 6)}"
        yield f"{side}-title:{entity in context.titled}:{entity in context.led}"
        before = [i for i in context.at[entity] if i < here]
        yield f"{side}-last:{min(here - max(before), 5) if before else '-'}"
        opening = here > 0 and bool(row := context.settled.mentions[here - 1]) and row[0].entity == entity
        yield f"{side}-opened-last:{opening}"
    yield f"same-before:{max((i for i in context.at[one] & context.at[other] if i < here), default=-9) >= here - 2}"
    yield f"both-title:{one in context.titled and other in context.titled}"
    yield f"both-lead:{one in context.led and other in context.led}"
    together = context.at[one] & context.at[other]
    yield f"together:{min(len(together), 4)}"


def _company(candidate: Candidate, reading: Reading) -> Iterator[str]:
    """Who else stands in the sentence: one who is alone there must have met someone named before."""
    pair = {candidate.first.entity, candidate.second.entity}
    named = {m.entity for m in reading.settled.mentions[reading.parsed.sentence.index]}
    others = [reading.entity(e) for e in named - pair]
    persons = sum(entity.type == "person" for entity in others)
    states = sum(entity.type in ("country", "organization", "group") for entity in others)
    places = sum(entity.type == "place" for entity in others)
    how = f"{candidate.first.how}|{candidate.second.how}"
    types = f"{_short(reading.entity(candidate.first.entity))}{_short(reading.entity(candidate.second.entity))}"
    yield f"others:{min(persons, 4)}:{min(states, 3)}:{min(places, 2)}"
    yield f"other-persons:{types}:{min(persons, 3)}"
    yield f"other-persons:{how}:{min(persons, 3)}"
    yield f"other-places:{types}:{min(places, 3)}"
    yield f"alone:{how}:{types}:{not persons}:{not states}"


def _link(side: str, part: Part, words: Words, reading: Reading, context: Context) -> Iterator[str]:
    """How likely it is that a pronoun or description means the actor that the rules chose for it."""
    entity, token = reading.entity(part.entity), words.tokens[part.token]
    row = context.settled.mentions[here - 1] if (here := reading.parsed.sentence.index) else ()
    opened = bool(row) and row[0].entity == part.entity
    last = any(mention.entity == part.entity for mention in row)
    own = any(m.entity == part.entity for m in context.settled.mentions[here])
    order = sorted(range(len(context.weight)), key=lambda e: -context.weight[e])
    standing = min(order.index(part.entity), 3)
    lemma = words.lemma[part.token]
    word = "NOUN" if token.pos_ == "NOUN" else lemma
    if (link := reading.parsed.links.get(part.token)) is not None:
        sure = int(link.sure * 5) / 5
        yield f"{side}-sure:{sure}"
        yield f"{side}-sure:{sure}:{len(link.actors)}"
        yield f"{side}-sure:{sure}:{word}"
    yield f"{side}-means:{lemma}"
    yield f"{side}-means-dep:{word}:{token.dep_}:{entity.type}"
    yield f"{side}-means-near:{word}:{opened}:{last}:{own}"
    yield f"{side}-means-standing:{word}:{standing}"


def _rules(candidate: Candidate, reading: Reading, context: Context) -> Iterator[str]:
    pair = {candidate.first.entity, candidate.second.entity}
    here = reading.parsed.sentence.index
    for index, drafts in context.drafts.items():
        for draft in drafts:
            if candidate.first.entity in draft.subjects and candidate.second.entity in (
                *draft.objects,
                *draft.subjects,
            ):
                way = "forward"
            elif candidate.second.entity in draft.subjects and candidate.first.entity in (
                *draft.objects,
                *draft.subjects,
            ):
                way = "back"
            else:
                if index == here and pair & draft.actors:
                    yield f"rule-takes:{draft.relation}:{candidate.first.entity in draft.actors}"
                continue
            if index == here:
                yield f"rule:{draft.relation}:{way}"
                yield f"rule-frame:{draft.frame}:{way}"
                yield f"rule-status:{draft.status}"
                yield "rule"
            else:
                yield f"rule-elsewhere:{draft.relation}:{way}"
                yield f"rule-elsewhere:{'before' if index < here else 'after'}"
