"""Choosing precision: only the reports whose confidence is high enough."""

from dataclasses import replace

from kg.model import Document


def at_least(document: Document, confidence: float) -> Document:
    """The document without the reports of lower confidence, and without the actors only they name."""
    reports = tuple(report for report in document.reports if report.confidence >= confidence)
    named = {each for report in reports for each in report.named}
    return replace(document, actors=tuple(a for a in document.actors if a.id in named), reports=reports)
