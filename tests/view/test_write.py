import base64
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ExportError
from kg.view import write_page
from kg.view.write import data


@given(
    st.recursive(
        st.text() | st.integers() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    )
)
def test_json_comes_back_and_cannot_leave_its_script_element(value):
    written = data(value)
    assert json.loads(written) == value
    assert not set(written) & set("<>&\u2028\u2029")


def test_the_policy_names_the_hash_of_each_script_and_style_in_the_file(week, tmp_path):
    text = write_page(*week, tmp_path / "page.html").read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1].replace("&#39;", "'")
    assert "default-src 'none'" in policy
    parts = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", text, re.DOTALL)
    hashes = {f"'sha256-{base64.b64encode(hashlib.sha256(part.encode()).digest()).decode()}'" for part in parts}
    assert hashes == set(re.findall(r"'sha256-[^']+'", policy))
    assert "unsafe" not in policy


def test_the_file_names_no_other_file_or_host_to_load(week, tmp_path):
    text = write_page(*week, tmp_path / "page.html").read_text(encoding="utf-8")
    assert re.findall(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="([^"]*)"', text) == ["data:,"]
    assert "sourceMappingURL" not in text


def test_the_same_contacts_give_the_same_bytes(week, tmp_path):
    one = write_page(*week, tmp_path / "one.html").read_bytes()
    assert write_page(week.contacts[::-1], week.actors, week.documents, tmp_path / "two.html").read_bytes() == one


def test_a_quote_is_in_the_file_once_although_three_pairs_share_it(week, tmp_path):
    text = write_page(*week, tmp_path / "page.html").read_text(encoding="utf-8")
    assert text.count("held a round of talks in Doha") == 1
    assert all(text.count(f'"{quote.quote}"') <= 1 for document in week.documents for quote in document.reports)


def test_the_libraries_licence_stays_with_its_script(week, tmp_path):
    text = write_page(*week, tmp_path / "page.html").read_text(encoding="utf-8")
    assert "@license" in text
    assert "vis.js is dual licensed" in text


def test_a_missing_folder_is_told(week, tmp_path):
    with pytest.raises(ExportError, match="there is no folder"):
        write_page(*week, tmp_path / "none" / "page.html")


def test_a_failed_write_leaves_the_old_page_and_no_rubbish(made, tmp_path, monkeypatch):
    page = tmp_path / "page.html"
    page.write_text("old")
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ExportError, match="No space left"):
        write_page(*made(), page)
    assert page.read_text() == "old"
    assert list(tmp_path.iterdir()) == [page]
