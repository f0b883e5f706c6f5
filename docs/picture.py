"""Draws the pictures of the network page that docs/ and the README show.

    python docs/picture.py exports/network.html build/page-5000.html docs

The first page is that of the demo, the second one of 5,000 invented actors (benchmarks/page.py --write). Needs
the test extras (playwright) and a Chromium of the system; the pages themselves ask nothing of the network.
"""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]


@dataclass(frozen=True)
class Picture:
    """One picture: its name, the view's address on the page, the window, the scheme, and which page."""

    name: str
    fragment: str = ""
    width: int = 1280
    height: int = 800
    scheme: str = "light"
    large: bool = False


PICTURES = (
    Picture("page"),
    Picture("page-evidence", "#open=edge&open=hakan-fidan sergey-lavrov"),
    Picture("page-actor", "#open=node&open=recep-tayyip-erdogan"),
    Picture("page-table", "#tab=table"),
    Picture("page-matrix", "#tab=matrix&open=cell&open=IR&open=TR&open=countries"),
    Picture("page-timeline", "#tab=timeline"),
    Picture("page-dark", "#all=1", scheme="dark"),
    Picture("page-phone", width=390, height=844),
    Picture("page-5000", large=True),
)


def draw(browser: Browser, page: Path, picture: Picture, folder: Path) -> None:
    """Opens the view without a network and writes what a reader sees."""
    size = {"width": picture.width, "height": picture.height}
    context = browser.new_context(
        viewport=size, offline=True, color_scheme=picture.scheme, reduced_motion="reduce",
        device_scale_factor=2 if picture.width < 500 else 1,
    )  # fmt: skip
    tab = context.new_page()
    tab.goto(page.resolve().as_uri() + picture.fragment)
    tab.wait_for_timeout(6000 if picture.large else 1500)
    tab.screenshot(path=folder / f"{picture.name}.png")
    context.close()


def main(page: Path, large: Path, folder: Path) -> None:
    """Draws all of them."""
    chromium = next((p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p), None)
    if chromium is None:
        sys.exit("No Chromium found. On Debian: apt install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        for picture in PICTURES:
            draw(browser, large if picture.large else page, picture, folder)
        browser.close()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
