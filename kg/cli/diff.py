"""`kg diff`: what two graphs differ in, as contacts."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import one_of
from kg.cli.output import FORMATS, shown, tell, write

if TYPE_CHECKING:
    from kg.exchange import Changed, Difference
    from kg.model import Contact

EXAMPLES = """
kg diff backup-monday/ .contact-kg/
kg diff mine.nq colleague.nq.gz --format json
kg diff backup-monday/ .contact-kg/ --format update > changes.rq
"""

_FORMS = ("words", "update", *FORMATS)
_COLUMNS = ("what", "contact", "label", "property", "before", "after")


def command(
    before: Annotated[Path, typer.Argument(metavar="BEFORE", help="A store, or a file: .nq, .trig, perhaps .gz.")],
    after: Annotated[Path, typer.Argument(metavar="AFTER", help="Another.")],
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"{', '.join(_FORMS)}. update: as RDF, in SPARQL.")
    ] = "words",
) -> None:
    """Compares, prints; says how many are new, gone and changed."""
    one_of("format", form, _FORMS)
    from kg.exchange.comparing import change_of, compare, opened_contacts
    from kg.graph.difference import as_update

    with opened_contacts(before) as first, opened_contacts(after) as second:
        if form == "update":
            print(as_update(change_of(first, second)))
            return
        found = compare(first, second)
    if form == "json":
        json.dump(_record(found), sys.stdout, ensure_ascii=False, indent=1)
        print()
    elif form == "words":
        for line in _words(found):
            print(line)
    else:
        write(_COLUMNS, _rows(found), form)
    tell(f"{len(found.new)} new, {len(found.gone)} gone, {len(found.changed)} changed")


def _words(found: "Difference") -> Iterator[str]:
    for sign, contacts in (("+", found.new), ("-", found.gone)):
        yield from (f"{sign} {shown(contact.label)}" for contact in contacts)
    for one in found.changed:
        yield f"~ {shown(one.after.label)}"
        for name, (was, now) in one.what.items():
            yield f"    {name}: {shown(was) or '(nothing)'} → {shown(now) or '(nothing)'}"


def _rows(found: "Difference") -> Iterator[list[Any]]:
    for what, contacts in (("new", found.new), ("gone", found.gone)):
        yield from ([what, contact.id, contact.label, None, None, None] for contact in contacts)
    for one in found.changed:
        for name, (was, now) in one.what.items():
            yield ["changed", one.after.id, one.after.label, name, was, now]


def _record(found: "Difference") -> dict[str, list[dict[str, Any]]]:
    return {
        "new": [_contact(contact) for contact in found.new],
        "gone": [_contact(contact) for contact in found.gone],
        "changed": [_change(one) for one in found.changed],
    }


def _contact(contact: "Contact") -> dict[str, Any]:
    return {
        "contact": contact.id,
        "label": contact.label,
        "relation": contact.relation,
        "status": contact.status,
        "reports": list(contact.reports),
    }


def _change(one: "Changed") -> dict[str, Any]:
    what = {name: {"before": was, "after": now} for name, (was, now) in one.what.items()}
    return {**_contact(one.after), "before": one.before.id, "changed": what}
