"""One sentence read from left to right: every stretch that names something, and what it looks like."""

from kg.extraction.names.found import Found, Kind
from kg.extraction.names.office_phrases import OfficePhrases

TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
_ALSO_NAMES = frozenset("may april june august jan mar".split())
"""Months that are given names or family names too …"""
_BEFORE_MONTHS = frozenset("in last since this next by until till early mid late during every each".split())
"""… but not behind one of these."""
_NEVER_NAMES = frozenset(
    "i the a an he she it they we you his her their its our my this that these those there here in on at by "
    "for from to of with and but or as if when while after before since until during both each all some no not "
    "one two three four five six seven eight nine ten what who whom why how where which yet still now then "
    "once again also only even so nor despite although though because under over between among about against "
    "across through into upon earlier later meanwhile separately asked speaking according last next more most "
    "many several few another islamic muslim christian jewish arab african european western eastern northern "
    "southern asian latin kurdish earth god internet covid ramadan easter christmas live breaking update "
    "exclusive analysis readout photo video has have had is are was were did does would could should first second "
    "third take perhaps maybe today tomorrow yesterday tonight q.".split()
)
_PREPOSITIONS = frozenset(["as", "at", "an"])
"""Particles of Arabic names that are English words too: they join names with a hyphen alone."""


_PEOPLES = ("ese", "ish", "tch", "nch", "iss", "elsh")
"""Ends of words that mean a people as they stand: "the Chinese", "the British", "the Dutch", "the French"."""
_SMALL_WORDS = frozenset(
    "have has had are were was will would do did does can could may might must should in on at to from with by for and "
    "or but as who that which said say says told ask asked want wanted met meet gave give sent send came come went go "
    "themselves too also not never then over about after before when while because between".split()
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
            if word.capital and not self._time(end, at) and not (end == at and word.lower in _NEVER_NAMES):
                if end > at and word.lower in self.offices.honorifics | {"i"}:
                    break
                end += 1
            elif (
                end > at
                and word.lower in self.offices.particles - _PREPOSITIONS
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

    def _time(self, index: int, first: int) -> bool:
        """Whether a word is a day or month; "Theresa May left", "Jan Olander rang" are names with a month in them."""
        lower = self.words[index].lower
        if lower not in TIMES or lower not in _ALSO_NAMES:
            return lower in TIMES
        following = self.words[index + 1] if index + 1 < len(self.words) else None
        if following is not None and (following.text[0].isdigit() or following.lower in ("of", "and")):
            return True
        runs_on = following is not None and following.capital and following.lower not in TIMES
        if index > first:
            return runs_on
        before = self.words[index - 1] if index else None
        return not runs_on or (before is not None and before.lower in _BEFORE_MONTHS)

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
        return _named_group(reader, at)
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


def _named_group(reader: Reader, at: int) -> tuple[Found, int] | None:
    """ "LURD rebels", "the New Forces movement", "a Houthi delegation": people of a group that the gazetteer lacks."""
    words = reader.words
    end = reader.name(at)
    if end is None or words[end - 1].possessive or reader.country_name(at) or reader.seat(at):
        return None
    inner = end
    while inner < len(words) and inner < end + 3 and words[inner].lower in reader.offices.modifiers:
        inner += 1
    if inner >= len(words) or words[inner].capital:
        return None
    if {word.lower for word in words[at:end]} & (reader.offices.things | reader.offices.modifiers):
        return None  # "World leaders", "Regional officials"
    fighters = words[inner].lower in reader.offices.fighters
    plural = words[inner].lower in reader.offices.officials and words[inner].lower not in reader.offices.heads
    if not fighters and not (plural and not reader.opening(at)):
        return None
    start, stop = words[at].start, words[end - 1].end
    name = reader.phrase(at, end)
    return Found(
        "officials",
        start,
        words[inner].end,
        start,
        stop,
        None,
        name,
        words[inner].lower,
        False,
        reader.determiner(at),
        True,
    ), inner + 1


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
        if determined == "the" and people.endswith(_PEOPLES) and _ends_phrase(reader, adjective[0]):
            return found("country", *adjective, plural=True)  # "the Chinese", "the British"
        return None, adjective[0]
    if adjective and determined == "the" and name_end - adjective[0] > 1 and not words[adjective[0] - 1].possessive:
        # "the Uruguayan Enrique Iglesias", where no word of it is a thing: "the Turkish Straits"
        first, last = adjective[0], name_end
        if not {words[i].lower for i in range(first, last)} & (reader.offices.things | reader.offices.bodies):
            start, stop = words[first].start, words[last - 1].end
            return Found("name", word.start, stop, start, stop, adjective[1]), name_end
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


def _ends_phrase(reader: Reader, at: int) -> bool:
    """Whether no noun can stand here: the sentence ends, or goes on with a small word."""
    return at >= len(reader.words) or not reader.words[at].text[0].isalnum() or reader.words[at].lower in _SMALL_WORDS


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
