import csv

import pytest

from kg.export import export
from kg.export.tables import COLUMNS, _safe


@pytest.fixture
def rows(reader, tmp_path):
    export(reader, tmp_path / "contacts.csv")
    with (tmp_path / "contacts.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["contact"]: row for row in csv.DictReader(file)}


def test_one_row_a_contact(rows, reader):
    assert set(rows) == {contact.id for contact in reader.contacts()}
    assert tuple(next(iter(rows.values()))) == COLUMNS


def test_a_row_tells_who_when_and_the_sentence(rows):
    row = next(row for row in rows.values() if row["relation"] == "called" and row["took_place"] == "yes")
    assert row["actors"] == "Hakan Fidan; Sergey Lavrov"
    assert row["countries"] == "TR; RU"
    assert row["initiator"] == "Hakan Fidan"
    assert (row["date"], row["outlets"], row["published"]) == ("2024-12-02", "Bosphorus Post", "2024-12-03")
    assert row["quotes"] == "Fidan rang Lavrov — “at last” — on Monday"


def test_what_did_not_take_place_says_so(rows):
    assert {row["status"] for row in rows.values() if row["took_place"] == "no"} == {"refused", "planned"}


def test_quotes_with_line_breaks_and_quotation_marks_come_back(rows):
    assert any(row["quotes"] == 'Lavrov landed in Ankara,\nhe said "briefly"' for row in rows.values())


def test_no_cell_is_a_formula(rows):
    cells = [cell for row in rows.values() for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@")]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert "'@doha" in cells


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", " =1", "\u00a0=1", "＝1"])
def test_a_cell_that_begins_like_a_formula_is_guarded(cell):
    assert _safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "plain", "2024-12-02", "a=b", " "])
def test_other_cells_stay_as_they_are(cell):
    assert _safe(cell) == cell
