"""Event data: a golden row for each relation and status, and the rules of who stands where."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from kg.export import export
from kg.model import Actor, Article, Contact, Document, Identity, NamedActor, Period, Place, Report, Role
from kg.vocabulary import vocabulary

GOLDEN = Path(__file__).with_name("coded.tsv")

CROSSWALK = {
    "036": ("AGREE", None), "039": ("AGREE", None), "040": ("CONSULT", None), "041": ("CONSULT", "phone"),
    "042": ("CONSULT", "visit"), "043": ("CONSULT", "visit"), "044": ("CONSULT", "third-party"),
    "045": ("CONSULT", None), "046": ("CONSULT", None), "057": ("SUPPORT", None), "110": ("ACCUSE", "disapprove"),
    "114": ("ACCUSE", "disapprove"), "125": ("REJECT", "meet"), "126": ("REJECT", "meet"),
}  # fmt: skip
"""What PLOVER's own table of 2021 makes of a CAMEO code; a summons (114) after the manual's section on ACCUSE."""

ACTORS = {
    actor.id: actor
    for actor in (
        Actor("fidan", "Hakan Fidan", "person", "TR"),
        Actor("lavrov", "Sergey Lavrov", "person", "RU"),
        Actor("araghchi", "Abbas Araghchi", "person", "IR"),
        Actor("bogdanov", "Mikhail Bogdanov", "person", "RU"),
        Actor("union", "League of Ports", "organization"),
    )
}
DAY = Period.of("2024-12-02")


def contact(relation: str, status: str, subjects: str, objects: str = "", **more) -> Contact:
    words = vocabulary().relations[relation]
    roles = [Role(words.subject_role, one) for one in subjects.split()]
    roles += [Role(words.object_role, one) for one in objects.split()]
    id_ = more.pop("id", f"aa-{relation}-{status}")
    kept = {"place": None, "destination": None, "period": DAY} | more
    return Contact(id_, "label", relation, status, tuple(roles), topics=(), sources=1, confidence=0.9,
                   reports=(id_,), **kept)  # fmt: skip


class Told:
    """A source of these contacts, each told by a report with its first actor as subject."""

    def __init__(self, *contacts: Contact) -> None:
        self._contacts = contacts

    def contacts(self):
        return iter(self._contacts)

    def actors(self):
        return ACTORS

    def identities(self):
        return (Identity(f"n-{id_}", id_, "by hand") for id_ in ACTORS)

    def documents(self, reports=None):  # noqa: ARG002
        told = tuple(
            Report(one.id, one.relation, one.status, (f"n-{one.actors[0]}",), tuple(f"n-{o}" for o in one.actors[1:]),
                   one.period, f"Sentence of {one.id}.", 0, 9, "frame", 0.9)
            for one in self._contacts
        )  # fmt: skip
        named = tuple(NamedActor(f"n-{id_}", actor.name, actor.type) for id_, actor in ACTORS.items())
        yield Document(
            Article("aa", "a.txt", "", "Headline", date(2024, 12, 3), "Post", "https://p.example/1"), named, told, "x"
        )


def cameo(tmp_path, *contacts):
    path = tmp_path / "out.cameo.csv"
    left_out = export(Told(*contacts), path, force=True)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file)), left_out


def plover(tmp_path, *contacts):
    path = tmp_path / "out.plover.jsonl"
    left_out = export(Told(*contacts), path, force=True)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], left_out


def every_kind():
    return [contact(r, s, "fidan", "lavrov") for r in vocabulary().relations for s in vocabulary().statuses]


def codes(entities):
    return "+".join(one.get("code", one["identifier_text"]) if one else "?" for one in entities)


def as_lines(tmp_path):
    rows, _ = cameo(tmp_path, *every_kind())
    records, _ = plover(tmp_path, *every_kind())
    for one in every_kind():
        dyads = [f"{row['source']}>{row['target']} {row['code']}" for row in rows if row["contact"] == one.id]
        record = next((record for record in records if record["id"] == one.id), None)
        yield "\t".join((one.relation, one.status, ", ".join(dyads) or "-", _compact(record) if record else "-"))


def _compact(record):
    sides = f"{codes(record['actor'])}>{codes(record['recipient'])}"
    return " ".join([*record["event"], *record["mode"], *record["context"], sides, str(record["quad_code"])])


def test_golden_rows_for_each_relation_and_status(tmp_path):
    assert list(as_lines(tmp_path)) == GOLDEN.read_text("utf-8").splitlines()[1:]


def test_the_table_agrees_with_the_crosswalk():
    for code in vocabulary().codes.values():
        for number in filter(None, (code.cameo, code.cameo_back)):
            assert CROSSWALK[number] == (code.plover, code.modes[0] if code.modes else None)
        if code.cameo_third_country:
            assert CROSSWALK[code.cameo_third_country] == (code.plover, code.mode_third_country)


def test_cancelled_denied_and_disputed_have_no_row_and_are_counted(tmp_path):
    _, left_out = cameo(tmp_path, *every_kind())
    assert left_out == {f"are {status}, which has no code": 11 for status in ("cancelled", "denied", "disputed")}
    assert plover(tmp_path, *every_kind())[1] == left_out


def test_the_numbers_of_contacts_are_those_that_have_a_code(tmp_path):
    pandas = pytest.importorskip("pandas")
    cameo(tmp_path, *every_kind())
    frame = pandas.read_csv(tmp_path / "out.cameo.csv", dtype=str)
    assert frame["contact"].nunique() == 44
    assert set(frame["source"]) == {"TUR", "RUS"}


def test_who_rang_is_the_actor(tmp_path):
    called = contact("called", "occurred", "fidan lavrov", initiator="lavrov")
    (record,), _ = plover(tmp_path, called)
    assert (codes(record["actor"]), codes(record["recipient"])) == ("RUS", "TUR")
    rows, _ = cameo(tmp_path, called)
    assert [(row["source"], row["target"]) for row in rows] == [("RUS", "TUR")]


def test_who_refuses_is_the_actor_not_who_asked(tmp_path):
    refused = contact("called", "refused", "fidan lavrov", initiator="fidan")
    assert [row["source_name"] for row in cameo(tmp_path, refused)[0]] == ["Sergey Lavrov"]
    unknown = contact("met", "refused", "lavrov fidan")
    assert [row["source_name"] for row in cameo(tmp_path, unknown)[0]] == ["Sergey Lavrov"]  # the sentence's subject


def test_the_guest_is_the_actor_and_the_host_the_recipient(tmp_path):
    (record,), _ = plover(tmp_path, contact("hosted", "occurred", "fidan", "lavrov"))
    assert (codes(record["actor"]), codes(record["recipient"]), record["mode"]) == ("RUS", "TUR", ["visit"])


def test_a_visit_to_a_place_goes_to_its_country_which_receives_nobody(tmp_path):
    visit = contact("visited", "occurred", "lavrov", destination=Place("ankara", "Ankara", "TR"))
    rows, _ = cameo(tmp_path, visit)
    assert [(row["source"], row["target"], row["code"], row["target_id"]) for row in rows] == [
        ("RUS", "TUR", "042", "")
    ]
    home = contact("visited", "occurred", "fidan", destination=Place("ankara", "Ankara", "TR"))
    rows, left_out = cameo(tmp_path, home)
    assert (rows, left_out) == ([], {"have only one side": 1})


def test_third_party_only_where_the_place_is_in_the_country_of_none_of_them(tmp_path):
    doha, moscow = Place("doha", "Doha", "QA"), Place("moscow", "Moscow", "RU")
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan lavrov", place=doha))
    assert (record["mode"], record["event_loc"]) == (["third-party"], {"resolved_place": "Doha", "country_code": "QAT"})
    assert cameo(tmp_path, contact("met", "occurred", "fidan lavrov", place=doha))[0][0]["code"] == "044"
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan lavrov", place=moscow))
    assert record["mode"] == []
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan union", place=doha))
    assert record["mode"] == []  # the country of one is not known


def test_multilateral_is_for_three_countries_not_three_people(tmp_path):
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan lavrov araghchi"))
    assert (record["mode"], codes(record["actor"]), record["recipient"]) == (["multilateral"], "TUR+RUS+IRN", [])
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan lavrov bogdanov"))
    assert record["mode"] == []
    (record,), _ = plover(tmp_path, contact("met", "planned", "fidan lavrov araghchi"))
    assert record["mode"] == []  # the mode is one of CONSULT alone


def test_a_date_is_always_there_or_the_contact_is_left_out(tmp_path):
    published = contact("met", "occurred", "fidan lavrov", period=Period.published_by(date(2024, 11, 30)))
    month = contact("met", "occurred", "fidan lavrov", period=Period.of("2024-11"), id="aa-month")
    none = contact("met", "occurred", "fidan lavrov", period=Period(), id="aa-none")
    records, left_out = plover(tmp_path, published, month, none)
    assert [(record["date"], record["enddate"]) for record in records] == [
        ("2024-11-30", "2024-11-30"), ("2024-11-01", "2024-11-30"),
    ]  # fmt: skip
    assert left_out == {"have no date": 1}


def test_an_actor_of_no_country_has_a_name_and_no_code(tmp_path):
    (record,), _ = plover(tmp_path, contact("met", "occurred", "fidan union"))
    assert record["actor"][1] == {
        "identifier_id": "https://w3id.org/contact-kg/actor/union", "identifier_text": "League of Ports",
    }  # fmt: skip
    assert record["cite_info"] == [{"title": "Headline", "publication": "Post", "url": "https://p.example/1"}]
