from kg.analysis.portrait import Mention, Spelling, portrait


def test_a_portrait(contact, actors, article):
    contacts = [contact("t1 i1"), contact("t1 i1", "2024-12-01"), contact("t1 r1", status="refused"), contact("i1 r1")]
    articles = {each.id: each for each in (article("2024-11-01", "Anka"), article("2024-12-01", None))}
    one, other = articles
    mentions = [
        Mention(one, ("T1", "Minister T1"), "known name and country"),
        Mention(other, ("T1",), "same name"),
    ]
    told_in = {contacts[0].reports[0]: one, contacts[1].reports[0]: other, contacts[3].reports[0]: one}
    found = portrait(actors["t1"], contacts, articles, actors, mentions, told_in)
    assert (found.contacts, found.others) == (2, 1)
    assert found.spellings == (
        Spelling("T1", 2, (("known name and country", (articles[one].name,)), ("same name", (articles[other].name,)))),
        Spelling("Minister T1", 1, (("known name and country", (articles[one].name,)),)),
    )
    assert found.partners == ((actors["i1"], 2),)
    assert found.topics == (("grain", 3),)
    assert found.outlets == ((None, 1), ("Anka", 1))
    assert [(beat.name, beat.took_place, beat.others) for beat in found.rhythm.beats] == [
        ("2024-11", 1, 1), ("2024-12", 1, 0),
    ]  # fmt: skip
