"""What a model answered, read from its text: JSON with or without prose around it, in the form asked for.

Only the form is judged here: whether what stands in it is true of the article is the matter of `grounding`.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

MOST = 2_000_000
"""Characters of the longest answer that is read: no article tells so much."""
_MOST_ITEMS = 500
"""Actors, contacts or words in one list; what follows is left out."""


class FormError(ValueError):
    """An answer is not in the form asked for; the message says what is wrong, for the model and the user."""


@dataclass(frozen=True, slots=True)
class GivenActor:
    """An actor or place, as the model gave it."""

    name: str
    type: str
    country: str | None
    office: str | None
    mentions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenContact:
    """A contact, as the model gave it; participants by the names of its actors."""

    evidence: str
    relation: str
    status: str
    subjects: tuple[str, ...]
    objects: tuple[str, ...]
    initiator: str | None = None
    date: str | None = None
    date_words: str | None = None
    place: str | None = None
    claimed_by: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """All that the model gave for one prompt."""

    actors: tuple[GivenActor, ...] = ()
    contacts: tuple[GivenContact, ...] = ()


def read_answer(text: str) -> Answer:
    """The answer that a model's text holds.

    Raises:
        FormError: there is no JSON object of that form in it.
    """
    found = _json(text)
    actors, contacts = found.get("actors"), found.get("contacts")
    if not isinstance(contacts, list) or not isinstance(actors, list):
        raise FormError("the object needs the lists “actors” and “contacts”")
    return Answer(
        tuple(_actor(each) for each in actors[:_MOST_ITEMS]), tuple(_contact(each) for each in contacts[:_MOST_ITEMS])
    )


def _json(text: str) -> dict[str, Any]:
    if len(text) > MOST:
        raise FormError(f"the answer has {len(text):,} characters, more than any article needs")
    text = re.sub(r"\A\s*<think>.*?</think>", "", text, flags=re.DOTALL)  # some models think aloud first
    decoder = json.JSONDecoder()
    fault = "there is no JSON object in the answer"
    for opened in list(re.finditer(r"\{", text))[:20]:
        try:
            value, _ = decoder.raw_decode(text, opened.start())
        except (ValueError, RecursionError) as error:  # also a number of five thousand digits
            if opened.start() == text.find("{"):
                fault = f"the JSON cannot be read: {str(error)[:100]}"
                if not text.rstrip().endswith(("}", "```")):
                    fault += "; it seems to have been cut off"
            continue
        if isinstance(value, dict) and {"actors", "contacts"} & value.keys():
            return value
        if isinstance(value, dict) and opened.start() == text.find("{"):
            fault = "the JSON object has neither “actors” nor “contacts”"
    raise FormError(fault)


def _actor(given: object) -> GivenActor:
    if not isinstance(given, dict) or not isinstance(given.get("name"), str):
        raise FormError("each of “actors” is an object with a “name”")
    return GivenActor(
        name=given["name"].strip(),
        type=_text(given.get("type")) or "",
        country=_text(given.get("country")),
        office=_text(given.get("office")),
        mentions=_texts(given.get("mentions"), "mentions"),
    )


def _contact(given: object) -> GivenContact:
    if not isinstance(given, dict) or not {"evidence", "relation", "status", "subjects"} <= given.keys():
        raise FormError("each of “contacts” is an object with evidence, relation, status, subjects and objects")
    return GivenContact(
        evidence=_text(given["evidence"]) or "",
        relation=_text(given["relation"]) or "",
        status=_text(given["status"]) or "",
        subjects=_texts(given["subjects"], "subjects"),
        objects=_texts(given.get("objects"), "objects"),
        initiator=_text(given.get("initiator")),
        date=_text(given.get("date")),
        date_words=_text(given.get("date_words")),
        place=_text(given.get("place")),
        claimed_by=_text(given.get("claimed_by")),
        topics=_texts(given.get("topics"), "topics"),
    )


def _text(given: object) -> str | None:
    """A string; null, "" and "null" are none."""
    if not isinstance(given, str):
        return None
    stripped = given.strip()
    return stripped if stripped and stripped.lower() not in ("null", "none") else None


def _texts(given: object, what: str) -> tuple[str, ...]:
    if given is None:
        return ()
    if isinstance(given, str):
        given = [given]
    if not isinstance(given, list) or not all(isinstance(each, str) for each in given):
        raise FormError(f"“{what}” is a list of strings")
    return tuple(dict.fromkeys(text for each in given[:_MOST_ITEMS] if (text := _text(each))))
