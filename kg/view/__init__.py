"""Contacts as an interactive page: one HTML file that works without a network."""

from kg.view.write import write_page

__all__ = ["write_page"]
