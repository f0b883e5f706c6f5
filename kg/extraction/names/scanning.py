"""One sentence read from left to right: every stretch that names something, and what it looks like."""

from kg.extraction.names.found import Found, Kind
from kg.extraction.names.office_phrases import OfficePhrases

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_NEVER_NAMES = frozenset(
    "i the a an he she it they we you his her their its our my this that these those there here in on at by "
    "for from to of with and but or as if when while after before since until during both each all some no not "
    "one two three four five six seven eight nine ten what who whom why how where which yet still now then "
    "once again also only even so nor despite although though because under over between among about against "
    "across through into upon earlier later meanwhile separately asked speaking according last next more most "
    "many several few another islamic muslim christian jewish arab african european western eastern northern "
    "southern asian latin kurdish earth god internet covid ramadan easter christmas live breaking update "
    "exclusive analysis readout photo video".split()
)


_LONGEST_NAME = 16
"""Words of the longest name; a longer run of capitals is a headline's."""
_MOST_PARTICLES = 4
_MOST_HONORIFICS = 6


class Reader(OfficePhrases):
    """Reads offices and runs of capitals from a sentence's words."""

    def name(self, at: int) -> int | None:
        """The end of a run of capitals from here that can be a name."""
        end, limit = at, min(len(self.words), at + _LONGEST_NAME)
        while end < limit:
            word = self.words[end]
            if word.capital and word.lower not in TIMES and not (end == at and word.lower in _NEVER_NAMES):
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
        following, limit = at, min(len(self.words), at + _MOST_PARTICLES + 1)
        while following < limit and self.words[following].lower in self.offices.particles:
            following += 1
        gap = self.text[self.words[at - 1].end : self.words[at].start]
        return following < limit and self.words[following].capital and gap == " "

    def honorifics(self, at: int) -> int:
        """The word behind "His Excellency Sheikh"."""
        end, limit = at, min(len(self.words), at + _MOST_HONORIFICS)
        while end < limit and self.words[end].lower in self.offices.honorifics and self.words[end].capital:
            end += 1
        return end


def next_found(reader: Reader, at: int) -> tuple[Found | None, int]:
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
        name_at = reader.honorifics(office.end)
        name_end = reader.name(name_at) if name_at < len(found) and not found[office.end - 1].possessive else None
        label = " ".join(office.words)
        if name_end and not (reader.country_name(name_at) and name_end == name_at + 1 and not office.country):
            name_end = _trim_name(reader, name_at, name_end)
            start, stop = found[name_at].start, found[name_end - 1].end
            return Found(
                "name",
                begin,
                stop,
                start,
                stop,
                office.country,
                office.body,
                label,
                True,
                reader.determiner(at),
            ), name_end
        if (
            found[office.end - 1].lower in names.officials
            and not office.words[:-1]
            and not (office.country or office.body)
            and reader.determiner(at) not in ("the", "his", "her")
        ):
            return None, at + 1
        determined = reader.determiner(at)
        if (
            office.country
            or office.body
            or determined in ("the", "his", "her", "their", "its")
            or (word.capital and not reader.opening(at))
        ):
            return Found(
                "office", begin, end, begin, end, office.country, office.body, label, True, determined
            ), office.end
        return None, at + 1
    if word.lower in names.honorifics and word.capital:
        name_at = reader.honorifics(at)
        if name_at < len(found) and (name_end := reader.name(name_at)):
            name_end = _trim_name(reader, name_at, name_end)
            start, stop = found[name_at].start, found[name_end - 1].end
            return Found("name", word.start, stop, start, stop, person=True), name_end
    if plural:
        return plural
    return _place_or_name(reader, at)


def _trim_name(reader: Reader, at: int, end: int) -> int:
    """A name ends before a word of office or a body that follows it in capitals."""
    for index in range(at + 1, end):
        if reader.words[index].lower in reader.offices.heads and reader.words[index].lower not in (
            "king",
            "prince",
            "major",
            "general",
            "marshal",
            "judge",
            "justice",
        ):
            return index
    return end


def _counterpart(reader: Reader, at: int) -> tuple[Found, int] | None:
    """ "his Russian counterpart", "her counterpart from Oman", "with Iraqi counterpart X"."""
    words = reader.words
    end, country = at, None
    if found := reader.adjective(at):
        end, country = found
    elif found := reader.country_name(at):
        if not words[found[0] - 1].possessive:
            return None
        end, country = found
    while end < min(len(words), at + _LONGEST_NAME) and words[end].lower in ("then", "new", "former", "visiting"):
        end += 1
    if end >= len(words) or words[end].lower not in ("counterpart", "opposite", "colleague", "homologue"):
        return None
    end += 2 if words[end].lower == "opposite" and end + 1 < len(words) and words[end + 1].lower == "number" else 1
    from_where = not country and end + 1 < len(words) and words[end].lower in ("from", "in")
    if from_where and (found := reader.country_name(end + 1) or reader.seat(end + 1)):
        end, country = found
    determined = reader.determiner(at)
    if not country and determined not in ("his", "her", "their"):
        return None
    begin, stop = words[at].start, words[end - 1].end
    name_end = reader.name(end) if end < len(words) else None
    if name_end:
        start, last = words[end].start, words[name_end - 1].end
        return Found("name", begin, last, start, last, country, None, "counterpart", True, determined), name_end
    return Found("counterpart", begin, stop, begin, stop, country, None, "counterpart", True, determined), end


def _officials(reader: Reader, at: int) -> tuple[Found, int] | None:
    """ "Israeli envoys", "the Russian side", "NATO generals", "a Turkish delegation", "officials from Oman"."""
    words = reader.words
    end, country, body = at, None, None
    if found := reader.adjective(at):
        end, country = found
    elif (known := reader.body(at)) and known[0] < len(words):
        end, body, country = known[0], known[1].name, known[1].country
    elif (named := reader.country_name(at)) and words[named[0] - 1].possessive:
        end, country = named
    if end == at:
        return None
    if words[end - 1].possessive and body:
        return None
    if country and end < len(words) and words[end].lower == "capital":
        begin, stop = words[at].start, words[end].end
        return Found("seat", begin, stop, begin, stop, country, determined=reader.determiner(at)), end + 1
    inner = end
    while inner < len(words) and inner < end + 4 and words[inner - 1].text != ",":
        lower = words[inner].lower
        as_body = words[inner].capital or lower in reader.offices.common_bodies
        if (
            lower in reader.offices.bodies
            and as_body
            and lower not in reader.offices.officials
            and (body_end := reader.body_words(end))
        ):
            return _named_body(reader, at, body_end, country)
        if lower in reader.offices.officials:
            following = words[inner + 1].lower if inner + 1 < len(words) else ""
            singular = lower in reader.offices.heads
            if singular and (inner + 1 < len(words) and words[inner + 1].capital and following not in TIMES):
                return None
            if (
                singular
                and reader.determiner(at) in ("the", "his", "her", "their")
                and lower not in ("official", "diplomat", "envoy", "negotiator")
            ):
                return None
            if singular and lower in (
                "minister",
                "leader",
                "ambassador",
                "general",
                "commander",
                "ruler",
                "mediator",
            ):
                return None
            begin, stop = words[at].start, words[inner].end
            return Found(
                "officials",
                begin,
                stop,
                begin,
                stop,
                country,
                body,
                lower,
                False,
                reader.determiner(at),
                not singular,
            ), inner + 1
        if lower not in reader.offices.modifiers:
            return None
        inner += 1
    return None


def _named_body(reader: Reader, at: int, end: int, country: str | None) -> tuple[Found, int]:
    begin, stop = reader.words[at].start, reader.words[end - 1].end
    name = reader.text[begin:stop]
    return Found("body", begin, stop, begin, stop, country, name, determined=reader.determiner(at)), end


def _place_or_name(reader: Reader, at: int) -> tuple[Found | None, int]:
    words, word = reader.words, reader.words[at]
    if not word.capital or (len(word.text) == 1 and not word.text.isalpha()):
        return None, at + 1
    determined, opening = reader.determiner(at), reader.opening(at)

    def found(
        kind: Kind, end: int, country: str | None = None, body: str | None = None, plural: bool = False
    ) -> tuple[Found, int]:
        begin, stop = words[at].start, words[end - 1].end
        return Found(kind, begin, stop, begin, stop, country, body, "", False, determined, plural, opening), end

    name_end = reader.name(at) or at
    if (body := reader.body(at)) and body[0] >= name_end:
        return found("body", body[0], body[1].country, body[1].name)
    if word.lower == "ministry" and (office_end := reader.portfolio(at + 2) if at + 2 < len(words) else None):
        end, code = office_end, None
        if end + 1 < len(words) and words[end].lower == "of":
            inner = end + 1 + (words[end + 1].lower == "the")
            if inner < len(words) and (named := reader.country_name(inner)):
                end, code = named
        begin, stop = word.start, words[end - 1].end
        return Found("body", begin, stop, begin, stop, code, reader.text[begin:stop]), end
    if (country := reader.country_name(at)) and country[0] >= name_end:
        return found("country", *country)
    if (adjective := reader.adjective(at)) and adjective[0] >= name_end:
        people = words[adjective[0] - 1].lower
        if (
            people.endswith("s")
            and not people.endswith(("ss", "us"))
            and reader.gazetteer.country_of_adjective(people[:-1])
        ):
            return found("country", *adjective, plural=True)
        return None, adjective[0]
    if (
        (body_end := reader.body_words(at))
        and body_end > at + 1
        and word.capital
        and words[body_end - 1].capital
        and word.lower not in _NEVER_NAMES
    ):
        return found("body", body_end, None, reader.phrase(at, body_end))
    if (seat := reader.seat(at)) and seat[0] >= name_end:
        return found("seat", *seat)
    if name_end > at:
        if _after_place_word(reader, at) and (city := reader.gazetteer.city(reader.phrase(at, name_end))):
            return found("city", name_end, city.country)
        return found("name", name_end)
    return None, at + 1


def _after_place_word(reader: Reader, at: int) -> bool:
    return at > 0 and reader.words[at - 1].lower in (
        "in",
        "to",
        "from",
        "at",
        "near",
        "for",
        "via",
        "outside",
        "through",
        "of",
        "around",
        "into",
    )
