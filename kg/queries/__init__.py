"""Questions to the graph: the user's own, run within limits, and named ones that come with contact-kg."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.queries.run import Answer, Limits, ask

__all__ = ["Answer", "Limits", "ask"]


def __getattr__(name: str) -> Any:
    """What runs queries is imported when it is asked for: filters do without."""
    if name in __all__:
        from kg.queries import run

        return getattr(run, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
