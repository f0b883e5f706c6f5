import csv

import pytest

from kg.export import export
from kg.export.sheet import safe
from kg.export.tables import TABLES


@pytest.fixture
def rows(reader, tmp_path):
    export(reader, tmp_path / "contacts.csv")
    with (tmp_path / "contacts.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["contact"]: row for row in csv.DictReader(file)}


def test_one_row_a_contact(rows, reader):
    assert set(rows) == {contact.id for contact in reader.contacts()}
    assert tuple(next(iter(rows.values()))) == tuple(TABLES["contacts"].types)


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
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "plain", "2024-12-02", "a=b", " "])
def test_other_cells_stay_as_they_are(cell):
    assert safe(cell) == cell


def test_pandas_reads_each_table_with_the_numbers_of_the_store(reader, tmp_path):
    pandas = pytest.importorskip("pandas", reason="pip install 'contact-kg[tables]'")
    numbers = {"contacts": 5, "reports": 5, "actors": 5}
    for table, count in numbers.items():
        export(reader, tmp_path / f"{table}.csv", table=table)
        frame = pandas.read_csv(tmp_path / f"{table}.csv")
        assert len(frame) == count
        assert frame.iloc[:, 0].is_unique


def test_a_report_has_its_contact_its_article_and_who_its_named_actors_are(reader, tmp_path):
    export(reader, tmp_path / "reports.csv", table="reports")
    with (tmp_path / "reports.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    row = next(row for row in rows if row["relation"] == "mediated")
    assert row["contact"] == row["report"]
    assert (row["subjects"], row["subject_ids"]) == ("Qatar", "qatar")
    assert row["object_ids"] == "hakan-fidan-0a0a0a; najib-mikati-0c0c0c"
    assert row["published"] == "2024-12-03"


def test_an_actor_is_counted_by_what_took_place(reader, tmp_path):
    export(reader, tmp_path / "actors.csv", table="actors")
    with (tmp_path / "actors.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["actor"]: row for row in csv.DictReader(file)}
    lavrov = rows["sergey-lavrov-0b0b0b"]
    assert (lavrov["contacts"], lavrov["not_held"], lavrov["partners"], lavrov["last"]) == ("2", "1", "1", "2024-12-02")


def test_parquet_has_types_and_lists(reader, tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet", reason="pip install 'contact-kg[tables]'")
    export(reader, tmp_path / "contacts.parquet")
    rows = {row["contact"]: row for row in parquet.read_table(tmp_path / "contacts.parquet").to_pylist()}
    assert set(rows) == {contact.id for contact in reader.contacts()}
    row = next(row for row in rows.values() if row["relation"] == "mediated")
    assert row["took_place"] is True
    assert row["not_before"].isoformat() == "2024-12-02"
    assert row["actors"] == ["Qatar", "Hakan Fidan", "Najib Mikati"]


@pytest.mark.parametrize("table", TABLES)
def test_the_same_graph_gives_the_same_parquet(reader, tmp_path, table):
    pytest.importorskip("pyarrow", reason="pip install 'contact-kg[tables]'")
    for name in ("one", "two"):
        export(reader, tmp_path / f"{name}.parquet", table=table)
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
