import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_a_row_an_actor_and_a_line_a_measure(kg):
    done = kg("rank")
    assert done.stdout == (
        "actor          country  contacts  partners  betweenness  pagerank  brokerage\n"
        "Hakan Fidan    TR       1         1         0.0          0.5       0\n"
        "Sergey Lavrov  RU       1         1         0.0          0.5       0\n"
    )
    for told in ("brokerage: pairs of", "2 actors and 1 ties", "articles read: 2: Anka 1, Bosphorus Post 1"):
        assert told in done.stderr


def test_machines_get_ids_as_well(kg):
    found = json.loads(kg("rank", "--by", "pagerank", "--limit", "1", "--format", "json").stdout)
    assert found == [
        {
            "id": "hakan-fidan", "actor": "Hakan Fidan", "country": "TR", "contacts": 1, "partners": 1,
            "betweenness": 0.0, "pagerank": 0.5, "brokerage": 0, "type": "person",
        }
    ]  # fmt: skip
    assert kg("rank", "--format", "tsv").stdout.splitlines()[0].startswith("id\tactor\tcountry")


def test_a_type_and_a_period(kg):
    assert json.loads(kg("rank", "--type", "country", "--format", "json").stdout) == []
    assert json.loads(kg("rank", "--since", "2024-12-01", "--format", "json").stdout) == []


def test_what_is_not_shown_is_counted(kg):
    assert "and 1 more" in kg("rank", "--limit", "1").stderr


def test_a_plot(kg, tmp_path):
    assert kg("rank", "--by", "contacts", "--plot", "rank.svg").returncode == 0
    assert b"<svg" in (tmp_path / "rank.svg").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "told"), [(["--by", "fame"], "contacts, partners"), (["--type", "robot"], "person, organization")]
)
def test_a_wrong_call(fails, arguments, told):
    assert told in fails("rank", *arguments, code=2)
