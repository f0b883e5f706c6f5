"""Countries, places and bodies, which name themselves."""

from collections import Counter

from kg.extraction.bodies import bodies_by_form
from kg.extraction.names.apposition import Pending
from kg.extraction.names.entities import Entity
from kg.extraction.names.persons import Persons
from kg.gazetteer import fold
from kg.model import ActorType


class Others(Persons):
    """Settles what is no person."""

    def settle_other(self, item: Pending) -> None:
        """Gives a stretch that is no person its entity, where it has one."""
        kind = item.found.kind
        if kind == "country" and item.country:
            item.entity = self.country(item.country)
        elif kind in ("seat", "city"):
            item.entity = self._place(item)
            if kind == "seat" and item.country:
                item.government = self.country(item.country)
        elif kind == "body":
            item.entity = self.body(item.body or item.name, item.country)
        elif kind == "officials":
            if item.country and not item.body:
                item.entity = self.country(item.country)
            elif item.country is None and item.body == item.name and (leader := self._bearer(item)) is not None:
                # "Olander officials": those of his country
                of = self.entities[leader].country
                item.entity = self.country(of) if of else None
            else:
                named = item.country is None and item.body == item.name  # a group that only its people show
                item.entity = self.body(item.body or item.name, item.country, "group" if named else None)
        elif kind == "name":
            self._unknown(item)

    def country(self, code: str) -> int:
        """The country as an actor."""
        country = self.gazetteer.country(code)
        return self.once("country", country.name if country else code, code)

    def _place(self, item: Pending) -> int:
        country = self.gazetteer.country(item.country) if item.country else None
        if country and country.capital and item.name.lower().endswith(" capital"):
            return self.once("place", country.capital, item.country)
        city = self.gazetteer.city(item.name, item.country) or self.gazetteer.city(item.name)
        name = city.name if city and fold(city.name) != fold(item.name) else item.name
        if name.isupper():
            name = name.title()
        return self.once("place", name, item.country or (city.country if city else None))

    def body(self, name: str, country: str | None, type: ActorType | None = None) -> int:  # noqa: A002
        """An organisation or group, by its usual name where it is a known one."""
        known = bodies_by_form().get(fold(name))
        if known is None and type:
            known = bodies_by_form().get(fold(name) + "s")  # "Houthi fighters" are the Houthis
        if known:
            return self.once(known.type, known.name, known.country)
        last = fold(name).split()[-1]
        return self.once(type or ("group" if last in self.offices.groups else "organization"), name, country)

    def once(self, type: ActorType, name: str, country: str | None) -> int:  # noqa: A002
        """The entity of this type and name, made where it is new."""
        key = (type, fold(name))
        if key not in self.by_key:
            self.by_key[key] = len(self.entities)
            self.entities.append(Entity(type, name, country))
        return self.by_key[key]

    def _unknown(self, item: Pending) -> None:
        """A run of capitals that is no person: an organisation, a place, or nothing of ours."""
        vote = self.votes.get(fold(item.name), Counter())
        label = max(vote, key=lambda k: (vote[k], k)) if vote else ""
        city = self.gazetteer.city(item.name)
        if label in ("GPE", "LOC") or (self.located(item) and (city or label == "FAC")):
            item.entity = self.once(
                "place",
                city.name if city and fold(city.name) == fold(item.name) else item.name,
                city.country if city else None,
            )
        elif label == "ORG" and not item.found.opening and item.name.isupper() and len(item.name) > 2:
            item.entity = self.once("organization", item.name, None)
