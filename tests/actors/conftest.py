"""Named actors in a few words."""

import hashlib
from collections.abc import Callable

import pytest

from kg.model import ActorType, NamedActor

Named = Callable[..., NamedActor]


@pytest.fixture
def named() -> Named:
    """Makes a named actor: named("Hakan Fidan", "TR", article="a1")."""

    def make(
        name: str,
        country: str | None = None,
        *,
        article: str = "a1",
        type_: ActorType = "person",
        forms: tuple[str, ...] = (),
    ) -> NamedActor:
        digest = hashlib.sha256(f"{name} {country} {type_}".encode()).hexdigest()[:6]
        return NamedActor(f"{article}-{digest}", name, type_, country, None, forms)

    return make
