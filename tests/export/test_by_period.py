"""Edge lists and panels: worked out by hand."""

import csv
from datetime import date

import pytest

from kg.errors import KgError
from kg.export import export
from kg.export.periods import between, day_of, period_name
from kg.model import Period


def _rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_an_edge_is_a_pair_in_a_period(reader, tmp_path):
    left_out = export(reader, tmp_path / "a.edges.csv")
    rows = [(row["from"], row["to"], row["period"], row["weight"]) for row in _rows(tmp_path / "a.edges.csv")]
    assert rows == [
        ("hakan-fidan-0a0a0a", "qatar", "2024-12", "1"),
        ("hakan-fidan-0a0a0a", "sergey-lavrov-0b0b0b", "2024-12", "1"),
        ("najib-mikati-0c0c0c", "qatar", "2024-12", "1"),
    ]
    assert left_out == {"did not take place": 2, "join no two of them": 1}  # the visit goes to a place


def test_pandas_reads_the_edge_list(reader, tmp_path):
    pandas = pytest.importorskip("pandas")
    export(reader, tmp_path / "a.edges.csv", unit="country")
    frame = pandas.read_csv(tmp_path / "a.edges.csv")
    assert list(zip(frame["from"], frame["to"], frame["weight"], strict=True)) == [
        ("LBN", "QAT", 1), ("QAT", "TUR", 1), ("RUS", "TUR", 2),
    ]  # fmt: skip


def test_between_countries_a_visit_to_a_city_counts_and_people_stand_for_their_country(reader, tmp_path):
    export(reader, tmp_path / "a.panel.csv", unit="country")
    rows = {(row["one"], row["other"]): row for row in _rows(tmp_path / "a.panel.csv")}
    assert (rows["RUS", "TUR"]["called"], rows["RUS", "TUR"]["visited"], rows["RUS", "TUR"]["contacts"]) == (
        "1",
        "1",
        "2",
    )
    assert (rows["LBN", "RUS"]["contacts"], rows["LBN", "RUS"]["refused"]) == ("0", "1")
    assert ("LBN", "TUR") not in rows  # the parties of a mediation are not joined
    assert {row["articles"] for row in rows.values()} == {"1"}


def test_zeros_fill_the_panel(reader, tmp_path):
    export(reader, tmp_path / "a.panel.csv", unit="country", every="year", zeros=True)
    assert {row["period"] for row in _rows(tmp_path / "a.panel.csv")} == {"2024"}


@pytest.mark.parametrize(
    ("every", "names"),
    [("week", ["2024-W52", "2025-W01"]), ("month", ["2024-12", "2025-01"]), ("quarter", ["2024-Q4", "2025-Q1"]),
     ("year", ["2024", "2025"])],
)  # fmt: skip
def test_periods_follow_one_another_without_a_gap(every, names):
    assert list(between(date(2024, 12, 29), date(2025, 1, 2), every)) == names
    assert period_name(date(2024, 12, 29), every) == names[0]


@pytest.mark.parametrize(
    ("told", "every", "day"),
    [("2024-11-30", "week", date(2024, 11, 30)), ("2024-11", "month", date(2024, 11, 30)), ("2024-11", "week", None),
     ("2024", "month", None), ("2024", "year", date(2024, 12, 31))],
)  # fmt: skip
def test_a_date_wider_than_the_period_is_not_counted(told, every, day):
    assert day_of(Period.of(told), every) == day


def test_news_without_a_day_counts_on_the_day_of_publication():
    assert day_of(Period.published_by(date(2024, 11, 30)), "month") == date(2024, 11, 30)
    assert day_of(Period(), "year") is None


@pytest.mark.parametrize("options", [{"unit": "city"}, {"every": "decade"}])
def test_unknown_units_and_periods_are_refused(reader, tmp_path, options):
    with pytest.raises(KgError, match="there is no"):
        export(reader, tmp_path / "a.panel.csv", **options)
    assert not (tmp_path / "a.panel.csv").exists()
