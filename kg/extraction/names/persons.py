"""Which runs of capitals are persons, and which person a short form means."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from kg.extraction.lexicon import Offices, offices
from kg.extraction.names.apposition import Pending
from kg.extraction.names.entities import Entity
from kg.extraction.names.spelling import same_name, tokens
from kg.extraction.sentences import Sentence
from kg.gazetteer import Gazetteer, fold, gazetteer
from kg.office_holders import holders
from kg.offices import OfficeName

_OFFICES: dict[OfficeName, str] = {
    "head_of_state": "president",
    "head_of_government": "prime minister",
    "foreign_minister": "foreign minister",
    "defence_minister": "defence minister",
    "finance_minister": "finance minister",
    "interior_minister": "interior minister",
    "supreme_leader": "supreme leader",
    "ambassador_to_the_united_nations": "ambassador",
    "ambassador_to_the_united_states": "ambassador",
}
"""What a known office is called in the lexicon's classes."""
_LONGEST_SURPRISE = 3
"""Words of the longest run of capitals that is a person although the tagger took it for a body."""
Votes = Mapping[str, Counter[str]]


class Persons:
    """The stretches and entities of a document while its persons are being settled."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        pending: Sequence[Pending],
        votes: Votes,
        home: str | None,
        published: date | None,
    ) -> None:
        self.sentences = sentences
        self.pending = pending
        self.votes = votes
        self.home = home
        self.published = published
        self.offices: Offices = offices()
        self.gazetteer: Gazetteer = gazetteer()
        self.entities: list[Entity] = []
        self.by_key: dict[tuple[str, str], int] = {}

    def settle_persons(self) -> None:
        """Full names first, the longest of them first, then single words that are part of one."""
        full = [
            i
            for i in self.pending
            if i.found.kind in ("name", "city", "seat", "country") and self._looks_like_person(i)
        ]
        for item in sorted(full, key=lambda i: (-len(tokens(i.name)), i.sentence, i.start)):
            item.entity = self._person(item)
        for item in self.pending:
            if (
                item.entity is None
                and item.found.kind in ("name", "city", "seat", "country")
                and len(tokens(item.name)) == 1
            ):
                located = item.found.kind != "name" and self.located(item)
                if not located and (match := self._bearer(item)) is not None:
                    item.entity = match

    def located(self, item: Pending) -> bool:
        """Whether a word of place stands before it: "in Bush" is a town."""
        before = self.sentences[item.sentence].text[: item.start].split()[-1:]
        return bool(before) and before[0].lower() in (
            "in",
            "to",
            "from",
            "at",
            "near",
            "for",
            "outside",
            "through",
            "into",
        )

    def _looks_like_person(self, item: Pending) -> bool:
        if item.person:
            return True
        if item.found.kind != "name":
            return False
        parts = tokens(item.name)
        lowered = [t.lower() for t in parts]
        if any(c.isdigit() for c in item.name):
            return False
        if len(parts) > 1 and self.published and holders().named(item.name, self.published):
            return True
        vote = self.votes.get(fold(item.name), Counter())
        person, other = vote["PERSON"], sum(n for label, n in vote.items() if label not in ("PERSON", "-"))
        if any(t in self.offices.things or t in self.offices.bodies for t in lowered) and not (
            len(parts) > 1 and person > other  # "Bill Clinton", "Anthony Lake"
        ):
            return False
        if len(parts) == 1:
            return (
                person > other
                and not item.found.opening
                and item.found.determined not in ("a", "an", "the", "this")
                and len(item.name) > 2
                and not item.name.isupper()
            )
        if item.sentence == 0 and self.sentences[0].paragraph == 0 and not vote["PERSON"]:
            return False
        if item.found.determined == "the" or (
            len(parts) == 2 and "-" in item.name and lowered[0] in ("first", "second")
        ):
            return False
        if person >= other:
            return True
        places = sum(vote[label] for label in ("GPE", "LOC", "DATE", "EVENT", "LANGUAGE"))
        return not places and 2 <= len(parts) <= _LONGEST_SURPRISE

    def _person(self, item: Pending) -> int:
        if (match := self._bearer(item)) is not None:
            return match
        country, office = self._known(item) if item.country is None and item.body is None else (item.country, "")
        self.entities.append(Entity("person", item.name, country, item.office or office, item.body))
        return len(self.entities) - 1

    def _known(self, item: Pending) -> tuple[str | None, str]:
        """Country and office of the one known office holder of this full name about the article's day."""
        if self.published is None or len(tokens(item.name)) == 1:
            return None, ""
        terms = holders().named(item.name, self.published)
        if len({term.person.id for term in terms}) != 1:
            return None, ""
        held = [term for term in terms if term.sure(self.published)]
        return terms[0].country, _OFFICES[held[-1].office] if held else ""

    def _bearer(self, item: Pending) -> int | None:
        """The person already settled whose name this is a form of; the latest named where several fit."""
        fitting = [
            index
            for index, entity in enumerate(self.entities)
            if entity.type == "person" and same_name(item.name, entity.name, entity.country)
        ]
        fitting = [i for i in fitting if item.country in (None, self.entities[i].country)] or fitting
        if len(fitting) > 1:
            last = [i for i in fitting if tokens(self.entities[i].name)[-1:] == tokens(item.name)[-1:]]
            fitting = last or fitting
        if len(fitting) > 1:
            fitting.sort(key=lambda i: self.recency(i, item))
        return fitting[0] if fitting else None

    def recency(self, entity: int, item: Pending) -> tuple[bool, int]:
        """Smaller is nearer: mentions before the item first, the latest of them."""
        places = [(i.sentence, i.start) for i in self.pending if i.entity == entity]
        before = [p for p in places if p < (item.sentence, item.start)]
        if before:
            sentence, start = max(before)
            return False, -(sentence * 10_000 + start)
        return True, min((p[0] * 10_000 + p[1] for p in places), default=0)
