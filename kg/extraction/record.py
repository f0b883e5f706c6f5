"""A document as the plain record that `kg extract --format jsonl` prints, one object an article."""

from datetime import date
from typing import Any

from kg.model import Document, NamedActor, Period, Report


def contact_records(document: Document) -> dict[str, Any]:
    """An article with its contacts, ready for JSON; participants carry all their mentions."""
    article = document.article
    actors = {actor.id: actor for actor in document.actors}
    return {
        "id": article.name,
        "title": article.title,
        "date": _iso(article.published),
        "source": article.outlet,
        "contacts": [_contact(report, actors) for report in document.reports],
    }


def _contact(report: Report, actors: dict[str, NamedActor]) -> dict[str, Any]:
    period = report.period
    return {
        "subjects": [_participant(actors[name]) for name in report.subjects],
        "objects": [_participant(actors[name]) for name in report.objects],
        "relation": report.relation,
        "status": report.status,
        "date": _day_or_month(period),
        "date_basis": period.basis,
        "not_before": _iso(period.not_before),
        "not_after": _iso(period.not_after),
        "place": report.place,
        "topics": list(report.topics),
        "claimed_by": report.claimed_by,
        "evidence": report.quote,
        "start": report.start,
        "end": report.end,
        "frame": report.frame,
        "confidence": report.confidence,
    }


def _participant(actor: NamedActor) -> dict[str, Any]:
    return {"name": actor.name, "type": actor.type, "country": actor.country, "mentions": list(actor.forms)}


def _day_or_month(period: Period) -> str | None:
    """The best day or month known; a year alone stays in `not_before` and `not_after`."""
    best = period.best
    return best if best and len(best) > len("2024") else None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
