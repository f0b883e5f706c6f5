import pytest

pytestmark = pytest.mark.usefixtures("store")


def test_an_export_comes_back(kg):
    assert kg("export", "-o", "all.nq.gz", "--layer", "all").returncode == 0
    done = kg("import", "all.nq.gz", "--store", "two")
    assert (done.returncode, done.stdout) == (0, "2 articles added, 0 replaced, 0 the same already\n"), done.stderr
    assert kg("import", "all.nq.gz").stdout == "0 articles added, 0 replaced, 2 the same already\n"
    assert kg("diff", "two", ".contact-kg").stderr == "0 new, 0 gone, 0 changed\n"
    assert (
        kg("export", "-o", "-", "--format", "nquads", "--store", "two", "--layer", "all", "--sorted").stdout
        == kg("export", "-o", "-", "--format", "nquads", "--layer", "all", "--sorted").stdout
    )


def test_a_file_that_is_no_export_is_refused_in_a_line(kg, fails, tmp_path):
    assert kg("export", "-o", "contacts.nq").returncode == 0
    assert "a.ttl" in fails("import", "a.ttl", code=1)
    (tmp_path / "a.nq").write_text("<http://a.example/s> <http://a.example/p> <http://a.example/o> .\n")
    assert "a.example/s" in fails("import", "a.nq", "--store", "two", code=1)
