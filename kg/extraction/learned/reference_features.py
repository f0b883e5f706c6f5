"""What speaks for or against an answer to whom an anaphor means, as strings. No name is among them."""

from collections.abc import Iterator
from functools import lru_cache

from kg.extraction.learned.anaphors import Anaphor
from kg.extraction.learned.history import History, Place, role_of
from kg.extraction.lexicon import offices
from kg.extraction.names import Entity
from kg.extraction.parse import Parsed
from kg.extraction.participants import meant
from kg.extraction.participants.pronoun import is_woman
from kg.extraction.participants.reading import Reading
from kg.extraction.syntax import clause_verb

_AHEAD = 3
"""Sentences ahead in which a description's name may follow: "The auditor-general …", "Mera, the auditor-general, …"."""
_MOST_ACTORS = 40
"""Actors that are looked at, the nearest first."""
_SHORT = {"person": "P", "country": "C", "organization": "O", "group": "G"}


class View:
    """What an anaphor sees of the article before it."""

    def __init__(self, anaphor: Anaphor, parsed: Parsed, history: History, quoted: bool) -> None:
        self.anaphor, self.parsed, self.history, self.quoted = anaphor, parsed, history, quoted
        self.here, self.at = parsed.sentence.index, parsed.start[anaphor.token.i]
        self.role = role_of(anaphor.token)
        verb = clause_verb(anaphor.token)
        self.verb = verb.i if verb is not None else -1
        self.above = {a.i for a in verb.ancestors} if verb is not None else set()
        ahead = _AHEAD if anaphor.head or anaphor.country else 0
        found = {
            entity: place
            for entity in history.places
            if self.entity(entity).type != "place" and (place := history.latest(entity, self.here, self.at, ahead))
        }
        self.ranked = sorted(found, key=lambda e: self._order(found[e]))[:_MOST_ACTORS]
        self.latest = {entity: found[entity] for entity in self.ranked}
        self.rank = {e: rank for kind in self.kinds() for rank, e in enumerate(kind)}
        if anaphor.kind == "settled" and (mention := parsed.mention[anaphor.token.i]) is not None:
            self.own: int | None = mention.entity
        else:
            self.own = None
        self.apposed = {
            c.i for child in anaphor.token.children if child.dep_ == "appos" for c in (child, *child.conjuncts)
        }
        if anaphor.token.dep_ == "appos":
            self.apposed.add(anaphor.token.head.i)
        self.owner = history.meant.get((self.here, anaphor.owner.i), ()) if anaphor.owner is not None else ()
        if anaphor.owner is not None and (mention := parsed.mention[anaphor.owner.i]) is not None:
            self.owner = (mention.entity,)
        self.ruled = self._ruled()
        self.people = sum(self.entity(e).type == "person" for e in self.ranked)
        self.kind = f"{anaphor.kind}{'+' if anaphor.plural and anaphor.kind == 'compatriot' else ''}"

    def entity(self, index: int) -> Entity:
        """An entity of the document."""
        return self.history.settled.entities[index]

    def nobody(self) -> Iterator[str]:
        """Of the answer that it is nobody whom the article names."""
        anaphor, token = self.anaphor, self.anaphor.token
        signs = [
            f"dep:{token.dep_}",
            f"head:{anaphor.head}",
            f"det:{anaphor.determiner}",
            f"role:{self.role}",
            f"ruled:{bool(self.ruled)}",
        ]
        signs += [f"det:{anaphor.determiner}:{anaphor.head}", f"number:{anaphor.number}", f"quoted:{self.quoted}"]
        signs += [f"people:{min(self.people, 4)}", f"actors:{_few(len(self.ranked))}", f"early:{min(self.here, 3)}"]
        signs += [f"owner:{len(self.owner)}:{anaphor.owner is not None}", f"country:{anaphor.country is not None}"]
        for child in token.children:
            if child.dep_ in ("prep", "relcl", "acl", "amod", "compound", "appos"):
                signs += [f"has:{child.dep_}", f"has:{child.dep_}:{child.lemma_.lower()}"]
        signs += [f"verb:{token.head.lemma_.lower()}:{token.dep_}", "bias"]
        if anaphor.kind in ("it", "they", "we", "i"):
            signs.append(f"next:{token.nbor(1).lemma_.lower() if token.i + 1 < len(token.doc) else ''}")
        for sign in signs:
            yield f"none|{sign}"
            yield f"none|{self.kind}|{sign}"

    def one(self, entity: int) -> Iterator[str]:
        """Of the answer that it is this actor."""
        own = self.entity(entity)
        short = _SHORT.get(own.type, "-")
        signs = [*self._nearness(entity), *self._standing(entity), *self._nature(entity, own)]
        for sign in signs:
            yield f"{self.kind}|{sign}"
            yield f"{self.kind}|{short}|{sign}"
        if self.anaphor.plural:
            yield f"{self.kind}|alone|{short}"
        yield f"{self.kind}|{short}"
        if self.anaphor.head:
            yield f"{self.anaphor.head}|{short}|{self.anaphor.plural}"

    def several(self, group: tuple[int, ...]) -> Iterator[str]:
        """Of the answer that it is these actors together."""
        anaphor = self.anaphor
        types = "".join(sorted(_SHORT.get(self.entity(e).type, "-") for e in group))
        distances = sorted(self.here - self.latest[e].sentence for e in group)
        rows = [
            {p.sentence for p in self.history.places[e] if (p.sentence, p.offset) < (self.here, self.at)} for e in group
        ]
        shared = set.intersection(*rows)
        nearest = max(shared, default=-9)
        beside = [e for e in self.ranked if self._same_kind(e, group[0]) and e not in group]
        also = sum(any(p.sentence == nearest for p in self.history.places[e]) for e in beside) if shared else 9
        ranks = sorted(self.rank[e] for e in group)
        signs = [
            f"size:{len(group)}",
            f"types:{types if len(types) < 4 else types[0]}",
            f"shared:{_few(self.here - nearest) if shared else '-'}",
        ]
        signs += [
            f"shared:{_few(self.here - nearest) if shared else '-'}:also:{min(also, 4)}",
            f"also:{min(also, 4)}",
            f"ranks:{ranks[0]}:{min(ranks[-1], 6)}",
        ]
        signs += [f"far:{_few(distances[-1])}", f"near:{_few(distances[0])}", f"beside:{min(len(beside), 4)}"]
        signs += [f"number:{anaphor.number}:{len(group)}", f"ruled:{set(group) == set(self.ruled)}:{bool(self.ruled)}"]
        signs += [f"ruled-overlap:{len(set(group) & set(self.ruled))}:{len(group)}:{len(self.ruled)}"]
        clause = [p for e in group for p in self.history.places[e] if p.sentence == nearest]
        signs.append(f"one-verb:{len({p.verb for p in clause}) == 1}:{'+'.join(sorted({p.role for p in clause}))}")
        signs.append(f"argument:{sum(self._argument(e) for e in group)}")
        signs.append(f"apposed:{sum(self._apposed(e) for e in group)}:{len(group)}")
        signs.append(f"title:{all(e in self.history.titled for e in group)}")
        signs.append(f"lead:{all(self.history.lead in row for row in rows)}")
        countries = {self.entity(e).country for e in group} - {None}
        signs.append(f"countries:{min(len(countries), 3)}:{types[0]}")
        if anaphor.head:
            fits = sum(_fits(anaphor.head, self.entity(e).office) for e in group)
            signs += [
                f"fits:{fits}:{len(group)}",
                f"offices:{len({_class_of(self.entity(e).office) for e in group}) == 1}",
            ]
            signs += [f"head:{anaphor.head}:{types[0]}"]
        if self.owner:
            signs.append(f"owner:{len(set(group) & set(self.owner))}")
        last = self.history.last.get("+", ())
        signs.append(f"again:{set(group) == set(last)}:{bool(last)}")
        rest = [o for o in self.ranked if o not in group and self._same_kind(o, group[0])]
        signs.append(f"all:{not rest}")
        signs.append(f"subjects:{sum(self.history.subject(self.here - 1) == e for e in group)}")
        for sign in signs:
            yield f"+|{sign}"
            yield f"{self.kind}+|{sign}"

    def _nearness(self, entity: int) -> Iterator[str]:
        place = self.latest[entity]
        back = (place.sentence, place.offset) < (self.here, self.at)
        distance = _few(self.here - place.sentence) if back else "behind"
        rank = min(self.rank[entity], 4)
        yield f"distance:{distance}"
        yield f"distance:{distance}:{place.role}:{self.role}"
        yield f"rank:{rank}"
        yield f"rank:{rank}:{min(self.people, 5)}"
        yield f"rank:{rank}:{distance}"
        yield f"rank:{rank}:{place.role}:{self.role}"
        yield f"quoted:{self.quoted}:{place.quoted}:{distance if self.quoted else ''}"
        yield f"form:{place.form}:{distance}"
        yield f"form:{place.form}:{place.role}:{self.role}:{distance}"
        yield f"rank:{rank}:{distance}:{place.role}"
        yield f"since:{min(self._since(place), 3)}:{distance}"
        yield f"ruled:{entity in self.ruled}:{bool(self.ruled)}:{distance}:{rank}"
        if place.sentence == self.here:
            clause = "same" if place.verb == self.verb else "above" if place.verb in self.above else "other"
            yield f"here:{back}:{clause}:{place.role}:{self.role}"
            yield f"here:{back}:{clause}"
            yield f"first-here:{back}:{self._first_here(entity)}"
        elif not back:
            yield f"ahead:{place.sentence - self.here}"
        yield f"argument:{self._argument(entity)}:{self.role}"
        yield f"apposed:{self._apposed(entity)}"

    def _first_here(self, entity: int) -> bool:
        """Whether nobody stands before the actor in the anaphor's sentence."""
        at = self.latest[entity].offset
        return all(o == entity or p.sentence != self.here or p.offset > at for o, p in self.latest.items())

    def _apposed(self, entity: int) -> bool:
        """Whether the actor is named beside the anaphor: "the general, *Mera*, …"."""
        return any(p.sentence == self.here and p.token in self.apposed for p in self.history.places[entity])

    def _since(self, place: Place) -> int:
        """How many persons were subjects since a place."""
        since = range(place.sentence + 1, self.here + 1)
        return len({self.history.subject(index) for index in since} - {None})

    def _argument(self, entity: int) -> bool:
        """Whether the actor stands beside the anaphor under the same verb."""
        return any(
            p.sentence == self.here and p.verb == self.verb >= 0 and p.role in ("subj", "obj", "prep")
            for p in self.history.places[entity]
        ) and self.role in ("subj", "obj", "prep")

    def _standing(self, entity: int) -> Iterator[str]:
        places = [p for p in self.history.places[entity] if (p.sentence, p.offset) < (self.here, self.at)]
        yield f"count:{_few(len(places))}"
        yield f"title:{entity in self.history.titled}:lead:{any(p.sentence == self.history.lead for p in places)}"
        subject = self.history.subject(self.here - 1)
        yield f"subject-last:{subject == entity}:{subject is not None}"
        yield f"subject-last:{subject == entity}:{self.role}:{self.history.subject(self.here - 2) == entity}"
        yield f"subject-here:{self.history.subject(self.here) == entity}:{self.role}"
        for kind in ("he", "she", "they", "it", "i", "we"):
            if any(p.form == kind for p in places):
                yield f"was:{kind}"
        last = self.history.last.get(self.anaphor.kind, ())
        if last:
            yield f"again:{entity in last}"
        if "i" in self.anaphor.kind or self.quoted:
            yield f"speaks:{subject == entity}:{self.history.subject(self.here) == entity}"

    def _nature(self, entity: int, own: Entity) -> Iterator[str]:
        anaphor = self.anaphor
        if own.type == "person":
            yield f"woman:{is_woman(own)}"
        yield f"named:{own.named}"
        yield f"ruled:{entity in self.ruled}:{bool(self.ruled)}"
        if self.own is not None:
            yield f"own:{entity == self.own}"
        if self.owner:
            yield f"owner:{entity in self.owner}"
            countries = {self.entity(e).country for e in self.owner} - {None}
            yield f"owner-country:{own.country in countries if own.country and countries else '-'}"
            yield f"owner-body:{own.body in {self.entity(e).name for e in self.owner}}"
        if anaphor.country:
            yield f"country:{own.country == anaphor.country if own.country else '-'}"
        if not anaphor.head:
            return
        head, has = anaphor.head, _class_of(own.office) if own.office else "-"
        fits = _fits(head, own.office)
        told = any(head in form.lower().split() for form in own.forms)
        others = sum(_fits(head, self.entity(e).office) for e in self.ranked if e != entity)
        yield f"fits:{fits}"
        yield f"fits:{fits}:{told}:others:{min(others, 2)}"
        yield f"told:{told}"
        yield f"head:{head}:office:{has}"
        yield f"head:{head}:fits:{fits}:{told}"
        yield f"head:{head}:{bool(own.office)}"
        yield f"det:{anaphor.determiner}:head:{head}"
        yield f"head:{head}:rank:{min(self.rank[entity], 3)}"

    def _order(self, place: Place) -> tuple[int, int, int]:
        behind = (place.sentence, place.offset) > (self.here, self.at)
        return (behind, -place.sentence, -place.offset)

    def kinds(self) -> tuple[list[int], list[int]]:
        """Persons and others, the nearest first."""
        persons = [e for e in self.ranked if self.entity(e).type == "person"]
        return persons, [e for e in self.ranked if self.entity(e).type != "person"]

    def _same_kind(self, one: int, other: int) -> bool:
        return (self.entity(one).type == "person") == (self.entity(other).type == "person")

    def _ruled(self) -> tuple[int, ...]:
        """Whom the rules take it for."""
        if self.anaphor.kind == "settled":
            return () if self.own is None else (self.own,)
        reading = Reading(self.parsed, self.history.settled, self.history.persons())
        return tuple(dict.fromkeys(reference.entity for reference in meant(self.anaphor.token, reading)))


@lru_cache(maxsize=4_096)
def _fits(description: str, office: str) -> bool:
    return offices().fits(description, office)


@lru_cache(maxsize=4_096)
def _class_of(office: str) -> str:
    return offices().class_of(office)


def _few(number: int) -> str:
    return str(number) if number < 4 else "4-6" if number < 7 else "far"
