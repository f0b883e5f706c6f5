"""Why a contact was read: its sentence with the participants marked, and what found it, in words."""

from collections.abc import Iterable, Iterator

from kg.model import Document, NamedActor, Report


def explained(document: Document) -> Iterator[str]:
    """For each report, its sentence with [participants] marked, and a line that says why."""
    actors = {actor.id: actor for actor in document.actors}
    for report in document.reports:
        yield marked(report.quote, [actors[each] for each in report.named])
        yield f"    {_claim(report, actors)}"
        yield f"    because {_reason(report)}, confidence {report.confidence:.2f}"


def not_borne_out(refused: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A line for each thing that a model gave and the article does not bear out: the reason, and what it gave."""
    for reason, what in refused:
        yield f"  not borne out, {reason}: {what}"


def marked(sentence: str, actors: list[NamedActor]) -> str:
    """The sentence with the longest form of each participant in brackets: "[Mera] met [Olander]"."""
    forms = sorted({form for actor in actors for form in actor.forms if form}, key=len, reverse=True)
    spans: list[tuple[int, int]] = []
    for form in forms:
        at = sentence.find(form)
        if at >= 0 and not any(start < at + len(form) and at < end for start, end in spans):
            spans.append((at, at + len(form)))
    for start, end in sorted(spans, reverse=True):
        sentence = f"{sentence[:start]}[{sentence[start:end]}]{sentence[end:]}"
    return sentence


def _claim(report: Report, actors: dict[str, NamedActor]) -> str:
    who = ", ".join(actors[each].name for each in report.subjects)
    whom = ", ".join(actors[each].name for each in report.objects)
    told = [who, report.relation, whom, report.status, report.period.best or "", report.place or ""]
    claimed = f" (says {report.claimed_by})" if report.claimed_by else ""
    return " | ".join(part for part in told if part) + claimed


def _reason(report: Report) -> str:
    if report.frame.startswith("learned:"):
        return f"the model is sure of it by “{report.frame.removeprefix('learned:')}”"
    if report.frame.startswith("llm:"):
        return f"{report.frame.removeprefix('llm:')} read it, and the article bears it out"
    return f"the frame {report.frame} fits"
