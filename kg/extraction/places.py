"""Where a contact took place: the city or country that its clause names."""

from spacy.tokens import Token

from kg.extraction.names import Entity
from kg.extraction.participants.reading import Reading
from kg.extraction.syntax import clause_verb

_AT = frozenset({"in", "at", "near", "outside", "aboard"})


def place_of(reading: Reading, trigger: Token, verb: Token | None) -> Entity | None:
    """The nearest place "in …" below the contact's noun or verb, a city before a country; None where none is told."""
    carriers = [
        trigger,
        *([verb] if verb is not None else []),
        *([v] if (v := clause_verb(trigger)) is not None else []),
    ]
    found: list[Entity] = []
    for carrier in carriers:
        for child in carrier.children:
            if child.dep_ in ("prep", "advmod") and child.lower_ in _AT:
                found += [e for inner in child.children if (e := _place(reading, inner)) is not None]
                found += [
                    e
                    for inner in child.children
                    for deep in inner.conjuncts
                    if (e := _place(reading, deep)) is not None
                ]
                found += [
                    e
                    for inner in child.children
                    for deep in inner.children
                    if deep.dep_ in ("appos", "prep")
                    if (e := _below(reading, deep)) is not None
                ]
    cities = [e for e in found if e.type == "place"]
    return next(iter(cities or found), None)


def _below(reading: Reading, token: Token) -> Entity | None:
    if token.dep_ == "appos":
        return _place(reading, token)
    return next(
        (e for inner in token.children if token.lower_ in _AT and (e := _place(reading, inner)) is not None),
        None,
    )


def _place(reading: Reading, token: Token) -> Entity | None:
    mention = reading.mention(token)
    if mention is None:
        return None
    entity = reading.entity(mention.entity)
    return entity if entity.type in ("place", "country") and not mention.description else None
