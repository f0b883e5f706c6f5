"""Terms of office as files: Turtle for each country, and one table of all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from kg.actors.holders.facts import Person, Term, first_day
from kg.actors.slugs import slug
from kg.actors.turtle import block, day, text
from kg.errors import DataError
from kg.office_holders import COLUMNS

TABLE: Final = "terms.tsv"
_HEAD: Final = """# Built by `make holders`, never by hand: corrections stand in by_hand.toml. Sources: ../SOURCES.md.
@prefix act:  <https://w3id.org/contact-kg/actor/> .
@prefix c:    <https://w3id.org/contact-kg/country/> .
@prefix kg:   <https://w3id.org/contact-kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix term: <https://w3id.org/contact-kg/term/> .
@prefix wd:   <http://www.wikidata.org/entity/> .
@prefix xsd:  <http://www.w3.org/2001/XMLSchema#> .
"""


def files(terms: Sequence[Term], people: Mapping[str, Person]) -> dict[str, str]:
    """The files by name: Turtle for each country, and the table that `kg.office_holders` reads.

    Raises:
        DataError: a term is told twice, or a name cannot stand in the table.
    """
    _name(people, terms)
    for one, other in pairwise(terms):
        if (one.person, one.office, one.country, one.start) == (other.person, other.office, other.country, other.start):
            raise DataError(f"{people[one.person].name} is twice {one.office} of {one.country} from {one.start}")
    grouped: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        grouped[term.country].append(term)
    turtle = {f"{country}.ttl": _turtle(grouped[country], people) for country in sorted(grouped)}
    return {**turtle, TABLE: _table(terms, people)}


def _name(people: Mapping[str, Person], terms: Iterable[Term]) -> None:
    """Gives each person a slug of its own: the name's, then with its country, then with a number."""
    taken: set[str] = set()
    for term in sorted(terms, key=lambda term: (first_day(term.start), term.country, term.office, term.person)):
        person = people[term.person]
        if not person.slug:
            plain = slug(person.name)
            local = f"{plain}-{term.country.lower()}"
            choices = (plain, local, *(f"{local}-{number}" for number in range(2, 100)))
            person.slug = next(choice for choice in choices if choice not in taken)
            taken.add(person.slug)


def _turtle(terms: list[Term], people: Mapping[str, Person]) -> str:
    country = terms[0].country
    persons = sorted({people[term.person].slug: people[term.person] for term in terms}.items())
    blocks = [block(f"act:{local}", _person_facts(person, country)) for local, person in persons]
    blocks += [block(*_term_facts(term, people[term.person])) for term in terms]
    return "\n".join([_HEAD, *blocks])


def _table(terms: Iterable[Term], people: Mapping[str, Person]) -> str:
    lines = ["\t".join(COLUMNS)]
    for term in terms:
        person = people[term.person]
        flags = ("true" if flag else "" for flag in (term.unchecked, term.concurrent))
        cells = [term.country, term.office, person.slug, person.name, "|".join(person.names), person.wikidata or ""]
        cells += [term.start, term.end or "", term.open_until, "|".join(sorted(term.sources)), *flags]
        if any(set(cell) & set("\t\n\r") for cell in cells):
            raise DataError(f"a cell of {person.name} has a tab or a line break")
        lines.append("\t".join(cells))
    return "\n".join(lines) + "\n"


def _person_facts(person: Person, country: str) -> Iterator[tuple[str, str]]:
    yield "a", "kg:Person"
    yield "rdfs:label", text(person.name)
    if person.names:
        yield "skos:altLabel", ", ".join(map(text, person.names))
    yield "kg:country", f"c:{country}"
    if person.wikidata:
        yield "skos:exactMatch", f"wd:{person.wikidata}"


def _term_facts(term: Term, person: Person) -> tuple[str, Iterator[tuple[str, str]]]:
    def facts() -> Iterator[tuple[str, str]]:
        yield "a", "kg:Term"
        yield "rdfs:label", text(f"{person.name}, {term.office.replace('_', ' ')}, {term.country}")
        yield "kg:holder", f"act:{person.slug}"
        yield "kg:office", f"kg:{term.office}"
        yield "kg:country", f"c:{term.country}"
        yield "kg:termStart", day(term.start)
        if term.end:
            yield "kg:termEnd", day(term.end)
        if term.open_until:
            yield "kg:knownUntil", day(term.open_until)
        yield "kg:termSource", ", ".join(map(text, sorted(term.sources)))
        if term.unchecked:
            yield "kg:unchecked", "true"
        if term.concurrent:
            yield "kg:concurrent", "true"

    office = term.office.replace("_", "-")
    return f"term:{person.slug}-{office}-{term.country.lower()}-{term.start}", facts()
