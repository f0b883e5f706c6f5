"""Smaller contacts within larger ones."""


def test_a_meeting_of_two_is_part_of_the_meeting_of_three(press):
    press.article("a1", "2024-12-02")
    press.article("a2", "2024-12-02")
    whole = press.tells("a1", "Fidan, Lavrov, Araghchi", "met", "", "2024-12-02", place="Doha")
    part = press.tells("a2", "Fidan", "met", "Lavrov", "2024-12-02", place="Doha")
    parts = {contact.id: contact.part_of for contact in press.contacts()}
    assert parts == {whole: None, part: whole}


def test_another_place_or_day_is_no_part(press):
    for number, (day, place) in enumerate(
        (("2024-12-02", "Doha"), ("2024-12-02", "Ankara"), ("2024-12-05", "Doha"), ("2024-12-09", None)),
        start=1,
    ):
        press.article(f"a{number}", "2024-12-09")
        others = "Lavrov, Araghchi" if number == 1 else "Lavrov"
        press.tells(f"a{number}", "Fidan", "met", others, day, place=place)
    assert {contact.part_of for contact in press.contacts()} == {None}
