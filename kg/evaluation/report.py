"""An evaluation as text for a reader and as a dictionary for a program."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from kg.evaluation.calibration import error
from kg.evaluation.score import Evaluation, Finding, Score


def as_text(evaluation: Evaluation, show: int = 0) -> str:
    """The whole evaluation in lines; `show` lists so many misses and false alarms."""
    return "\n".join(_lines(evaluation, show))


def as_dict(evaluation: Evaluation) -> dict[str, Any]:
    """The numbers of an evaluation, ready for JSON."""
    return {
        "articles": evaluation.articles,
        "articles_without_contacts": evaluation.empty,
        "articles_answered": evaluation.answered,
        "not_in_gold": list(evaluation.unknown),
        "levels": {
            one.level.name.lower(): {**_numbers(one.score), "f1_low": one.low, "f1_high": one.high}
            for one in evaluation.levels
        },
        "relations": {name: _numbers(score) for name, score in evaluation.relations.items()},
        "fields": {
            name: {"share": share.value, "right": share.hits, "of": share.total}
            for name, share in evaluation.fields.items()
        },
        "false_positives_in_articles_without_contacts": {
            "pairs": evaluation.stray.hits,
            "articles": evaluation.stray.total,
        },
        "thresholds": [
            {"confidence": threshold, **_numbers(score)} for threshold, score in evaluation.thresholds.items()
        ],
        "calibration_error": error(evaluation.calibration),
        "calibration": [asdict(one) for one in evaluation.calibration],
    }


def groups_as_text(key: str, groups: Mapping[str, Evaluation]) -> str:
    """The typed score of each group, a line each."""
    lines = [f"\ntyped, by {key}"]
    for name, group in groups.items():
        typed = next(one.score for one in group.levels if one.level.name == "TYPED")
        lines.append(_row(f"  {name or '-'}", typed))
    return "\n".join(lines)


def beside_as_text(systems: Mapping[str, Evaluation]) -> str:
    """The typed and the full F1 of several systems on the same articles, a line each."""
    lines = ["\nF1 on the same articles   typed                     full"]
    for name, system in systems.items():
        levels = {one.level.name: f"{one.score.f1:.3f} [{one.low:.3f} to {one.high:.3f}]" for one in system.levels}
        lines.append(f"  {name:22}  {levels['TYPED']:24}  {levels['FULL']}")
    return "\n".join(lines)


def _numbers(score: Score) -> dict[str, float]:
    return {
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
        "right": score.right,
        "system": score.found,
        "gold": score.wanted,
    }


def _lines(evaluation: Evaluation, show: int) -> Iterator[str]:
    yield (
        f"{evaluation.articles} articles, {evaluation.empty} without contacts; "
        f"{evaluation.answered} in the system's file"
    )
    if evaluation.unknown:
        yield f"not in gold, left out: {', '.join(evaluation.unknown)}"
    for one in evaluation.levels:
        yield f"{_row(one.level.name.lower(), one.score)} [{one.low:.3f} to {one.high:.3f}]"
    yield "\nper relation (typed)"
    for name, score in evaluation.relations.items():
        yield _row(f"  {name}", score)
    yield "\namong typed matches"
    for name, share in evaluation.fields.items():
        yield f"{'  ' + name:34} {share.value:.3f}  ({share.hits} of {share.total})"
    yield (
        f"\nfalse positives in the {evaluation.empty} articles without contacts: {evaluation.stray.hits} "
        f"in {evaluation.stray.total} articles"
    )
    yield "\nfrom a confidence on (typed)"
    for threshold, score in evaluation.thresholds.items():
        yield _row(f"  {threshold:.1f}", score)
    yield f"\nconfidence told, and share right (typed); expected calibration error {error(evaluation.calibration):.3f}"
    for tenth in evaluation.calibration:
        yield f"  {tenth.confidence:.2f}  {tenth.right:.2f}   ({tenth.number})"
    if show:
        for title, findings in (("misses", evaluation.misses), ("false alarms", evaluation.alarms)):
            yield f"\n{title} (typed), {min(show, len(findings))} of {len(findings)}"
            yield from (_described(finding) for finding in findings[:show])


def _row(label: str, score: Score) -> str:
    return (
        f"{label:16} P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}   "
        f"({score.right} right, {score.found} system, {score.wanted} gold)"
    )


def _described(finding: Finding) -> str:
    pair = finding.pair
    told = [
        pair.relation,
        pair.object.name,
        *(str(pair.contact.get(key)) for key in ("status", "date", "place")),
    ]
    claim, evidence = " | ".join([pair.subject.name, *told]), pair.contact.get("evidence") or ""
    return f"  {finding.article}: {claim}\n      {evidence}"
