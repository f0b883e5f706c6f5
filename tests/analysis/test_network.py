from kg.analysis.network import network, tied, took_place


def test_a_tie_counts_contacts_and_knows_the_latest(contact, actors):
    later, earlier = contact("t1 i1", "2024-12-01"), contact("t1 i1", "2024-11-01")
    graph = network([later, earlier, contact("t1 r1")], actors)
    assert graph.edges["t1", "i1"] == {"contacts": 2, "latest": later.id}
    assert dict(graph.nodes["t1"]) == {"name": "T1", "type": "person", "country": "TR", "contacts": 3}


def test_a_mediator_is_tied_with_the_parties_and_they_not_with_one_another(contact):
    mediation = contact("q1 t1 s1", relation="mediated")
    assert tied(mediation) == {("q1", "t1"), ("q1", "s1")}


def test_three_who_meet_are_three_ties(contact):
    assert tied(contact("t1 i1 r1")) == {("i1", "t1"), ("i1", "r1"), ("r1", "t1")}


def test_only_what_occurred_took_place(contact):
    held = contact("t1 i1")
    others = [contact("t1 i1", status=status) for status in ("planned", "refused", "denied", "disputed")]
    assert took_place([held, *others]) == [held]


def test_an_actor_nobody_describes_has_its_id_as_name(contact):
    assert network([contact("x9 t1")], {}).nodes["x9"]["name"] == "x9"
