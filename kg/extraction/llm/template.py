"""The prompt's fixed part: one template file with a version, filled with what the ontology says of its terms."""

from dataclasses import dataclass
from functools import cache
from typing import get_args

from kg.errors import DataError
from kg.model import ActorType
from kg.resources import ontology_folder
from kg.vocabulary import vocabulary

NAME = "contacts.en.txt"


@dataclass(frozen=True, slots=True)
class Template:
    """The instructions that stand before every article.

    Attributes:
        version: name and number of the template ("contacts.en 2").
        text: the instructions with relations, statuses and types filled in.
    """

    version: str
    text: str


@cache
def template() -> Template:
    """Reads and fills `ontology/prompts/contacts.en.txt`, once.

    Raises:
        DataError: the file is missing, or lacks its version or one of its places to fill.
    """
    path = ontology_folder() / "prompts" / NAME
    try:
        version, line, text = path.read_text(encoding="utf-8").partition("\n---\n")
    except (OSError, UnicodeDecodeError) as fault:
        raise DataError(f"{NAME} cannot be read: {fault}") from fault
    if not line or not version.strip():
        raise DataError(f"{NAME} needs its version in the first line, and “---” below it")
    for place, filling in {"relations": _relations(), "statuses": _statuses(), "types": _types()}.items():
        if (marked := f"{{{{{place}}}}}") not in text:
            raise DataError(f"{NAME} has no place for {marked}")
        text = text.replace(marked, filling)
    return Template(version.strip(), text.strip())


def _relations() -> str:
    return "\n".join(
        f"- {each.name}: {each.scope} ({each.subject_role} → {each.place_role or each.object_role})"
        if each.ordered
        else f"- {each.name}: {each.scope}"
        for each in vocabulary().relations.values()
    )


def _statuses() -> str:
    return "\n".join(f"- {each.name}: {each.scope}" for each in vocabulary().statuses.values() if not each.derived)


def _types() -> str:
    return ", ".join(get_args(ActorType))
