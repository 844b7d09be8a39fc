"""Share out the strips between the coast of GSHHG and the coarser one of Natural Earth."""

import shapely
from shapely import MultiPoint, STRtree

from shapes import polygons

REACH = 0.15
STEP = 0.02


def _divide(strip, provinces):
    """Split a strip by the nearest province (Voronoi cells of points along their edges)."""
    owner = {}
    for region, province in provinces.items():
        edge = province.boundary.intersection(strip.buffer(REACH))
        if not edge.is_empty:
            for point in shapely.get_coordinates(edge.segmentize(STEP)).round(6):
                owner.setdefault(tuple(point), region)
    seeds = list(owner)
    cells = polygons(shapely.voronoi_polygons(MultiPoint(seeds), extend_to=strip.buffer(0.5)))
    cell_index, seed_index = STRtree(cells).query(shapely.points(seeds), predicate="within")[::-1]
    by_region = {}
    for cell, seed in zip(cell_index, seed_index, strict=True):
        by_region.setdefault(owner[seeds[seed]], []).append(cells[cell])
    return [
        (region, part)
        for region, members in by_region.items()
        for part in polygons(strip.intersection(shapely.union_all(members)))
    ]


def share_out(strips, provinces):
    """(region, polygon) pairs that cover the strips."""
    regions = list(provinces)
    pieces = [(p, i) for i, r in enumerate(regions) for p in polygons(provinces[r])]
    shapes = [piece for piece, _ in pieces]
    tree = STRtree(shapes)
    shared = []
    for strip in strips:
        close = tree.query(strip, predicate="dwithin", distance=1e-7)
        touching = {regions[pieces[i][1]]: None for i in sorted(close)}
        if len(touching) > 1:
            near = {
                region: shapely.clip_by_rect(provinces[region], *strip.buffer(0.5).bounds)
                for region in touching
            }
            shared += _divide(strip, near)
        else:
            region = next(iter(touching), regions[pieces[tree.nearest(strip)][1]])
            shared.append((region, strip))
    return shared
