import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_the_page_holds_the_names(kg, tmp_path):
    done = kg("view", "-o", "network.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert "network.html" in done.stderr
    assert "Hakan Fidan" in (tmp_path / "network.html").read_text("utf-8")


def test_a_folder_that_is_not_there_is_named(fails):
    assert "no folder" in fails("view", "-o", "nowhere/network.html", code=1)
