"""Persons meant by their people: "the Norwegian"."""

from spacy.tokens import Token

from kg.extraction.participants.reading import Reading, Reference, coarguments
from kg.gazetteer import gazetteer

_FAR = 100


def compatriot(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "*The Norwegian* rang Colombo": the person of that country named last."""
    if token.dep_ in ("amod", "compound", "nmod") or not token.text[:1].isupper() or not _is_definite(token):
        return ()
    country = gazetteer().country_of_adjective(token.text)
    beside = coarguments(token, reading)
    for person in reading.before(token, ("person",), _FAR) if country else ():
        if reading.entity(person).country == country and person not in beside:
            return (Reference(person),)
    return ()


def _is_definite(token: Token) -> bool:
    return any(child.lower_ == "the" or child.dep_ == "poss" for child in token.children)
