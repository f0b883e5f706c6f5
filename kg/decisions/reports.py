"""What the user has decided about reports: which are wrong, which are right, what they should say.

A decision holds for a report as long as its sentence says what it said: who, and which relation. Where it
stands, in which frame it was found and how sure the extractor is plays no part.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kg.contacts.places import place
from kg.contacts.tellings import goes_to_places
from kg.contacts.verdicts import NO_VERDICTS, Verdicts
from kg.decisions.decision import Decision, ReportAnchor, in_order
from kg.gazetteer import fold
from kg.model import Document, NamedActor, Period, Report
from kg.vocabulary import vocabulary

Standing = Literal["holds", "stale", "unanchored"]


@dataclass(slots=True)
class Judgement:
    """What was decided about one article's reports: the verdicts, and what is corrected, by id of report."""

    verdicts: Verdicts = NO_VERDICTS
    fixes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))


def claim(document: Document, report: Report) -> str:
    """Who and which relation: "Abbas Araghchi → Hakan Fidan | hosted", by the names of the article."""
    names = {actor.id: actor.name for actor in document.actors}
    relation = vocabulary().relations[report.relation]
    sides = (report.subjects, report.objects) if relation.ordered else (report.named, ())
    told = (", ".join(sorted(names.get(id_, id_) for id_ in side)) for side in sides)
    return f"{' → '.join(filter(None, told))} | {report.relation}"


def anchors_of(document: Document, reports: Iterable[Report]) -> tuple[ReportAnchor, ...]:
    """What a decision on these reports of an article rests on."""
    return tuple(
        ReportAnchor(report.id, document.article.id, report.quote, claim(document, report)) for report in reports
    )


def meant(document: Document, anchor: ReportAnchor) -> tuple[Report | None, Standing]:
    """The report that an anchor means in its article, or why it means none.

    It is stale where the sentence says something else now, unanchored where nothing is read from it any more.
    """
    sentence = fold(anchor.quote)
    there = [report for report in document.reports if fold(report.quote) == sentence]
    same = [report for report in there if claim(document, report) == anchor.claim]
    if same:
        return min(same, key=lambda report: (report.id != anchor.report, report.id)), "holds"
    return None, "stale" if there else "unanchored"


def judgements(documents: Mapping[str, Document], decisions: Iterable[Decision]) -> dict[str, Judgement]:
    """What was decided about each article, by id; the later decision on a report has the last word.

    Args:
        documents: articles as they were read, whole.
        decisions: those that hold.
    """
    found: dict[str, Judgement] = {}
    for decision in in_order(decisions):
        for anchor in decision.reports:
            if (document := documents.get(anchor.article)) is None:
                continue
            judgement = found.setdefault(anchor.article, Judgement())
            if (report := meant(document, anchor)[0]) is not None:
                _judge(judgement, decision, report.id)
    return found


def corrected(document: Document, judgement: Judgement | None) -> Document:
    """The document as its reports should have been read; all or some of an article's."""
    if judgement is None or not judgement.fixes:
        return document
    for report in document.reports:
        if values := judgement.fixes.get(report.id):
            document = _corrected(document, report, values)
    return document


def _judge(judgement: Judgement, decision: Decision, report: str) -> None:
    one = frozenset([report])
    verdicts = judgement.verdicts
    match decision.kind:
        case "reject":
            whole = verdicts.whole | one if decision.whole else verdicts.whole - one
            judgement.verdicts = Verdicts(verdicts.rejected | one, whole, verdicts.confirmed - one)
        case "confirm":
            judgement.verdicts = Verdicts(verdicts.rejected - one, verdicts.whole - one, verdicts.confirmed | one)
        case "fix":
            judgement.fixes[report].update(decision.values)


def _corrected(document: Document, report: Report, values: Mapping[str, str]) -> Document:
    fixed = report
    actors = document.actors
    if status := values.get("status"):
        fixed = replace(fixed, status=status)  # type: ignore[arg-type]
    if relation := values.get("relation"):
        fixed = replace(fixed, relation=relation)
    if told := values.get("date"):
        fixed = replace(fixed, period=Period.of(told))
    if name := values.get("place"):
        fixed = replace(fixed, place=name, place_country=values.get("place_country"))
        kinds = {actor.id: actor.type for actor in actors}
        goals = [id_ for id_ in fixed.objects if kinds.get(id_) in ("place", "country")]
        if goals and goes_to_places(vocabulary().relations[fixed.relation]):
            goal = _goal(document, name, values.get("place_country"))
            actors = (*actors, goal)
            fixed = replace(fixed, objects=(*(id_ for id_ in fixed.objects if id_ not in goals), goal.id))
    reports = tuple(fixed if one.id == report.id else one for one in document.reports)
    return replace(document, actors=actors, reports=reports)


def _goal(document: Document, name: str, country: str | None) -> NamedActor:
    """Where a visit went, as the user has it: no article names it, so it stands in no graph."""
    where = place(name, country)
    return NamedActor(f"{document.article.id}-{where.id}", name, "place", country, forms=(name,))
