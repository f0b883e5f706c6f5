"""Names as parts of IRIs."""

import re

from kg.actors.spelling import latin


def slug(name: str) -> str:
    """Turns "Abbas Araghchi" into "abbas-araghchi": ASCII letters, digits and hyphens, never empty."""
    plain = re.sub(r"[^a-z0-9]+", "-", latin(name).encode("ascii", "ignore").decode()).strip("-")
    return plain[:60].strip("-") or "unnamed"
