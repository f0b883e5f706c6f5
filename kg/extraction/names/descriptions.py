"""Descriptions by office: "the Syrian leader", "his Russian counterpart", "the minister"."""

from kg.extraction.names.apposition import Pending
from kg.extraction.names.entities import Entity
from kg.extraction.names.others import Others
from kg.gazetteer import fold

_LESSER = ("vice", "deputy", "former")


class Descriptions(Others):
    """Settles what describes a person that is named elsewhere, or an office whose holder is not named."""

    def settle_descriptions(self) -> None:
        """Each description given to the person it fits best, or to an office without a named holder."""
        for item in self.pending:
            if item.entity is not None and item.found.office == "counterpart":
                owner = self._owner(item)
                if owner is not None:
                    self.entities[item.entity].office = self.entities[owner].office
        for item in self.pending:
            if item.entity is None and item.found.kind in ("office", "counterpart"):
                item.entity = self._described(item)

    def _described(self, item: Pending) -> int | None:
        office = item.office
        if item.found.kind == "counterpart":
            model = self._owner(item)
            if model is None:
                return None
            office = self.entities[model].office or "foreign minister"
            others = [i for i in self._fitting(office, item.country, None) if i != model]
            if others:
                return min(others, key=lambda i: self.recency(i, item))
            return self._holder(office, item.country, None) if item.country else None
        fitting = self._fitting(office, item.country, item.body)
        if fitting:
            named_before = [i for i in fitting if not self.recency(i, item)[0]]
            if item.country or item.body:
                return min(fitting, key=lambda i: self.recency(i, item))
            if named_before:
                return min(named_before, key=lambda i: (self._looseness(office, i), self.recency(i, item)))
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
            and (
                self.offices.fits(head, entity.office)
                or (self.offices.class_of(head) == self.offices.class_of(entity.office) and entity.office != "")
            )
        ]

    def _looseness(self, description: str, entity: int) -> int:
        """How far a description is from an office: "the president" means a president before a vice-president."""
        office = self.entities[entity].office
        if office.startswith(_LESSER) and not description.startswith(_LESSER):
            return 2
        same_class = self.offices.class_of(description) == self.offices.class_of(office)
        return 0 if same_class or description in office.split() else 1

    def _owner(self, item: Pending) -> int | None:
        """Whose counterpart: the nearest person with an office before it."""
        persons = [
            (i.sentence, i.start, i.entity)
            for i in self.pending
            if i.entity is not None
            and (i.sentence, i.start) < (item.sentence, item.start)
            and self.entities[i.entity].type == "person"
            and (item.country is None or self.entities[i.entity].country != item.country)
        ]
        return max(persons)[2] if persons else None

    def _holder(self, office: str, country: str | None, body: str | None) -> int:
        """An office whose holder the article does not name; an unnamed official stands for the country or body."""
        head = office.split(" of ")[0].split(" for ")[0].split(" to ")[0].split()[-1]
        known = self.gazetteer.country(country) if country else None
        where = known.name if known else body
        if head in self.offices.officials and head not in (
            "minister",
            "leader",
            "general",
            "commander",
            "mediator",
            "ruler",
        ):
            return self.country(country) if country and not body else self.body(body or "", country)
        name = f"{office.capitalize()} of {where}"
        key = ("person", fold(name))
        if key not in self.by_key:
            self.by_key[key] = len(self.entities)
            self.entities.append(Entity("person", name, country, office, body, named=False))
        return self.by_key[key]
