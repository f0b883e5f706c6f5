"""Three articles from beginning to end: a call, a meeting announced and held, a visit, a refusal."""

from kg.contacts import derive
from kg.model import Place


def three_articles(press) -> None:
    press.article("9ab1", "2024-11-30", "ANKA")
    press.tells("9ab1", "Hakan Fidan", "called", "Sergey Lavrov")
    press.tells("9ab1", "Abbas Araghchi", "met", "Hakan Fidan", "2024-12-02", status="planned", place="Ankara")
    press.article("c03f", "2024-12-02", "Tehran Wire")
    press.tells("c03f", "Abbas Araghchi", "met", "Hakan Fidan", "2024-12-02", place="Ankara")
    press.tells("c03f", "Abbas Araghchi", "visited", "Ankara", "2024-12-02")
    press.article("77e0", "2024-12-01", "Bosphorus Post")
    press.tells("77e0", "Abbas Araghchi", "called", "Sergey Lavrov", status="refused")


def test_three_articles_make_four_contacts(press):
    three_articles(press)
    assert {contact.id: (contact.label, contact.status, contact.sources) for contact in press.contacts()} == {
        "9ab1-abcde-1": ("Hakan Fidan called Sergey Lavrov (by 2024-11-30)", "occurred", 1),
        "9ab1-abcde-2": ("Abbas Araghchi met Hakan Fidan, Ankara, 2024-12-02", "occurred", 2),
        "c03f-abcde-2": ("Abbas Araghchi visited Ankara, 2024-12-02", "occurred", 1),
        "77e0-abcde-1": ("Abbas Araghchi called Sergey Lavrov (refused)", "refused", 1),
    }


def test_who_refused_to_speak_did_not_speak(press):
    three_articles(press)
    assert {one for one, name, other in press.ties() if name == "spoke_with" and other == "sergey-lavrov"} == {
        "hakan-fidan"
    }
    assert ("abbas-araghchi", "visited", Place("ankara", "Ankara", "TR")) in press.ties()


def test_a_report_whose_actors_nobody_resolved_makes_no_contact(press):
    press.article("a1", "2024-12-02")
    press.tells("a1", "Hakan Fidan", "met", "Sergey Lavrov")
    assert derive(press.documents(), {}, {}) == ()
