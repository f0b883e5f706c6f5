import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import KgError
from kg.exchange import ImportReport, import_file
from kg.graph import open_writer


def bring(file, store, **options):
    with open_writer(store, "tests") as writer:
        return import_file(writer, file, **options)


@pytest.mark.parametrize("suffix", ["nq", "trig", "nq.gz", "trig.gz"])
def test_what_was_exported_comes_back_as_the_same_graph(made, exported, quads_of, documented, tmp_path, suffix):
    store = made("one", documented(1), documented(2, "called", "refused"), documented(3, "met", "planned"))
    done = bring(exported(store, suffix), tmp_path / "two")
    assert done == ImportReport(added=3)
    assert quads_of(tmp_path / "two", runs=True) == quads_of(store, runs=True)


def test_a_second_import_changes_nothing(made, exported, quads_of, documented):
    store = made("one", documented(1))
    before = quads_of(store)
    assert bring(exported(store), store) == ImportReport(same=1)
    assert quads_of(store) == before


def test_a_colleagues_graph_is_joined_as_if_all_had_been_read_by_one(made, exported, quads_of, documented):
    mine = made("mine", documented(1), documented(2))
    theirs = made("theirs", documented(2), documented(3, "called"))
    both = made("both", documented(1), documented(2), documented(3, "called"))
    assert bring(exported(theirs), mine) == ImportReport(added=1, same=1)
    assert quads_of(mine) == quads_of(both)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(split=st.lists(st.booleans(), min_size=5, max_size=5))
def test_however_articles_are_divided_the_joined_graph_is_one(
    split, made, exported, quads_of, documented, tmp_path_factory
):
    documents = [documented(number, "met" if number % 3 else "called") for number in range(1, 6)]
    mark = tmp_path_factory.mktemp("split").name
    mine = made(f"{mark}mine", *(one for one, ours in zip(documents, split, strict=True) if ours))
    theirs = made(f"{mark}theirs", *(one for one, ours in zip(documents, split, strict=True) if not ours))
    if not all(split):
        bring(exported(theirs), mine)
    assert quads_of(mine) == quads_of(made(f"{mark}all", *documents))


def test_another_reading_of_an_article_is_kept_or_replaced_as_asked(made, exported, quads_of, documented):
    mine = made("mine", documented(1))
    theirs = made("theirs", documented(1, "called", extractor="another"))
    file, before = exported(theirs), quads_of(mine)
    assert bring(file, mine) == ImportReport(kept=1)
    assert quads_of(mine) == before
    assert bring(file, mine, replace_own=True) == ImportReport(replaced=1)
    assert quads_of(mine) == quads_of(theirs)


KG, ART = "https://w3id.org/contact-kg/ontology#", "https://w3id.org/contact-kg/article/0000000000000001"
REP = "https://w3id.org/contact-kg/report/0000000000000001-aaaaa-1"


@pytest.mark.parametrize(
    ("line", "named"),
    [
        (f'<{REP}> <{KG}invented> "x" <{ART}> .', "invented"),
        (f"<{REP}> <{KG}reportedStatus> <{KG}denied> <{ART}> .", "rep:0000000000000001-aaaaa-1"),
        (
            f"<{REP}> <{KG}participant> <https://w3id.org/contact-kg/actor/turkey> <{ART}> .",
            "rep:0000000000000001-aaaaa-1",
        ),
        (f'<https://elsewhere.example/a> <{KG}name> "x" <{ART}> .', "elsewhere.example/a"),
        (f'<{REP}> <{KG}quote> "x" <https://elsewhere.example/graph> .', "elsewhere.example/graph"),
        (f'_:b <{KG}name> "x" <{ART}> .', "IRI"),
        (f'<{REP}> <{KG}quote> "x" .', "no graph"),
    ],
)
def test_what_no_export_of_ours_says_is_refused_and_named(made, exported, documented, tmp_path, line, named):
    file = exported(made("one", documented(1)))
    file.write_text(file.read_text("utf-8") + line + "\n", "utf-8")
    with pytest.raises(KgError) as refused:
        bring(file, tmp_path / "two")
    assert named in str(refused.value)
    with open_writer(tmp_path / "two", "tests") as store:
        assert list(store.match()) == []


def test_a_report_without_its_sentence_is_refused_with_the_rule(made, exported, documented, tmp_path):
    file = exported(made("one", documented(1)))
    lines = [line for line in file.read_text("utf-8").splitlines() if f"<{KG}quote>" not in line]
    file.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(KgError) as refused:
        bring(file, tmp_path / "two")
    assert "rep:0000000000000001-aaaaa-1" in str(refused.value)
    assert "kg:quote" in str(refused.value)


@pytest.mark.parametrize(("name", "text"), [("a.ttl", ""), ("a.nq", "not RDF"), ("a.nq", ""), ("none.nq", None)])
def test_other_files_are_refused_in_a_line(tmp_path, name, text):
    if text is not None:
        (tmp_path / name).write_text(text)
    with pytest.raises(KgError):
        bring(tmp_path / name, tmp_path / "two")
