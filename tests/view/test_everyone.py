"""For everyone: keyboard alone, screen readers, a phone, a page at twice its size."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PHONE = {"width": 390, "height": 844}
TWICE = {"width": 640, "height": 400}  # a screen of 1280 × 800 at 200 %


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_on_any_tab_or_panel(see, week, scheme):
    seen = see(week, color_scheme=scheme)
    axe = Axe()
    for fragment in (
        "#all=1",
        "#open=node&open=hakan-fidan&hide=wang-yi",
        "#tab=table",
        "#tab=matrix",
        "#tab=timeline&open=path&open=najib-mikati&open=sergey-lavrov",
    ):
        seen.go(fragment)
        if fragment == "#all=1":
            seen.page.click("#filters-button")
            seen.page.fill("#search", "al")
        found = axe.run(seen.page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(fragment, each["id"], each["nodes"][0]["target"]) for each in found] == []


def test_the_keyboard_alone_finds_somebody_reads_the_evidence_and_comes_back(see, week):
    seen = see(week)
    seen.page.keyboard.press("Tab")
    assert seen.ask("document.activeElement.id") == "search"
    seen.page.keyboard.type("lavr")
    seen.page.keyboard.press("Enter")
    assert seen.ask("document.activeElement.textContent") == "Sergey Lavrov"
    for _ in range(12):
        seen.page.keyboard.press("Tab")
        if "Hakan Fidan" in seen.ask("document.activeElement.textContent"):
            break
    seen.page.keyboard.press("Enter")
    assert "“Fidan rang Lavrov late on Saturday to go over the fighting”" in seen.panel
    seen.page.keyboard.press("Escape")
    assert "Actors by number of contacts" in seen.panel


def test_arrows_walk_on_the_drawing_and_enter_opens(see, week):
    seen = see(week)
    seen.page.focus("#frame")
    seen.page.keyboard.press("ArrowRight")
    first = seen.ask("contactKg.cursor()")
    assert seen.ask("document.getElementById('said').textContent").endswith("contacts. Enter opens.")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"):
        seen.page.keyboard.press(key)
        if seen.ask("contactKg.cursor()") != first:
            break
    second = seen.ask("contactKg.cursor()")
    assert second != first
    seen.page.keyboard.press("Enter")
    assert seen.ask("contactKg.opened()") == ["node", second]


def test_tabs_filters_and_menus_are_worked_by_keys(see, week):
    seen = see(week)
    seen.page.focus("#tab-network")
    seen.page.keyboard.press("ArrowRight")
    assert seen.page.is_visible("#view-table")
    assert seen.ask("document.activeElement.id") == "tab-table"
    seen.page.keyboard.press("End")
    assert seen.page.is_visible("#view-timeline")
    seen.page.focus("#filters-button")
    seen.page.keyboard.press("Enter")
    seen.page.focus("#filters input[value=met]")
    seen.page.keyboard.press("Space")
    assert "met" in seen.page.inner_text("#chips")
    seen.page.focus("#save summary")
    seen.page.keyboard.press("Enter")
    assert seen.page.is_visible("#save-csv")
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#save-csv")
    seen.page.focus("#help")
    seen.page.keyboard.press("Enter")
    assert "Arrow keys" in seen.page.inner_text("#keys")
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#keys")


def test_every_part_that_can_be_clicked_can_be_reached_by_tab_and_has_a_name(see, week):
    seen = see(week)
    unnamed = seen.ask("""[...document.querySelectorAll('button, input, select, summary, a, [tabindex]')]
        .filter(one => one.checkVisibility() && !(one.getAttribute('aria-label') || one.getAttribute('aria-labelledby')
            || one.innerText?.trim() || one.labels?.length))
        .map(one => one.outerHTML)""")
    assert unnamed == []
    assert seen.ask('document.querySelectorAll(\'[tabindex]:not([tabindex="0"]):not([tabindex="-1"])\').length') == 0


@pytest.mark.parametrize("size", [PHONE, TWICE], ids=["phone", "200 %"])
def test_nothing_is_cut_off_on_a_phone_or_at_twice_the_size(see, week, size):
    seen = see(week, viewport=size)
    fits = "document.documentElement.scrollWidth <= window.innerWidth"
    for tab in ("network", "table", "matrix", "timeline"):
        seen.page.click(f"#tab-{tab}")
        assert seen.ask(fits), tab
    seen.page.click("#tab-network")
    seen.choose("Mikati")
    assert seen.ask(fits)
    quote = seen.page.locator("#panel blockquote >> nth=0")
    quote.scroll_into_view_if_needed()
    assert quote.is_visible()


def test_on_a_phone_a_tap_on_an_actor_shows_the_evidence(see, week):
    seen = see(week, viewport=PHONE, has_touch=True)
    seen.page.locator("#frame").scroll_into_view_if_needed()
    at = seen.ask("contactKg.where('hakan-fidan')")
    seen.page.touchscreen.tap(at["x"], at["y"])
    seen.until("contactKg.opened()")
    assert seen.page.inner_text("#panel h2") == "Hakan Fidan"
    assert seen.ask("document.querySelector('#panel h2').getBoundingClientRect().top") < PHONE["height"]


def test_the_text_grows_with_the_size_the_reader_has_chosen(see, week):
    seen = see(week)
    before = seen.ask("document.querySelector('#panel .names button').getBoundingClientRect().height")
    seen.ask("document.documentElement.style.fontSize = '200%'")
    assert seen.ask("document.querySelector('#panel .names button').getBoundingClientRect().height") > 1.5 * before
