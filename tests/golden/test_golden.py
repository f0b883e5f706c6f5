"""Golden cases: short articles with the contacts that a careful reader finds in them; see SOURCES.md for the format."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from kg.extraction import read
from kg.gazetteer import fold
from kg.model import Article, Document, NamedActor, Report
from kg.vocabulary import vocabulary

FOLDER = Path(__file__).parent
HEADER = ("date", "outlet", "headline", "known gap")
NONE = "-"


class CaseError(Exception):
    """A case file that cannot be read; names file and line."""


@dataclass(frozen=True)
class Expected:
    """One contact of a case.

    Attributes:
        relations: the relation, and others that a fair reader would also take.
        rang: the participant who is told to have rung, marked by a star.
        day, place: "-" where the text tells none, None where the case does not ask.
    """

    subjects: tuple[str, ...]
    relations: tuple[str, ...]
    objects: tuple[str, ...]
    status: str
    day: str | None
    place: str | None
    rang: str | None
    line: str


@dataclass(frozen=True)
class Case:
    where: str
    title: str
    header: dict[str, str]
    text: str
    contacts: tuple[Expected, ...]

    def article(self) -> Article:
        return Article(
            id="0123456789abcdef",
            name=self.where,
            text=self.text,
            title=self.header.get("headline", ""),
            published=date.fromisoformat(self.header["date"]),
            outlet=self.header.get("outlet"),
        )


def cases(path: Path) -> Iterator[Case]:
    """The cases of a file: "== title", "key: value" lines, an empty line, the text, "----", the contacts."""
    lines = path.read_text(encoding="utf-8").splitlines()
    starts = [number for number, line in enumerate(lines) if line.startswith("== ")]
    if not starts or any(line.strip() for line in lines[: starts[0]]):
        raise CaseError(f"{path.name}:1: a case begins with “== ” and its title")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _case(path.name, lines, start, end)


def _case(file: str, lines: list[str], start: int, end: int) -> Case:
    def wrong(number: int, what: str) -> CaseError:
        return CaseError(f"{file}:{number + 1}: {what}")

    header: dict[str, str] = {}
    at = start + 1
    while at < end and lines[at].strip():
        key, colon, value = lines[at].partition(":")
        if not colon or key not in HEADER or key in header or not value.strip():
            raise wrong(at, f"“{lines[at]}” is no new “key: value” with a key of {', '.join(HEADER)}")
        header[key] = value.strip()
        at += 1
    try:
        date.fromisoformat(header.get("date", ""))
    except ValueError:
        raise wrong(start, "the case needs “date: ” and a day such as 2024-11-30") from None
    divider = next((number for number in range(at, end) if lines[number] == "----"), None)
    if divider is None:
        raise wrong(start, "no line “----” divides the text from the contacts")
    text = "\n".join(lines[at:divider]).strip("\n")
    if not text.strip():
        raise wrong(at, "the case has no text")
    told = [(number, lines[number]) for number in range(divider + 1, end) if lines[number].strip()]
    if not told:
        raise wrong(divider, "no contacts; write “nothing” if there are none")
    contacts = []
    for number, line in told:
        if line == "nothing" and len(told) == 1:
            break
        try:
            contacts.append(_expected(line))
        except ValueError as fault:
            raise wrong(number, str(fault)) from None
    return Case(f"{file}:{start + 1}", lines[start][3:].strip(), header, text, tuple(contacts))


def _expected(line: str) -> Expected:
    fields = [field.strip() for field in line.split("|")]
    if not 4 <= len(fields) <= 6 or not fields[0]:
        raise ValueError(f"“{line}” is not “subjects | relation | objects | status | date | place”")
    fields += [""] * (6 - len(fields))
    subjects, relations, objects, status, day, place = fields
    for relation in relations.split(" or "):
        if relation not in vocabulary().relations:
            raise ValueError(f"“{relation}” is no relation")
    if status not in vocabulary().statuses:
        raise ValueError(f"“{status}” is no status")
    if day and day != NONE and not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", day):
        raise ValueError(f"“{day}” is neither a day nor a month nor “-”")
    names = [*_names(subjects), *_names(objects)]
    rang = [name.removesuffix("*") for name in names if name.endswith("*")]
    if len(rang) > 1:
        raise ValueError("only one rang")
    return Expected(
        tuple(name.removesuffix("*") for name in _names(subjects)),
        tuple(relations.split(" or ")),
        tuple(name.removesuffix("*") for name in _names(objects)),
        status,
        day or None,
        place or None,
        rang[0] if rang else None,
        line,
    )


def _names(field: str) -> list[str]:
    return [name.strip() for name in field.split(" & ")] if field not in ("", NONE) else []


def means(actor: NamedActor, name: str) -> bool:
    """Whether an actor is meant by a name of a case, or by one of two that it allows ("Cuba or President of Cuba")."""
    known = {fold(actor.name), *map(fold, actor.forms)}
    return any(fold(one) in known for one in name.split(" or "))


def _same(actors: list[NamedActor], names: tuple[str, ...]) -> bool:
    return len(actors) == len(names) and any(
        all(means(actor, name) for actor, name in zip(actors, order, strict=True)) for order in permutations(names)
    )


def agrees(document: Document, report: Report, expected: Expected) -> bool:
    """Whether a report tells of the expected contact; the sides count only where the relation has an order."""
    subjects = [document.actor(id_) for id_ in report.subjects]
    objects = [document.actor(id_) for id_ in report.objects]
    if report.relation not in expected.relations or report.status != expected.status:
        return False
    if vocabulary().relations[report.relation].ordered:
        if not (_same(subjects, expected.subjects) and _same(objects, expected.objects)):
            return False
    elif not _same(subjects + objects, expected.subjects + expected.objects):
        return False
    if expected.rang and not (report.initiator and means(document.actor(report.initiator), expected.rang)):
        return False
    told = None if report.period.basis == "published" and expected.day == NONE else report.period.best
    return _tells(expected.day, told) and _tells(expected.place, report.place)


def _tells(wanted: str | None, told: str | None) -> bool:
    """A year alone is no date, as in `kg extract`."""
    if wanted is None:
        return True
    found = None if told is not None and re.fullmatch(r"\d{4}", told) else told
    return found is None if wanted == NONE else found is not None and fold(found) == fold(wanted)


def written(document: Document, report: Report) -> str:
    """A report as a case would write it."""

    def names(ids: tuple[str, ...]) -> str:
        stars = {report.initiator: "*"}
        return " & ".join(document.actor(id_).name + stars.get(id_, "") for id_ in ids) or NONE

    fields = (
        names(report.subjects),
        report.relation,
        names(report.objects),
        report.status,
        report.period.best or NONE,
        report.place or NONE,
    )
    return f"{' | '.join(fields)}    ({report.frame}: {report.quote})"


def _parameters() -> Iterator[object]:
    for path in sorted(FOLDER.glob("*.case")):
        for case in cases(path):
            gap = case.header.get("known gap")
            marks = [pytest.mark.xfail(strict=True, reason=gap, raises=AssertionError)] if gap else []
            yield pytest.param(case, id=f"{case.where} {case.title}", marks=marks)


@pytest.mark.parametrize("case", list(_parameters()))
def test_reads_as_a_careful_reader(case: Case) -> None:
    document = read(case.article())
    left, missed = list(document.reports), []
    for expected in case.contacts:
        found = next((report for report in left if agrees(document, report, expected)), None)
        if found is None:
            missed.append(expected.line)
        else:
            left.remove(found)
    extra = [written(document, report) for report in left]
    wrong = [*(f"missed: {line}" for line in missed), *(f"extra:  {line}" for line in extra)]
    assert not wrong, "\n".join([f"{case.where}: {case.title}", *wrong])


GOOD = "== A title\ndate: 2024-11-30\n\nMera met Olander.\n----\nMera | met | Olander | occurred\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("== A title", "A title", "bad.case:1: a case begins with “== ”"),
        ("date: 2024-11-30", "day: 2024-11-30", "bad.case:2: “day: 2024-11-30” is no new"),
        ("date: 2024-11-30", "date: 30 November", "bad.case:1: the case needs “date: ”"),
        ("Mera met Olander.", "", "bad.case:3: the case has no text"),
        ("----", "---", "bad.case:1: no line “----”"),
        ("Mera | met | Olander | occurred", "", "bad.case:5: no contacts"),
        ("Mera | met | Olander | occurred", "Mera met Olander", "bad.case:6: “Mera met Olander” is not"),
        ("| met |", "| saw |", "bad.case:6: “saw” is no relation"),
        ("occurred", "happened", "bad.case:6: “happened” is no status"),
        ("occurred", "occurred | Monday", "bad.case:6: “Monday” is neither"),
    ],
)
def test_a_mistake_in_a_case_is_told_with_file_and_line(tmp_path: Path, old: str, new: str, told: str) -> None:
    path = tmp_path / "bad.case"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CaseError) as fault:
        list(cases(path))
    assert str(fault.value).startswith(told)


def test_a_file_holds_several_cases(tmp_path: Path) -> None:
    path = tmp_path / "two.case"
    silent = GOOD.replace("Mera | met | Olander | occurred", "nothing")
    path.write_text(GOOD + "\n" + silent, encoding="utf-8")
    assert [(case.where, len(case.contacts)) for case in cases(path)] == [("two.case:1", 1), ("two.case:8", 0)]
