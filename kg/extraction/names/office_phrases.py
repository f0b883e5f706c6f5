"""Phrases of office: "Turkish deputy foreign minister", "UN special envoy for Yemen", "Minister of State"."""

from dataclasses import dataclass, field

from kg.extraction.names.lookups import Lookups

_LONGEST = 12
"""Words of the longest office before its "of", and of the longest behind it."""
_ENVOYS = frozenset({"envoy", "representative", "adviser", "advisor", "coordinator", "mediator", "commissioner"})


@dataclass(slots=True)
class Office:
    """An office phrase under way: words [start, end) of the sentence."""

    start: int
    end: int
    country: str | None = None
    body: str | None = None
    words: list[str] = field(default_factory=list)


class OfficePhrases(Lookups):
    """Reads offices from a sentence's words."""

    def office(self, start: int, limit: int | None = None) -> Office | None:
        """An office phrase from here: countries, bodies and modifiers before a head, "of …" behind it."""
        office, at, head_end = Office(start, start), start, 0
        limit = min(len(self.words), start + _LONGEST) if limit is None else limit
        heads, modifiers = self.offices.heads, self.offices.modifiers
        while at < limit:
            word = self.words[at]
            if at > start and self.words[at - 1].text in ",;:." and len(self.words[at - 1].text) == 1:
                break
            two = self.phrase(at, at + 2).lower() if at + 1 < len(self.words) else ""
            short = self.offices.abbreviations.get(word.text)
            if short or word.lower in heads or two in heads or _joined(word.lower, heads, modifiers):
                step = 2 if two in heads and word.lower not in heads and not short else 1
                office.words.append(short or (two if step == 2 else word.lower))
                at += step
                head_end = at
                if self.words[at - 1].possessive:
                    further = self.office(at, limit) if at < limit else None
                    if further and not (further.country or further.body):
                        # "the Russian president's foreign policy aide"
                        office.words, office.end = further.words, further.end
                        return office
                    break
            elif (long := self._long_country(at)) and not head_end:
                at, office.country = long[0], office.country or long[1]
            elif word.lower in modifiers:
                office.words.append(word.lower)
                at += 1
            elif head_end == at and at > start:
                break
            elif found := self.adjective(at):
                if self._name_begins(at, found[0]):
                    break
                at, office.country = found[0], office.country or found[1]
            elif (body := self.body(at)) and True:
                if head_end:
                    break
                at, office.body, office.country = body[0], body[1].name, office.country or body[1].country
            elif (country := self.country_name(at)) and (
                self.words[country[0] - 1].possessive or self._head_follows(country[0])
            ):
                if head_end:
                    break
                at, office.country = country[0], office.country or country[1]
            elif (
                (seat := self.seat(at))
                and not head_end
                and (self.words[seat[0] - 1].possessive or self._head_follows(seat[0]))
            ):
                at, office.country = seat[0], office.country or seat[1]
            else:
                break
        if not head_end:
            return None
        office.words = (
            office.words[: len(office.words) - sum(1 for _ in range(at - head_end))] if at > head_end else office.words
        )
        office.end = self._complement(office, head_end)
        return office

    def _name_begins(self, at: int, end: int) -> bool:
        """An adjective that opens a name rather than an office ("Oman", "Ireland's John Ireland")."""
        return (
            at > 0
            and self.words[at - 1].lower in self.offices.heads
            and end < len(self.words)
            and self.words[end].capital
            and (
                self.words[end].lower not in self.offices.heads and self.words[end].lower not in self.offices.modifiers
            )
        )

    def _long_country(self, at: int) -> tuple[int, str] | None:
        """ "*New Zealand* foreign minister", "*Czech Republic* president": before its first word is read as "new"."""
        found = self.country_name(at) or self.adjective(at)
        return found if found and found[0] > at + 1 and self._head_follows(found[0]) else None

    def _head_follows(self, at: int) -> bool:
        for word in self.words[at : at + 4]:
            if word.lower in self.offices.heads:
                return True
            if word.lower not in self.offices.modifiers:
                return False
        return False

    def _complement(self, office: Office, at: int) -> int:
        """ "of Foreign Affairs", "for Yemen", "to the United Nations", any number of them."""
        limit = min(len(self.words), at + _LONGEST)
        while (
            at + 1 < limit
            and self.words[at].lower in ("of", "for", "to", "in", "and", "at")
            and not self.words[at - 1].possessive
        ):
            inner = at + 1 + (self.words[at + 1].lower == "the")
            if inner >= len(self.words):
                break
            link = self.words[at].lower
            portfolio = self.portfolio(at + 1)
            if portfolio and link in ("of", "for", "and"):
                if link == "and" and "minister" not in " ".join(office.words):
                    break
                office.words += [link, self.phrase(at + 1, portfolio).lower().removeprefix("the ")]
                at = portfolio
            elif (
                link == "and"
                or (link == "in" and office.words[-1] not in ("envoy", "ambassador", "representative", "chief", "head"))
                or (
                    link in ("to", "for")
                    and not {
                        "ambassador",
                        "envoy",
                        "representative",
                        "commissioner",
                        "adviser",
                        "advisor",
                        "secretary",
                        "minister",
                        "coordinator",
                    }
                    & {w for p in office.words for w in p.split()}
                )
            ):
                break
            elif country := self.country_name(inner):
                if link == "of":
                    office.country = office.country or country[1]
                else:
                    office.words += [link, self.phrase(inner, country[0])]
                at = country[0]
            elif body := self.body(inner):
                if link == "of" and not office.body:
                    office.body, office.country = body[1].name, office.country or body[1].country
                else:
                    office.words += [link, self.phrase(inner, body[0])]
                at = body[0]
                while (
                    at < len(self.words)
                    and self.words[at].lower in self.offices.bodies
                    and not self.words[at - 1].possessive
                ):
                    at += 1
            elif link == "of" and (adjective := self.adjective(inner)) and (body_end := self.body_words(adjective[0])):
                office.country, at = office.country or adjective[1], body_end
            elif link != "and" and _ENVOYS & set(office.words[-1].split()) and (region := self._region(inner)):
                at = region
            else:
                break
        return at

    def _region(self, at: int) -> int | None:
        """The end of "Horn of Africa", "Great Lakes": what an envoy is for, up to the next comma or small word."""
        end = at
        while end < len(self.words) and end < at + 5 and (self.words[end].capital or self.words[end].lower == "of"):
            end += 1
        behind = self.words[end].text if end < len(self.words) else "."
        return end if end > at and behind in (",", ".", ")") else None

    def portfolio(self, at: int) -> int | None:
        """The end of "Foreign Affairs", "Defence", "Agriculture, Forestry and Rural Development" … from here."""
        end = self._one_portfolio(at)
        while end is not None and end + 1 < len(self.words) and self.words[end].lower in (",", "and", "&"):
            inner = end + 1 + (self.words[end].text == "," and self.words[end + 1].lower == "and")
            further = self._one_portfolio(inner)
            if further is None or not self.words[inner].capital:
                break
            end = further
        return end

    def _one_portfolio(self, at: int) -> int | None:
        for end in range(min(len(self.words), at + 5), at, -1):
            if self.phrase(at, end).lower() in self.offices.portfolios:
                return end
        return None

    def body_words(self, at: int) -> int | None:
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
        return self._body_of(last) if last is not None else None

    def _body_of(self, at: int) -> int:
        """ "Great Council *of Chiefs*", "Forces *for Freedom and Change*"; not "Army of Chile", which Chile has."""
        words = self.words
        if at + 1 >= len(words) or not words[at - 1].capital or words[at - 1].possessive:
            return at
        if words[at].lower not in ("of", "for"):
            return at
        inner = end = at + 1 + (words[at + 1].lower == "the")
        if inner >= len(words) or self.country_name(inner) or self.adjective(inner) or self.portfolio(inner):
            return at
        while end < len(words) and end < inner + 6 and words[end].capital:
            end += 1
            if words[end - 1].possessive:
                break
            if end + 1 < len(words) and words[end].lower in ("and", "of") and words[end + 1].capital and end > inner:
                if self.country_name(end + 1) or self.body(end + 1):
                    break
                end += 1
        return end if end > inner else at


def _joined(word: str, heads: frozenset[str], modifiers: frozenset[str]) -> bool:
    """ "vice-president", "ex-premier", "secretary-general"."""
    parts = word.split("-")
    return (
        len(parts) > 1
        and parts[-1] in heads
        and all(p in modifiers or p in heads or p in ("ex", "then", "co") for p in parts[:-1])
    )
