"""Gap-free coverages: clean, simplify and round them so that neighbours keep the same edges.

A coverage is a dict from a region id to a multipolygon.
"""

import numpy as np
import shapely
from shapely import STRtree

from frame import coarseness, squeeze_margin
from shapes import area_km2, multipolygon, polygons


def clean(coverage, snap=1e-6, gap=0.002):
    """Close narrow gaps and overlaps and give neighbours the same vertices."""
    cleaned = shapely.coverage_clean(list(coverage.values()), snapping_distance=snap, gap_width=gap)
    if isinstance(cleaned, shapely.GeometryCollection):
        cleaned = cleaned.geoms
    return dict(zip(coverage, map(multipolygon, cleaned), strict=True))


def simplify(coverage, tolerance, margin_factor):
    """Drop vertices, the same ones on both sides of an edge; more of them outside the core."""
    geometries = list(coverage.values())
    original = shapely.get_coordinates(geometries)
    squeezed = squeeze_margin(original, margin_factor)
    back = dict(zip(map(tuple, squeezed), original, strict=True))
    warped = shapely.set_coordinates(np.array(geometries), squeezed)
    warped = np.array(shapely.coverage_simplify(warped, tolerance))
    kept = [back[tuple(vertex)] for vertex in shapely.get_coordinates(warped)]
    return dict(zip(coverage, shapely.set_coordinates(warped, kept), strict=True))


def snap_to_grid(coverage, decimals):
    """Round all vertices, keeping the coverage valid.

    The edges are snap-rounded together, faces are built from them anew, and each face goes
    to the region it lay in.
    """
    edges = shapely.union_all(shapely.boundary(list(coverage.values())), grid_size=10.0**-decimals)
    faces = shapely.get_parts(shapely.polygonize(shapely.get_parts(edges)))
    faces = shapely.transform(faces, lambda lonlat: np.round(lonlat, decimals))
    parts, owners = parts_of(coverage)
    face_index, part_index = STRtree(parts).query(
        shapely.point_on_surface(faces), predicate="within"
    )
    by_region = {region: [] for region in coverage}
    for face, part in zip(face_index, part_index, strict=True):
        by_region[owners[part]].append(faces[face])
    return {r: multipolygon(shapely.coverage_union_all(f)) for r, f in by_region.items()}


def parts_of(coverage):
    """All polygons of a coverage, and the region of each."""
    pairs = [(part, region) for region, shape in coverage.items() for part in polygons(shape)]
    return np.array([part for part, _ in pairs]), [region for _, region in pairs]


def drop_specks(coverage, minimum_km2, margin_factor):
    """Remove small islands; give small parts that touch a neighbour to that neighbour."""
    parts, owners = parts_of(coverage)
    tree = STRtree(parts)
    kept = {region: [] for region in coverage}
    for index, part in enumerate(parts):
        limit = minimum_km2 * coarseness(part.centroid, margin_factor)
        if part.area > 1 or area_km2(part) >= limit:
            kept[owners[index]].append(part)
            continue
        touching = [i for i in tree.query(part, predicate="intersects") if i != index]
        shared = [(part.boundary.intersection(parts[i].boundary).length, i) for i in touching]
        length, neighbour = max(shared, default=(0.0, index))
        if length > 0:
            kept[owners[neighbour]].append(part)
    return {r: multipolygon(shapely.coverage_union_all(p)) for r, p in kept.items()}


def is_valid(coverage):
    """Whether all parts are valid and neighbours share their edges exactly."""
    geometries = list(coverage.values())
    return bool(shapely.is_valid(geometries).all() and shapely.coverage_is_valid(geometries))
