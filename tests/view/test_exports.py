"""What is seen, as a file: PNG, SVG, CSV, paper."""

import csv
import io
import re
import struct
import xml.etree.ElementTree as ET


def _saved(seen, item):
    seen.page.click("#save summary")
    with seen.page.expect_download() as download:
        seen.page.click(f"#save-{item}")
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_the_svg_has_the_names_lines_title_and_legend_that_are_seen(see, week):
    seen = see(week, fragment="#rel=wrote_to")
    name, told = _saved(seen, "svg")
    root = ET.fromstring(told)
    words = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert name == "network.svg"
    assert {"Who was in contact with whom", "letter, envoy", "Iran"} <= set(words)
    assert "Masoud Pezeshkian" in " ".join(word for word in words if word)
    assert "Hakan Fidan" not in words
    assert any(word and word.startswith("shown: 1 contact, 2 actors") for word in words)


def test_the_png_is_a_picture_twice_the_size_of_the_screen(see, week):
    seen = see(week)
    name, told = _saved(seen, "png")
    assert name == "network.png"
    assert told.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", told[16:24])
    assert width >= 2 * 900
    assert height >= 2 * 500
    assert seen.faults == []


def test_the_csv_has_the_contacts_that_are_seen(see, week):
    seen = see(week, fragment="#topic=Syria")
    name, told = _saved(seen, "csv")
    rows = list(csv.DictReader(io.StringIO(told.decode())))
    assert name == "contacts.csv"
    assert [row["contact"] for row in rows] == seen.ask("contactKg.contacts()")
    assert all(row["topics"] == "Syria" for row in rows)
    assert "Assad received Araghchi at the palace" in {row["sentence"] for row in rows}


def test_the_csv_of_a_sorted_and_filtered_table_is_that_table(see, week):
    seen = see(week, fragment="#tab=table&find=fidan&sort=whom+1")
    _, told = _saved(seen, "csv")
    rows = list(csv.DictReader(io.StringIO(told.decode())))
    cells = seen.page.locator("#table tbody td.whom").all_inner_texts()
    assert [row["whom"] for row in rows] == cells


def test_no_cell_of_the_csv_is_a_formula(see, made):
    seen = see(made(quote='=HYPERLINK("https://evil.example","x")'))
    _, told = _saved(seen, "csv")
    (row,) = csv.DictReader(io.StringIO(told.decode()))
    assert row["sentence"].startswith("'=")


def test_the_network_prints_on_one_page_with_its_title(see, week, tmp_path):
    seen = see(week)
    told = seen.page.pdf(path=tmp_path / "page.pdf")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", told)) == 1


def test_the_address_of_the_view_is_offered(see, week):
    seen = see(week, fragment="#topic=Syria")
    seen.page.click("#save summary")
    seen.page.click("#save-link")
    seen.until("document.getElementById('said').textContent.includes('address')")
