"""A report with its named actors resolved: what one article tells of a contact."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kg.contacts.places import country_as_place, place
from kg.model import Article, Document, Place, Report
from kg.vocabulary import Relation, vocabulary


@dataclass(frozen=True, slots=True)
class Telling:
    """One report between actors.

    Attributes:
        subjects, objects: ids of actors, each once; an actor stands on one side only.
        destination: where a visit goes; a place is never a participant.
        sides: subjects and objects apart where the relation has an order, else None.
    """

    report: Report
    article: Article
    relation: Relation
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    destination: Place | None
    place: Place | None
    initiator: str | None

    @property
    def actors(self) -> tuple[str, ...]:
        """Ids of all actors, subjects first."""
        return self.subjects + self.objects

    @property
    def sides(self) -> tuple[frozenset[str], frozenset[str]] | None:
        """Who stands on which side, where it matters."""
        return (frozenset(self.subjects), frozenset(self.objects)) if self.relation.ordered else None

    @property
    def day(self) -> date | None:
        """The day of the contact, where exactly one is told or inferred."""
        period = self.report.period
        return period.not_before if period.not_before == period.not_after else None

    @property
    def order(self) -> tuple[date, str]:
        """Earliest published first; what has no day of publication comes last."""
        return self.article.published or date.max, self.report.id


def goes_to_places(relation: Relation) -> bool:
    """Whether the object of a relation may be a place in the host's stead: a visit."""
    return relation.place_role is not None and relation.object_role == "host"


def tellings(documents: Iterable[Document], who: Mapping[str, str]) -> Iterator[Telling]:
    """Every report that, once it is known who is who, still is a contact between two actors or a visit."""
    for document in documents:
        for report in document.reports:
            telling = _telling(document, report, who)
            if len(telling.actors) > 1 or (telling.actors and telling.destination):
                yield telling


def _telling(document: Document, report: Report, who: Mapping[str, str]) -> Telling:
    relation = vocabulary().relations[report.relation]
    named = {actor.id: actor for actor in document.actors}
    destination = None
    objects = []
    for id_ in report.objects:
        actor = named.get(id_)
        if actor and actor.type == "place":
            destination = destination or place(actor.name, actor.country)
        elif actor and actor.type == "country" and goes_to_places(relation):
            destination = destination or country_as_place(actor.name, actor.country)
        else:
            objects.append(id_)
    subjects = tuple(dict.fromkeys(who[id_] for id_ in report.subjects if id_ in who))
    return Telling(
        report=report,
        article=document.article,
        relation=relation,
        subjects=subjects,
        objects=tuple(dict.fromkeys(who[i] for i in objects if i in who and who[i] not in subjects)),
        destination=destination if relation.place_role else None,
        place=place(report.place, report.place_country) if report.place else None,
        initiator=who.get(report.initiator) if report.initiator else None,
    )
