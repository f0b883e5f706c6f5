"""Contacts as a table for spreadsheets and data frames: one row a contact, whatever its status."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date
from typing import BinaryIO

from kg.export.source import Source
from kg.model import Actor, Article, Contact, Place, Report
from kg.vocabulary import vocabulary

_BETWEEN = "; "
_STARTS_A_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")

COLUMNS = (
    "contact", "label", "relation", "status", "took_place", "date", "not_before", "not_after", "date_basis",
    "actors", "actor_ids", "countries", "roles", "initiator", "place", "place_country", "destination",
    "destination_country", "topics", "sources", "confidence", "part_of", "outlets", "published", "claimed_by",
    "quotes", "urls",
)  # fmt: skip


def write(source: Source, file: BinaryIO, format: str, layer: str) -> int:  # noqa: A002, ARG001
    """Writes CSV in UTF-8 with a byte order mark, by which spreadsheets know it; leaves no contact out.

    Several values of a cell are parted by "; ". A cell that a spreadsheet would take for a formula begins
    with an apostrophe.
    """
    actors = source.actors()
    reports = {report.id: (report, document.article) for document in source.documents() for report in document.reports}
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    for contact in sorted(source.contacts(), key=lambda contact: contact.id):
        told = [reports[key] for key in contact.reports if key in reports]
        rows.writerow([_safe(cell) for cell in _cells(contact, actors, told)])
    text.flush()
    text.detach()
    return 0


def _cells(contact: Contact, actors: Mapping[str, Actor], told: list[tuple[Report, Article]]) -> Iterable[str]:
    who = [actors.get(key) or Actor(key, key, "person") for key in contact.actors]
    names = {actor.id: actor.name for actor in who}
    roles = [f"{role.name}: {names[role.actor]}" for role in contact.roles]
    return (
        contact.id,
        contact.label,
        contact.relation,
        contact.status,
        "yes" if vocabulary().statuses[contact.status].realised else "no",
        contact.period.told or "",
        _iso(contact.period.not_before),
        _iso(contact.period.not_after),
        contact.period.basis or "",
        _list(actor.name for actor in who),
        _list(contact.actors),
        _list(actor.country for actor in who),
        _list(roles),
        names.get(contact.initiator or "", ""),
        *_where(contact.place),
        *_where(contact.destination),
        _list(contact.topics),
        str(contact.sources),
        f"{contact.confidence:.2f}",
        contact.part_of or "",
        _list(article.outlet for _, article in told),
        _list(_iso(article.published) for _, article in told),
        _list(report.claimed_by for report, _ in told),
        _list(report.quote for report, _ in told),
        _list(article.url for _, article in told),
    )


def _where(place: Place | None) -> tuple[str, str]:
    return (place.name, place.country or "") if place else ("", "")


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _list(values: Iterable[str | None]) -> str:
    return _BETWEEN.join(dict.fromkeys(value for value in values if value))


def _safe(cell: str) -> str:
    """The cell, such that no spreadsheet takes it for a formula, also where it skips leading blanks."""
    start = cell.lstrip(" \u00a0")[:1]
    return f"'{cell}" if start in _STARTS_A_FORMULA and start else cell
