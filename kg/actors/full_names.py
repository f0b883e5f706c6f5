"""What two full names of persons say for or against being one person's: one small function each.

Each takes the names word beside word and returns a finding, or None where it has nothing to say. Sentences are
told of the first name; “{}” stands for the second.
"""

from collections.abc import Callable

from kg.actors.alignment import Alignment, Match
from kg.actors.finding import Finding
from kg.actors.words import words

WordEvidence = Callable[[Alignment], Finding | None]

_MANY = 3
_SHORT = 4
_SPELLED = 0.93


def weakest_word(pair: Alignment) -> Finding | None:
    """How alike the least alike of the words that answer each other are."""
    if not pair.strong:
        return None
    return Finding(min(match.likeness for match in pair.strong), _told(pair))


def unlike_letters(pair: Alignment) -> Finding | None:
    """All that differs in words that answer each other, together."""
    differing = sum(1 - match.likeness for match in pair.strong)
    return Finding(min(differing, 1.0), "its words are spelled otherwise than those of “{}”") if differing else None


def unlike_short_word(pair: Alignment) -> Finding | None:
    """A short word is spelled otherwise: there a single letter makes another name of it."""
    short = [match.likeness for match in pair.strong if match.likeness < _SPELLED and _letters(match, pair) <= _SHORT]
    return Finding(1.0, "a short name is not that of “{}”") if short else None


def one_word_only(pair: Alignment) -> Finding | None:
    """A single word answers."""
    return Finding(1.0, "it shares one word with “{}”") if len(pair.strong) == 1 else None


def many_words(pair: Alignment) -> Finding | None:
    """Three words or more answer."""
    return Finding(1.0, "it shares three names or more with “{}”") if len(pair.strong) >= _MANY else None


def no_word(pair: Alignment) -> Finding | None:
    """No word answers."""
    return None if pair.strong else Finding(1.0, "it shares no word with “{}”")


def initials(pair: Alignment) -> Finding | None:
    """Initials stand for names, the first two of which count."""
    if not (found := len(pair.initials)):
        return None
    return Finding(min(found, 2) / 2, "initials stand for names of “{}”")


def differing_word(pair: Alignment) -> Finding | None:
    """Each has a word that the other has not: another given name, another surname."""
    if not (pair.left and pair.right):
        return None
    last = len(pair.one.words) - 1 in pair.left and len(pair.other.words) - 1 in pair.right
    return Finding(1.0, "of another family than “{}”" if last else "another given name than “{}”")


def differing_words(pair: Alignment) -> Finding | None:
    """Each has several words that the other has not."""
    return Finding(1.0, "other names than “{}”") if min(len(pair.left), len(pair.right)) > 1 else None


def further_word(pair: Alignment) -> Finding | None:
    """One has a word more."""
    return Finding(1.0, "one has a name more") if len(pair.extra[1]) == 1 else None


def further_words(pair: Alignment) -> Finding | None:
    """One has several words more."""
    return Finding(1.0, "one has several names more") if len(pair.extra[1]) > 1 else None


def further_name_behind(pair: Alignment) -> Finding | None:
    """The word more stands last: the mother's surname, or another person's surname."""
    told, extra = pair.extra
    if not extra or extra[-1] != len(told) - 1:
        return None
    return Finding(1.0, "one has a further surname")


def further_name_before(pair: Alignment) -> Finding | None:
    """The word more stands first: a given name left out, or the name of a child, followed by the father's."""
    _, extra = pair.extra
    return Finding(1.0, "one has a further given name before") if extra and extra[0] == 0 else None


def further_name_inside(pair: Alignment) -> Finding | None:
    """The word more stands inside, and all that answer are names that millions bear: a father's and a son's too."""
    told, extra = pair.extra
    if len(extra) != 1 or not 0 < extra[0] < len(told) - 1 or len(told[extra[0]]) == 1:
        return None
    if not pair.strong or not all(_is_common(match, pair) for match in pair.strong):
        return None
    return Finding(1.0, "common names, and one has a further given name")


def half_given_name(pair: Alignment) -> Finding | None:
    """One has a double given name, the other its first half alone: "Mohammad-Reza", "Mohammad"."""
    longer = pair.one if len(pair.left) > len(pair.right) else pair.other
    told, extra = pair.extra
    if len(extra) != 1 or not 0 < extra[0] < len(told) - 1:
        return None
    if extra[0] not in longer.halves:
        return None
    return Finding(1.0, "half of a double name")


def given_name_alone(pair: Alignment) -> Finding | None:
    """One is a ruler's given name, which the other has in another place than the first: a father's, or a surname."""
    alone = (len(pair.one.words) == 1, len(pair.other.words) == 1)
    if alone[0] == alone[1]:
        return None
    if any((match.other if alone[0] else match.one)[0] == 0 for match in pair.matches):
        return None
    return Finding(1.0, "a given name alone, which is no first name of “{}”")


def turned(pair: Alignment) -> Finding | None:
    """The words stand in another order, and nothing tells which of them is the family name."""
    order = [match.other for match in pair.matches]
    if order == sorted(order) or pair.one.family or pair.other.family:
        return None
    return Finding(1.0, "the names of “{}” in another order")


def common_words(pair: Alignment) -> Finding | None:
    """The share of the words that answer which millions bear."""
    if not pair.strong:
        return None
    common = sum(_is_common(match, pair) for match in pair.strong)
    return Finding(common / len(pair.strong), "the names they share are common") if common else None


def last_words(pair: Alignment) -> Finding | None:
    """The last words answer each other."""
    one, other = len(pair.one.words) - 1, len(pair.other.words) - 1
    if not any(one in match.one and other in match.other for match in pair.strong):
        return None
    return Finding(1.0, "the same surname as “{}”")


def other_middle_initial(pair: Alignment) -> Finding | None:
    """Initials in the same place are not the same: "George H. W. Bush", "George W. Bush"."""
    mine, theirs = (_initials_between(name.words) for name in (pair.one, pair.other))
    if not mine or not theirs or mine[0] == theirs[0]:
        return None
    return Finding(1.0, "another middle name than “{}”")


def other_generation(pair: Alignment) -> Finding | None:
    """Only one is "Jr." or "II", or they are so otherwise: father and son."""
    if pair.one.suffix == pair.other.suffix:
        return None
    return Finding(1.0, "another generation than “{}”")


def father_by_name(pair: Alignment) -> Finding | None:
    """The first name of one is the father's in the other: "Salman bin Abdulaziz", "Mohammed bin Salman"."""
    if pair.one.words[0] == pair.other.words[0] or 0 in pair.one.fathers or 0 in pair.other.fathers:
        return None
    for match in pair.strong:
        one, other = match.one[0], match.other[0]
        if (one == 0 and other in pair.other.fathers) or (other == 0 and one in pair.one.fathers):
            return Finding(1.0, "by name a child or the father of “{}”")
    return None


def _told(pair: Alignment) -> str:
    if pair.script != "latin":
        return "the same name as “{}” in another script"
    if pair.left or pair.right:
        return "same names in order as “{}”"
    if any(match.initial for match in pair.matches):
        return "same names or their initials as “{}”"
    return "another spelling of “{}”"


def _letters(match: Match, pair: Alignment) -> int:
    one, other = (
        sum(len(name.words[i]) for i in places) for name, places in ((pair.one, match.one), (pair.other, match.other))
    )
    return min(one, other)


def _is_common(match: Match, pair: Alignment) -> bool:
    known = words()
    told = [pair.one.words[i] for i in match.one]
    return all(
        word in known.given_variants or word in known.family_names or word in known.common_names for word in told
    )


def _initials_between(told: tuple[str, ...]) -> list[str]:
    return [word for word in told[1:-1] if len(word) == 1]
