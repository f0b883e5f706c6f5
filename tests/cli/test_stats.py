import json

import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_counts(kg):
    rows = json.loads(kg("stats", "--format", "json").stdout)
    counts = {(row["what"], row["which"]): row["count"] for row in rows}
    assert counts["articles", ""] == 2
    assert counts["outlets", ""] == 2
    assert counts["reports", ""] == 3
    assert counts["actors", ""] == 3
    assert counts["contacts", ""] == 3
    assert counts["contacts by status", "refused"] == 1
    assert counts["contacts by relation", "called"] == 2


def test_as_a_table(kg):
    assert any(line.split() == ["articles", "2"] for line in kg("stats").stdout.splitlines())
