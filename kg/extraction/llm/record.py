"""What a model gave, before anything of it was held against the article, as the record that an evaluation takes."""

from collections.abc import Sequence
from typing import Any

from kg.extraction.llm.answers import Answer
from kg.model import Article


def given_record(article: Article, answers: Sequence[Answer]) -> dict[str, Any]:
    """All contacts of the answers as they were given, in the form of `kg.extraction.record.contact_records`."""
    return {
        "id": article.name,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "contacts": [contact for answer in answers for contact in _contacts(answer)],
    }


def _contacts(answer: Answer) -> list[dict[str, Any]]:
    mentions = {actor.name: list(actor.mentions) for actor in answer.actors}

    def participants(names: Sequence[str]) -> list[dict[str, Any]]:
        return [{"name": name, "mentions": mentions.get(name, [])} for name in names]

    return [
        {
            "subjects": participants(each.subjects),
            "objects": participants(each.objects),
            "relation": each.relation,
            "status": each.status,
            "date": each.date,
            "place": each.place,
            "evidence": each.evidence,
        }
        for each in answer.contacts
    ]
