"""The lexicon's reader: someone who extends the files is told the place of a mistake."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import DataError
from kg.extraction.frame_table import frame_table, status_words
from kg.extraction.lexicon import fingerprint, irregular_forms, lexicon_folder, offices

Change = Callable[[str, str, str], str]


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """Changes a word of a copied file and returns the copy's folder, which is read as a language's folder is."""
    folder = shutil.copytree(lexicon_folder(), tmp_path / "en")

    def changed(file: str, old: str, new: str) -> str:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text, "the test is older than the lexicon"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return str(folder)

    return changed


def test_the_lexicon_itself_is_read() -> None:
    table = frame_table()
    assert len(table.frames) > 50
    assert "meet" in table.by_verb
    assert "talk" in table.by_noun
    assert status_words().verbs["refuse"] == "refused"
    assert "minister" in offices().heads
    assert irregular_forms()["meet"] == ("met",)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('verb = ["meet"]', 'verbs = ["meet"]', "met.toml: frame “meet-verb”: unknown key “verbs”"),
        ('verb = ["meet"]', 'verb = "meet"', "met.toml: frame “meet-verb”: “verb” must be a list"),
        ('verb = ["meet"]', "", "met.toml: frame “meet-verb” needs either “verb” or “noun”"),
        ('verb = ["meet"]', 'verb = ["meet"]\nnoun = ["meeting"]', "met.toml: frame “meet-verb” needs either"),
        ('subject = "a"', 'subject = "c"', "met.toml: frame “meet-verb”: slot value “c” is none of"),
        ('verb = ["meet"]', 'verb = ["meet"]\nstatus = "done"', "met.toml: frame “meet-verb”: “done” is no status"),
        ('relation = "met"', 'relation = "meets"', "met.toml: no relation “meets”"),
        ('relation = "met"', "relation = met", "met.toml: Invalid value"),
        ('name = "meet-verb"', "", "met.toml: frame “?”: “name” is missing"),
    ],
)
def test_a_mistake_in_a_frame_is_told_with_file_and_frame(change: Change, old: str, new: str, told: str) -> None:
    with pytest.raises(DataError) as fault:
        frame_table(change("met.toml", old, new))
    assert str(fault.value).startswith(told)


def test_a_frame_without_its_own_sentences_is_refused(change: Change) -> None:
    text = (lexicon_folder() / "met.toml").read_text(encoding="utf-8")
    silent = next(line for line in text.splitlines() if line.startswith("silent"))
    with pytest.raises(DataError, match="needs a sentence that fires and one that is silent"):
        frame_table(change("met.toml", silent, "silent = []"))


def test_a_mistake_in_another_file_is_told_with_its_name(change: Change) -> None:
    with pytest.raises(DataError, match=r"offices\.toml: unknown key “head”"):
        offices(change("offices.toml", "heads = [", "head = ["))
    with pytest.raises(DataError, match=r"status\.toml: unknown key “refuses”"):
        status_words(change("status.toml", "refused = [", "refuses = ["))


def test_a_language_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"offices\.toml"):
        offices(str(tmp_path / "xx"))


def test_the_fingerprint_changes_with_any_file(change: Change) -> None:
    assert fingerprint(change("met.toml", 'verb = ["meet"]', 'verb = ["meet", "greet"]')) != fingerprint()


@pytest.mark.parametrize(
    ("description", "office", "fits"),
    [
        ("leader", "president", True),
        ("leader", "foreign minister", False),
        ("minister", "minister of foreign affairs", True),
        ("premier", "prime minister", True),
        ("envoy", "ambassador", True),
        ("leader", "", False),
    ],
)
def test_which_description_fits_an_office(description: str, office: str, fits: bool) -> None:
    assert offices().fits(description, office) is fits
