"""The one actor a name means, where a question is about one."""

from collections.abc import Callable, Mapping

from kg.model import Actor
from kg.queries.names import meant


def one_actor(name: str, actors: Mapping[str, Actor], seen: Callable[[str], bool] | None = None) -> Actor:
    """The actor a name means; the name of a country means the country itself, not its officials.

    Args:
        name: what was asked for.
        actors: all there are, by id.
        seen: tells of an id whether anything is known of the actor; where several fit, those come first.

    Raises:
        QueryError: it means nobody, or could mean several; they are listed.
    """
    found = [actors[key] for key in meant(name, actors, seen)]
    countries = [actor for actor in found if actor.type == "country"]
    return (countries or found)[0]
