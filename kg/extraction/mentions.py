"""What a sentence names: stretches of text that mean an actor or a place, before they are settled.

`scan` reads one sentence by itself and says what each stretch looks like; `kg.extraction.names` decides over the
whole document what it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from kg.extraction.lexicon import Offices, offices
from kg.extraction.words import Word
from kg.gazetteer import Gazetteer, fold, gazetteer

Kind = Literal["name", "office", "officials", "country", "seat", "city", "body", "counterpart"]
_LONGEST = 6  # words of the longest name of a country or body that is looked up
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_NEVER_NAMES = frozenset(
    "i the a an he she it they we you his her their its our my this that these those there here in on at by for from "
    "to of with and but or as if when while after before since until during both each all some no not one two three "
    "four five six seven eight nine ten what who whom why how where which yet still now then once again also only even "
    "so nor despite although though because under over between among about against across through into upon "
    "earlier later meanwhile separately asked speaking according last next more most many several few another "
    "islamic muslim christian jewish arab african european western eastern northern southern asian latin kurdish "
    "earth god internet covid ramadan easter christmas live breaking update exclusive analysis readout photo video".split()
)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a sentence that names something.

    Attributes:
        kind: what it looks like. "name" is a run of capitals whose nature the document must tell; "office" a
            description of one person by office; "officials" several or any persons of a country or body.
        start, end: the whole stretch in the sentence, with office and honorific, without a determiner.
        name_start, name_end: the bare name within it.
        country: the ISO code the stretch itself tells.
        body: the body ("United Nations") whose office it is.
        office: the office in lower case, without country and body.
        person: whether the stretch itself shows that it is a person (office, honorific).
        determined: "the", "his" … before it, in lower case.
        plural: whether it means several.
        opening: whether it opens the sentence, where any word has a capital.
    """

    kind: Kind
    start: int
    end: int
    name_start: int
    name_end: int
    country: str | None = None
    body: str | None = None
    office: str = ""
    person: bool = False
    determined: str = ""
    plural: bool = False
    opening: bool = False


@dataclass(slots=True)
class _Office:
    """An office phrase under way: words [start, end) of the sentence."""

    start: int
    end: int
    country: str | None = None
    body: str | None = None
    words: list[str] = field(default_factory=list)


@cache
def _bodies() -> dict[str, tuple[str, str, str | None]]:
    from kg.extraction.bodies import known_bodies

    return {fold(form): (body.name, body.type, body.country) for body in known_bodies() for form in (body.name, *body.names)}


class _Reader:
    """Reads one sentence's words from left to right. All positions are indexes of words."""

    def __init__(self, text: str, found: Sequence[Word]) -> None:
        self.text = text
        self.words = found
        self.offices: Offices = offices()
        self.gazetteer: Gazetteer = gazetteer()

    def phrase(self, start: int, end: int) -> str:
        return self.text[self.words[start].start : self.words[end - 1].end]

    def longest(self, start: int, look: object) -> tuple[int, str] | None:
        """The longest stretch from here that a look-up knows: (end, what it says)."""
        for end in range(min(len(self.words), start + _LONGEST), start, -1):
            if any(w.possessive for w in self.words[start : end - 1]) or "," in (w.text for w in self.words[start:end]):
                continue
            if result := look(self.phrase(start, end)):  # type: ignore[operator]
                return end, result
        return None

    def country_name(self, at: int) -> tuple[int, str] | None:
        return self.longest(at, self.gazetteer.country_of_name) if self.words[at].capital else None

    def adjective(self, at: int) -> tuple[int, str] | None:
        if not self.words[at].capital:
            return None
        return self.longest(at, self.gazetteer.country_of_adjective)

    def seat(self, at: int) -> tuple[int, str] | None:
        return self.longest(at, self.gazetteer.country_of_seat) if self.words[at].capital else None

    def body(self, at: int) -> tuple[int, tuple[str, str, str | None]] | None:
        if not self.words[at].capital:
            return None
        known = _bodies()
        found = self.longest(at, lambda phrase: known.get(fold(phrase)) if phrase[:1].isupper() else None)
        return found  # type: ignore[return-value]

    # ---- offices ----

    def office(self, start: int) -> _Office | None:
        """An office phrase from here: countries, bodies and modifiers before a head, "of …" behind it."""
        office, at, head_end = _Office(start, start), start, 0
        heads, modifiers = self.offices.heads, self.offices.modifiers
        while at < len(self.words):
            word = self.words[at]
            if at > start and self.words[at - 1].text in ",;:." and len(self.words[at - 1].text) == 1:
                break
            two = self.phrase(at, at + 2).lower() if at + 1 < len(self.words) else ""
            if word.lower in heads or two in heads or _joined(word.lower, heads, modifiers):
                step = 2 if two in heads and word.lower not in heads else 1
                office.words.append(two if step == 2 else word.lower)
                at += step
                head_end = at
                if self.words[at - 1].possessive:
                    break
            elif word.lower in modifiers:
                office.words.append(word.lower)
                at += 1
            elif head_end == at and at > start:
                break
            elif found := self.adjective(at):
                if self._name_begins(at, found[0]):
                    break
                at, office.country = found[0], office.country or found[1]
            elif (body := self.body(at)) and not (head_end and body[1][1] == "country"):
                if head_end:
                    break
                at, office.body, office.country = body[0], body[1][0], office.country or body[1][2]
            elif (country := self.country_name(at)) and (self.words[country[0] - 1].possessive or self._head_follows(country[0])):
                if head_end:
                    break
                at, office.country = country[0], office.country or country[1]
            elif (seat := self.seat(at)) and not head_end and (self.words[seat[0] - 1].possessive or self._head_follows(seat[0])):
                at, office.country = seat[0], office.country or seat[1]
            else:
                break
        if not head_end:
            return None
        office.words = office.words[: len(office.words) - sum(1 for _ in range(at - head_end))] if at > head_end else office.words
        office.end = self._complement(office, head_end)
        return office

    def _name_begins(self, at: int, end: int) -> bool:
        """An adjective that opens a name rather than an office ("Oman", "Ireland's John Ireland")."""
        return at > 0 and self.words[at - 1].lower in self.offices.heads and end < len(self.words) and self.words[end].capital and (
            self.words[end].lower not in self.offices.heads and self.words[end].lower not in self.offices.modifiers
        )

    def _head_follows(self, at: int) -> bool:
        for word in self.words[at : at + 4]:
            if word.lower in self.offices.heads:
                return True
            if word.lower not in self.offices.modifiers:
                return False
        return False

    def _complement(self, office: _Office, at: int) -> int:
        """ "of Foreign Affairs", "for Yemen", "to the United Nations", any number of them."""
        while at + 1 < len(self.words) and self.words[at].lower in ("of", "for", "to", "in", "and", "at") and not self.words[at - 1].possessive:
            inner = at + 1 + (self.words[at + 1].lower == "the")
            if inner >= len(self.words):
                break
            link = self.words[at].lower
            portfolio = self._portfolio(at + 1)
            if portfolio and link in ("of", "for", "and"):
                if link == "and" and "minister" not in " ".join(office.words):
                    break
                office.words += [link, self.phrase(at + 1, portfolio).lower().removeprefix("the ")]
                at = portfolio
            elif link == "and" or (link == "in" and office.words[-1] not in ("envoy", "ambassador", "representative", "chief", "head")):
                break
            elif link in ("to", "for") and not {"ambassador", "envoy", "representative", "commissioner", "adviser", "advisor", "secretary", "minister", "coordinator"} & {w for p in office.words for w in p.split()}:
                break
            elif country := self.country_name(inner):
                if link == "of":
                    office.country = office.country or country[1]
                else:
                    office.words += [link, self.phrase(inner, country[0])]
                at = country[0]
            elif body := self.body(inner):
                if link == "of" and not office.body:
                    office.body, office.country = body[1][0], office.country or body[1][2]
                else:
                    office.words += [link, self.phrase(inner, body[0])]
                at = body[0]
            elif link == "of" and (adjective := self.adjective(inner)) and (body_end := self._body_words(adjective[0])):
                office.country, at = office.country or adjective[1], body_end
            else:
                break
        return at

    def _portfolio(self, at: int) -> int | None:
        for end in range(min(len(self.words), at + 5), at, -1):
            if self.phrase(at, end).lower() in self.offices.portfolios:
                return end
        return None

    def _body_words(self, at: int) -> int | None:
        """The end of "Foreign Ministry", "Supreme National Security Council" … from here."""
        last = None
        for end in range(at + 1, min(len(self.words), at + 6) + 1):
            word = self.words[end - 1]
            if not (word.capital or word.lower in self.offices.modifiers or word.lower in self.offices.bodies):
                break
            if word.lower in self.offices.bodies:
                last = end
            if word.possessive:
                break
        return last

    # ---- names ----

    def name(self, at: int) -> int | None:
        """The end of a run of capitals from here that can be a name."""
        end = at
        while end < len(self.words):
            word = self.words[end]
            if word.capital and word.lower not in _TIMES and not (end == at and word.lower in _NEVER_NAMES):
                if end > at and word.lower in self.offices.honorifics | {"i"}:
                    break
                end += 1
            elif (
                end > at
                and word.lower in self.offices.particles
                and end + 1 < len(self.words)
                and (self.words[end + 1].capital or self.words[end + 1].lower in self.offices.particles)
                and not self.words[end - 1].possessive
                and self._particle_joins(end)
            ):
                end += 1
            else:
                break
            if self.words[end - 1].possessive:
                break
        while end > at and self.words[end - 1].lower in self.offices.particles:
            end -= 1
        return end if end > at else None

    def _particle_joins(self, at: int) -> bool:
        following = at
        while following < len(self.words) and self.words[following].lower in self.offices.particles:
            following += 1
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return following < len(self.words) and self.words[following].capital and gap == " "


def _joined(word: str, heads: frozenset[str], modifiers: frozenset[str]) -> bool:
    """ "vice-president", "ex-premier", "secretary-general"."""
    parts = word.split("-")
    return len(parts) > 1 and parts[-1] in heads and all(p in modifiers or p in heads or p in ("ex", "then", "co") for p in parts[:-1])


def scan(text: str, found: Sequence[Word]) -> tuple[Found, ...]:
    """Everything that one sentence names, left to right, without overlaps."""
    reader, at, result = _Reader(text, found), 0, []
    while at < len(found):
        mention, at = _next(reader, at)
        if mention:
            result.append(mention)
    return tuple(result)


_DETERMINERS = frozenset("the a an his her their its this that some both two three four five several other another visiting".split())


def _determiner(reader: _Reader, at: int) -> str:
    return reader.words[at - 1].lower if at and reader.words[at - 1].lower in _DETERMINERS else ""


def _opening(reader: _Reader, at: int) -> bool:
    return all(not w.text[0].isalnum() for w in reader.words[:at])


def _next(reader: _Reader, at: int) -> tuple[Found | None, int]:
    """The mention that begins at this word, if any, and where to go on."""
    found, names = reader.words, reader.offices
    word = found[at]
    counterpart = _counterpart(reader, at)
    if counterpart:
        return counterpart
    plural = _officials(reader, at)
    office = reader.office(at)
    if plural and (not office or plural[1] >= office.end):
        return plural
    if office and not (found[office.end - 1].possessive and office.end == at + 1 and not word.capital):
        begin, end = found[at].start, found[office.end - 1].end
        name_at = office.end
        while name_at < len(found) and found[name_at].lower in names.honorifics and found[name_at].capital:
            name_at += 1
        name_end = reader.name(name_at) if name_at < len(found) and not found[office.end - 1].possessive else None
        label = " ".join(office.words)
        if name_end and not (reader.country_name(name_at) and name_end == name_at + 1 and not office.country):
            name_end = _trim_name(reader, name_at, name_end)
            start, stop = found[name_at].start, found[name_end - 1].end
            return Found("name", begin, stop, start, stop, office.country, office.body, label, True, _determiner(reader, at)), name_end
        if found[office.end - 1].lower in names.officials and not office.words[:-1] and not (office.country or office.body):
            return None, at + 1
        determined = _determiner(reader, at)
        if office.country or office.body or determined in ("the", "his", "her", "their", "its") or (word.capital and not _opening(reader, at)):
            return Found("office", begin, end, begin, end, office.country, office.body, label, True, determined), office.end
        return None, office.end
    if word.lower in names.honorifics and word.capital:
        name_at = at
        while name_at < len(found) and found[name_at].lower in names.honorifics and found[name_at].capital:
            name_at += 1
        if name_at < len(found) and (name_end := reader.name(name_at)):
            name_end = _trim_name(reader, name_at, name_end)
            start, stop = found[name_at].start, found[name_end - 1].end
            return Found("name", word.start, stop, start, stop, person=True), name_end
    if plural:
        return plural
    return _place_or_name(reader, at)


def _trim_name(reader: _Reader, at: int, end: int) -> int:
    """A name ends before a word of office or a body that follows it in capitals."""
    for index in range(at + 1, end):
        if reader.words[index].lower in reader.offices.heads and reader.words[index].lower not in ("king", "prince", "major", "general", "marshal", "judge", "justice"):
            return index
    return end


def _counterpart(reader: _Reader, at: int) -> tuple[Found, int] | None:
    """ "his Russian counterpart", "her counterpart from Oman", "with Iraqi counterpart X"."""
    words = reader.words
    end, country = at, None
    if found := reader.adjective(at):
        end, country = found
    elif found := reader.country_name(at):
        if not words[found[0] - 1].possessive:
            return None
        end, country = found
    while end < len(words) and words[end].lower in ("then", "new", "former", "visiting"):
        end += 1
    if end >= len(words) or words[end].lower not in ("counterpart", "opposite", "colleague", "homologue"):
        return None
    end += 2 if words[end].lower == "opposite" and end + 1 < len(words) and words[end + 1].lower == "number" else 1
    if not country and end + 1 < len(words) and words[end].lower in ("from", "in"):
        if found := reader.country_name(end + 1) or reader.seat(end + 1):
            end, country = found
    determined = _determiner(reader, at)
    if not country and determined not in ("his", "her", "their"):
        return None
    begin, stop = words[at].start, words[end - 1].end
    name_end = reader.name(end) if end < len(words) else None
    if name_end:
        start, last = words[end].start, words[name_end - 1].end
        return Found("name", begin, last, start, last, country, None, "counterpart", True, determined), name_end
    return Found("counterpart", begin, stop, begin, stop, country, None, "counterpart", True, determined), end


def _officials(reader: _Reader, at: int) -> tuple[Found, int] | None:
    """ "Israeli envoys", "the Russian side", "NATO generals", "a Turkish delegation", "officials from Oman"."""
    words = reader.words
    end, country, body = at, None, None
    if found := reader.adjective(at):
        end, country = found
    elif (known := reader.body(at)) and known[0] < len(words):
        end, body, country = known[0], known[1][0], known[1][2]
    elif (named := reader.country_name(at)) and words[named[0] - 1].possessive:
        end, country = named
    if end == at:
        return None
    if words[end - 1].possessive and body:
        return None
    inner = end
    while inner < len(words) and inner < end + 4 and not words[inner - 1].text == ",":
        lower = words[inner].lower
        if lower in reader.offices.bodies and (body_end := reader._body_words(end)):
            if lower not in ("government", "administration", "opposition", "rebels", "army", "cabinet", "presidency", "authority", "military", "junta"):
                return _named_body(reader, at, body_end, country)
            if lower in ("opposition", "rebels", "army", "junta", "cabinet"):
                return _named_body(reader, at, body_end, country)
        if lower in reader.offices.officials:
            following = words[inner + 1].lower if inner + 1 < len(words) else ""
            singular = lower in reader.offices.heads
            if singular and (inner + 1 < len(words) and words[inner + 1].capital and following not in _TIMES):
                return None
            if singular and _determiner(reader, at) in ("the", "his", "her", "their") and lower not in ("official", "diplomat", "envoy", "negotiator"):
                return None
            if singular and lower in ("minister", "leader", "ambassador", "general", "commander", "ruler", "mediator"):
                return None
            begin, stop = words[at].start, words[inner].end
            return Found("officials", begin, stop, begin, stop, country, body, lower, False, _determiner(reader, at), not singular), inner + 1
        if lower not in reader.offices.modifiers:
            return None
        inner += 1
    return None


def _named_body(reader: _Reader, at: int, end: int, country: str | None) -> tuple[Found, int]:
    begin, stop = reader.words[at].start, reader.words[end - 1].end
    name = reader.text[begin:stop]
    return Found("body", begin, stop, begin, stop, country, name, determined=_determiner(reader, at)), end


def _place_or_name(reader: _Reader, at: int) -> tuple[Found | None, int]:
    words, word = reader.words, reader.words[at]
    if not word.capital or (len(word.text) == 1 and not word.text.isalpha()):
        return None, at + 1
    determined, opening = _determiner(reader, at), _opening(reader, at)

    def found(kind: Kind, end: int, country: str | None = None, body: str | None = None, plural: bool = False) -> tuple[Found, int]:
        begin, stop = words[at].start, words[end - 1].end
        return Found(kind, begin, stop, begin, stop, country, body, "", False, determined, plural, opening), end

    name_end = reader.name(at) or at
    if (body := reader.body(at)) and body[0] >= name_end:
        return found("body", body[0], body[1][2], body[1][0])
    if word.lower == "ministry" and (office_end := reader._portfolio(at + 2) if at + 2 < len(words) else None):
        end, country = office_end, None
        if end + 1 < len(words) and words[end].lower == "of":
            inner = end + 1 + (words[end + 1].lower == "the")
            if inner < len(words) and (named := reader.country_name(inner)):
                end, country = named
        begin, stop = word.start, words[end - 1].end
        return Found("body", begin, stop, begin, stop, country, reader.text[begin:stop]), end
    if (country := reader.country_name(at)) and country[0] >= name_end:
        return found("country", *country)
    if (adjective := reader.adjective(at)) and adjective[0] >= name_end:
        people = words[adjective[0] - 1].lower
        if people.endswith("s") and not people.endswith(("ss", "us")) and reader.gazetteer.country_of_adjective(people[:-1]):
            return found("country", *adjective, plural=True)
        return None, adjective[0]
    if (body_end := reader._body_words(at)) and body_end > at + 1 and word.capital and words[body_end - 1].capital and word.lower not in _NEVER_NAMES:
        return found("body", body_end, None, reader.phrase(at, body_end))
    if (seat := reader.seat(at)) and seat[0] >= name_end:
        return found("seat", *seat)
    if name_end > at:
        if (city := reader.gazetteer.city(reader.phrase(at, name_end))) and _after_place_word(reader, at):
            return found("city", name_end, city.country)
        return found("name", name_end)
    return None, at + 1


def _after_place_word(reader: _Reader, at: int) -> bool:
    return at > 0 and reader.words[at - 1].lower in ("in", "to", "from", "at", "near", "for", "via", "outside", "through", "of", "around", "into")
