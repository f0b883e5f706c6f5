"""The Neo4j folder, checked against the rules of its import headers."""

import csv
import re

import pytest

from kg.errors import ExportError
from kg.export import export

FIELD = re.compile(
    r"(?:[a-z_]+)?(?::(?:ID|START_ID|END_ID)\([A-Z][a-z]+\)|:LABEL|:TYPE|:(?:int|double|boolean|date|string)(?:\[\])?)?"
)


def _table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def folder(reader, tmp_path):
    assert export(reader, tmp_path / "neo4j", format="neo4j") == {}
    return tmp_path / "neo4j"


def test_every_header_is_one_that_the_importer_knows(folder):
    for path in folder.glob("*.csv"):
        header = path.read_text("utf-8").splitlines()[0].split(",")
        assert all(field and FIELD.fullmatch(field) for field in header), header
        ends = [field for field in header if ":START_ID" in field or ":END_ID" in field]
        assert (len(ends), ":TYPE" in header) in [(0, False), (2, True)]
        assert len([field for field in header if ":ID(" in field]) == (0 if ends else 1)


def test_every_relationship_begins_and_ends_at_a_node(folder):
    ids: dict[str, set[str]] = {}
    for path in folder.glob("*.csv"):
        rows = _table(path)
        for field in rows[0] if rows else []:
            if match := re.search(r":ID\((\w+)\)", field):
                values = [row[field] for row in rows]
                assert len(values) == len(set(values))
                ids[match[1]] = set(values)
    for path in folder.glob("*.csv"):
        for row in _table(path):
            for field, value in row.items():
                if match := re.search(r"_ID\((\w+)\)", field):
                    assert value in ids[match[1]], (path.name, value)


def test_the_numbers_are_those_of_the_store(folder, reader):
    assert len(_table(folder / "contacts.csv")) == len(list(reader.contacts()))
    assert len(_table(folder / "actors.csv")) == 5
    taking_part = _table(folder / "took_part.csv")
    assert sum(row[":TYPE"] == "PARTICIPANT" for row in taking_part) == 6
    assert sum(row[":TYPE"] == "INVOLVES" for row in taking_part) == 4


def test_the_readme_names_every_file(folder):
    text = (folder / "README.txt").read_text("utf-8")
    assert all(path.name in text for path in folder.glob("*.csv"))


def test_a_folder_that_holds_other_things_is_never_replaced(reader, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.docx").write_text("years of work")
    with pytest.raises(ExportError, match="thesis"):
        export(reader, tmp_path / "mine", format="neo4j", force=True)
    assert (tmp_path / "mine" / "thesis.docx").read_text() == "years of work"


def test_an_export_of_its_own_is_replaced_by_force_only(reader, folder):
    with pytest.raises(ExportError, match="--force"):
        export(reader, folder, format="neo4j")
    export(reader, folder, format="neo4j", force=True)
    assert not list(folder.parent.glob(".neo4j*"))


def test_standard_output_cannot_be_a_folder(reader):
    with pytest.raises(ExportError, match="folder"):
        export(reader, "-", format="neo4j")
