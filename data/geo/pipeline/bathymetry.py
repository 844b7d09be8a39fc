"""Build bathymetry.geojson: disjoint depth bands from ETOPO5."""

from itertools import pairwise

import contourpy
import numpy as np
import shapely
from shapely import Polygon

import coverage
import etopo5
import geojson
from shapes import multipolygon, polygons

DEPTHS = [-11000, -6000, -4000, -2000, -1000, -200]
ABOVE = "above"
TOLERANCE = 0.022
SMALLEST_KM2 = 800.0
MARGIN = 9.0
DECIMALS = 3


def smooth(height):
    """Binomial 3 x 3 filter: takes the steps of the 5-minute grid out of the contours."""
    padded = np.pad(height, 1, mode="edge")
    rows = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    return (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) / 16


def bands():
    """(from, to) depth or "above" -> multipolygon; together they fill the frame."""
    longitude, latitude, height = etopo5.relief()
    contours = contourpy.contour_generator(
        longitude, latitude, smooth(smooth(height)), fill_type=contourpy.FillType.OuterOffset
    )
    limits = [*pairwise(DEPTHS), (DEPTHS[-1], 9000)]
    found = {}
    for low, high in limits:
        shapes = []
        for points, offsets in zip(*contours.filled(low, high), strict=True):
            rings = [points[a:b] for a, b in pairwise(offsets)]
            shapes += polygons(Polygon(rings[0], rings[1:]).buffer(0))
        key = (low, high) if high <= DEPTHS[-1] else ABOVE
        found[key] = multipolygon(shapely.union_all(shapes))
    return found


def build():
    """Write the file."""
    shapes = coverage.clean(bands(), snap=1e-6, gap=0.001)
    shapes = coverage.drop_specks(shapes, SMALLEST_KM2, MARGIN)
    shapes = coverage.simplify(shapes, TOLERANCE, MARGIN)
    shapes = coverage.snap_to_grid(shapes, DECIMALS)
    features = [
        ({"from": float(key[0]), "to": float(key[1])}, shape)
        for key, shape in shapes.items()
        if key != ABOVE
    ]
    geojson.write("bathymetry", features, DECIMALS)


if __name__ == "__main__":
    build()
