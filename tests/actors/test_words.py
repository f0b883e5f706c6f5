"""The tables of names.toml."""

import pytest

from kg.actors import words as module
from kg.actors.words import words
from kg.errors import DataError
from kg.gazetteer import fold
from kg.resources import ontology_folder


def test_all_words_are_folded():
    for table in (words().particles, words().titles, words().common_bodies, words().family_names):
        assert {fold(word) for word in table} == table


def test_titles_of_given_names_are_titles():
    assert words().titles_of_given_names <= words().titles


def test_an_unknown_table_is_refused_by_name(tmp_path, monkeypatch):
    text = (ontology_folder() / "actors" / "names.toml").read_text(encoding="utf-8")
    (tmp_path / "actors").mkdir()
    (tmp_path / "actors" / "names.toml").write_text('honorfics = ["mr"]\n' + text, encoding="utf-8")
    monkeypatch.setattr(module, "ontology_folder", lambda: tmp_path)
    words.cache_clear()
    try:
        with pytest.raises(DataError, match=r"names\.toml: tables missing or unknown: honorfics"):
            words()
    finally:
        words.cache_clear()
