"""Contacts, reports or actors as a table: one row each, whatever the contact's status."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from kg.contacts.columns import columns
from kg.errors import ExportError
from kg.export.material import LeftOut, Material
from kg.export.sheet import Cell, write_csv
from kg.model import Actor, Article, Contact, Report
from kg.vocabulary import vocabulary


@dataclass(frozen=True, slots=True)
class Columns:
    """One table: the names and types of its columns, and its rows."""

    types: dict[str, type]
    rows: Callable[[Material], Iterator[tuple[Cell, ...]]]


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes CSV as spreadsheets know it; leaves no contact out."""
    table = table_of(material)
    write_csv(file, tuple(table.types), table.rows(material), marked=True)
    return LeftOut()


def table_of(material: Material) -> Columns:
    """The table asked for.

    Raises:
        ExportError: there is none of that name.
    """
    name = material.asked.table
    if name not in TABLES:
        raise ExportError(f"there is no table “{name}”", f"Tables: {', '.join(TABLES)}")
    return TABLES[name]


def _contacts(material: Material) -> Iterator[tuple[Cell, ...]]:
    for contact in material.contacts:
        yield tuple(_contact(contact, material))


def _contact(contact: Contact, material: Material) -> Iterable[Cell]:
    who = [material.actor(key) for key in contact.actors]
    names = {actor.id: actor.name for actor in who}
    told = list(material.told_of(contact))
    row = {
        **columns(contact, who),
        "countries": _filled(actor.country for actor in who),
        "roles": tuple(f"{role.name}: {names[role.actor]}" for role in contact.roles),
        "initiator": names.get(contact.initiator or ""),
        "place_country": contact.place.country if contact.place else None,
        "destination_country": contact.destination.country if contact.destination else None,
        "confidence": round(contact.confidence, 3),
        "part_of": contact.part_of,
        "outlets": _filled(article.outlet for _, article in told),
        "published": tuple(article.published.isoformat() for _, article in told if article.published),
        "claimed_by": _filled(report.claimed_by for report, _ in told),
        "quotes": _filled(report.quote for report, _ in told),
        "urls": _filled(article.url for _, article in told),
        "reports": contact.reports,
    }
    return (row[name] for name in TABLES["contacts"].types)


def _reports(material: Material) -> Iterator[tuple[Cell, ...]]:
    contact_of = {report: contact.id for contact in material.contacts for report in contact.reports}
    for document in material.documents:
        names = {named.id: named.name for named in document.actors}
        for report in document.reports:
            yield tuple(_report(report, document.article, contact_of.get(report.id), names, material))


def _report(
    report: Report, article: Article, contact: str | None, names: dict[str, str], material: Material
) -> Iterable[Cell]:
    def ids(named: Iterable[str]) -> tuple[str, ...]:
        return _filled(material.who.get(each) for each in named)

    return (
        report.id,
        contact,
        article.id,
        report.relation,
        report.status,
        tuple(names.get(each, each) for each in report.subjects),
        tuple(names.get(each, each) for each in report.objects),
        ids(report.subjects),
        ids(report.objects),
        report.period.told,
        report.period.not_before,
        report.period.not_after,
        report.period.basis,
        report.place,
        report.place_country,
        report.topics,
        report.claimed_by,
        report.quote or None,
        report.start,
        report.end,
        report.frame,
        round(report.confidence, 3),
        article.title or None,
        article.outlet,
        article.published,
        article.url,
    )


def _actors(material: Material) -> Iterator[tuple[Cell, ...]]:
    of_actor: dict[str, list[Contact]] = defaultdict(list)
    for contact in material.contacts:
        for actor in contact.actors:
            of_actor[actor].append(contact)
    for one in material.involved:
        yield _actor(one, of_actor[one.id])


def _actor(actor: Actor, own: list[Contact]) -> tuple[Cell, ...]:
    held = [contact for contact in own if vocabulary().statuses[contact.status].realised]
    others = {other for contact in held for other in contact.actors} - {actor.id}
    days = sorted(day for contact in held if (day := contact.period.not_after or contact.period.not_before))
    return (
        actor.id,
        actor.name,
        actor.type,
        actor.country,
        actor.names,
        actor.known,
        len(held),
        len(own) - len(held),
        len(others),
        days[0] if days else None,
        days[-1] if days else None,
    )


def _filled(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(value for value in values if value)


def _types(written: str) -> dict[str, type]:
    """Names of columns, each perhaps with a mark of its type; text where there is none."""
    marks: dict[str, type] = {"*": tuple, "#": int, "%": float, "?": bool}
    return {name.rstrip("*#%?"): marks.get(name[-1], str) for name in written.split()}


TABLES: Final = {
    "contacts": Columns(
        _types(
            "contact label relation status took_place? date not_before not_after date_basis actors* actor_ids*"
            " countries* roles* initiator place place_country destination destination_country topics* sources#"
            " confidence% part_of outlets* published* claimed_by* quotes* urls* reports*"
        ),
        _contacts,
    ),
    "reports": Columns(
        _types(
            "report contact article relation status subjects* objects* subject_ids* object_ids* date not_before"
            " not_after date_basis place place_country topics* claimed_by quote start# end# frame confidence% headline"
            " outlet published url"
        ),
        _reports,
    ),
    "actors": Columns(
        _types("actor name type country names* known? contacts# not_held# partners# first last"), _actors
    ),
}
DAYS: Final = frozenset({"not_before", "not_after", "first", "last"})
"""Columns of calendar days; "published" is one in the table of reports alone."""
