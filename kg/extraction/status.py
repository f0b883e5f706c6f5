"""Whether a contact occurred, is planned, was refused …: by tense, modality, negation and the verbs above it."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from kg.extraction.dates import Tense
from kg.extraction.frame_table import StatusWords, status_words
from kg.extraction.frames import Match
from kg.model import Status

Told = Status | Literal["silent"]
_NOUNS: dict[str, Told] = {
    **dict.fromkeys(("plan", "decision", "agreement", "intention", "preparation"), "planned"),
    **dict.fromkeys(
        ("invitation", "offer", "request", "proposal", "readiness", "willingness", "wish", "desire"), "proposed"
    ),
    **dict.fromkeys(("refusal", "rejection"), "refused"),
    **dict.fromkeys(("cancellation", "postponement"), "cancelled"),
    "denial": "denied",
    **dict.fromkeys(
        ("chance", "opportunity", "possibility", "need", "call", "appeal", "hope", "time", "reason"), "silent"
    ),
}
_FOR_WHOLE_CLAUSES = ("denied", "refused", "silent")
_CIRCUMSTANCES = frozenset({"time", "reason", "decision", "preparation", "agreement"})
"""Of these a contact may tell as of what took place: "the reason for the meeting"."""
_RANKED = frozenset({"first", "second", "third", "last", "latest", "highest", "only", "next"})
_NOT_ONE = frozenset({"no", "any", "neither"})
_NOBODY = frozenset({"no", "neither", "none", "nobody"})
_NEVER = frozenset({"never", "neither", "nor", "hardly"})
_FUTURE_WORDS = frozenset({"tomorrow", "next", "later", "soon", "coming", "forthcoming", "upcoming"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """A status, with the tense in which its date is to be read."""

    status: Status
    tense: Tense


def judge(match: Match, in_title: bool, future_told: bool) -> Judgement | None:
    """The status of a match; None where the text tells of no contact.

    Args:
        match: the frame that fits.
        in_title: headlines tell the past in the present tense.
        future_told: whether the sentence names a day after the article's.
    """
    words = status_words()
    told = (_noun(match, words) or _subject_matter(match, words)) if match.trigger.pos_ in ("NOUN", "PROPN") else None
    if told in ("planned", "proposed") and match.verb is not None:
        ended = _verb_status(match.verb, words)  # "the planned visit was scrapped"
        told = ended if ended in ("cancelled", "refused") else told
    if told is None:
        node = match.verb if match.verb is not None else match.trigger
        told = _clause(node, match, in_title, future_told, words)
    if told == "occurred" and _untrue(match, words):
        told = "denied"
    if told == "proposed" and _turned_down(match, words):
        told = "refused"
    if match.frame.status and told in ("occurred", "planned", "proposed"):
        told = "planned" if match.accepted and told != "proposed" else match.frame.status  # type: ignore[assignment]
    if told == "silent" or (match.frame.only_status and told not in match.frame.only_status):
        return None
    return Judgement(told, _tense(told))


def _turned_down(match: Match, words: StatusWords) -> bool:
    """ "asked for a call, but Olander *refused*"."""
    node = match.verb if match.verb is not None else match.trigger
    nodes = (node, *node.ancestors)
    return any(
        words.verbs.get(other.lemma_.lower()) == "refused" and any(c.lower_ == "but" for c in near.children)
        for near in nodes
        for other in near.conjuncts
        if other.i > match.trigger.i
    )


def _tense(status: Status) -> Tense:
    return "future" if status in ("planned", "proposed") else "past"


def _noun(match: Match, words: StatusWords) -> Told | None:
    """What stands at the contact's noun: "a *planned* meeting", "*no* meeting", "the *postponed* visit"."""
    for child in match.trigger.children:
        if child.dep_ in ("amod", "compound") and child.lower_ in words.adjectives:
            return words.adjectives[child.lower_]
        if child.dep_ == "det" and child.lower_ in _NOT_ONE:
            return "silent"
    return None


def _subject_matter(match: Match, words: StatusWords) -> Told | None:
    """What the noun above says, whose matter the contact is: "*plans* for talks", "an *offer* of a meeting"."""
    preposition = match.trigger.head
    noun = preposition.head
    if preposition.lower_ not in ("for", "of") or noun.pos_ != "NOUN":
        return None
    told = _NOUNS.get(noun.lemma_.lower())
    if told is None or _lacking(noun):
        return told and "silent"
    return None if noun.lemma_.lower() in _CIRCUMSTANCES else _answered(noun, told, words)


def _clause(node: Token, match: Match, in_title: bool, future_told: bool, words: StatusWords) -> Told:
    """The status that a clause gives, asking the clauses above it where it has no finite verb of its own."""
    told: Told = "occurred"
    own = _verb_status(node, words) if node.i != match.trigger.i else None
    if node.pos_ not in ("VERB", "AUX"):
        return _above(node, words, told, in_title, future_told)
    told = own or _form(node, words, in_title, future_told)
    if _negated(node):
        if own in ("refused", "cancelled", "denied"):
            return "silent"
        if told == "planned":
            return "refused" if any(c.lower_ in ("will", "wo", "would") for c in node.children) else "silent"
        if told == "occurred":
            return (
                "silent"
                if any(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in node.children) or own
                else "denied"
            )
        return "silent"
    if told != "occurred":
        return told if not _silenced(node, words) else "silent"
    return _above(node, words, told, in_title, future_told)


def _form(verb: Token, words: StatusWords, in_title: bool, future_told: bool) -> Told:
    """What the verb's own form says: modals, tense."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    for word in auxiliaries:
        if word in words.modals:
            return "planned" if words.modals[word] == "planned" else "silent"
    if in_title:
        return "planned" if "to" in auxiliaries and verb.dep_ in ("ROOT", "conj") else "occurred"
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'s", "'re"}):
        near = {t.lower_ for t in verb.subtree}
        return "planned" if future_told or near & _FUTURE_WORDS else "occurred"
    return "occurred"


def _verb_status(verb: Token, words: StatusWords) -> Told | None:
    """What a verb above the contact's own says of it: "agreed", "refused", "called off"."""
    lemma = verb.lemma_.lower()
    particle = words.particles.get(lemma)
    if particle is not None and any(child.lower_ == particle for child in verb.children):
        return words.verbs.get(lemma, "silent")
    if particle is None and lemma in words.verbs:
        return words.verbs[lemma]
    if lemma in words.silent:
        return "silent"
    for child in verb.children:
        if child.dep_ in ("acomp", "oprd"):
            if child.lemma_.lower() in words.silent:
                return "silent"
            if child.lemma_.lower() in words.verbs:
                return words.verbs[child.lemma_.lower()]
    return None


def _above(node: Token, words: StatusWords, told: Told, in_title: bool, future_told: bool) -> Told:
    """What the clauses above say: infinitives and participles take their status from there."""
    current, infinitive = node, any(c.dep_ == "aux" and c.lower_ == "to" for c in node.children)
    for _ in range(5):
        if _silenced(current, words):
            return "silent"
        head, link = current.head, current.dep_
        if head.i == current.i:
            break
        if head.pos_ == "NOUN" and head.lemma_.lower() in _NOUNS and _lacking(head):
            return "silent"
        if head.pos_ in ("NOUN", "PROPN") and link in ("acl", "relcl") and infinitive:
            noun = _NOUNS.get(head.lemma_.lower())
            if noun is not None:
                return _answered(head, noun, words)
            if any(c.lower_ in _RANKED for c in head.children):
                return told  # "the first leader to visit Oslo"
        if head.pos_ in ("VERB", "AUX") and link in ("xcomp", "ccomp", "advcl", "pcomp", "prep", "acl"):
            said = _verb_status(head, words)
            negative = _negated(head)
            if link in ("xcomp", "ccomp") and said is not None and (infinitive or said in _FOR_WHOLE_CLAUSES):
                if negative:
                    return "refused" if said in ("planned", "proposed") and said == "planned" else "silent"
                return said
            if infinitive and link == "xcomp" and head.lemma_.lower() == "be":
                return "silent" if negative else "planned"
            if infinitive and link == "xcomp" and head.lemma_.lower() in ("fail", "have", "need"):
                return "silent"
            if link in ("advcl", "pcomp", "prep", "xcomp") and negative and infinitive:
                return "silent"
            if infinitive or current.tag_ == "VBG":
                form = said if said and link == "xcomp" else _form(head, words, in_title, future_told)
                if form != "occurred":
                    return form
        if head.pos_ == "ADJ" and infinitive and head.lemma_.lower() in words.silent:
            return "silent"
        if head.pos_ == "ADJ" and infinitive and head.lemma_.lower() in words.verbs:
            return "silent" if _negated(head.head) else words.verbs[head.lemma_.lower()]
        infinitive = infinitive and head.pos_ not in ("VERB", "AUX")
        if head.pos_ in ("VERB", "AUX"):
            infinitive = any(c.dep_ == "aux" and c.lower_ == "to" for c in head.children)
        current = head
    return told


def _lacking(noun: Token) -> bool:
    """ "has *no* plans", "did *not* have a reason", "without *any* invitation"."""
    return _negated(noun.head) or any(c.dep_ == "det" and c.lower_ in _NOT_ONE for c in noun.children)


def _answered(noun: Token, told: Told, words: StatusWords) -> Told:
    """ "*turned down* an invitation to visit", "*accepted* an offer to mediate"."""
    if noun.dep_ not in ("dobj", "nsubjpass"):
        return told
    answer = _verb_status(noun.head, words)
    if answer in ("refused", "cancelled", "denied") or (answer and noun.head.lemma_.lower() == "accept"):
        return answer
    return told


def _untrue(match: Match, words: StatusWords) -> bool:
    """ "*Reports of* a meeting … *are false*", "*denied reports that* they had met"."""
    for above in match.trigger.ancestors:
        if above.lemma_.lower() in words.hearsay:
            said = {c.lemma_.lower() for c in above.head.children if c.dep_ in ("acomp", "attr", "oprd")}
            if said & words.untrue or (
                above.dep_ == "dobj" and words.verbs.get(above.head.lemma_.lower()) in ("denied", "refused")
            ):
                return True
    return False


def _negated(verb: Token) -> bool:
    """ "did *not* meet", "*never* met", "*no* leader has met"."""
    nobody = any(
        c.dep_ in ("nsubj", "nsubjpass") and any(d.lower_ in _NOBODY for d in (c, *c.children)) for c in verb.children
    )
    return nobody or any(c.dep_ == "neg" or c.lower_ in _NEVER for c in verb.children)


def _silenced(token: Token, words: StatusWords) -> bool:
    """Under a condition: "if he called", "whether they met", "would meet only if"."""
    return _conditional(token, words) or (
        any(c.dep_ == "aux" and c.lower_ == "would" for c in token.children)
        and any(c.dep_ == "advcl" and _conditional(c, words) for c in token.children)
    )


def _conditional(token: Token, words: StatusWords) -> bool:
    if any(child.dep_ in ("mark", "advmod") and child.lower_ in words.conditions for child in token.children):
        return True
    return token.dep_ in ("advcl", "ccomp") and token.i < token.head.i and _turned(token)


def _turned(verb: Token) -> bool:
    """ "*Had* he called, …", "*Should* they meet, …": the helper opens the clause, before its subject."""
    first = min(verb.subtree, key=lambda t: t.i)
    subjects = (child.i for child in verb.children if child.dep_ == "nsubj")
    return first.dep_ == "aux" and first.lower_ in ("had", "should") and any(first.i < at < verb.i for at in subjects)
