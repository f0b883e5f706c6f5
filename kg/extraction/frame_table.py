"""The frames of each relation and the words of status, as `ontology/lexicon/<language>/` has them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import DataError
from kg.extraction.lexicon import check_keys, lexicon_folder, read_table
from kg.model import Status
from kg.vocabulary import vocabulary

_OTHER_FILES = {
    "offices.toml",
    "status.toml",
    "dates.toml",
    "topics.toml",
    "inflections.toml",
    "pronouns.toml",
    "silence.toml",
}
_SLOT_VALUES = {"a", "b", "both", "place", "else_a"}
_FRAME_KEYS: dict[str, type] = {
    "verb": list,
    "noun": list,
    "particle": list,
    "without": list,
    "without_object": list,
    "not_before": list,
    "bare_object": bool,
    "passive_only": bool,
    "person_object": bool,
    "person_only": bool,
    "each_other": bool,
    "joining": list,
    "needs_prep": list,
    "needs_support": bool,
    "and_then": list,
    "adjunct": list,
    "abroad": bool,
    "needs_object": list,
    "support": list,
    "reverse": list,
    "initiating": list,
    "accepting": list,
    "only_status": list,
    "status": str,
    "initiator": str,
}


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to tell of a contact: a verb or a noun with the places of its participants.

    Attributes:
        relation: name of its relation.
        verb, noun: lemmas; one of the two is empty.
        slots: syntactic place ("subject", "object", "dative", "poss" or a preposition) → "a", "b", "both", "place".
            "else_a" fills "a" where nothing else does.
        particle: the verb must have one of these particles; without any, it must have none.
        without: prepositions or particles that make it another verb ("call for").
        without_object: objects with which it means something else ("met expectations").
        not_before: prepositions after a noun with which it means something else ("call for").
        bare_object: nothing may complement the object ("called him a liar", "saw him leave").
        passive_only: only "was expected", not "expected".
        person_object: the object is a person, who is the envoy.
        person_only: the other side is a person, since of things the words mean something else ("reached Oslo").
        each_other: the object is "each other".
        joining: one of these nouns must stand behind "for", "in" or "at" ("joined him for talks").
        and_then: the object is that of a second verb, one of these ("picked up the phone and told him").
        needs_support: the noun counts only with one of its supporting verbs.
        adjunct: prepositions before the noun, besides those of `status.toml`, with which it belongs to the clause.
        needs_prep: one of these nouns must stand behind "in", "by" or "with" ("replied in a letter").
        abroad: the place must lie outside the subject's country.
        needs_object: the verb's object must be one of these nouns.
        support: verbs that carry the noun, their subject being "a"; in `reverse`, being "b".
        initiating: supporting verbs with which "a" is known to have begun the contact.
        accepting: supporting verbs with which a fixed status becomes planned.
        only_status: the frame counts with these statuses only.
        status: fixed status, whatever the tense.
        initiator: "a" where the verb itself tells who began.
        fires, silent: sentences that must and must not give a contact; run by the tests.
    """

    name: str
    relation: str
    slots: Mapping[str, str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    verb: frozenset[str] = frozenset()
    noun: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    without_object: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    bare_object: bool = False
    passive_only: bool = False
    person_object: bool = False
    person_only: bool = False
    each_other: bool = False
    joining: frozenset[str] = frozenset()
    needs_prep: frozenset[str] = frozenset()
    needs_support: bool = False
    and_then: frozenset[str] = frozenset()
    adjunct: frozenset[str] = frozenset()
    abroad: bool = False
    needs_object: frozenset[str] = frozenset()
    support: frozenset[str] = frozenset()
    reverse: frozenset[str] = frozenset()
    initiating: frozenset[str] = frozenset()
    accepting: frozenset[str] = frozenset()
    only_status: frozenset[str] = frozenset()
    status: str = ""
    initiator: str = ""


@dataclass(frozen=True, slots=True)
class StatusWords:
    """`status.toml`: see the comments there."""

    verbs: Mapping[str, Status]
    particles: Mapping[str, str]
    silent: frozenset[str]
    adjectives: Mapping[str, Status]
    conditions: frozenset[str]
    modals: Mapping[str, str]
    medium: frozenset[str]
    one_by_one: frozenset[str]
    jointly: frozenset[str]
    apart: frozenset[str]
    hearsay: frozenset[str]
    untrue: frozenset[str]
    opinions: frozenset[str]
    containers: frozenset[str]
    adjuncts: frozenset[str]


@dataclass(frozen=True, slots=True)
class FrameTable:
    """All frames, with look-ups by the lemma of their verb or noun."""

    frames: tuple[Frame, ...]
    by_verb: Mapping[str, tuple[Frame, ...]] = field(repr=False)
    by_noun: Mapping[str, tuple[Frame, ...]] = field(repr=False)


@cache
def frame_table(language: str = "en") -> FrameTable:
    """All frames of a language, read once.

    Raises:
        DataError: names file, frame and key of what the reader does not take.
    """
    frames: list[Frame] = []
    for path in sorted(lexicon_folder(language).glob("*.toml")):
        if path.name not in _OTHER_FILES:
            frames += _read(path)
    by_verb: dict[str, list[Frame]] = {}
    by_noun: dict[str, list[Frame]] = {}
    for frame in frames:
        for lemma in frame.verb:
            by_verb.setdefault(lemma, []).append(frame)
        for lemma in frame.noun:
            by_noun.setdefault(lemma, []).append(frame)
    return FrameTable(
        tuple(frames), {k: tuple(v) for k, v in by_verb.items()}, {k: tuple(v) for k, v in by_noun.items()}
    )


def _read(path: Path) -> list[Frame]:
    data = read_table(path, {"relation": str, "frame": list})
    if data["relation"] not in vocabulary().relations:
        raise DataError(f"{path.name}: no relation “{data['relation']}” in contacts.ttl")
    return [_frame(entry, data["relation"], path.name) for entry in data["frame"]]


def _frame(entry: Mapping[str, Any], relation: str, file: str) -> Frame:
    where = f"{file}: frame “{entry.get('name', '?')}”"
    check_keys(entry, {"name": str, "slots": dict, "fires": list, "silent": list}, _FRAME_KEYS, where)
    if bool(entry.get("verb")) == bool(entry.get("noun")):
        raise DataError(f"{where} needs either “verb” or “noun”")
    if wrong := set(entry["slots"].values()) - _SLOT_VALUES:
        raise DataError(f"{where}: slot value “{min(wrong)}” is none of {', '.join(sorted(_SLOT_VALUES))}")
    for key in ("status", "only_status"):
        values = entry.get(key, [])
        for status in [values] if isinstance(values, str) else values:
            if status not in vocabulary().statuses:
                raise DataError(f"{where}: “{status}” is no status")
    if not entry["fires"] or not entry["silent"]:
        raise DataError(f"{where} needs a sentence that fires and one that is silent")
    values = {k: frozenset(v) if isinstance(v, list) else v for k, v in entry.items() if k in _FRAME_KEYS}
    return Frame(
        name=entry["name"],
        relation=relation,
        slots=dict(entry["slots"]),
        fires=tuple(entry["fires"]),
        silent=tuple(entry["silent"]),
        **values,
    )


@cache
def status_words(language: str = "en") -> StatusWords:
    """The words of status of a language, read once.

    Raises:
        DataError: the file is not as its reader wants it.
    """
    statuses: tuple[Status, ...] = ("planned", "proposed", "refused", "cancelled", "denied")
    sets = (
        "silent",
        "conditions",
        "medium",
        "one_by_one",
        "jointly",
        "apart",
        "hearsay",
        "untrue",
        "opinions",
        "containers",
        "adjuncts",
    )
    data = read_table(
        lexicon_folder(language) / "status.toml",
        {**dict.fromkeys((*statuses, *sets), list), "particles": dict, "adjectives": dict, "modals": dict},
    )
    return StatusWords(
        verbs={verb: status for status in statuses for verb in data[status]},
        particles=data["particles"],
        adjectives={word: status for status in statuses for word in data["adjectives"].get(status, ())},
        modals={word: kind for kind, words in data["modals"].items() for word in words},
        **{name: frozenset(data[name]) for name in sets},
    )
