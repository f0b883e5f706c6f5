"""What happened: contacts, each one event, out of the reports of all articles.

    derive(documents, who is who, actors) -> contacts

Pure, and free of the order of its input. A contact depends on the reports of its own actors alone, but for
`part_of`, which looks at contacts that hold all of them.
"""

from collections.abc import Iterable, Mapping

from kg.contacts.assembling import assemble
from kg.contacts.merging import merge
from kg.contacts.parts import with_parts
from kg.contacts.tellings import tellings
from kg.contacts.verdicts import NO_VERDICTS, Verdicts
from kg.model import Actor, Contact, Document

__all__ = ["NO_VERDICTS", "Verdicts", "derive"]


def derive(
    documents: Iterable[Document],
    who: Mapping[str, str],
    actors: Mapping[str, Actor],
    verdicts: Verdicts = NO_VERDICTS,
) -> tuple[Contact, ...]:
    """The contacts that the documents' reports tell of, by id.

    A contact all of whose reports were rejected is none; what else is told of it later makes it one again.

    Args:
        documents: what was read, each article once.
        who: id of named actor → id of actor.
        actors: id of actor → actor, for the labels.
        verdicts: which reports were rejected or confirmed.
    """
    merged = merge(tellings(documents, who))
    contacts = (
        assemble(told, actors, verdicts)
        for told in merged
        if any(telling.report.id not in verdicts.rejected for telling in told)
    )
    return tuple(sorted(with_parts(contacts), key=lambda contact: contact.id))
