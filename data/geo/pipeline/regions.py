"""Build regions_lod0/1/2.geojson: provinces on the GSHHG coast, cut along historical lines."""

from typing import NamedTuple

import shapely
from shapely import STRtree

import coverage
import geojson
import gshhg
import natural_earth
from cuts import CUTS
from frame import coarseness
from island_list import is_kuril
from shapes import multipolygon, polygons
from shore_strips import share_out

MAINLAND_KM2 = 1e6


class Level(NamedTuple):
    """A level of detail; outside the core of the frame it is `margin` times coarser."""

    name: str
    tolerance: float
    smallest_km2: float
    decimals: int
    margin: float


LEVELS = [
    Level("regions_lod0", 0.0022, 0.3, 4, 16.0),
    Level("regions_lod1", 0.0125, 8.0, 3, 7.0),
    Level("regions_lod2", 0.045, 60.0, 3, 3.0),
]


def _mainland(shores, provinces):
    """(region, polygon) pairs of the continents."""
    land = shapely.union_all([s.polygon for s in shores if s.area > MAINLAND_KM2])
    pairs = []
    for region, province in provinces.items():
        near = shapely.clip_by_rect(land, *province.buffer(0.01).bounds)
        pairs += [(region, part) for part in polygons(near.intersection(province))]
    strips = land.difference(shapely.union_all(list(provinces.values())))
    return pairs + share_out(polygons(strips), provinces)


def _islands(shores, provinces):
    """(region, polygon) pairs of the islands: each goes whole to one province."""
    smallest, margin = LEVELS[0].smallest_km2, LEVELS[0].margin
    pieces = [(p, region) for region, shape in provinces.items() for p in polygons(shape)]
    shapes = [piece for piece, _ in pieces]
    tree = STRtree(shapes)
    pairs = []
    for shore in shores:
        island = shore.polygon
        limit = smallest * coarseness(island.centroid, margin)
        if shore.area > MAINLAND_KM2 or shore.area < limit or is_kuril(island):
            continue
        over = tree.query(island, predicate="intersects")
        overlaps = [(shapes[i].intersection(island).area, i) for i in over]
        _, best = max(overlaps, default=(0, tree.nearest(island)))
        pairs.append((pieces[best][1], island))
    return pairs


def _cut(parts):
    """Cut the historical regions out of the provinces."""
    for province, mask, region in CUTS:
        whole = shapely.union_all(parts.pop(province))
        parts.setdefault(region, []).extend(polygons(whole.intersection(mask)))
        remainder = polygons(whole.difference(mask))
        if remainder:
            parts[province] = remainder
    return parts


def full_coverage():
    """Region id -> multipolygon, in full detail."""
    provinces = natural_earth.provinces()
    shores = gshhg.shores(gshhg.LAND)
    parts = {}
    for region, part in _mainland(shores, provinces) + _islands(shores, provinces):
        parts.setdefault(region, []).append(part)
    parts = _cut(parts)
    joined = {r: multipolygon(shapely.union_all(parts[r])) for r in sorted(parts)}
    return coverage.clean(joined)


def write_levels(full):
    """Write the three levels of detail."""
    for level in LEVELS:
        shapes = coverage.drop_specks(full, level.smallest_km2, level.margin)
        shapes = coverage.simplify(shapes, level.tolerance, level.margin)
        shapes = coverage.snap_to_grid(shapes, level.decimals)
        features = [({"id": region}, shape) for region, shape in shapes.items()]
        geojson.write(level.name, features, level.decimals)


def build():
    """Write the files."""
    write_levels(full_coverage())


if __name__ == "__main__":
    build()
