"""FollowTheMoney entities for Aleph and its kin, one JSON object a line.

They have no word for what did not take place, so that is left out. A telephone call is a Call, all else an Event
with those who took part; articles are the proof.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.export.material import LeftOut, Material
from kg.model import Actor, Article, Contact, Period
from kg.vocabulary import vocabulary

_SCHEMATA = {"person": "Person", "country": "PublicBody", "organization": "Organization", "group": "Organization"}
_CALLS = "PhoneCall"
_PLAIN = re.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?")
_WEB = re.compile(r"https?://[^\s/]+\.[^\s]+")

Properties = dict[str, list[str]]


def write(material: Material, file: BinaryIO, format: str) -> LeftOut:  # noqa: A002, ARG001
    """Writes the entities; leaves out the contacts that did not take place."""
    for id_, schema, properties in _entities(material):
        known = {
            name: kept for name, values in properties.items() if (kept := list(dict.fromkeys(filter(None, values))))
        }
        entity: dict[str, Any] = {"id": id_, "schema": schema, "properties": known}
        file.write(json.dumps(entity, ensure_ascii=False).encode() + b"\n")
    return material.not_held


def _entities(material: Material) -> Iterator[tuple[str, str, Properties]]:
    for id_ in sorted({actor for contact in material.held for actor in contact.actors}):
        yield _actor(material.actor(id_))
    told = {article.id: article for contact in material.held for _, article in material.told_of(contact)}
    for article in (told[id_] for id_ in sorted(told)):
        yield _article(article)
    for contact in material.held:
        yield _contact(contact, material)


def _actor(actor: Actor) -> tuple[str, str, Properties]:
    name = f"Government of {actor.name}" if actor.type == "country" else actor.name
    alias = [*actor.names, *([actor.name] if actor.type == "country" else [])]
    country = [actor.country.lower()] if actor.country else []
    return _id("act", actor.id), _SCHEMATA[actor.type], {"name": [name], "alias": alias, "country": country}


def _article(article: Article) -> tuple[str, str, Properties]:
    properties = {
        "title": [article.title or article.name],
        "publishedAt": _iso(article.published),
        "publisher": [article.outlet or ""],
        "sourceUrl": _web(article),
    }
    return _id("art", article.id), "Article", properties


def _contact(contact: Contact, material: Material) -> tuple[str, str, Properties]:
    told = list(material.told_of(contact))
    properties: Properties = {
        **_when(contact.period),
        "summary": [report.quote for report, _ in told],
        "proof": [_id("art", article.id) for _, article in told],
        "sourceUrl": [url for _, article in told for url in _web(article)],
        "publisher": [article.outlet or "" for _, article in told],
        "recordId": [contact.id],
    }
    relation = vocabulary().relations[contact.relation]
    if relation.contact_class == _CALLS:
        first = contact.initiator or contact.actors[0]
        unknown = "" if contact.initiator else "Who rang is not told."
        properties |= {
            "caller": [_id("act", first)],
            "receiver": [_id("act", actor) for actor in contact.actors if actor != first],
            "description": [contact.label, unknown],
        }
        return _id("con", contact.id), "Call", properties
    places = dict.fromkeys(place.name for place in (contact.place, contact.destination) if place)
    hosts = [role.actor for role in contact.roles if role.name == "host"]
    properties |= {
        "name": [contact.label],
        "involved": [_id("act", actor) for actor in contact.actors],
        "organizer": [_id("act", actor) for actor in hosts],
        "location": list(places),
        "keywords": [*contact.topics, contact.relation],
    }
    return _id("con", contact.id), "Event", properties


def _when(period: Period) -> Properties:
    """The days it lies between; what is told, if that is a day, month or year."""
    if period.told:
        return {"date": [period.told]}
    return {"startDate": _iso(period.not_before), "endDate": _iso(period.not_after)}


def _iso(day: object) -> list[str]:
    return [str(day)] if day else []


def _web(article: Article) -> list[str]:
    return [article.url] if article.url and _WEB.fullmatch(article.url) else []


def _id(kind: str, local: str) -> str:
    """An id that FollowTheMoney takes."""
    if _PLAIN.fullmatch(local):
        return f"{kind}.{local}"
    return f"{kind}.{hashlib.sha256(local.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
