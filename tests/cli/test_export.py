import pytest
from pyoxigraph import RdfFormat, parse

pytestmark = pytest.mark.usefixtures("store")


def test_a_file_and_standard_output_hold_the_same(kg, tmp_path):
    done = kg("export", "-o", "contacts.ttl")
    assert (done.returncode, done.stdout) == (0, "")
    text = (tmp_path / "contacts.ttl").read_text("utf-8")
    assert len(list(parse(text, RdfFormat.TURTLE))) > 20
    assert kg("export", "-o", "-", "--format", "turtle").stdout == text


def test_a_file_that_is_there_is_replaced_by_force_only(kg, fails, tmp_path):
    (tmp_path / "contacts.ttl").write_text("mine")
    assert "--force" in fails("export", "-o", "contacts.ttl", code=1)
    assert (tmp_path / "contacts.ttl").read_text() == "mine"
    assert kg("export", "-o", "contacts.ttl", "--force").returncode == 0


def test_an_unknown_format_is_told_with_those_there_are(fails):
    assert "turtle" in fails("export", "-o", "contacts.docx", code=1)
    assert "turtle" in fails("export", "-o", "x.ttl", "--format", "word", code=1)
