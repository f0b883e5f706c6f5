"""Grammar of a parsed sentence: who is subject and object of a verb, also where the clause does not say it itself."""

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_OBJECT_CONTROL = frozenset(
    "ask invite urge send tell allow persuade want expect order force help dispatch permit press lead".split()
)
_DEPTH = 6


def passive(verb: Token) -> bool:
    """ "was received", "received by Mera" behind a noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "advcl")
        and not any(c.dep_ in ("aux", "dobj") for c in verb.children)
    )


def surface_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The grammatical subject of a clause, its own or the one it takes from the clause above.

    "flew to Oslo *to meet*", "before *leaving*", "and *met*", "Mera, *meeting* Olander": control, raising,
    coordination and participles. Empty where there is none.
    """
    own = tuple(child for child in verb.children if child.dep_ in _SUBJECTS)
    if own or depth > _DEPTH:
        return own
    head = verb.head
    if head.i == verb.i:
        return ()
    match verb.dep_:
        case "xcomp" | "ccomp" | "advcl" if (
            verb.dep_ == "xcomp" and head.lemma_.lower() in _OBJECT_CONTROL and _objects(head)
        ):
            return _objects(head)
        case "conj" | "xcomp" | "ccomp" | "advcl" | "dep" | "parataxis":
            return _of_head(head, depth)
        case "acl" | "relcl":
            return (head,) if verb.tag_ in ("VBG", "VBN") or verb.dep_ == "relcl" else _holder(head, depth)
        case "pcomp" | "prep":
            return _of_head(head.head, depth)
    return ()


def _of_head(head: Token, depth: int) -> tuple[Token, ...]:
    if head.pos_ in ("VERB", "AUX"):
        if passive(head) and not any(c.dep_ == "nsubjpass" for c in head.children):
            return surface_subject(head, depth + 1)
        return surface_subject(head, depth + 1)
    if head.pos_ in ("ADJ", "ADP", "ADV", "SCONJ"):
        return _of_head(head.head, depth + 1) if head.head.i != head.i and depth <= _DEPTH else ()
    if head.pos_ in ("NOUN", "PROPN"):
        return _holder(head, depth)
    return ()


def _holder(noun: Token, depth: int) -> tuple[Token, ...]:
    """Whose plan, offer or visit: the possessor, else the subject of the verb the noun belongs to."""
    owners = tuple(child for child in noun.children if child.dep_ == "poss")
    if owners:
        return owners
    if noun.dep_ in ("dobj", "attr", "pobj", "nsubjpass", "conj", "oprd") and depth <= _DEPTH:
        head = noun.head.head if noun.dep_ == "pobj" else noun.head
        return _of_head(head, depth + 1)
    return ()


def _objects(verb: Token) -> tuple[Token, ...]:
    found = tuple(child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP")
    if not found and passive(verb):
        found = tuple(child for child in verb.children if child.dep_ == "nsubjpass")
    return found


def agents(verb: Token) -> tuple[Token, ...]:
    """ "was received *by Mera*"."""
    return tuple(
        inner
        for child in verb.children
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by")
        for inner in child.children
        if inner.dep_ == "pobj"
    )


def logical_subject(verb: Token) -> tuple[Token, ...]:
    """Who does it, in an active or passive clause."""
    return agents(verb) if passive(verb) else surface_subject(verb)


def logical_object(verb: Token) -> tuple[Token, ...]:
    """To whom it is done, in an active or passive clause; "Olander, *whom* Mera met" too."""
    if passive(verb):
        own = tuple(child for child in verb.children if child.dep_ == "nsubjpass")
        return own or surface_subject(verb)
    return tuple(child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP")


def prepositions(token: Token) -> Iterator[tuple[str, Token]]:
    """(preposition, its object) below a word, chains such as "to Oslo and to Lima" included."""
    for child in token.children:
        if child.dep_ in ("prep", "dative", "agent") and child.pos_ in (
            "ADP",
            "SCONJ",
            "ADV",
            "PART",
            "VERB",
        ):
            for inner in child.children:
                if inner.dep_ == "pcomp" and inner.pos_ == "VERB" and (subjects := _own_subjects(inner)):
                    # "has written to both Mera and Olander inviting them": the parser takes them for a subject
                    yield from ((child.lower_, subject) for subject in subjects)
                elif inner.dep_ in ("pobj", "pcomp"):
                    yield child.lower_, inner
                elif inner.dep_ == "prep":
                    yield from (
                        (f"{child.lower_} {inner.lower_}", deep) for deep in inner.children if deep.dep_ == "pobj"
                    )
            for other in child.conjuncts:
                if other.pos_ == "ADP":
                    yield from ((other.lower_, inner) for inner in other.children if inner.dep_ == "pobj")


def _own_subjects(verb: Token) -> tuple[Token, ...]:
    return tuple(child for child in verb.children if child.dep_ in _SUBJECTS and child.i < verb.i)


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause that a word stands in."""
    while token.head.i != token.i:
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return token if token.pos_ in ("VERB", "AUX") else None
