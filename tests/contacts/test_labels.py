"""A contact in one line."""

import pytest


@pytest.mark.parametrize(
    ("subjects", "relation", "objects", "when", "options", "label"),
    [
        (
            "Araghchi",
            "met",
            "Fidan",
            "2024-12-02",
            {"place": "Ankara"},
            "Araghchi met Fidan, Ankara, 2024-12-02",
        ),
        ("Fidan", "called", "Lavrov", None, {}, "Fidan called Lavrov (by 2024-11-30)"),
        ("Araghchi", "visited", "Ankara", "2024-12-02", {}, "Araghchi visited Ankara, 2024-12-02"),
        (
            "Araghchi",
            "visited",
            "Ankara",
            "2024-12-02",
            {"place": "Ankara"},
            "Araghchi visited Ankara, 2024-12-02",
        ),
        ("Araghchi", "visited", "Fidan, Ankara", "2024-12", {}, "Araghchi visited Fidan, Ankara, 2024-12"),
        ("Araghchi", "met", "Fidan", None, {"status": "planned"}, "Araghchi met Fidan (planned)"),
        (
            "Araghchi",
            "met",
            "Fidan",
            "2024-12-02",
            {"status": "refused"},
            "Araghchi met Fidan (refused), 2024-12-02",
        ),
        ("Fidan, Lavrov, Araghchi", "met", "", "2024", {}, "Fidan met Lavrov and Araghchi, 2024"),
        ("Fidan, Lavrov", "met", "Araghchi", "2024", {}, "Fidan and Lavrov met Araghchi, 2024"),
        ("Qatar Emir", "mediated", "A, B", "2024", {}, "Qatar Emir mediated for A and B, 2024"),
        ("A", "met", "B, C, D, E, F", "2024", {}, "A met B, C, D and 2 others, 2024"),
        ("Fidan", "called", "Lavrov", "2024", {"initiator": "Lavrov"}, "Lavrov called Fidan, 2024"),
        ("A", "met", "B", "2024-12-01/2024-12-03", {}, "A met B, 2024-12-01 to 2024-12-03"),
    ],
)
def test_a_label_says_who_what_where_when(press, subjects, relation, objects, when, options, label):
    press.article("a1", "2024-11-30")
    press.tells("a1", subjects, relation, objects, when, **options)
    assert press.contact().label == label


def test_a_disputed_contact_says_so(press):
    for number, status in enumerate(("occurred", "denied"), start=1):
        press.article(f"a{number}", "2024-12-02")
        press.tells(f"a{number}", "Fidan", "called", "Lavrov", "2024-12-02", status=status)
    assert press.contact().label == "Fidan called Lavrov (disputed), 2024-12-02"
