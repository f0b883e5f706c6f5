"""`kg actors`: who is known by office and time, without a store."""

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.options import one_of
from kg.cli.output import FORMATS, tell, write
from kg.errors import UsageError
from kg.model import Period
from kg.office_holders import Holding, Office, country_of, holders, office_of

EXAMPLES = """
kg actors who "foreign minister of Turkey" --on 2015-05-01
kg actors who --file questions.jsonl > answers.jsonl
kg actors list --country TR
kg actors list --unchecked --format csv
"""

_COLUMNS = ("holder", "office", "country", "since", "until", "note")

application = typer.Typer(rich_markup_mode=None)


@application.command()
def who(
    office: Annotated[
        str | None, typer.Argument(metavar="OFFICE", help='Such as "Turkish foreign minister", "president of Iran".')
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="On this day, or through this month or year; else everyone.")
    ] = None,
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Where OFFICE names none.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="JSONL of office, country, date; - for standard input. Prints JSONL."),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
) -> None:
    """Who held an office on a day."""
    one_of("format", form, FORMATS)
    if (office is None) == (file is None):
        raise UsageError("kg actors who takes an office or --file", 'kg actors who "president of Iran" --on 2024-05-01')
    if file:
        if not _answer(file):
            raise typer.Exit(1)
        return
    post = _post(office or "", country)
    if on is None:
        found = holders().who(post.name, post.country or "")
        doubtful: tuple[Holding, ...] = ()
    else:
        found, doubtful = _held(post, _period("--on", on))
    write(_COLUMNS, map(_row, found), form)
    if not found:
        tell(f"kg: {_unknown(doubtful)}")


@application.command("list")
def list_(
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Only this country's.")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Only terms that no source has confirmed.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
) -> None:
    """All known terms of office."""
    one_of("format", form, FORMATS)
    code = _code(country)
    found = (term for term in holders().all if code in (None, term.country) and (term.unchecked or not unchecked))
    write(_COLUMNS, map(_row, found), form)


def _row(term: Holding) -> tuple[str | None, ...]:
    notes = ["unchecked"] * term.unchecked + ["concurrent"] * term.concurrent
    if term.known_until:
        notes.append(f"open on {term.known_until}, unknown afterwards")
    return term.person.name, term.office.replace("_", " "), term.country, term.start, term.end, "; ".join(notes)


def _post(text: str, country: str | None) -> Office:
    found = office_of(text, _code(country))
    if not found or not found.country:
        what = f"no country is told for the office “{text}”" if found else f"“{text}” is no office that is known"
        raise UsageError(what, 'Such as "foreign minister of Turkey": heads of state and government, foreign, defence')
    return found


def _code(country: str | None) -> str | None:
    code = country and country_of(country)
    if country and not code:
        raise UsageError(f"there is no country “{country}”", "Give its name or ISO code, such as TR")
    return code


def _period(option: str, given: str) -> Period:
    try:
        return Period.of(given)
    except ValueError as error:
        raise UsageError(f"{option} cannot be “{given}”", "It takes YYYY-MM-DD, YYYY-MM or YYYY") from error


def _held(post: Office, period: Period) -> tuple[tuple[Holding, ...], tuple[Holding, ...]]:
    """Who held it through the whole period, and where nobody is known to, who perhaps did."""
    first, last = period.not_before, period.not_after
    if first is None or last is None or post.country is None:
        return (), ()
    at_first, at_last = (holders().who(post.name, post.country, day) for day in (first, last))
    found = tuple(term for term in at_first if term in at_last)
    perhaps = (*at_first, *at_last, *holders().perhaps(post.name, post.country, first))
    return (found, ()) if found else ((), tuple(dict.fromkeys(perhaps)))


def _unknown(doubtful: tuple[Holding, ...]) -> str:
    if not doubtful:
        return "not known"
    told = (
        f"{term.person.name}, who held it on {term.known_until}" if term.known_until else term.person.name
        for term in doubtful
    )
    return f"not known; perhaps {' or '.join(told)}"


def _answer(path: Path) -> bool:
    """Answers each line of a file; tells whether all of them could be read."""
    stream = sys.stdin if str(path) == "-" else None
    sound = True
    try:
        lines = stream or path.open(encoding="utf-8")
        with lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    question = json.loads(line)
                    if not isinstance(question, dict):
                        raise ValueError("no object")
                except ValueError:
                    sound = False
                    tell(f"kg: {path}:{number}: not an object of JSON")
                    continue
                print(json.dumps({**question, **dict(_answered(question))}, ensure_ascii=False))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}", "It takes JSONL in UTF-8") from error
    return sound


def _answered(question: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`holder` only where exactly one is known; `why` says what the answer rests on."""
    try:
        post = _post(str(question.get("office", "")), _text(question.get("country")))
        found, doubtful = _held(post, _period("date", str(question.get("date", ""))))
    except UsageError as error:
        yield from (("holder", None), ("why", error.message))
        return
    yield "holder", found[0].person.name if len(found) == 1 else None
    if len(found) == 1:
        (term,) = found
        sources = ", ".join(term.sources)
        yield "why", f"in office {term.start} to {term.end or f'at least {term.known_until}'} ({sources})"
    elif found:
        yield "why", f"several at once: {', '.join(term.person.name for term in found)}"
    else:
        yield "why", _unknown(doubtful)


def _text(value: Any) -> str | None:
    return str(value) if value else None
