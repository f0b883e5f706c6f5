"""Boxes on a page: pushed apart until none overlaps, packed into rows, turned to lie wide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]

_MOST_BENT = 0.45  # width to height changes by this at most: more would bend distances too far
_PUSHES = 60  # rounds of pushing boxes apart, after which all is spread by
_SPREAD = 1.08
_TOUCH = 0.01  # pixels that boxes may share
_WIDTHS = (0.85, 1.0, 1.15, 1.3, 1.5, 1.8)  # of the page, of which that is taken that fits best


def apart(boxes: Points, sizes: Points) -> Points:
    """The boxes (centres) moved as little as needed until none overlaps another."""
    import numpy as np

    half = sizes / 2
    while True:
        for _ in range(_PUSHES):
            # All pairs are asked with the cheapest question; only the few that meet are worked on.
            near_x = np.abs(boxes[:, None, 0] - boxes[None, :, 0]) < half[:, None, 0] + half[None, :, 0]
            near_y = np.abs(boxes[:, None, 1] - boxes[None, :, 1]) < half[:, None, 1] + half[None, :, 1]
            one, other = np.nonzero(np.triu(near_x & near_y, 1))
            gaps = boxes[other] - boxes[one]
            overlap = half[one] + half[other] - np.abs(gaps)
            meet = overlap.min(axis=1) > _TOUCH
            if not meet.any():
                return boxes
            one, other, gaps, overlap = one[meet], other[meet], gaps[meet], overlap[meet]
            least = overlap == overlap.min(axis=1, keepdims=True)
            push = np.where(least, overlap, 0.0) * np.where(gaps < 0, -1.0, 1.0)
            moves = np.zeros_like(boxes)
            np.add.at(moves, other, push)
            np.add.at(moves, one, -push)
            crowd = np.bincount(one, minlength=len(boxes)) + np.bincount(other, minlength=len(boxes))
            boxes = boxes + 1.1 * moves / (1 + crowd)[:, None]
        boxes = boxes * _SPREAD


def landscape(points: Points, aspect: float) -> Points:
    """The points turned so that they lie wide rather than high, and brought nearer to the aspect wanted."""
    import numpy as np

    if len(points) == 1:
        return points
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned: Points = centred @ axes.T
    # An axis has no sense of its own: the farthest point is to lie right and low.
    turned *= np.where(turned[np.abs(turned).argmax(axis=0), [0, 1]] < 0, -1.0, 1.0)
    wide, high = np.ptp(turned, axis=0)
    if high > _TOUCH and wide > _TOUCH:
        bend = min(max(aspect * high / wide, _MOST_BENT), 1 / _MOST_BENT) ** 0.5
        turned *= np.array([bend, 1 / bend])
    return turned


def packed(sizes: list[tuple[float, float]], gap: float, aspect: float) -> list[tuple[float, float]]:
    """Left upper corners of boxes, packed in rows of columns so that all of them come near to the aspect wanted."""
    area = sum((width + gap) * (height + gap) for width, height in sizes)
    broadest = max((width for width, _ in sizes), default=0.0)
    widths = sorted({max(broadest, (area * aspect) ** 0.5 * share) for share in _WIDTHS})
    tried = [_rows(sizes, gap, width) for width in widths]

    def size(corners: list[tuple[float, float]]) -> float:
        boxes = list(zip(corners, sizes, strict=True))
        wide = max((x + width for (x, _), (width, _) in boxes), default=0.0)
        high = max((y + height for (_, y), (_, height) in boxes), default=0.0)
        return max(wide / aspect, high)

    return min(tried, key=size)


def _rows(sizes: list[tuple[float, float]], gap: float, widest: float) -> list[tuple[float, float]]:
    """Boxes in rows of columns no wider than allowed; the highest opens the first row."""
    corners = [(0.0, 0.0)] * len(sizes)
    row_top = row_height = column_left = column_width = column_bottom = 0.0
    for number in sorted(range(len(sizes)), key=lambda number: (-sizes[number][1], number)):
        width, height = sizes[number]
        fits_below = column_bottom + height <= row_height and width <= column_width
        if not fits_below:
            next_left = column_left + column_width + (gap if column_width else 0.0)
            if row_height == 0.0 or next_left + width > widest:
                row_top += row_height + (gap if row_height else 0.0)
                row_height, next_left = height, 0.0
            column_left, column_width, column_bottom = next_left, width, 0.0
        corners[number] = (column_left, row_top + column_bottom)
        column_bottom += height + gap
    return corners
