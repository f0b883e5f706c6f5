"""The measures as pictures, PNG or SVG, with the period and the number of articles written on each.

Colours are those that people who see red and green alike can tell apart (Okabe and Ito 2008; for amounts cividis,
Nuñez, Anderton and Renslow 2018); what a colour says is also said by place, hatching or a number. Names come from
strangers and are never read as formulas.

Okabe, M., Ito, K. (2008). Color universal design. https://jfly.uni-koeln.de/color/
Nuñez, J. R., Anderton, C. R., Renslow, R. S. (2018). Optimizing colormaps with consideration for color vision
deficiency. PLoS ONE 13(7), e0199239.
"""

from __future__ import annotations

import unicodedata
import warnings
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Final

from kg.analysis.compare import Comparison, TieChange
from kg.analysis.coverage import Coverage
from kg.analysis.matrix import Matrix
from kg.analysis.rank import Ranking
from kg.analysis.rhythm import Rhythm
from kg.extras import needed
from kg.whole_file import write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SUFFIXES: Final = (".png", ".svg")

BLUE: Final = "#0072B2"
ORANGE: Final = "#E69F00"
_GREY: Final = "#595959"
_MOST_BARS: Final = 25
_LONGEST_NAME: Final = 34
_DPI: Final = 150
_OUTLETS: Final = 3
_LETTERS: Final = 12  # of the heading, to an inch
_MOST_TICKS: Final = 14


def plot_timeline(found: Rhythm, title: str, file: Path) -> None:
    """Contacts above, and below them the same per 100 articles read, month by month or week by week."""
    figure = _figure(9, 5.2)
    above, below = figure.subplots(2, 1, sharex=True)
    middles = [_middle(beat.first, beat.last) for beat in found.beats]
    width = 0.8 * (7 if found.step == "week" else 30)
    held = [beat.took_place for beat in found.beats]
    above.bar(middles, held, width, color=BLUE, label="took place")
    if any(beat.others for beat in found.beats):
        others = [beat.others for beat in found.beats]
        above.bar(middles, others, width, bottom=held, color=ORANGE, hatch="//", label="did not: planned, refused …")
        above.legend(frameon=False)
    above.set_ylabel(f"contacts a {found.step}")
    above.yaxis.get_major_locator().set_params(integer=True)
    rated = [(middle, beat.rate) for middle, beat in zip(middles, found.beats, strict=True) if beat.rate is not None]
    below.plot([x for x, _ in rated], [y for _, y in rated], color=_GREY, marker="o", markersize=3, linewidth=1)
    below.set_ylabel("per 100 articles read")
    below.set_ylim(bottom=0)
    if len(middles) <= _MOST_TICKS:
        below.set_xticks(middles, [beat.name for beat in found.beats])
    figure.autofmt_xdate()
    _write(figure, (above, below), title, _read(found.read), file)


def plot_rank(found: Ranking, read: Coverage, file: Path) -> None:
    """A bar for each actor, by the measure that gives the order."""
    shown = [each for each in found.standings if getattr(each, found.by)][:_MOST_BARS]
    figure = _figure(8, 1.8 + 0.28 * len(shown))
    axes = figure.subplots()
    places = range(len(shown))
    values = [getattr(standing, found.by) for standing in shown]
    bars = axes.barh(places, values, color=BLUE)
    axes.bar_label(bars, [f"{value:g}" for value in values], padding=3, fontsize=8)
    axes.set_yticks(places, [_name(each.actor.name, each.actor.country) for each in shown], parse_math=False)
    axes.invert_yaxis()
    axes.set_xlabel(f"{found.by}: {found.meanings[found.by]}", fontsize=8, wrap=True)
    _write(figure, (axes,), f"Actors by {found.by}", _read(read), file)


def plot_matrix(found: Matrix, keys: Sequence[str], read: Coverage, file: Path) -> None:
    """A field for each two, the darker the fewer contacts, with their number."""
    from matplotlib.colors import LogNorm

    size = max(5.0, 2.6 + 0.48 * len(keys))
    figure = _figure(size + 1, size)
    axes = figure.subplots()
    counts = found.table(keys)
    most = max((count for row in counts for count in row), default=1) or 1
    masked = [[count or float("nan") for count in row] for row in counts]
    norm = LogNorm(1, max(most, 2))
    if keys:
        axes.imshow(masked, cmap="cividis", norm=norm)
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            if count:
                dark = norm(count) < 0.5
                axes.text(column, row, str(count), ha="center", va="center", color="white" if dark else "black")
    names = [_name(found.names[key]) for key in keys]
    axes.set_xticks(range(len(keys)), names, rotation=60, ha="right", parse_math=False)
    axes.set_yticks(range(len(keys)), names, parse_math=False)
    title = f"Contacts between {'countries' if found.by == 'country' else 'actors'}"
    _write(figure, (axes,), title, _read(read), file)


def plot_compare(found: Comparison, ties: Iterable[TieChange], file: Path) -> None:
    """For each tie its rate in both periods, joined by a line."""
    shown = list(ties)[:_MOST_BARS]
    figure = _figure(8.5, 2.2 + 0.3 * len(shown))
    axes = figure.subplots()
    rates = all(tie.rate_before is not None and tie.rate_after is not None for tie in shown)
    pairs = [(tie.rate_before or 0, tie.rate_after or 0) if rates else (tie.before, tie.after) for tie in shown]
    for place, (before, after) in enumerate(pairs):
        axes.plot([before, after], [place, place], color=_GREY, linewidth=1, zorder=1)
    places = range(len(shown))
    axes.scatter([before for before, _ in pairs], places, color=ORANGE, marker="s", zorder=2, label="before")
    axes.scatter([after for _, after in pairs], places, color=BLUE, marker="o", zorder=3, label="after")
    names = [f"{_name(tie.one_name)} – {_name(tie.other_name)} ({tie.change})" for tie in shown]
    axes.set_yticks(places, names, parse_math=False)
    axes.invert_yaxis()
    axes.set_xlabel("contacts per 100 articles read" if rates else "contacts; no rate, since a period has no articles")
    axes.legend(frameon=False, loc="lower right", bbox_to_anchor=(1, 1), ncols=2)
    _write(figure, (axes,), "", f"before: {_read(found.before)}\nafter: {_read(found.after)}", file)


def _figure(width: float, height: float) -> Figure:
    needed("matplotlib")
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def _write(figure: Figure, axes: Iterable[Axes], title: str, read: str, file: Path) -> None:
    """Writes the picture, whole or not at all; the same numbers give the same bytes."""
    import matplotlib

    for each in axes:
        each.spines[["top", "right"]].set_visible(False)
        each.tick_params(labelsize=8)
    width = int(figure.get_figwidth() * _LETTERS)
    head = "\n".join(line for part in (_shown(title), *read.split("\n")) for line in wrap(part, width))
    figure.suptitle(head, fontsize=10, x=0.02, ha="left", parse_math=False)
    kind = file.suffix.lower().lstrip(".")
    same = matplotlib.rc_context({"svg.hashsalt": "contact-kg"})
    with write_whole(file) as target, warnings.catch_warnings(), same:
        warnings.filterwarnings("ignore", message="Glyph .* missing")  # a script that the font lacks shows boxes
        figure.savefig(target, format=kind, dpi=_DPI, metadata={"Date": None} if kind == "svg" else {})


def _read(read: Coverage) -> str:
    """The period and the articles, in words."""
    if read.since and read.until:
        period = f"{read.since} to {read.until}"
    elif read.since or read.until:
        period = f"since {read.since}" if read.since else f"until {read.until}"
    else:
        period = "all days"
    told = [f"{_name(outlet or 'no known outlet')} {count}" for outlet, count in read.outlets[:_OUTLETS]]
    more = len(read.outlets) - len(told)
    of = f" ({', '.join(told)}{f' and {more} more outlets' if more else ''})" if told else ""
    return f"{period}; {read.articles} article{'s' if read.articles != 1 else ''} read{of}"


def _name(name: str, country: str | None = None) -> str:
    text = _shown(name)
    short = text if len(text) <= _LONGEST_NAME else text[: _LONGEST_NAME - 1].rstrip() + "…"
    return f"{short} ({country})" if country else short


def _shown(text: str) -> str:
    """The text on one line, without characters that draw nothing or turn it round."""
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())


def _middle(first: date, last: date) -> date:
    return first + timedelta(days=(last - first).days / 2)
