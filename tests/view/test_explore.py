"""Going about in the network: search, filters, time, paths, focus, hiding, and the way back."""

import re

import pytest


def test_suggestions_find_any_spelling_without_accents(see, week):
    contacts, actors, documents = week
    from dataclasses import replace

    actors = {**actors, "recep-tayyip-erdogan": replace(actors["recep-tayyip-erdogan"], names=("Tayyip Erdoghan",))}
    seen = see((contacts, actors, documents))
    seen.page.fill("#search", "erdogh")
    assert seen.page.inner_text("#suggestions li >> nth=0") == "Recep Tayyip Erdoğan TR also Tayyip Erdoghan"
    seen.page.fill("#search", "ERDOGAN")
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#panel h2") == "Recep Tayyip Erdoğan"
    assert seen.ask("document.activeElement.textContent") == "Recep Tayyip Erdoğan"


def test_suggestions_are_walked_by_arrows_and_left_by_escape(see, week):
    seen = see(week)
    seen.page.fill("#search", "al")
    first = seen.page.get_attribute("#search", "aria-activedescendant")
    seen.page.keyboard.press("ArrowDown")
    assert seen.page.get_attribute("#search", "aria-activedescendant") != first
    assert seen.page.locator("#suggestions [aria-selected=true]").count() == 1
    seen.page.keyboard.press("Escape")
    assert not seen.page.is_visible("#suggestions")
    seen.page.fill("#search", "nobody at all")
    assert seen.page.inner_text("#suggestions") == "Nobody of that name"


def test_whoever_is_found_is_shown_with_what_did_not_take_place(see, week):
    seen = see(week)
    seen.page.check("#others")
    seen.choose("erdogan")
    assert "Did not take place, or disputed (2)" in seen.panel
    where = seen.ask("contactKg.where('recep-tayyip-erdogan')")
    assert 0 < where["x"] < 930


@pytest.mark.parametrize(
    ("box", "shown", "hidden"),
    [
        ("Relation >> wrote to", "faisal-bin-farhan masoud-pezeshkian", "hakan-fidan sergey-lavrov"),
        ("Status >> refused", "bashar-al-assad recep-tayyip-erdogan", "hakan-fidan sergey-lavrov"),
        ("Country >> Lebanon", "hakan-fidan najib-mikati", "hakan-fidan sergey-lavrov"),
        ("Topic >> Syria", "abbas-araghchi bashar-al-assad", "hakan-fidan najib-mikati"),
    ],
)
def test_each_filter_leaves_its_contacts_and_can_be_taken_back(see, week, box, shown, hidden):
    seen = see(week)
    title, label = box.split(" >> ")
    seen.page.click("#filters-button")
    seen.page.locator("fieldset", has_text=title).get_by_label(re.compile(f"^{label}")).check()
    edges = seen.ask("contactKg.edges()")
    assert shown in edges
    assert hidden not in edges
    assert seen.page.inner_text("#filters-button") == "Filters (1)"
    seen.page.click(f"#chips button:has-text('{label}')")
    assert hidden in seen.ask("contactKg.edges()")
    assert not seen.page.is_visible("#chips")


def test_the_least_number_of_sources_leaves_what_several_outlets_report(see, week):
    seen = see(week)
    seen.page.click("#filters-button")
    seen.page.fill("#sources", "2")
    assert seen.count.startswith("3 contacts")
    assert len(seen.ask("contactKg.edges()")) == 3
    seen.page.click("text=Clear all filters")
    assert seen.count.startswith("33 contacts")


def test_the_handles_of_the_time_slider_narrow_the_network(see, week):
    seen = see(week)
    everything = len(seen.ask("contactKg.edges()"))
    seen.page.focus("#to")
    for _ in range(6):
        seen.page.keyboard.press("ArrowLeft")
    assert seen.page.inner_text("#period") == "29 Nov 2024 – 1 Dec 2024"
    assert 0 < len(seen.ask("contactKg.edges()")) < everything
    assert "until=2024-12-01" in seen.page.url
    seen.page.click("#always")
    assert len(seen.ask("contactKg.edges()")) == everything


def test_play_moves_a_window_through_time_to_its_end(see, week):
    seen = see(week)
    told = seen.ask(  # at once, since a slow machine would look when the window has gone on
        "(play => (play.click(), [play.ariaPressed, document.getElementById('period').innerText,"
        " contactKg.edges()]))(document.getElementById('play'))"
    )
    pressed, period, first = told[0], told[1], set(told[2])
    assert pressed == "true"
    assert period.startswith("29 Nov 2024 – 30 Nov")
    seen.until("document.getElementById('play').getAttribute('aria-pressed') === 'false'")
    assert seen.page.inner_text("#period").endswith("7 Dec 2024")
    assert set(seen.ask("contactKg.edges()")) != first


def test_a_path_between_two_picked_actors_has_the_sentence_of_each_step(see, week):
    seen = see(week)
    seen.choose("Mikati")
    seen.page.click("text=Path from here")
    assert "Najib Mikati: now choose the other actor" in seen.page.inner_text("#task")
    seen.choose("Lavrov")
    assert seen.page.inner_text("#panel h2") == "Path: Najib Mikati → Sergey Lavrov"
    assert "2 steps" in seen.panel
    assert "The Turkish minister also had a call with Mikati" in seen.panel
    assert seen.page.locator("#panel blockquote").count() == 2
    assert not seen.page.is_visible("#task")


def test_where_no_path_leads_the_page_says_so(see, week):
    seen = see(week, fragment="#open=path&open=wang-yi&open=hakan-fidan")
    assert "No way leads from one to the other" in seen.panel


def test_only_the_neighbours_of_somebody_then_one_step_farther(see, week):
    seen = see(week)
    seen.choose("Mikati")
    seen.page.click("text=Only its neighbours")
    assert set(seen.ask("contactKg.nodes()")) == {"hakan-fidan", "najib-mikati"}
    seen.page.click("text=Neighbours to 2 steps")
    assert "sergey-lavrov" in seen.ask("contactKg.nodes()")
    assert "wang-yi" not in seen.ask("contactKg.nodes()")
    seen.page.click("#chips button")
    assert "wang-yi" in seen.ask("contactKg.nodes()")


def test_somebody_hidden_is_away_until_taken_back(see, week):
    seen = see(week)
    seen.choose("Fidan")
    seen.page.click("#panel >> text=Hide")
    assert "hakan-fidan" not in seen.ask("contactKg.nodes()")
    assert not [edge for edge in seen.ask("contactKg.edges()") if "hakan-fidan" in edge.split()]
    seen.page.click("#chips >> text=hidden: Hakan Fidan")
    assert "hakan-fidan" in seen.ask("contactKg.nodes()")


def test_somebody_pinned_stays_whatever_the_filters(see, week):
    seen = see(week)
    seen.choose("Wang Yi")
    seen.page.click("#panel >> text=Pin")
    seen.page.click("#filters-button")
    seen.page.check("#filters input[value=wrote_to]")
    assert set(seen.ask("contactKg.nodes()")) == {"wang-yi", "faisal-bin-farhan", "masoud-pezeshkian"}
    assert "Wang Yi" in {name["text"] for name in seen.ask("contactKg.names()")}


def test_a_dragged_actor_stays_where_it_was_put_and_the_address_knows(see, week):
    seen = see(week)
    at = seen.ask("contactKg.where('hakan-fidan')")
    seen.page.mouse.move(at["x"], at["y"])
    seen.page.mouse.down()
    seen.page.mouse.move(at["x"] + 60, at["y"] + 40, steps=4)
    seen.page.mouse.up()
    moved = seen.ask("contactKg.where('hakan-fidan')")
    assert moved["x"] - at["x"] == pytest.approx(60, abs=8)
    fragment = seen.page.url.split("#")[1]
    assert "pin=hakan-fidan" in fragment
    seen.go("#" + fragment)
    assert "pinned: Hakan Fidan" in seen.page.inner_text("#chips")


def test_back_and_forward_go_through_the_views(see, week):
    seen = see(week)
    seen.choose("Fidan")
    seen.click_line("hakan-fidan", "sergey-lavrov")
    seen.page.click("#tab-matrix")
    seen.page.click("#back")
    seen.page.wait_for_selector("#view-network:not([hidden])")
    assert seen.ask("contactKg.opened()") == ["edge", "hakan-fidan sergey-lavrov"]
    seen.page.click("#back")
    seen.until("contactKg.opened()[0] === 'node'")
    seen.page.click("#forward")
    seen.until("contactKg.opened()[0] === 'edge'")


def test_an_address_that_was_sent_shows_the_same_view(see, week):
    seen = see(week)
    seen.page.check("#others")
    seen.page.click("#filters-button")
    seen.page.check("#filters input[value=called]")
    seen.choose("Lammy")
    seen.page.click("#tab-table")
    fragment, count, panel = seen.page.url.split("#")[1], seen.count, seen.panel
    seen.go("#" + fragment)
    assert (seen.count, seen.panel) == (count, panel)
    assert seen.page.is_visible("#view-table")
    assert seen.page.is_checked("#others")


@pytest.mark.parametrize(
    "fragment",
    [
        "#open=node&open=__proto__",
        "#open=path&open=hakan-fidan&open=nobody",
        "#open=cell&open=%3Cimg%20src=x%3E&open=TR&open=countries&tab=matrix",
        "#rel=constructor&status=x&country=%27&topic=%3Cb%3E&sources=-9&since=9999-99-99&focus=x&pin=@1,2&tab=evil",
        "#%E0%A4%A",
    ],
)
def test_a_made_up_address_does_no_harm(see, week, fragment):
    seen = see(week, fragment=fragment)
    assert seen.faults == []
    assert seen.ask("document.querySelectorAll('img').length") == 0
    assert seen.page.is_visible("#panel h2")


def test_from_the_page_to_the_sentence_behind_a_call_it_is_one_click(see, week):
    seen = see(week)
    seen.click_line("hakan-fidan", "najib-mikati")
    assert "The Turkish minister also had a call with Mikati" in seen.panel
