import pytest

from kg.model import Period
from kg.view.text import link, shown, when


@pytest.mark.parametrize(
    ("raw", "fit"),
    [
        ("  Hakan \n Fidan ", "Hakan Fidan"),
        ("Mo\u202ehammed\u2066", "Mohammed"),
        ("zero\u200bwidth\x00", "zerowidth"),
        ("\u0646\u0645\u06cc\u200c\u062e", "\u0646\u0645\u06cc\u200c\u062e"),
        ("a" * 10_000, "a" * 19 + "…"),
        ("<b>bold</b>", "<b>bold</b>"),
    ],
)
def test_text_is_shown_without_what_hides_or_reorders_it(raw, fit):
    assert shown(raw, 20) == fit


@pytest.mark.parametrize("url", ["https://a.example/x?y=1", "http://a.example"])
def test_web_addresses_are_links(url):
    assert link(url) == url


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
     "//a.example", "https://", "http://[", "", None],
)  # fmt: skip
def test_nothing_else_is_a_link(url):
    assert link(url) is None


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.of("2024-12-02"), "2 Dec 2024"),
        (Period.of("2024-11"), "Nov 2024"),
        (Period.of("2024"), "2024"),
        (Period.published_by(Period.of("2024-11-30").not_after), "by 30 Nov 2024"),
        (Period(Period.of("2024-11-30").not_after), "from 30 Nov 2024"),
        (Period(), ""),
        (Period(told="once"), "once"),
    ],
)
def test_periods_in_words(period, words):
    assert when(period) == words
