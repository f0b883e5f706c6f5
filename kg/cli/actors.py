"""`kg actors`: who is known by office and time, without a store."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.actors.asking import ask, period_of
from kg.actors.heads import heads
from kg.cli import actors_decide, actors_match
from kg.cli.answering import answer
from kg.cli.options import one_of
from kg.cli.output import FORMATS, tell, write
from kg.errors import UsageError
from kg.office_holders import Holding, country_of, holders

EXAMPLES = """
kg actors who "foreign minister of Turkey" --on 2015-05-01
kg actors who "NATO secretary general" --on 2023
kg actors who --file questions.jsonl > answers.jsonl
kg actors list --country TR
kg actors match "Abbas Araghchi" "Abbas Araqchi" --country IR
kg actors match --file pairs.jsonl > judged.jsonl
kg actors list --unchecked --format csv
kg actors merge Araghchi Zarif --why "only to try"
kg actors split "Hakan Fidan" --spelling Fidan --since 2024-12-01
kg actors rename Lavrov "Lavrov, Sergey"
"""

_COLUMNS = ("holder", "office", "country", "since", "until", "note")

application = typer.Typer(rich_markup_mode=None)
application.command()(actors_match.match)
for _decide in (actors_decide.merge, actors_decide.split, actors_decide.rename):
    application.command()(_decide)


@application.command()
def who(
    office: Annotated[
        str | None, typer.Argument(metavar="OFFICE", help='Such as "Turkish foreign minister", "president of Iran".')
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DAY", help="On this day, or through this month or year; else everyone.")
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="COUNTRY", help="Country or organisation, where OFFICE names none.")
    ] = None,
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
        if not answer(file, _answered):
            raise typer.Exit(1)
        return
    if on is not None:
        period_of(on, "--on")
    answered = ask(office or "", country, on)
    write(_COLUMNS, map(_row, answered.found), form)
    if not answered.found:
        tell(f"kg: {answered.why}")


@application.command("list")
def list_(
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Only this country's.")] = None,
    unchecked: Annotated[bool, typer.Option("--unchecked", help="Only terms that no source has confirmed.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
) -> None:
    """All known terms of office."""
    one_of("format", form, FORMATS)
    code = _code(country)
    terms = (*holders().all, *heads().all)
    found = (term for term in terms if code in (None, term.country) and (term.unchecked or not unchecked))
    write(_COLUMNS, map(_row, found), form)


def _row(term: Holding) -> tuple[str | None, ...]:
    notes = ["unchecked"] * term.unchecked + ["concurrent"] * term.concurrent
    if term.known_until:
        notes.append(f"open on {term.known_until}, unknown afterwards")
    return term.person.name, term.office.replace("_", " "), term.country, term.start, term.end, "; ".join(notes)


def _code(country: str | None) -> str | None:
    code = country and country_of(country)
    if country and not code:
        raise UsageError(f"there is no country “{country}”", "Give its name or ISO code, such as TR")
    return code


def _answered(question: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`holder` only where exactly one is known; `why` says what the answer rests on."""
    office, country, on = (str(question.get(key) or "") for key in ("office", "country", "date"))
    try:
        answered = ask(office, country, on)
    except UsageError as error:
        yield from (("holder", None), ("why", error.message))
        return
    yield "holder", answered.holder.name if answered.holder else None
    yield "why", answered.why
