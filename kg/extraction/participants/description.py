"""Descriptions that bring their actors with them: "the foreign ministers of X and Y", "a delegation led by X"."""

from spacy.tokens import Token

from kg.extraction.lexicon import offices
from kg.extraction.participants.reading import Reading, Reference

_GROUPS = frozenset(["delegation", "team", "mission", "group"])


def led_by(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "a Turkish *delegation* led by Mera": the leader, and the country where it is told."""
    from kg.extraction.participants import actors_of

    if token.lemma_.lower() not in _GROUPS:
        return ()
    found = [*leaders(token, reading)]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("from", "of", "including"):
            for name in child.children:
                found += actors_of(name, reading)
        elif child.dep_ == "poss" and reading.mention(child):
            found += actors_of(child, reading)
    return tuple(found)


def leaders(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "a delegation *led by* Mera and including Olander": who is named in it."""
    from kg.extraction.participants import actors_of

    found: list[Reference] = []
    for child in token.children:
        if child.dep_ == "acl" and child.lemma_.lower() in ("lead", "head", "include", "comprise", "make"):
            for inner in child.children:
                if inner.dep_ in ("agent", "prep"):
                    for name in inner.children:
                        found += actors_of(name, reading)
                elif inner.dep_ == "dobj":
                    found += actors_of(inner, reading)
    return tuple(found)


def group_of(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "the *presidents* of Chile and Norway", "*envoys* from Oslo": one actor for each country or body.

    A person of that office who is named stands for the country, else the country itself does.
    """
    words = offices()
    lemma = token.lemma_.lower()
    if lemma not in words.heads and lemma not in words.officials and token.lower_ not in words.officials:
        return ()
    found: list[Reference] = []
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in ("of", "from"):
            for name in child.children:
                for head in (name, *name.conjuncts):
                    mention = reading.mention(head)
                    if mention and reading.entity(mention.entity).type in (
                        "country",
                        "organization",
                        "group",
                        "place",
                    ):
                        found.append(
                            _bearer(
                                lemma,
                                mention.government or mention.entity,
                                Reference(mention.government or mention.entity, mention),
                                reading,
                            )
                        )
    return tuple(found)


def _bearer(lemma: str, entity: int, else_: Reference, reading: Reading) -> Reference:
    country = reading.entity(entity).country
    words = offices()
    for index, person in enumerate(reading.settled.entities):
        if person.type == "person" and country and person.country == country and words.fits(lemma, person.office):
            return Reference(index)
    return else_


def unnamed(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "Norway's *envoys*", "its foreign *minister*": the country or body that the possessor is."""
    words = offices()
    lemma = token.lemma_.lower()
    if lemma not in words.officials and token.lower_ not in words.officials and lemma not in words.heads:
        return ()
    for child in token.children:
        if child.dep_ == "poss" and child.lower_ == "its":
            states = reading.before(token, ("country", "organization", "group"), 2)
            return (_bearer(lemma, states[0], Reference(states[0]), reading),) if states else ()
        if child.dep_ in ("poss", "compound", "nmod"):
            mention = reading.mention(child)
            if mention and reading.entity(mention.entity).type in (
                "country",
                "organization",
                "group",
                "place",
            ):
                entity = mention.government or mention.entity
                return (_bearer(lemma, entity, Reference(entity, mention), reading),)
    return ()
