"""The part of the world that is built, and how detail thins out towards its edge.

Longitudes run on past 180 degrees, up to 200, so that nothing is split at the antimeridian.
"""

import numpy as np
from shapely import box

WEST, SOUTH, EAST, NORTH = 60.0, 12.0, 200.0, 78.0
FRAME = box(WEST, SOUTH, EAST, NORTH)

CORE_WEST, CORE_SOUTH, CORE_EAST, CORE_NORTH = 97.0, 31.0, 168.0, 64.0
CORE = box(CORE_WEST, CORE_SOUTH, CORE_EAST, CORE_NORTH)


def _squeeze(value, low, high, factor):
    inside = np.clip(value, low, high)
    return inside + (value - inside) / factor


def squeeze_margin(lonlat, factor):
    """Shrink everything outside the core by `factor`.

    What is simplified after this is treated `factor` times more coarsely out there.
    """
    return np.column_stack(
        [
            _squeeze(lonlat[:, 0], CORE_WEST, CORE_EAST, factor),
            _squeeze(lonlat[:, 1], CORE_SOUTH, CORE_NORTH, factor),
        ]
    )


def coarseness(point, factor):
    """1 inside the core, `factor` outside it."""
    return 1.0 if CORE.covers(point) else factor
