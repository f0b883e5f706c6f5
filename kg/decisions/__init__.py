"""What the user decides about what the program found: append-only, anchored in text, applied by pure functions.

effective(log) -> the decisions that hold
Rules(decisions) -> resolve(named actors, known actors, days, rules)   who is who, as decided
judgements(documents, decisions), corrected(document, …)                what happened, as decided
"""

from kg.decisions.decision import Decision, Kind, NameAnchor, ReportAnchor, effective, in_order
from kg.decisions.people import resolve
from kg.decisions.reports import Judgement, claim, corrected, judgements
from kg.decisions.rules import NO_RULES, Rules

__all__ = [
    "NO_RULES",
    "Decision",
    "Judgement",
    "Kind",
    "NameAnchor",
    "ReportAnchor",
    "Rules",
    "claim",
    "corrected",
    "effective",
    "in_order",
    "judgements",
    "resolve",
]
