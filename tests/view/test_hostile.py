"""What strangers write stays text, whatever they write."""

import pytest

from kg.model import Actor
from kg.view import Showing

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\u202eevil\u202c name",
    "{{ 7*7 }}{% raw %}",
    "line\u2028separator",
    "x" * 10_000,
    "__proto__",
    "'\"><svg onload=alert(1)>",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: name[:12].encode("ascii", "replace").decode())
def test_a_hostile_name_stays_text_on_every_tab(see, made, name):
    contacts, _, documents = made(
        quote=name, outlet=name, claimed_by=name, names={"ann-lee": name}, topics=(name,), place=name
    )
    week = (contacts, {"ann-lee": Actor("ann-lee", name, "person", "TR", names=(name,))}, documents)
    seen = see(week, Showing(name, (name,)))
    seen.page.click("#filters-button")
    seen.page.fill("#search", name[:3].strip("\u202e"))
    seen.page.fill("#search", "")
    for tab in ("table", "matrix", "timeline", "network"):
        seen.page.click(f"#tab-{tab}")
    seen.page.click("#panel .names button >> nth=0")
    assert seen.faults == []
    assert seen.requests == []
    assert seen.ask("document.querySelectorAll('img, #panel script, svg[onload]').length") == 0
    visible = name[:40].replace("\u202e", "").replace("\u202c", "").replace("\u2028", " ")
    assert visible in seen.page.text_content("blockquote")
    assert seen.ask("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.parametrize("name", HOSTILE[:3])
def test_a_hostile_name_stays_text_in_the_picture(see, made, name):
    contacts, _, documents = made()
    seen = see((contacts, {"ann-lee": Actor("ann-lee", name, "person", "TR")}, documents))
    seen.page.click("#save summary")
    with seen.page.expect_download() as download:
        seen.page.click("#save-svg")
    told = download.value.path().read_text("utf-8")
    assert name not in told
    assert "&lt;" in told


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "JAVASCRIPT:x"])
def test_an_address_that_is_none_of_the_web_is_no_link(see, made, url):
    seen = see(made(url=url))
    seen.page.click("#panel .names button >> nth=0")
    assert seen.page.query_selector("#panel a") is None


def test_injected_script_does_not_run(see, week):
    seen = see(week)
    seen.ask("""() => {
        const script = document.createElement('script');
        script.textContent = 'window.broken = true';
        document.body.append(script);
    }""")
    assert seen.ask("window.broken") is None
    assert any("Content Security Policy" in fault for fault in seen.faults)
