"""The form of an answer as JSON Schema, for servers that can hold a model to it."""

from typing import Any, get_args

from kg.model import ActorType
from kg.vocabulary import vocabulary

NAME = "contacts"


def schema() -> dict[str, Any]:
    """The schema; strict servers want every property required and no other allowed."""
    text, text_or_null, texts = {"type": "string"}, {"type": ["string", "null"]}, _list({"type": "string"})
    known = vocabulary()
    return _object(
        {
            "actors": _list(
                _object(
                    {
                        "name": text,
                        "type": {"type": "string", "enum": list(get_args(ActorType))},
                        "country": text_or_null,
                        "office": text_or_null,
                        "mentions": texts,
                    }
                )
            ),
            "contacts": _list(
                _object(
                    {
                        "evidence": text,
                        "relation": {"type": "string", "enum": list(known.relations)},
                        "status": {
                            "type": "string",
                            "enum": [each.name for each in known.statuses.values() if not each.derived],
                        },
                        "subjects": texts,
                        "objects": texts,
                        "initiator": text_or_null,
                        "date": text_or_null,
                        "date_words": text_or_null,
                        "place": text_or_null,
                        "claimed_by": text_or_null,
                        "topics": texts,
                    }
                )
            ),
        }
    )


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
