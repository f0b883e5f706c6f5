"""Names settled over the whole document, before any frame is looked for.

Every stretch that `kg.extraction.mentions` found in any sentence is given to one entity of the document: full
names first, then short forms, then descriptions ("the Syrian leader", "his Russian counterpart"). One tag of a
small model is worth little, so it is only one vote among others.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from kg.extraction.bodies import known_bodies
from kg.extraction.lexicon import Offices, offices
from kg.extraction.mentions import Found, scan
from kg.extraction.sentences import Sentence
from kg.extraction.words import Word, words
from kg.gazetteer import fold, gazetteer
from kg.model import ActorType

_SAID = frozenset("said says told added noted warned stressed declared announced insisted argued claimed wrote denied confirmed replied".split())
_FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "SG", "KR", "KP", "VN", "JP", "KH", "HU", "MM"})
Votes = Mapping[str, Counter[str]]


@dataclass(slots=True)
class Entity:
    """An actor or place of this document, while it is being settled.

    Attributes:
        forms: surface forms that mean it, in order of appearance.
        at: (sentence, offset) of every mention, in order.
    """

    type: ActorType
    name: str
    country: str | None = None
    office: str = ""
    body: str | None = None
    forms: list[str] = field(default_factory=list)
    at: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mention:
    """A settled stretch of one sentence.

    Attributes:
        entity: index of what it means.
        government: index of the country it stands for where a capital or seat is used as an actor.
        description: whether it is an office or description rather than a name.
    """

    sentence: int
    start: int
    end: int
    entity: int
    government: int | None = None
    description: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """Entities of a document and the mentions of each sentence, left to right without overlaps."""

    entities: tuple[Entity, ...]
    mentions: tuple[tuple[Mention, ...], ...]


def settle(sentences: Sequence[Sentence], votes: Votes, home: str | None = None) -> Settled:
    """All names of a document.

    Args:
        sentences: the document's sentences.
        votes: for a folded run of capitals, how often a tagger called it PERSON, GPE, ORG …
        home: ISO code of the country whose officials are named without it (a ministry's own readout).
    """
    return _Settler(sentences, votes, home).run()


def name_runs(sentence: str) -> list[tuple[int, int]]:
    """Offsets of the runs of capitals of a sentence, for asking a tagger about them."""
    return [(f.name_start, f.name_end) for f in scan(sentence, words(sentence)) if f.kind in ("name", "city", "seat")]


@dataclass(slots=True)
class _Pending:
    """A found stretch, widened by its apposition, with the entity it was given."""

    sentence: int
    found: Found
    start: int
    end: int
    name: str = ""
    country: str | None = None
    office: str = ""
    body: str | None = None
    person: bool = False
    entity: int | None = None
    government: int | None = None


class _Settler:
    def __init__(self, sentences: Sequence[Sentence], votes: Votes, home: str | None) -> None:
        self.sentences = sentences
        self.votes = votes
        self.home = home
        self.offices: Offices = offices()
        self.gazetteer = gazetteer()
        self.entities: list[Entity] = []
        self.pending: list[_Pending] = []
        self.by_key: dict[tuple[str, str], int] = {}

    def run(self) -> Settled:
        for sentence in self.sentences:
            self.pending += self._read(sentence)
        self._persons()
        for item in self.pending:
            if item.entity is None:
                self._give(item)
        self._descriptions()
        rows: list[list[Mention]] = [[] for _ in self.sentences]
        for item in self.pending:
            if item.entity is None:
                continue
            self._note(item)
            rows[item.sentence].append(
                Mention(item.sentence, item.start, item.end, item.entity, item.government, item.found.kind in ("office", "counterpart"))
            )
        return Settled(tuple(self.entities), tuple(tuple(row) for row in rows))

    # ---- reading a sentence ----

    def _read(self, sentence: Sentence) -> list[_Pending]:
        text, found = sentence.text, words(sentence.text)
        items = [
            _Pending(
                sentence.index, f, f.start, f.end, text[f.name_start : f.name_end], f.country, f.office, f.body, f.person
            )
            for f in scan(text, found)
        ]
        joined: list[_Pending] = []
        for item in items:
            if joined and self._apposed(text, found, joined[-1], item):
                first = joined.pop()
                joined.append(_together(first, item))
            else:
                joined.append(item)
        return joined

    def _apposed(self, text: str, found: Sequence[Word], first: _Pending, second: _Pending) -> bool:
        """ "the Emir of Qatar, Sheikh Tamim", "Ayman Safadi, the Jordanian foreign minister"."""
        gap = text[first.end : second.start]
        kinds = (first.found.kind, second.found.kind)
        following = next((w for w in found if w.start >= second.end and w.text.isalpha()), None)
        tail = text[second.end : second.end + 2].strip()
        if kinds[0] in ("office", "counterpart") and kinds[1] == "name":
            if first.name and second.office and first.office and not second.found.office:
                return False
            if gap.strip() in ("", "-", "–", "(") or gap.strip() == ",":
                said = gap.strip() == "," and following is not None and following.lower in _SAID and not tail.startswith(",")
                return not said and not (gap.strip() == "" and gap == "")
            return False
        if kinds == ("name", "office") and gap.strip() in (",", ", the", ", a", ", its", ", his", "(", "(the", ", an", ", then", ", that country's"):
            return bool(tail.startswith((",", ".", ")", ";")) or tail == "" or not second.found.determined or gap.strip() != ",") and not first.found.office
        return False

    # ---- persons ----

    def _persons(self) -> None:
        full = [i for i in self.pending if i.found.kind in ("name", "city", "seat", "country") and self._looks_like_person(i)]
        for item in sorted(full, key=lambda i: (-len(_tokens(i.name)), i.sentence, i.start)):
            item.entity = self._person(item)
        for item in self.pending:
            if item.entity is None and item.found.kind in ("name", "city", "seat", "country") and len(_tokens(item.name)) == 1:
                located = item.found.kind != "name" and self._located(item)
                if not located and (match := self._bearer(item)) is not None:
                    item.entity = match

    def _located(self, item: _Pending) -> bool:
        before = self.sentences[item.sentence].text[: item.start].split()[-1:]
        return bool(before) and before[0].lower() in ("in", "to", "from", "at", "near", "for", "outside", "through", "into")

    def _looks_like_person(self, item: _Pending) -> bool:
        if item.person:
            return True
        if item.found.kind != "name":
            return False
        tokens = _tokens(item.name)
        lowered = [t.lower() for t in tokens]
        if any(t in self.offices.things or t in self.offices.bodies for t in lowered) or any(c.isdigit() for c in item.name):
            return False
        vote = self.votes.get(fold(item.name), Counter())
        person, other = vote["PERSON"], sum(n for label, n in vote.items() if label not in ("PERSON", "-"))
        if len(tokens) == 1:
            return person > other and not item.found.opening and len(item.name) > 2 and not item.name.isupper()
        if item.sentence == 0 and self.sentences[0].paragraph == 0 and not vote["PERSON"]:
            return False
        if item.found.determined == "the" or (len(tokens) == 2 and "-" in item.name and lowered[0] in ("first", "second")):
            return False
        return person >= other

    def _person(self, item: _Pending) -> int:
        if (match := self._bearer(item)) is not None:
            return match
        self.entities.append(Entity("person", item.name, item.country, item.office, item.body))
        return len(self.entities) - 1

    def _bearer(self, item: _Pending) -> int | None:
        """The person already settled whose name this is a form of; the latest named where several fit."""
        fitting = [
            index
            for index, entity in enumerate(self.entities)
            if entity.type == "person" and _same_name(item.name, entity.name, entity.country)
            and not (item.country and entity.country and item.country != entity.country and len(_tokens(item.name)) == 1)
        ]
        if len(fitting) > 1:
            last = [i for i in fitting if _tokens(self.entities[i].name)[-1:] == _tokens(item.name)[-1:]]
            fitting = last or fitting
        if len(fitting) > 1:
            fitting.sort(key=lambda i: self._recency(i, item))
        return fitting[0] if fitting else None

    def _recency(self, entity: int, item: _Pending) -> tuple[bool, int]:
        """Smaller is nearer: mentions before the item first, the latest of them."""
        places = [(i.sentence, i.start) for i in self.pending if i.entity == entity]
        before = [p for p in places if p < (item.sentence, item.start)]
        if before:
            sentence, start = max(before)
            return False, -(sentence * 10_000 + start)
        return True, min((p[0] * 10_000 + p[1] for p in places), default=0)

    # ---- everything else that names itself ----

    def _give(self, item: _Pending) -> None:
        kind = item.found.kind
        if kind == "country" and item.country:
            item.entity = self._country(item.country)
        elif kind in ("seat", "city"):
            item.entity = self._place(item)
            if kind == "seat" and item.country:
                item.government = self._country(item.country)
        elif kind == "body":
            item.entity = self._body(item.body or item.name, item.country)
        elif kind == "officials":
            item.entity = self._country(item.country) if item.country and not item.body else self._body(item.body or item.name, item.country)
        elif kind == "name":
            self._unknown(item)

    def _country(self, code: str) -> int:
        country = self.gazetteer.country(code)
        return self._once("country", country.name if country else code, code)

    def _place(self, item: _Pending) -> int:
        city = self.gazetteer.city(item.name, item.country) or self.gazetteer.city(item.name)
        name = city.name if city and fold(city.name) != fold(item.name) else item.name
        if name.isupper():
            name = name.title()
        return self._once("place", name, item.country or (city.country if city else None))

    def _body(self, name: str, country: str | None) -> int:
        known = next((b for b in known_bodies() if fold(name) in {fold(b.name), *map(fold, b.names)}), None)
        if known:
            return self._once(known.type, known.name, known.country)
        last = fold(name).split()[-1]
        return self._once("group" if last in self.offices.groups else "organization", name, country)

    def _once(self, type: ActorType, name: str, country: str | None) -> int:  # noqa: A002
        key = (type, fold(name))
        if key not in self.by_key:
            self.by_key[key] = len(self.entities)
            self.entities.append(Entity(type, name, country))
        return self.by_key[key]

    def _unknown(self, item: _Pending) -> None:
        """A run of capitals that is no person: an organisation, a place, or nothing of ours."""
        vote = self.votes.get(fold(item.name), Counter())
        label = max(vote, key=lambda k: (vote[k], k)) if vote else ""
        if label in ("GPE", "LOC") or (self._located(item) and self.gazetteer.city(item.name)):
            city = self.gazetteer.city(item.name)
            item.entity = self._once("place", city.name if city and fold(city.name) == fold(item.name) else item.name, city.country if city else None)
        elif label == "ORG" and not item.found.opening and item.name.isupper() and len(item.name) > 2:
            item.entity = self._once("organization", item.name, None)

    # ---- descriptions ----

    def _descriptions(self) -> None:
        for position, item in enumerate(self.pending):
            if item.entity is None and item.found.kind in ("office", "counterpart"):
                item.entity = self._described(item, position)

    def _described(self, item: _Pending, position: int) -> int | None:
        office = item.office
        if item.found.kind == "counterpart":
            model = self._owner(item)
            if model is None:
                return None
            office = self.entities[model].office or "foreign minister"
            others = [i for i in self._fitting(office, item.country, None) if i != model]
            if others:
                return min(others, key=lambda i: self._recency(i, item))
            return self._holder(office, item.country, None) if item.country else None
        fitting = self._fitting(office, item.country, item.body)
        if fitting:
            named_before = [i for i in fitting if not self._recency(i, item)[0]]
            if item.country or item.body:
                return min(fitting, key=lambda i: self._recency(i, item))
            if named_before:
                return min(named_before, key=lambda i: self._recency(i, item))
            return None
        if item.country or item.body:
            return self._holder(office, item.country, item.body)
        return None

    def _fitting(self, office: str, country: str | None, body: str | None) -> list[int]:
        head = office.split(" of ")[0].split(" for ")[0].split(" to ")[0]
        return [
            index
            for index, entity in enumerate(self.entities)
            if entity.type == "person"
            and (country is None or entity.country == country or (entity.country is None and self.home == country))
            and (body is None or entity.body == body)
            and (self.offices.fits(head, entity.office) or (self.offices.class_of(head) == self.offices.class_of(entity.office) and entity.office != ""))
        ]

    def _owner(self, item: _Pending) -> int | None:
        """Whose counterpart: the nearest person with an office before it."""
        persons = [
            (i.sentence, i.start, i.entity)
            for i in self.pending
            if i.entity is not None and (i.sentence, i.start) < (item.sentence, item.start) and self.entities[i.entity].type == "person"
            and (item.country is None or self.entities[i.entity].country != item.country)
        ]
        return max(persons)[2] if persons else None

    def _holder(self, office: str, country: str | None, body: str | None) -> int:
        """An office whose holder the article does not name; an unnamed official stands for the country or body."""
        head = office.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()[-1]
        where = self.gazetteer.country(country).name if country and self.gazetteer.country(country) else body  # type: ignore[union-attr]
        if head in self.offices.officials and head not in ("minister", "leader", "general", "commander", "mediator", "ruler"):
            return self._country(country) if country and not body else self._body(body or "", country)
        name = f"{office.capitalize()} of {where}"
        key = ("person", fold(name))
        if key not in self.by_key:
            self.by_key[key] = len(self.entities)
            self.entities.append(Entity("person", name, country, office, body))
        return self.by_key[key]

    # ---- notes ----

    def _note(self, item: _Pending) -> None:
        assert item.entity is not None
        entity = self.entities[item.entity]
        text = self.sentences[item.sentence].text
        entity.at.append((item.sentence, item.start))
        name = text[item.found.name_start : item.found.name_end] if item.found.kind != "name" else item.name
        for form in (text[item.start : item.end], name):
            if form and form not in entity.forms:
                entity.forms.append(form)
        if entity.type == "person":
            entity.country = entity.country or item.country
            if item.found.kind != "counterpart" and item.office and item.office != "counterpart":
                entity.office = entity.office or item.office
            entity.body = entity.body or item.body
            if not entity.country and not entity.body and entity.office:
                entity.country = self.home


def _together(first: _Pending, second: _Pending) -> _Pending:
    """Two stretches in apposition as one; the name comes from the one that is a name."""
    named, office = (second, first) if second.found.kind == "name" else (first, second)
    return _Pending(
        named.sentence,
        named.found,
        first.start,
        second.end,
        named.name,
        named.country or office.country,
        (office.office if office.office != "counterpart" else "") or named.office,
        named.body or office.body,
        True,
    )


def _tokens(name: str) -> list[str]:
    return [t for t in fold(name).replace("'", "").split() if t]


def _bases(name: str) -> list[str]:
    """Folded words without article prefixes, so that "al-Assad" and "Assad" are one."""
    found = []
    for token in _tokens(name):
        base = token.removeprefix("al-").removeprefix("el-").removeprefix("as-").removeprefix("ad-").removeprefix("ash-")
        if base not in ("al", "el", "bin", "ibn", "ben"):
            found.append(base)
    return found


def _same_name(short: str, long: str, country: str | None) -> bool:
    """Whether one name is a form of the other: "Fidan", "H. Fidan" and "Hakan Fidan"; spellings apart ("Rohani")."""
    one, other = _bases(short), _bases(long)
    if not one or not other:
        return False
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(one) == 1:
        family_first = country in _FAMILY_FIRST or ("-" in other[-1] and len(other) == 2)
        return any(_alike(one[0], t) for t in ([other[-1], other[0]] if family_first or len(other) > 2 else [other[-1]])) or (
            len(one[0]) > 3 and one[0] in other and country not in ("US", "GB")
        )
    if len(one) == len(other):
        return all(_alike(a, b) for a, b in zip(one, other, strict=True))
    rest = iter(other)
    return all(any(_alike(token, candidate) for candidate in rest) for token in one) and _alike(one[-1], other[-1])


def _alike(one: str, other: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    if one == other:
        return True
    if len(one.rstrip(".")) == 1 or len(other.rstrip(".")) == 1:
        return one[0] == other[0]
    if min(len(one), len(other)) < 5:
        return False
    return one[0] == other[0] and Levenshtein.distance(one, other) <= (2 if min(len(one), len(other)) > 7 else 1)


def by_sentence(settled: Settled) -> dict[int, tuple[Mention, ...]]:
    """The mentions of each sentence that has any."""
    rows: dict[int, tuple[Mention, ...]] = defaultdict(tuple)
    for index, row in enumerate(settled.mentions):
        if row:
            rows[index] = row
    return rows
