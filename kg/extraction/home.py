"""The country at home in an article: a ministry's readout names its own people without their country."""

from kg.gazetteer import gazetteer
from kg.model import Article

_OFFICIAL = frozenset("Ministry Department Embassy Presidency Office Government Chancellery Kremlin House".split())
_LONGEST = 3  # words of a country's name


def home_of(article: Article) -> str | None:
    """The ISO code of the country whose office publishes the article; None where no office does."""
    words = [word.strip(",") for word in (article.outlet or "").split()]
    if not _OFFICIAL & set(words):
        return None
    names = gazetteer()
    for size in range(_LONGEST, 0, -1):
        for start in range(len(words) - size + 1):
            phrase = " ".join(words[start : start + size])
            for look in (names.country_of_adjective, names.country_of_name, names.country_of_seat):
                if code := look(phrase):
                    return code
    return None
