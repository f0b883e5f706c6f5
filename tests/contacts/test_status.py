"""What many reports amount to."""

import pytest


@pytest.mark.parametrize(
    ("told", "status"),
    [
        (["occurred"], "occurred"),
        (["planned", "occurred"], "occurred"),
        (["occurred", "planned"], "occurred"),
        (["occurred", "denied"], "disputed"),
        (["denied", "occurred"], "disputed"),
        (["planned", "cancelled"], "cancelled"),
        (["cancelled", "planned"], "planned"),
        (["proposed", "refused"], "refused"),
        (["refused", "denied"], "denied"),
    ],
)
def test_many_statuses_amount_to_one(press, told, status):
    for number, one in enumerate(told, start=1):
        press.article(f"a{number}", f"2024-12-0{number}")
        press.tells(f"a{number}", "Fidan", "met", "Lavrov", "2024-12-05", status=one)
    assert press.contact().status == status


def test_the_latest_published_decides_not_the_latest_read(press):
    press.article("a1", "2024-12-02")
    press.article("a2")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-05", status="cancelled")
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-05", status="planned")
    assert press.contact().status == "cancelled"


def test_only_what_occurred_was_announced(press):
    press.article("a1", "2024-12-01")
    press.article("a2", "2024-12-02")
    press.tells("a1", "Fidan", "met", "Lavrov", "2024-12-05", status="planned")
    press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-05", status="cancelled")
    assert press.contact().announced_in == ()
