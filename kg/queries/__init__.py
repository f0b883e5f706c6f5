"""Questions to the graph: the user's own, run within limits, and named ones that come with contact-kg."""

from kg.queries.run import Answer, Limits, ask

__all__ = ["Answer", "Limits", "ask"]
