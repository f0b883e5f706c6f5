"""The network as a person sees it first, in a real browser that has no network."""

import pytest

from kg.view import Showing


def _overlap(one, other):
    return (
        one["left"] < other["right"] - 0.5
        and other["left"] < one["right"] - 0.5
        and one["top"] < other["bottom"] - 0.5
        and other["top"] < one["bottom"] - 0.5
    )


def _overlapping(names):
    return [(a["text"], b["text"]) for i, a in enumerate(names) for b in names[i + 1 :] if _overlap(a, b)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_loads_without_fault_or_request(see, week, scheme):
    seen = see(week, Showing("A week in December", ("since 2024-11",)), color_scheme=scheme)
    for tab in ("table", "matrix", "timeline", "network"):
        seen.page.click(f"#tab-{tab}")
    assert seen.faults == []
    assert seen.requests == []
    assert seen.page.inner_text("h1") == "A week in December"
    assert seen.page.inner_text("#asked") == "since 2024-11"


def test_names_stand_on_the_drawing_and_none_over_another(see, week):
    names = see(week).ask("contactKg.names()")
    assert {"Hakan Fidan", "Sergey Lavrov", "Abbas Araghchi"} <= {name["text"] for name in names}
    assert len(names) >= 24
    assert not _overlapping(names)


def test_the_fifty_strongest_of_a_crowd_are_named_and_no_name_lies_over_another(see, crowd):
    seen = see(crowd)
    names = seen.ask("contactKg.names()")
    strongest = seen.ask("contactKg.nodes()")[:50]
    named = {name["id"] for name in names}
    assert named.issuperset(strongest[:20])
    assert len(named.intersection(strongest)) >= 40
    assert not _overlapping(names)


def test_zooming_in_shows_more_names_still_apart(see, crowd):
    seen = see(crowd)
    before = {name["id"] for name in seen.ask("contactKg.names()")}
    for _ in range(4):
        seen.page.click("#closer")
    after = seen.ask("contactKg.names()")
    assert {name["id"] for name in after} - before
    assert not _overlapping(after)


def test_only_what_took_place_is_drawn_until_the_switch_adds_the_rest(see, week):
    seen = see(week)
    assert "antony-blinken sergey-lavrov" not in seen.ask("contactKg.edges()")
    assert all(not line["dashes"] for line in seen.ask("contactKg.lines()") if not line["hidden"])
    seen.page.check("#others")
    assert "antony-blinken sergey-lavrov" in seen.ask("contactKg.edges()")
    dashed = {
        line["id"]: line["dashes"] for line in seen.ask("contactKg.lines()") if line["dashes"] and not line["hidden"]
    }
    assert len(dashed) == 5
    assert dashed["annalena-baerbock hakan-fidan"] == [9, 6]
    assert dashed["bashar-al-assad recep-tayyip-erdogan"] == [2, 5]
    assert "planned or proposed" in seen.page.inner_text("#legend")
    seen.page.uncheck("#others")
    assert "antony-blinken sergey-lavrov" not in seen.ask("contactKg.edges()")


def test_lines_are_wider_with_more_contacts_and_have_an_arrow_where_order_counts(see, week):
    lines = {line["id"]: line for line in see(week, Showing(places=True)).ask("contactKg.lines()")}
    assert lines["hakan-fidan sergey-lavrov"]["width"] > lines["hakan-fidan najib-mikati"]["width"]
    assert lines["abbas-araghchi place:ankara"]["way"] == 1
    assert lines["abbas-araghchi hakan-fidan"]["way"] == 0


def test_a_click_on_a_line_shows_what_proves_the_contact(see, week):
    seen = see(week)
    seen.click_line("hakan-fidan", "sergey-lavrov")
    assert seen.ask("contactKg.opened()") == ["edge", "hakan-fidan sergey-lavrov"]
    assert "“Fidan rang Lavrov late on Saturday to go over the fighting”" in seen.panel
    assert "Bosphorus Post · 30 Nov 2024" in seen.panel
    assert "3 independent sources" in seen.panel
    assert "high confidence" in seen.panel
    assert {"Fidan", "Lavrov"} <= set(seen.page.locator("#panel mark").all_inner_texts())
    assert seen.page.get_attribute("#panel blockquote a", "href").startswith("https://")


def test_a_click_on_an_actor_shows_counterparts_topics_and_contacts(see, week):
    seen = see(week)
    at = seen.ask("contactKg.where('bashar-al-assad')")
    seen.page.mouse.click(at["x"], at["y"])
    assert seen.page.inner_text("#panel h2") == "Bashar al-Assad"
    assert "Counterparts (3)" in seen.panel
    assert "Syria" in seen.page.inner_text("#panel .topics")
    assert "Assad received Araghchi at the palace" in seen.panel
    assert "Qatari" not in seen.panel


def test_a_click_on_a_name_is_a_click_on_its_actor(see, week):
    seen = see(week)
    name = next(one for one in seen.ask("contactKg.names()") if one["id"] == "geir-pedersen")
    seen.page.mouse.click((name["left"] + name["right"]) / 2, (name["top"] + name["bottom"]) / 2)
    assert seen.ask("contactKg.opened()") == ["node", "geir-pedersen"]


def test_months_of_an_actor_are_a_chart_told_in_words(see, week):
    seen = see(week)
    seen.choose("Fidan")
    told = seen.page.get_attribute("#panel .months svg", "aria-label")
    assert told.startswith("Contacts by month, Nov 2024 to Dec 2024; most in Dec 2024")


def test_a_contact_that_did_not_take_place_says_so(see, made):
    seen = see(made(status="refused", quote="Ray would not take the call"))
    assert seen.ask("contactKg.edges()") == ["ann-lee bo-ray"]
    seen.page.click("#panel .names button")
    assert seen.page.inner_text("#panel .status") == "refused"


def test_without_quotes_outlets_remain(see, week):
    seen = see(week, Showing(quotes=False))
    seen.click_line("hakan-fidan", "sergey-lavrov")
    assert "Fidan rang Lavrov" not in seen.page.content()
    assert "Bosphorus Post · 30 Nov 2024" in seen.panel


def test_dark_and_light_change_by_a_button(see, week):
    seen = see(week)
    ground = "getComputedStyle(document.body).backgroundColor"
    before = seen.ask(ground)
    seen.page.click("#theme")
    assert seen.ask(ground) != before
    assert seen.page.get_attribute("#theme", "aria-pressed") == "true"


def test_an_empty_page_says_so(see):
    seen = see(([], {}, []))
    assert seen.page.is_visible("#nothing")
    assert seen.faults == []


def test_a_reader_of_a_shortened_network_is_told_how_to_go_deeper(see, crowd, monkeypatch):
    from dataclasses import replace

    from kg.view import page as module
    from kg.view.style import style

    small = replace(style(), limits=replace(style().limits, actors=100, strongest=40))
    monkeypatch.setattr(module, "style", lambda: small)
    seen = see(crowd)
    assert len(seen.ask("contactKg.nodes()")) <= 40
    assert "these are the 40 of" in seen.page.inner_text("#notice")
    assert "kg view --around NAME" in seen.page.inner_text("#notice")
