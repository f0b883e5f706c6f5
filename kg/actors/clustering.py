"""Which spellings of a block are one actor: level by level, never by a chain.

The order of the input plays no part: the spellings of one level are all compared with the clusters of the
levels before, and only then join. A spelling that fits two clusters joins neither.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations, groupby

from kg.actors.evidence import countries_agree
from kg.actors.scoring import verdict_on
from kg.actors.spellings import Spelling
from kg.actors.weights import weights
from kg.model import Actor


@dataclass(slots=True)
class Cluster:
    """Spellings that are one actor.

    Attributes:
        known: that actor, where it is known already.
        doubt: why a spelling that might be another actor stays by itself.
    """

    spellings: list[Spelling] = field(default_factory=list)
    known: Actor | None = None
    doubt: str = ""

    def fits(self, spelling: Spelling) -> bool:
        """Whether a spelling is the same as one member, contradicts none, and is of their time."""
        if not all(countries_agree(spelling.country, member.country) for member in self.spellings):
            return False  # most others of a common surname end here, before anything is weighed
        verdicts = set()
        if spelling.full and all(member.full and not spelling.openings & member.openings for member in self.spellings):
            return False
        for member in self.spellings:
            verdicts.add(verdict_on(spelling, member))
            if "different" in verdicts:
                return False
        return "same" in verdicts and _of_one_time(spelling, self.spellings)


def cluster(spellings: Iterable[Spelling], known: Mapping[Spelling, Actor]) -> list[Cluster]:
    """Clusters of one block's spellings; `known` tells which of them are known actors by name."""
    by_actor: dict[str, Cluster] = {}
    rest = []
    for spelling in spellings:
        if actor := known.get(spelling):
            by_actor.setdefault(actor.id, Cluster(known=actor)).spellings.append(spelling)
        else:
            rest.append(spelling)
    clusters = list(by_actor.values())
    for _, level in groupby(sorted(rest, key=lambda s: s.level), key=lambda s: s.level):
        clusters += _settle(list(level), clusters)
    return clusters


def _settle(level: list[Spelling], clusters: list[Cluster]) -> list[Cluster]:
    """Lets each spelling of a level join its one cluster; returns new clusters of the others."""
    new: list[Cluster] = []
    joining: dict[int, list[Spelling]] = defaultdict(list)
    unmatched: list[Spelling] = []
    for spelling in level:
        fitting = [index for index, cluster in enumerate(clusters) if cluster.fits(spelling)]
        if len(fitting) > 1:
            names = " or ".join(sorted(f"“{clusters[index].spellings[0].shown}”" for index in fitting)[:2])
            new += [Cluster([one], doubt=f"may be {names}, so it is neither") for one in spelling.apart()]
        elif fitting:
            joining[fitting[0]].append(spelling)
        else:
            unmatched.append(spelling)
    for index, spellings in joining.items():
        apart = {
            spelling for pair in combinations(spellings, 2) if verdict_on(*pair) == "different" for spelling in pair
        }
        clusters[index].spellings += [spelling for spelling in spellings if spelling not in apart]
        name = clusters[index].spellings[0].shown
        new += [
            Cluster([spelling], doubt=f"another name may be “{name}” as well, so it is not")
            for spelling in spellings
            if spelling in apart
        ]
    return new + _among_themselves(unmatched)


def _among_themselves(spellings: list[Spelling]) -> list[Cluster]:
    """Groups in which each is the same as half of the others and different from none.

    The members of a mere chain stay by themselves.
    """
    alone = [Cluster([one]) for spelling in spellings if spelling.alone for one in spelling.apart()]
    rest = [spelling for spelling in spellings if not spelling.alone]
    same = [(one, other) for one, other in _comparable(rest) if verdict_on(one, other) == "same"]
    group = {spelling: number for number, spelling in enumerate(rest)}
    together = {number: [spelling] for spelling, number in group.items()}
    for one, other in same:
        if group[one] != group[other]:
            kept, lost = sorted((group[one], group[other]))
            together[kept] += together[lost]
            group.update(dict.fromkeys(together.pop(lost), kept))
    members: dict[int, list[Spelling]] = defaultdict(list)
    for spelling, number in group.items():
        members[number].append(spelling)
    clusters: list[Cluster] = []
    for of_one in members.values():
        if _hold_together(of_one):
            clusters += _by_time(of_one)
        else:
            clusters += [Cluster([spelling]) for spelling in of_one]
    return alone + clusters


def _hold_together(spellings: list[Spelling]) -> bool:
    alike = dict.fromkeys(spellings, 0)
    for one, other in combinations(spellings, 2):
        verdict = verdict_on(one, other)
        if verdict == "different":
            return False
        for each in (one, other):
            alike[each] += verdict == "same"
    return all(2 * count >= len(spellings) - 1 for count in alike.values())


def _comparable(spellings: list[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs that could be the same: of one country, and full names with one beside the surname that begins alike."""
    places = {spelling: place for place, spelling in enumerate(spellings)}
    countries = {spelling.country for spelling in spellings}
    agreeing = {one: [other for other in countries if countries_agree(one, other)] for one in countries}
    found: dict[tuple[str, str | None], list[Spelling]] = defaultdict(list)
    for spelling in spellings:
        for each in spelling.openings:
            found[each, spelling.country].append(spelling)
    for spelling in spellings:
        keys = ((each, country) for each in spelling.openings for country in agreeing[spelling.country])
        near = {other for key in keys for other in found.get(key, ())}
        for other in sorted(near, key=places.__getitem__):
            if places[other] > places[spelling]:
                yield spelling, other


def _by_time(spellings: list[Spelling]) -> list[Cluster]:
    """Surnames alone that are of one time as the first of them; full names whatever their time."""
    clusters: list[Cluster] = []
    for spelling in sorted(spellings, key=lambda s: (min(s.years, default=0), s.text)):
        if clusters and _of_one_time(spelling, clusters[-1].spellings[:1]):
            clusters[-1].spellings.append(spelling)
        else:
            clusters.append(Cluster([spelling]))
    return clusters


def _of_one_time(spelling: Spelling, others: Iterable[Spelling]) -> bool:
    if spelling.person is None or spelling.full:
        return True
    years = {year for other in others for year in other.years}
    return not (years and spelling.years) or any(
        abs(one - other) <= weights().years_apart for one in years for other in spelling.years
    )
