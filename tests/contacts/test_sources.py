"""How many independent outlets."""

from kg.articles.copies import sketch


def told_by(press, *articles: dict[str, str]) -> int:
    for number, keys in enumerate(articles, start=1):
        quote = keys.pop("quote", None)
        press.article(f"a{number}", "2024-12-02", **keys)
        press.tells(f"a{number}", "Fidan", "called", "Lavrov", "2024-12-02", quote=quote)
    return press.contact().sources


def test_two_outlets_are_two_sources(press):
    assert told_by(press, {"outlet": "Daily One"}, {"outlet": "Daily Two"}) == 2


def test_one_outlet_twice_is_one_source(press):
    assert told_by(press, {"outlet": "Daily One"}, {"outlet": "DAILY ONE"}) == 1


def test_one_agency_sentence_in_two_outlets_is_one_source(press):
    quote = "Fidan held a phone call with Lavrov"
    copies = [{"outlet": "Daily One", "quote": quote}, {"outlet": "Daily Two", "quote": quote.upper()}]
    assert told_by(press, *copies, {"outlet": "Daily Three"}) == 2


def test_one_text_in_two_outlets_is_one_source(press):
    copies = (
        {"outlet": "Daily One", "content_hash": "sha256:1"},
        {"outlet": "Daily Two", "content_hash": "sha256:1"},
    )
    assert told_by(press, *copies) == 1


def test_outlets_that_share_a_copy_with_a_third_are_one(press):
    assert (
        told_by(
            press,
            {"outlet": "Daily One", "quote": "They spoke."},
            {"outlet": "Daily Two", "content_hash": "sha256:1"},
            {"outlet": "Daily Three", "quote": "They spoke.", "content_hash": "sha256:1"},
        )
        == 1
    )


def test_an_agency_sentence_with_a_word_changed_is_one_source(press):
    quote = "Foreign Minister Hakan Fidan held a phone call with his Russian counterpart Sergey Lavrov on Monday"
    copies = [{"outlet": "Daily One", "quote": quote}, {"outlet": "Daily Two", "quote": f"Turkish {quote}."}]
    assert told_by(press, *copies) == 1


def test_sentences_of_two_reporters_are_two_sources(press):
    quotes = (
        "Foreign Minister Hakan Fidan held a phone call with his Russian counterpart Sergey Lavrov on Monday",
        "Russia's Sergey Lavrov and Turkey's Hakan Fidan spoke by phone on Monday about the fighting in Syria",
    )
    assert told_by(press, *({"outlet": f"Daily {quote[:6]}", "quote": quote} for quote in quotes)) == 2


def test_short_sentences_that_are_nearly_alike_are_not_copies(press):
    quotes = ("Fidan called Lavrov on Monday.", "Fidan called Lavrov on Mondays.")
    assert told_by(press, *({"outlet": f"Daily {number}", "quote": quote} for number, quote in enumerate(quotes))) == 2


LEAD = "Foreign Minister Hakan Fidan held a phone call with Russian Foreign Minister Sergey Lavrov on Monday."
BODY = (
    "The ministers went through the situation in the north of Syria after the fall of several towns in a week. "
    "Ankara has asked Moscow to keep the crossing points open for trucks of the United Nations until the spring. "
    "A further round of talks among deputy ministers of both countries is to be held in Antalya later this month. "
    "Trade between the two rose by a tenth last year, most of it gas and wheat, figures of the ministry show."
)
SHORTENED = "Turkey's top diplomat rang Sergey Lavrov. " + ". ".join(BODY.split(". ")[:3])
OTHER = (
    "Russia's foreign minister told his colleague in Ankara that attacks on Aleppo must end, as the ministry said. "
    "Lavrov, who returned from Malta on Friday, had earlier accused Kyiv of arming the rebels with drones. "
    "Observers in Beirut doubt that either capital controls the groups which now march on Hama and farther south. "
    "Oil prices hardly moved on the news, and the rouble lost a little of what it had gained in the morning."
)


def test_an_agency_text_shortened_and_under_another_first_sentence_is_one_source(press):
    copies = (
        {"outlet": "Daily One", "sketch": sketch(f"{LEAD} {BODY}"), "quote": LEAD},
        {"outlet": "Daily Two", "sketch": sketch(SHORTENED), "quote": "Turkey's top diplomat rang Sergey Lavrov."},
    )
    assert told_by(press, *copies) == 1


def test_a_quoted_sentence_of_the_same_agency_makes_no_copy(press):
    mostly_own = f"{OTHER} {BODY.split('. ')[0]}."
    articles = (
        {"outlet": "Daily One", "sketch": sketch(f"{LEAD} {BODY}"), "quote": LEAD},
        {"outlet": "Daily Two", "sketch": sketch(mostly_own), "quote": OTHER.split(".")[0]},
    )
    assert told_by(press, *articles) == 2


def test_articles_that_have_no_sketch_are_told_apart_as_ever(press):
    articles = ({"outlet": "Daily One", "quote": LEAD}, {"outlet": "Daily Two", "sketch": sketch(OTHER)})
    assert told_by(press, *articles) == 2
