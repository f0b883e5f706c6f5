"""The actors and places that a model gave, as entities of the article: named by the article's own words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import get_args

from rapidfuzz import fuzz

from kg.extraction.llm.answers import GivenActor
from kg.extraction.llm.source import Source
from kg.extraction.names import Entity
from kg.gazetteer import fold, gazetteer
from kg.model import ActorType

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ARTICLE = re.compile(r"\A(?:the|a|an|its|his|her|their)\s+", re.IGNORECASE)
_TELLING = 5
"""Letters of the longest word that many countries' names share ("north", "south", "saint")."""
_LIKE = 80.0
"""How alike, of 100, two words of one name are in two spellings ("Rohani", "Rouhani")."""


class Roster:
    """All entities of one article that some answer told of, each once."""

    def __init__(self, source: Source) -> None:
        self.entities: list[Entity] = []
        self._source = source
        self._earlier = 0

    def next_answer(self) -> None:
        """Another piece's answer begins: its short names may mean somebody whom an earlier one gave in full."""
        self._earlier = len(self.entities)

    def add(self, given: GivenActor) -> int | None:
        """The index of the entity that a given actor is; None if the article does not have it."""
        forms = list(dict.fromkeys(form for each in given.mentions for form in self._source.forms(each)))
        own = _best_first(self._source.forms(given.name))
        if not forms and not own:
            return None
        entity = self._entity(given, forms or own, own)
        return self._placed(entity) if entity else None

    def place(self, name: str, country: str | None = None) -> int | None:
        """The index of the place of that name; None if the article does not name it."""
        own = _best_first(self._source.forms(name))
        if not own:
            return None
        for index, each in enumerate(self.entities):
            if each.type in ("place", "country") and {fold(each.name), *map(fold, each.forms)} & set(map(fold, own)):
                return index
        return self._placed(_named_country(own) or _place(own, own, country))

    def _entity(self, given: GivenActor, forms: list[str], own: list[str]) -> Entity | None:
        kind = _type(given.type)
        code = _code(given.country)
        all_forms = list(dict.fromkeys([*forms, *own]))
        if kind == "country":
            told = code if code in self._source.countries or _is_like(code, all_forms) else _read(all_forms)
            if told or not own:  # a country of the world that the article does not name is not in it
                return _country(told, all_forms)
            kind = "group"  # a state that no gazetteer has, or has no more
        if kind == "place":
            return _named_country(own) or _place(own, all_forms, code)
        known = self._known(kind, all_forms, own)
        name = own[0] if own else (_own_words(given.name, forms) if kind == "person" else None)
        country = (known.country if known else None) or code
        office = given.office if given.office and self._source.has(given.office) else None
        if name is None:
            described = next(self._described(forms, country), None) if kind == "person" else None
            name = described.name if described else _wording(given.name, forms)
            return Entity(
                kind,
                name,
                country,
                (described.office if described else "") or fold(office or ""),
                described.body if described else None,
                False,
                all_forms,
            )
        return Entity(
            kind,
            name,
            country,
            fold(office) if office else (known.office if known else ""),
            known.body if known else None,
            True,
            list(dict.fromkeys([name, *all_forms])),
        )

    def _known(self, kind: ActorType, forms: list[str], own: list[str]) -> Entity | None:
        """The entity of the rules that bears one of these names, if there is just one."""
        names = {fold(each) for each in (own or forms)}
        found = [e for e in self._source.settled.entities if e.type == kind and e.named and fold(e.name) in names]
        return found[0] if len(found) == 1 else None

    def _described(self, forms: list[str], country: str | None) -> Iterator[Entity]:
        """Those whom the rules know by office alone ("the U.S. secretary of state"), of that country."""
        bare = {fold(_ARTICLE.sub("", form)) for form in forms}
        for each in self._source.settled.entities:
            described = {fold(_ARTICLE.sub("", form)) for form in each.forms}
            if each.type == "person" and not each.named and described & bare and country in (None, each.country):
                yield each

    def _placed(self, entity: Entity) -> int:
        for index, each in enumerate(self.entities):
            if _same(each, entity) or (index < self._earlier and _short_for(each, entity)):
                forms = list(dict.fromkeys([*each.forms, *entity.forms]))
                longer = entity if len(entity.name) > len(each.name) and entity.named else each
                self.entities[index] = replace(
                    longer, forms=forms, country=each.country or entity.country, office=each.office or entity.office
                )
                return index
        self.entities.append(entity)
        return len(self.entities) - 1


def _best_first(forms: Sequence[str]) -> list[str]:
    """DAMASCUS at the head of a dispatch is a poorer spelling of its name than what stands below."""
    return sorted(forms, key=str.isupper)


def _type(given: str) -> ActorType:
    for known in get_args(ActorType):
        if known == given:
            return known  # type: ignore[no-any-return]
    return "group"


def _code(given: str | None) -> str | None:
    country = gazetteer().country(given) if given else None
    return country.code if country else None


def _country(code: str | None, forms: Sequence[str]) -> Entity | None:
    country = gazetteer().country(code) if code else None
    return Entity("country", country.name, country.code, forms=list(forms)) if country else None


def _named_country(own: Sequence[str]) -> Entity | None:
    """The country whose name this is: a destination may be one."""
    return _country(gazetteer().country_of_name(own[0]), own) if own else None


def _is_like(code: str | None, forms: Sequence[str]) -> bool:
    """Whether a form shares a telling word with a country's name ("St Vincent")."""
    country = gazetteer().country(code) if code else None
    names = {word for name in (country.name, *country.names) for word in fold(name).split()} if country else set()
    words = {fold(word.group()) for form in forms for word in _WORD.finditer(form) if word.group()[0].isupper()}
    return any(len(word) > _TELLING for word in names & words)


def _read(forms: Sequence[str]) -> str | None:
    """The one country that these words mean."""
    codes = {code for form in forms for code in _codes(form)}
    return codes.pop() if len(codes) == 1 else None


def _codes(form: str) -> Iterator[str]:
    """Codes of the countries that words name: by name, people, capital or seat of power."""
    known = gazetteer()
    words = [found.group() for found in _WORD.finditer(re.sub(r"['’]s\b", "", form))]
    for length in (4, 3, 2, 1):
        for index in range(len(words) - length + 1):
            run = " ".join(words[index : index + length])
            for look in (known.country_of_name, known.country_of_adjective, known.country_of_seat):
                if run[0].isupper() and (code := look(run)):
                    yield code


def _place(own: Sequence[str], forms: list[str], country: str | None) -> Entity:
    name = own[0] if own else max(forms, key=len)
    name = name.title() if name.isupper() and len(name) > 3 else name  # only named at the head of a dispatch
    city = gazetteer().city(name, country)
    return Entity("place", name, country or (city.country if city else None), forms=forms)


def _wording(name: str, forms: Sequence[str]) -> str:
    """The wording that is most like a name, from its first capital on: "RSF" of "the paramilitary RSF"."""
    plain = [_ARTICLE.sub("", form) for form in forms]
    starts = [[word.start() for word in _WORD.finditer(form) if word.group()[0].isupper()] for form in plain]
    proper = [form[start[0] :] for form, start in zip(plain, starts, strict=True) if start]
    return max(proper or plain, key=lambda form: (fuzz.token_sort_ratio(fold(name), fold(form)), -len(form)))


def _own_words(name: str, forms: list[str]) -> str | None:
    """The longest stretch of a form that is part of a name: "Lavrov" of "Mr Lavrov", for Sergey Lavrov."""
    wanted = [fold(word.group()) for word in _WORD.finditer(name)]
    best = ""
    for form in forms:
        run: list[re.Match[str]] = []
        for word in [*_WORD.finditer(form), None]:
            if word is not None and word.group()[0].isupper() and _in(fold(word.group()), wanted):
                run.append(word)
                continue
            if run and run[-1].end() - run[0].start() > len(best):
                best = form[run[0].start() : run[-1].end()]
            run = []
    return re.sub(r"['’]s\Z", "", best) or None


def _in(word: str, wanted: list[str]) -> bool:
    bare = re.sub(r"['’]s\Z", "", word)
    people = gazetteer().country_of_adjective(bare.title()) is not None  # "Saudi" is no spelling of "Al Saud"
    return any(bare == each or (len(bare) > 3 and not people and fuzz.ratio(bare, each) >= _LIKE) for each in wanted)


def _same(one: Entity, other: Entity) -> bool:
    """Whether two entities are one by name."""
    if one.type != other.type or (one.country and other.country and one.country != other.country):
        return False
    return fold(one.name) == fold(other.name)


def _short_for(one: Entity, other: Entity) -> bool:
    """Whether one of two persons is told by the last words of the other's name."""
    if not (one.type == other.type == "person" and one.named and other.named):
        return False
    if one.country and other.country and one.country != other.country:
        return False
    short, long = sorted((fold(one.name).split(), fold(other.name).split()), key=len)
    return len(short) < len(long) and long[-len(short) :] == short
