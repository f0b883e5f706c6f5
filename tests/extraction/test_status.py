"""What a text says of a contact: that it occurred, will, was refused, or nothing at all."""

from datetime import date

import pytest

from kg.extraction import read
from kg.model import Article

WHO_IS_WHO = "President Ana Mera of Chile is in office since May. President Tor Olander of Norway is older."


def told(sentence: str, title: str = "") -> list[str]:
    text = f"{WHO_IS_WHO}\n{sentence}"
    return [report.status for report in read(Article("0" * 16, "x", text, title, date(2024, 11, 30))).reports]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Mera met Olander on Friday.", "occurred"),
        ("Mera has met Olander in Lima.", "occurred"),
        ("Mera managed to meet Olander in Lima.", "occurred"),
        ("Mera will meet Olander on Monday.", "planned"),
        ("Mera is to meet Olander on Monday.", "planned"),
        ("Mera is scheduled to meet Olander on Monday.", "planned"),
        ("Mera agreed to meet Olander.", "planned"),
        ("Mera plans to meet Olander.", "planned"),
        ("Mera meets Olander on Monday.", "planned"),
        ("Mera offered to meet Olander.", "proposed"),
        ("Mera asked to meet Olander.", "proposed"),
        ("Mera is ready to meet Olander.", "proposed"),
        ("Mera refused to meet Olander.", "refused"),
        ("Mera declined to meet Olander.", "refused"),
        ("Mera will not meet Olander.", "refused"),
        ("Mera cancelled a meeting with Olander.", "cancelled"),
        ("Mera called off her meeting with Olander.", "cancelled"),
        ("A meeting between Mera and Olander has been postponed.", "cancelled"),
        ("Mera denied that she had met Olander.", "denied"),
        ("Mera denied having met Olander.", "denied"),
        ("Mera did not meet Olander on Friday, she said.", "denied"),
    ],
)
def test_status(sentence: str, status: str) -> None:
    assert told(sentence) == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "If Mera met Olander, prices would fall.",
        "Mera could meet Olander.",
        "Mera should meet Olander.",
        "Nobody knows whether Mera met Olander.",
        "There was no meeting between Mera and Olander.",
        "Mera has never met Olander.",
        "Mera has yet to meet Olander.",
    ],
)
def test_what_nobody_says_to_have_been_or_to_come_is_no_contact(sentence: str) -> None:
    assert told(sentence) == []


@pytest.mark.parametrize(
    ("title", "status"),
    [("Mera meets Olander in Lima", "occurred"), ("Mera to meet Olander in Lima", "planned")],
)
def test_headlines_tell_the_past_in_the_present_tense(title: str, status: str) -> None:
    assert told("It rained in Lima.", title) == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mera is unlikely to meet Olander.",
        "Mera has no plans to meet Olander.",
        "Mera does not have any plans to meet Olander.",
        "Mera has no intention of meeting Olander.",
        "There are no plans for a meeting between Mera and Olander.",
        "Mera has no wish to talk to Olander.",
        "Imagine that Mera met Olander.",
        "It is time for Chile to talk to Norway.",
    ],
)
def test_wishes_and_fancies_are_no_contact(sentence: str) -> None:
    assert told(sentence) == []
