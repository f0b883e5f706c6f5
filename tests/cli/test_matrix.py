import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_countries_by_countries(kg):
    done = kg("matrix")
    assert [line.split() for line in done.stdout.splitlines()] == [
        ["RU", "TR"],
        ["Russia", "·", "1"],
        ["Turkey", "1", "·"],
    ]
    assert "articles read: 2: Anka 1, Bosphorus Post 1" in done.stderr


def test_machines_get_a_row_for_each_two(kg):
    assert json.loads(kg("matrix", "--by", "country", "--format", "json").stdout) == [
        {
            "one": "RU", "other": "TR", "one_name": "Russia", "other_name": "Turkey", "contacts": 1, "articles": 2,
            "per_100_articles": 50.0,
        }
    ]  # fmt: skip


def test_actors(kg):
    assert "1 Hakan Fidan" in kg("matrix", "--by", "actor").stdout
    done = kg("matrix", "--by", "actor", "--until", "2024-11", "--format", "csv")
    assert done.stdout.splitlines()[1] == "hakan-fidan,sergey-lavrov,Hakan Fidan,Sergey Lavrov,1,1,100.0"


def test_a_plot(kg, tmp_path):
    assert kg("matrix", "--plot", "matrix.png").returncode == 0
    assert (tmp_path / "matrix.png").read_bytes().startswith(b"\x89PNG")


def test_a_wrong_call(fails):
    assert "country, actor" in fails("matrix", "--by", "city", code=2)
