from kg.view.compact import CONTACT, NODE, compact
from kg.view.page import page


def _whole(packed):
    """What the page's script makes of it."""
    nodes = [{**NODE, "lines": [node["name"]], **node} for node in packed["nodes"]]
    ends = [(nodes[edge["from"]]["id"], nodes[edge["to"]]["id"]) for edge in packed["edges"]]
    edges = [
        {**edge, "id": " ".join(pair), "from": pair[0], "to": pair[1]}
        for edge, pair in zip(packed["edges"], ends, strict=True)
    ]
    return packed | {"nodes": nodes, "edges": edges}


def test_nothing_is_lost(week):
    shown = page(*week)
    packed = compact(shown)
    whole = _whole(packed)
    assert whole["nodes"] == shown["nodes"]
    assert whole["edges"] == shown["edges"]
    for told, contact in zip(packed["contacts"], shown["contacts"], strict=True):
        day = dict.fromkeys(("first", "last"), told["day"]) if "day" in told else {}
        assert {**CONTACT, **told, **day}.items() >= {k: v for k, v in contact.items() if k != "when"}.items()


def test_a_period_keeps_its_words(made):
    (contact,) = compact(page(*made()))["contacts"]
    assert contact["day"] == "2024-12-01"
    assert "when" not in contact
