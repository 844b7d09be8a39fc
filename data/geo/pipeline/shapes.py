"""Small helpers for polygons."""

import shapely
from pyproj import Geod
from shapely import MultiPolygon

WGS84 = Geod(ellps="WGS84")


def polygons(geometry):
    """All polygons of a geometry, whatever its type."""
    parts = shapely.get_parts(geometry)
    if geometry.geom_type == "GeometryCollection":
        return [polygon for part in parts for polygon in polygons(part)]
    return [part for part in parts if part.geom_type == "Polygon" and part.area > 0]


def multipolygon(geometry):
    """Join the polygons of a geometry into one multipolygon."""
    return MultiPolygon(polygons(geometry))


def area_km2(geometry):
    """Area on the WGS 84 ellipsoid."""
    return sum(
        WGS84.geometry_area_perimeter(shapely.geometry.polygon.orient(polygon))[0] / 1e6
        for polygon in polygons(geometry)
    )
