"""Whether two names given by themselves are one person's or body's: the code that identity uses, on a pair.

match(Named("Abbas Araghchi"), Named("Abbas Araqchi"), country="IR")  →  Judgement("same", 0.94, "another …")
"""

import hashlib
from dataclasses import dataclass, replace

from kg.actors.scoring import Judgement, judge
from kg.actors.spellings import Spelling, spellings_of
from kg.model import ActorType, NamedActor


@dataclass(frozen=True, slots=True)
class Named:
    """A name with what is known of its bearer.

    Attributes:
        country: ISO 3166-1 alpha-2.
        born: date of birth as ISO 8601, as far as known ("1962", "1962-12-05").
    """

    name: str
    country: str | None = None
    born: str = ""
    office: str = ""


def match(one: Named, other: Named, sentence: str = "", kind: ActorType = "person") -> Judgement:
    """Weighs all evidence on two names, each as if an article of its own had it.

    Args:
        one: a name.
        other: another.
        sentence: that names one of them or both.
        kind: what both are.
    """
    return judge(_spelling(one, sentence, kind, "a"), _spelling(other, sentence, kind, "b"))


def _spelling(named: Named, sentence: str, kind: ActorType, article: str) -> Spelling:
    digest = hashlib.sha256(f"{named.name} {named.country}".encode()).hexdigest()[:6]
    actor = NamedActor(f"{article}-{digest}", named.name, kind, named.country, named.office.lower() or None)
    (spelling,) = spellings_of([actor], {})
    return replace(spelling, born=named.born, sentences=frozenset([sentence] if sentence else ()))
