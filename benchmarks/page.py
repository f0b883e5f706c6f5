"""Opening and filtering the network page at several sizes, beside bare vis-network and pyvis with its defaults.

    python benchmarks/page.py [--sizes 100 1000 5000] [--write 5000 FILE]

Bare vis-network draws the same nodes and lines at the same places with physics off and nothing else: no evidence,
no filter, no names. pyvis with its defaults finds the places in the browser while one watches. Drawn: from the
start of loading to the end of the first drawing. Settled: until pyvis's nodes rest, tried no longer than a minute.
Filter: from the click to the end of the drawing that shows it. The middle of three runs, each in a fresh tab. The
aims: drawn within 0.5 s of bare vis-network, a filter within 0.3 s at 1,000 actors and 1 s at 5,000.
"""

import argparse
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, ViewportSize, sync_playwright
from playwright.sync_api import TimeoutError as TooSlow

from kg.gazetteer import gazetteer
from kg.model import Actor, Article, Contact, Document, NamedActor, Period, Report, Role, Status
from kg.view import parts, write_page
from kg.view.page import page

TIES_AN_ACTOR = 3
RUNS = 3
PATIENCE = 60_000
WINDOW: ViewportSize = {"width": 1280, "height": 800}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
RELATIONS = {"met": 30, "spoke_with": 18, "called": 17, "negotiated_with": 4, "wrote_to": 4, "signed_with": 3}
STATUSES: dict[Status, int] = {"occurred": 75, "planned": 12, "proposed": 5, "refused": 4, "denied": 4}
TOPICS = ("Syria", "Gaza ceasefire", "grain deal", "prisoner exchange", "sanctions", "border", "gas pipeline", "trade")
SOUNDS = [first + last for first in "b d f g h k l m n r s t v z".split() for last in "a e i o u ai".split()]
FIRST_DAY = date(2023, 1, 1)
DAYS = 700

World = tuple[list[Contact], dict[str, Actor], list[Document]]


def world(actors: int, seed: int = 11) -> World:
    """Contacts between so many invented actors, three ties each, of whom a few have most.

    The n-th country and the n-th official of a country have about 1/n of what the first has; two of three ties
    are between neighbours of a region, so that there are communities as in real news.
    """
    chance = random.Random(seed)
    codes = sorted(gazetteer().countries)
    chance.shuffle(codes)
    codes = codes[: min(len(codes), max(8, actors // 12))]
    people: dict[str, Actor] = {}
    regions: list[list[str]] = [[] for _ in range(max(4, len(codes) // 8))]
    shares = [1 / (rank + 1) for rank in range(len(codes))]
    for number in range(actors):
        code = number if number < len(codes) else chance.choices(range(len(codes)), shares)[0]
        key = f"actor-{number:05}"
        first, last = ("".join(chance.choices(SOUNDS, k=k)).capitalize() for k in (2, 3))
        people[key] = Actor(key, f"{first} {last}", "person", codes[code])
        regions[code % len(regions)].append(key)
    everybody = list(people)
    weights = [1 / (rank + 1) ** 0.8 for rank in range(len(everybody))]
    found = [
        _told(number, *pair, people, chance)
        for number, pair in enumerate(_pairs(actors * TIES_AN_ACTOR, everybody, weights, regions, chance))
    ]
    return [contact for contact, _ in found], people, [document for _, document in found]


def _pairs(
    count: int, everybody: list[str], weights: list[float], regions: list[list[str]], chance: random.Random
) -> Iterator[tuple[str, str]]:
    home = {key: region for region in regions for key in region}
    rank = dict(zip(everybody, weights, strict=True))
    inside = {id(region): [rank[key] for key in region] for region in regions}
    ones = chance.choices(everybody, weights, k=count)
    ones[: len(everybody)] = everybody
    for one in ones:
        region = home[one]
        other = one
        while other == one:
            if len(region) > 1 and chance.random() < 0.67:
                other = chance.choices(region, inside[id(region)])[0]
            else:
                other = chance.choices(everybody, weights)[0]
        yield one, other


def _told(
    number: int, one: str, other: str, people: dict[str, Actor], chance: random.Random
) -> tuple[Contact, Document]:
    relation = chance.choices(list(RELATIONS), list(RELATIONS.values()))[0]
    status = chance.choices(list(STATUSES), list(STATUSES.values()))[0]
    day = FIRST_DAY + timedelta(days=int(DAYS * chance.random() ** 0.6))
    a, b = people[one], people[other]
    topic = chance.choice(TOPICS)
    quote = f"{a.name} and {b.name} went over {topic} again on {day:%A}, and agreed to go on in round {number}."
    article = Article(f"{number:016x}", f"{number}.txt", "", f"Round {number} on {topic}", day, f"Outlet {number % 60}")
    named = tuple(NamedActor(f"{article.id}-{end.id[-5:]}", end.name, "person", end.country) for end in (a, b))
    report = f"{article.id}-00000-1"
    period = Period.of(day.isoformat())
    contact = Contact(
        id=report, label=f"{a.name} {relation.replace('_', ' ')} {b.name}, {day}", relation=relation, status=status,
        roles=(Role("participant", one), Role("participant", other)), period=period, place=None, destination=None,
        topics=(topic,), sources=1 + (number % 11 == 0), confidence=0.9, reports=(report,),
    )  # fmt: skip
    told = Report(report, relation, status, (named[0].id,), (named[1].id,), period, quote, 0, len(quote), "", 0.9)
    return contact, Document(article, named, (told,), "invented")


def bare(made: World, path: Path) -> None:
    """vis-network with the same nodes, lines and places, and nothing else."""
    shown = page(*made)
    drawn = {node["id"] for node in shown["nodes"] if "x" in node}
    held = {number for number, contact in enumerate(shown["contacts"]) if contact["status"] == "occurred"}
    edges = [
        {"from": edge["from"], "to": edge["to"]} for edge in shown["edges"] if not held.isdisjoint(edge["contacts"])
    ]
    joined = {end for edge in edges for end in edge.values()}
    nodes = [
        {"id": node["id"], "x": node["x"], "y": node["y"], "shape": "dot", "size": 12}
        for node in shown["nodes"]
        if node["id"] in drawn & joined
    ]
    script = (
        f"const nodes = new vis.DataSet({json.dumps(nodes)}); const edges = new vis.DataSet({json.dumps(edges)});"
        "const network = new vis.Network(document.getElementById('network'), {nodes, edges},"
        "{physics: {enabled: false}, layout: {improvedLayout: false}, edges: {smooth: false}});"
        "network.once('afterDrawing', () => performance.mark('drawn')); network.fit();"
    )
    path.write_text(
        "<!doctype html><meta charset=utf-8><div id=network style='width:930px;height:600px'></div>"
        f"<script>{parts.drawing()}</script><script>{script}</script>",
        encoding="utf-8",
    )


def plain(made: World, path: Path) -> None:
    """What pyvis writes with its defaults."""
    from pyvis.network import Network

    contacts, actors, _ = made
    pairs = {tuple(sorted(contact.actors)) for contact in contacts if contact.status == "occurred"}
    net = Network(cdn_resources="in_line")
    known = sorted({key for pair in pairs for key in pair})
    net.add_nodes(known, label=[actors[key].name for key in known])
    # Its add_edge compares each with all before it: at 5,000 actors that alone takes half a minute.
    net.edges = [{"from": one, "to": other} for one, other in sorted(pairs)]
    told = net.generate_html().replace(
        "network = new vis.Network(container, data, options);",
        "network = new vis.Network(container, data, options);"
        "network.once('afterDrawing', () => performance.mark('drawn'));"
        "network.once('stabilizationIterationsDone', () => performance.mark('settled'));",
    )
    path.write_text(told, encoding="utf-8")


TELL_MARKS = """new PerformanceObserver((list) => {
    for (const mark of list.getEntries()) console.debug("mark", mark.name, mark.startTime);
}).observe({ type: "mark", buffered: true });"""


def _marked(start: Callable[[], Browser], path: Path, mark: str) -> float | None:
    """Milliseconds from the start of loading to a mark, None where it takes too long."""
    browser = start()
    tab = browser.new_context(viewport=WINDOW, offline=True).new_page()
    tab.add_init_script(TELL_MARKS)
    tab.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())

    def is_it(message: ConsoleMessage) -> bool:
        return message.text.startswith(f"mark {mark} ")

    try:
        with tab.expect_console_message(is_it, timeout=PATIENCE) as told:
            tab.goto(path.as_uri(), wait_until="commit")
        return float(told.value.text.split()[-1])
    except TooSlow:
        return None
    finally:
        browser.close()


FILTERED = """async () => {
    const start = performance.now();
    const box = document.querySelector('#filters input[value=met]');
    box.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""


def _filtered(start: Callable[[], Browser], path: Path) -> float:
    """Milliseconds from a click on a filter until what it leaves is drawn."""
    browser = start()
    tab = browser.new_context(viewport=WINDOW, offline=True).new_page()
    tab.goto(path.as_uri())
    tab.click("#filters-button")
    found = float(tab.evaluate(FILTERED))
    browser.close()
    return found


def measure(sizes: list[int]) -> None:
    """Prints a row for each size and way."""
    chromium = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if chromium is None:
        sys.exit("No Chromium found. On Debian: apt install chromium")
    print("| actors | page | file, MB | drawn, s | settled, s | filter, s |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        start = partial(playwright.chromium.launch, executable_path=chromium, args=FLAGS)
        for size in sizes:
            made = world(size)
            ours, same, defaults = (Path(folder) / f"{name}-{size}.html" for name in ("ours", "same", "defaults"))
            write_page(*made, ours)
            bare(made, same)
            plain(made, defaults)
            # Turn about, so that what else the machine does touches both alike.
            drawn = [(_marked(start, ours, "drawn"), _marked(start, same, "drawn")) for _ in range(RUNS)]
            filtered = [_filtered(start, ours) for _ in range(RUNS)]
            _row(size, "kg view", ours, [one for one, _ in drawn], [0.0], filtered)
            _row(size, "bare vis-network", same, [other for _, other in drawn], [0.0])
            _row(size, "pyvis, its defaults", defaults, [_marked(start, defaults, "drawn")],
                 [_marked(start, defaults, "settled")])  # fmt: skip


def _row(
    size: int,
    way: str,
    path: Path,
    drawn: Sequence[float | None],
    settled: Sequence[float | None],
    filtered: Sequence[float] = (),
) -> None:
    cells = [f"{size:,}", way, f"{path.stat().st_size / 1e6:.1f}", _middle(drawn), _middle(settled)]
    print(f"| {' | '.join(cells)} | {_middle(filtered) if filtered else ''} |", flush=True)


def _middle(times: Sequence[float | None]) -> str:
    """The middle of some times, in seconds."""
    known = [time for time in times if time is not None]
    return f"{median(known) / 1000:.2f}" if len(known) == len(times) else f"> {PATIENCE // 1000}"


def main() -> None:
    """Measures, or writes the page of one size."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", type=int, nargs="+", default=[100, 1000, 5000])
    options.add_argument("--write", nargs=2, metavar=("ACTORS", "FILE"), help="only write the page of so many actors")
    given: Any = options.parse_args()
    if given.write:
        write_page(*world(int(given.write[0])), given.write[1])
    else:
        measure(given.sizes)


if __name__ == "__main__":
    main()
