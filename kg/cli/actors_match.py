"""`kg actors match`: whether two names are one's, judged as identity judges them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kg.cli.answering import answer
from kg.cli.options import one_of
from kg.cli.output import FORMATS, write
from kg.errors import UsageError

_DATE = re.compile(r"\+?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_YEAR_ONLY = "-01-01"
"""What registers write for a day they do not know."""

Born = Annotated[str | None, typer.Option(metavar="DAY", help="Date of birth, or its year.")]
Held = Annotated[str | None, typer.Option(metavar="OFFICE", help="Office, such as “foreign minister”.")]


def match(
    one: Annotated[str | None, typer.Argument(metavar="A", help="A person's name, in any script.")] = None,
    other: Annotated[str | None, typer.Argument(metavar="B", help="Another.")] = None,
    country: Annotated[str | None, typer.Option(metavar="COUNTRY", help="Of both.")] = None,
    born_a: Born = None,
    born_b: Born = None,
    office_a: Held = None,
    office_b: Held = None,
    sentence: Annotated[str | None, typer.Option(metavar="TEXT", help="That names one or both.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="JSONL of a, b and, if known, country, sentence, born_a, born_b, office_a, office_b; - for standard "
            "input. Prints JSONL with same, score and why.",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=", ".join(FORMATS) + ".")] = "table",
) -> None:
    """Say whether two names are one person's, and why."""
    one_of("format", form, FORMATS)
    if (one is None or other is None) == (file is None) or (file and one is not None):
        raise UsageError("kg actors match takes two names or --file", 'kg actors match "Abbas Araghchi" "A. Araqchi"')
    if file:
        if not answer(file, _judged):
            raise typer.Exit(1)
        return
    told = {"a": one, "b": other, "country": country, "sentence": sentence}
    told |= {"born_a": born_a, "born_b": born_b, "office_a": office_a, "office_b": office_b}
    found = dict(_judged(told))
    write(("same", "score", "why"), [(found["same"], found["score"], found["why"])], form)


def _judged(pair: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`same` only where the evidence is enough; `why` is the strongest of it."""
    from kg.actors.matching import Named, match
    from kg.gazetteer import gazetteer

    country = _text(pair.get("country"))
    code = country.upper() if gazetteer().country(country.upper()) else gazetteer().country_of_name(country)
    one, other = (
        Named(_text(pair.get(key)), code, _date(pair.get(f"born_{key}")), _text(pair.get(f"office_{key}")))
        for key in ("a", "b")
    )
    if not (one.name.strip() and other.name.strip()):
        yield from (("same", False), ("score", 0.0), ("why", "a name is missing"))
        return
    judgement = match(one, other, _text(pair.get("sentence")))
    yield "same", judgement.verdict == "same"
    yield "score", round(judgement.score, 3)
    yield "why", judgement.because or "nothing speaks for it"


def _text(value: Any) -> str:
    return str(value) if value is not None else ""


def _date(value: Any) -> str:
    """The date as far as it is known: "1962-00-00", "1962-01-01T00:00:00Z" and 1962 are one year."""
    found = _DATE.match(_text(value))
    if not found:
        return ""
    told = "-".join(part for part in found.groups() if part and part != "00")
    return told.removesuffix(_YEAR_ONLY)
