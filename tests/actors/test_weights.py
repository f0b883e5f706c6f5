from kg.actors.scoring import OF_SPELLINGS, OF_WORDS
from kg.actors.weights import weights


def test_every_evidence_is_a_function_with_a_weight_and_each_weight_is_of_an_evidence() -> None:
    table = weights()
    of_spellings = {*table.strongest, *table.circumstances}
    of_words = {name for column in table.full_names.values() for name in column} - {"bias"}
    assert of_spellings <= set(OF_SPELLINGS)
    assert of_words <= set(OF_WORDS)
    assert set(table.never) <= {*OF_SPELLINGS, *OF_WORDS}
    assert {*of_spellings, *of_words, *table.never} == {*OF_SPELLINGS, *OF_WORDS}


def test_every_evidence_says_what_it_is() -> None:
    assert [rule.__name__ for rule in (*OF_SPELLINGS.values(), *OF_WORDS.values()) if not rule.__doc__] == []


def test_every_column_weighs_the_same_kinds_of_evidence() -> None:
    columns = {name: set(column) for name, column in weights().full_names.items()}
    assert set(columns) == {"same_script", "other_script", "han"}
    assert all("bias" in column and "weakest_word" in column for column in columns.values())
