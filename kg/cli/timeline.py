"""`kg timeline`: how often somebody had contact, drawn month by month or week by week."""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from kg.cli import completion
from kg.cli.measuring import Form, Plot, Since, Until, check_plot, outlets, tell_read
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, tell, write

if TYPE_CHECKING:
    from kg.analysis.rhythm import Beat, Rhythm

EXAMPLES = """
kg timeline Fidan
kg timeline Turkey Iran --by week --since 2024-11-01
kg timeline Fidan --all-statuses --format csv
kg timeline Turkey --plot turkey.svg
"""

_MACHINE: Final = ("first", "last", "contacts", "took_place", "articles", "per_100_articles", "outlets")
_WIDTH: Final = 80  # characters, where no terminal tells
_LONGEST: Final = 60
_SHORTEST: Final = 10
_FOLDED: Final = 3  # as many months without contacts, or more, are drawn as one line


def command(
    one: Annotated[str, typer.Argument(metavar="NAME", help="Whose contacts.", shell_complete=completion.actors)],
    other: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="With whom.", shell_complete=completion.actors)
    ] = None,
    by: Annotated[str, typer.Option(metavar="STEP", help="month or week.")] = "month",
    since: Since = None,
    until: Until = None,
    all_statuses: Annotated[
        bool, typer.Option("--all-statuses", help="Also what did not take place, drawn as dots.")
    ] = False,
    plot: Plot = None,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Counts, draws."""
    one_of("format", form, FORMATS)
    check_plot(plot)
    from kg import library

    with library.open(store) as graph:
        found = graph.timeline(one, other, step=by, since=since, until=until, all_statuses=all_statuses)
    if form == "table":
        _draw(found)
        tell_read(found.read)
        if found.undated:
            tell(f"{found.undated} contacts lie in no one {found.step} and are not drawn")
    else:
        write((found.step, *_MACHINE), map(_row, found.beats), form)
    if plot:
        from kg.analysis.plots import plot_timeline

        plot_timeline(found, f"Contacts of {one}" + (f" with {other}" if other else ""), plot)
        tell(f"written to {plot}")


def _row(beat: "Beat") -> list[Any]:
    return [
        beat.name,
        beat.first.isoformat(),
        beat.last.isoformat(),
        beat.took_place + beat.others,
        beat.took_place,
        beat.read.articles,
        beat.rate,
        outlets(beat.read),
    ]


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the drawing: a month or week, or several without contacts."""

    name: str
    took_place: int
    others: int
    articles: int
    rate: float | None


def _draw(found: "Rhythm") -> None:
    """Prints a bar a line, as long as the terminal is wide; the same number of contacts a sign in all."""
    lines = list(_lines(found))
    columns = (found.step, "contacts", "articles", "per 100 articles")
    cells = [
        (each.name, str(each.took_place + each.others), str(each.articles), "" if each.rate is None else str(each.rate))
        for each in lines
    ]
    beside = sum(max(map(len, column)) + 2 for column in zip(columns, *cells, strict=True))
    room = max(_SHORTEST, min(_LONGEST, _width() - beside))
    most = max((each.took_place + each.others for each in lines), default=0)
    each_sign = max(1, -(-most // room))
    write((*columns, ""), ((*row, _bar(line, each_sign)) for row, line in zip(cells, lines, strict=True)), "table")
    if each_sign > 1:
        tell(f"a sign stands for {each_sign} contacts")


def _lines(found: "Rhythm") -> Iterator[_Line]:
    """The months and weeks, those that are left out filled in; long silences as one line."""
    for quiet, run in groupby(_filled(found), key=lambda line: not line.took_place + line.others):
        lines = list(run)
        if quiet and len(lines) >= _FOLDED:
            articles = sum(line.articles for line in lines)
            yield _Line(f"{lines[0].name} to {lines[-1].name}", 0, 0, articles, 0.0 if articles else None)
        else:
            yield from lines


def _filled(found: "Rhythm") -> Iterator[_Line]:
    from kg.analysis.rhythm import following, name_of

    due: date | None = None
    for beat in found.beats:
        if due and due < beat.first:  # of a gap the first and last are enough: it is drawn as one line
            gap = [due]
            while (after := following(gap[-1], found.step)) < beat.first and len(gap) < _FOLDED:
                gap.append(after)
            if after < beat.first:
                gap[-1] = _before(beat.first, found.step)
            yield from (_Line(name_of(each, found.step), 0, 0, 0, None) for each in gap)
        yield _Line(beat.name, beat.took_place, beat.others, beat.read.articles, beat.rate)
        due = following(beat.first, found.step)


def _before(first: date, step: str) -> date:
    """The first day of the month or week before."""
    last = date.fromordinal(first.toordinal() - 1)
    return last.replace(day=1) if step == "month" else date.fromordinal(first.toordinal() - 7)


def _bar(line: _Line, each_sign: int) -> str:
    held = -(-line.took_place // each_sign)
    return "#" * held + "." * (-(-(line.took_place + line.others) // each_sign) - held)


def _width() -> int:
    if sys.stdout.isatty() or os.environ.get("COLUMNS"):
        return shutil.get_terminal_size().columns
    return _WIDTH
