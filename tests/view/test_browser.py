"""What a person sees in a real browser that has no network."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.model import Actor
from kg.view import write_page

WIDE = {"width": 1280, "height": 800}


class Seen:
    """A page in the browser, with all it complained about or asked for."""

    def __init__(self, browser, file: Path, **options: object) -> None:
        self.context = browser.new_context(viewport=WIDE, reduced_motion="reduce", **options)
        self.context.set_offline(True)
        self.requests: list[str] = []
        self.faults: list[str] = []
        self.context.route("**/*", self._route)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.faults.append(f"{message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.faults.append("dialog"), dialog.dismiss()))
        self.page.goto(file.as_uri())
        self.page.wait_for_function("window.contactKg && contactKg.names().length >= 0")
        self.page.wait_for_timeout(150)

    def _route(self, route) -> None:
        url = route.request.url
        if url.startswith(("file:", "data:")):
            route.continue_()
        else:
            self.requests.append(url)
            route.abort()

    def ask(self, script: str):
        return self.page.evaluate(script)

    @property
    def panel(self) -> str:
        return self.page.inner_text("#panel")


@pytest.fixture
def see(browser, tmp_path) -> Iterator[Callable[..., Seen]]:
    opened: list[Seen] = []

    def look(week, title=None, **options) -> Seen:
        opened.append(Seen(browser, write_page(*week, tmp_path / "page.html", title), **options))
        return opened[-1]

    yield look
    for seen in opened:
        seen.context.close()


def _overlap(one, other):
    return (
        one["left"] < other["right"] - 0.5
        and other["left"] < one["right"] - 0.5
        and one["top"] < other["bottom"] - 0.5
        and other["top"] < one["bottom"] - 0.5
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_loads_without_fault_or_request(see, week, scheme):
    seen = see(week, "A week in December", color_scheme=scheme)
    assert seen.faults == []
    assert seen.requests == []
    assert seen.page.inner_text("h1") == "A week in December"


def test_names_stand_on_the_drawing_and_none_over_another(see, week):
    names = see(week).ask("contactKg.names()")
    assert {"Hakan Fidan", "Sergey Lavrov", "Abbas Araghchi"} <= {name["text"] for name in names}
    assert len(names) >= 28
    assert not [(a["text"], b["text"]) for i, a in enumerate(names) for b in names[i + 1 :] if _overlap(a, b)]


def test_a_crowded_network_still_names_its_strongest_actors(see, crowd):
    seen = see(crowd)
    names = seen.ask("contactKg.names()")
    named = {name["id"] for name in names}
    strongest = seen.ask("contactKg.nodes()")[:30]
    assert named.issuperset(strongest[:5])
    assert len(named.intersection(strongest)) >= 20
    assert not [(a["text"], b["text"]) for i, a in enumerate(names) for b in names[i + 1 :] if _overlap(a, b)]


def test_only_what_took_place_is_drawn_until_the_switch_adds_the_rest(see, week):
    seen = see(week)
    assert "antony-blinken sergey-lavrov" not in seen.ask("contactKg.edges()")
    assert all(not line["dashes"] for line in seen.ask("contactKg.lines()") if not line["hidden"])
    seen.page.check("#others")
    assert "antony-blinken sergey-lavrov" in seen.ask("contactKg.edges()")
    dashed = [line for line in seen.ask("contactKg.lines()") if line["dashes"] and not line["hidden"]]
    assert len(dashed) == 5
    assert "planned or proposed" in seen.page.inner_text("#legend")
    seen.page.uncheck("#others")
    assert "antony-blinken sergey-lavrov" not in seen.ask("contactKg.edges()")


def test_a_click_on_a_line_shows_the_sentences_and_outlets(see, week):
    seen = see(week)
    one, other = seen.ask("contactKg.where('hakan-fidan')"), seen.ask("contactKg.where('sergey-lavrov')")
    seen.page.mouse.click((one["x"] + other["x"]) / 2, (one["y"] + other["y"]) / 2)
    assert seen.ask("contactKg.selected()")["edge"] == "hakan-fidan sergey-lavrov"
    assert "“Fidan rang Lavrov late on Saturday to go over the fighting”" in seen.panel
    assert "Bosphorus Post · 30 Nov 2024" in seen.panel
    assert seen.page.get_attribute("#panel a", "href").startswith("https://")


def test_a_click_on_an_actor_shows_its_contacts(see, week):
    seen = see(week)
    at = seen.ask("contactKg.where('najib-mikati')")
    seen.page.mouse.click(at["x"], at["y"])
    assert "Najib Mikati" in seen.page.inner_text("#panel h2")
    assert "also had a call with Mikati" in seen.panel
    assert "Qatari" not in seen.panel


def test_a_click_on_a_name_is_a_click_on_its_actor(see, week):
    seen = see(week)
    name = next(one for one in seen.ask("contactKg.names()") if one["id"] == "geir-pedersen")
    seen.page.mouse.click((name["left"] + name["right"]) / 2, (name["top"] + name["bottom"]) / 2)
    assert seen.ask("contactKg.selected()")["node"] == "geir-pedersen"


def test_the_search_box_finds_without_accents_and_shows_what_is_hidden(see, week):
    seen = see(week)
    seen.page.fill("#search", "erdogan")
    assert "Recep Tayyip Erdoğan" in seen.panel
    seen.page.keyboard.press("Enter")
    assert seen.ask("contactKg.selected()")["node"] == "recep-tayyip-erdogan"
    assert "Did not take place, or disputed (2)" in seen.panel
    where = seen.ask("contactKg.where('recep-tayyip-erdogan')")
    assert 0 < where["x"] < 930


def test_the_keyboard_alone_reaches_the_evidence_and_comes_back(see, week):
    seen = see(week)
    for _ in range(12):
        seen.page.keyboard.press("Tab")
        if seen.ask("document.activeElement.textContent").startswith("Hakan Fidan"):
            break
    seen.page.keyboard.press("Enter")
    assert seen.ask("document.activeElement.textContent") == "Hakan Fidan"
    assert "“Abdelatty also called Fidan”" in seen.panel
    seen.page.keyboard.press("Escape")
    assert "Actors by number of contacts" in seen.panel


def test_a_contact_that_did_not_take_place_says_so(see, made):
    seen = see(made(status="refused", quote="Ray would not take the call"))
    assert seen.ask("contactKg.edges()") == ["ann-lee bo-ray"]
    seen.page.click("#panel .names button")
    assert "refused" in seen.page.inner_text("#panel .status")


def test_an_empty_page_says_so(see):
    seen = see(([], {}, []))
    assert seen.page.is_visible("#nothing")
    assert seen.faults == []


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "\u202eevil\u202c name",
    "{{ 7*7 }}{% raw %}",
    "line\u2028separator",
    "x" * 10_000,
    "__proto__",
]


@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: name[:12].encode("ascii", "replace").decode())
def test_a_hostile_name_stays_text(see, made, name):
    contacts, _, documents = made(quote=name, outlet=name, claimed_by=name, names={"ann-lee": name})
    seen = see((contacts, {"ann-lee": Actor("ann-lee", name, "person", names=(name,))}, documents), title=name)
    seen.page.click("#panel .names button >> nth=0")
    assert seen.faults == []
    assert seen.requests == []
    assert seen.ask("document.querySelectorAll('img, #panel script').length") == 0
    visible = name[:40].replace("\u202e", "").replace("\u202c", "").replace("\u2028", " ")
    assert visible in seen.page.text_content("blockquote")
    assert seen.ask("document.documentElement.scrollWidth <= window.innerWidth")


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
