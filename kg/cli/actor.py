"""`kg actor`: one actor, with all that is known of him and why."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli import completion
from kg.cli.measuring import Form
from kg.cli.options import DEFAULT_STORE, Store, one_of
from kg.cli.output import FORMATS, write

if TYPE_CHECKING:
    from kg.analysis.portrait import Portrait

_SHOWN = 3
"""Articles that are named beside a reason."""

EXAMPLES = """
kg actor Fidan
kg actor Fidan --why
kg actor Turkey --format json
"""


def command(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A name or part of one, or an id.", shell_complete=completion.actors),
    ],
    why: Annotated[bool, typer.Option("--why", help="Why each spelling was taken for him.")] = False,
    form: Form = "table",
    store: Store = DEFAULT_STORE,
) -> None:
    """Finds, prints."""
    one_of("format", form, FORMATS)
    from kg import library

    with library.open(store) as graph:
        found = graph.actor(name)
    columns = ("what", "which", "count", "why") if why else ("what", "which", "count")
    write(columns, (row[: len(columns)] for row in _rows(found, why)), form)


def _rows(found: "Portrait", why: bool) -> Iterator[tuple[Any, ...]]:
    from kg.actors.heads import heads
    from kg.gazetteer import gazetteer
    from kg.office_holders import holders

    actor = found.actor
    yield "name", actor.name, None, None
    yield "id", actor.id, None, None
    yield "type", actor.type, None, None
    if actor.country:
        country = gazetteer().country(actor.country)
        yield "country", country.name if country else actor.country, None, None
    for term in (*holders().all, *heads().all):
        if term.person.id == actor.id:
            office = f"{term.office.replace('_', ' ')} of {term.country}"
            yield "office", f"{office}, {term.start} to {term.end or f'at least {term.known_until}'}", None, None
    for name in actor.names:
        yield "other name", name, None, None
    for spelling in found.spellings:
        if not why:
            yield "spelling", spelling.form, spelling.articles, None
            continue
        for reason, names in spelling.reasons:
            yield "spelling", spelling.form, len(names), f"{reason} (in {_shortened(names)})"
    yield "contacts", "took place", found.contacts, None
    yield "contacts", "did not", found.others, None
    for beat in found.rhythm.beats:
        if beat.took_place + beat.others:
            yield "month", beat.name, beat.took_place + beat.others, None
    if found.rhythm.undated:
        yield "month", "in no one month", found.rhythm.undated, None
    for partner, count in found.partners:
        yield "partner", partner.name, count, None
    for topic, count in found.topics:
        yield "topic", topic, count, None
    for outlet, count in found.outlets:
        yield "outlet", outlet or "not known", count, None


def _shortened(names: Sequence[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more
