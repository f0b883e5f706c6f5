"""Pronouns: "he", "him", "who", "they", "each other"."""

from spacy.tokens import Token

from kg.extraction.lexicon import pronouns
from kg.extraction.names import Entity
from kg.extraction.participants.reading import Reading, Reference, coarguments
from kg.extraction.syntax import clause_verb, surface_subject
from kg.gazetteer import fold


def pronoun(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """The antecedent of a pronoun.

    "Mera said *he* would call Olander": the subject before it, else the person named last, the subject of the
    sentence before first. "Mera and Olander said *they* …": the two named last.
    """
    word, known = token.lower_, pronouns()
    if word in known.relative:
        return _antecedent(token, reading)
    if word in known.he | known.she:
        return _single(token, reading)
    if word in known.they and token.pos_ in ("PRON", "DET"):
        return _plural(token, reading)
    return ()


def _antecedent(token: Token, reading: Reading) -> tuple[Reference, ...]:
    """ "Olander, *whom* Mera met": the noun that the relative clause hangs on."""
    from kg.extraction.participants import actors_of

    clause = token.head
    for _ in range(4):
        if clause.dep_ == "relcl":
            head = clause.head
            mention = reading.mention(head)
            return (Reference(mention.entity, mention),) if mention else actors_of(head, reading)
        clause = clause.head
    return ()


def _single(token: Token, reading: Reading) -> tuple[Reference, ...]:
    taken = coarguments(token, reading) | _of_other_sex(token, reading)
    inside = [p for p in reading.subjects_before(token) if p not in taken]
    if inside:
        return (Reference(inside[0]),)
    if token.dep_ == "poss" and (subject := _own_clause(token, reading)) is not None:
        return (Reference(subject),)
    here = [p for p in reading.before(token, ("person",), 0) if p not in taken]
    if here and token.dep_ == "poss":
        return (Reference(here[0]),)
    subject = _last_subject(reading, taken)
    if subject is not None:
        return (Reference(subject),)
    around = here or [p for p in reading.before(token, ("person",)) if p not in taken]
    return (Reference(around[0]),) if around else ()


def _of_other_sex(token: Token, reading: Reading) -> set[int]:
    """Whom "she" cannot mean where some woman is named, and whom "he" cannot mean."""
    women = {i for i, e in enumerate(reading.settled.entities) if e.type == "person" and is_woman(e)}
    if token.lower_ in pronouns().he:
        return women
    return set(range(len(reading.settled.entities))) - women if women else set()


def is_woman(entity: Entity) -> bool:
    """Whether a person's forms have a word of address, or a given name, that mostly women bear."""
    known = pronouns()
    words = fold(" ".join((entity.office, *entity.forms))).split()
    return bool(set(words) & known.women) or fold(entity.name).split()[0] in known.names_of_women


def _own_clause(token: Token, reading: Reading) -> int | None:
    """ "During *his* meeting with Olander, Mera asked …": the subject that the phrase stands before."""
    verb = clause_verb(token)
    for subject in surface_subject(verb) if verb is not None else ():
        mention = reading.mention(subject)
        if mention and subject.i > token.i and reading.entity(mention.entity).type == "person":
            return mention.entity
    return None


def _last_subject(reading: Reading, taken: set[int]) -> int | None:
    """The person that opens the nearest sentence before this one, since subjects are gone on with."""
    here = reading.parsed.sentence.index
    for index in range(here - 1, max(here - 3, -1), -1):
        if (told := reading.subjects.get(index)) is not None and told not in taken:
            return told
        for mention in reading.settled.mentions[index]:
            if reading.entity(mention.entity).type == "person" and mention.entity not in taken:
                return mention.entity
    return None


def _plural(token: Token, reading: Reading) -> tuple[Reference, ...]:
    from kg.extraction.participants.plural import last_two

    return last_two(token, reading, ("person",)) or last_two(token, reading, ("country", "group"))
