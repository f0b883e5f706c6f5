"""Contacts as an interactive page: one HTML file that works without a network."""

from kg.view.neighbourhood import around
from kg.view.showing import Showing
from kg.view.write import write_page

__all__ = ["Showing", "around", "write_page"]
