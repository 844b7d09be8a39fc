"""Build kurils.geojson: thirty islands from OpenStreetMap; islets join the nearest island."""

import json

import shapely
from shapely import MultiPolygon, Point, Polygon

import geojson
from island_list import ISLANDS, is_kuril
from places import unpacked
from shapes import area_km2, multipolygon

TOLERANCE = 0.0005
DECIMALS = 5


def _outlines():
    """Every land outline of the world map, without the holes of its lakes."""
    path = unpacked("openstreetmap-land", "package/map.geo.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    for geometry in data["geometries"]:
        several = geometry["type"] == "MultiPolygon"
        for rings in geometry["coordinates"] if several else [geometry["coordinates"]]:
            yield rings[0]


def kuril_polygons():
    """All Kuril islands and islets."""
    near = (ring for ring in _outlines() if 145 < ring[0][0] < 158 and 43 < ring[0][1] < 52)
    return [polygon for polygon in (Polygon(ring).buffer(0) for ring in near) if is_kuril(polygon)]


def islands(polygons):
    """Island id -> multipolygon of the island and the islets nearest to it."""
    mains = {}
    for island in ISLANDS:
        seed = Point(island.lon, island.lat)
        mains[island.id] = max((p for p in polygons if p.contains(seed)), key=lambda p: p.area)
    parts = {island: [main] for island, main in mains.items()}
    for polygon in polygons:
        if not any(polygon is main for main in mains.values()):
            nearest = min(mains, key=lambda island: mains[island].distance(polygon))
            parts[nearest].append(polygon)
    return {island: MultiPolygon(members) for island, members in parts.items()}


def build():
    """Write the file."""
    shapes = islands(kuril_polygons())
    features = []
    for island in ISLANDS:
        whole = shapes[island.id]
        simple = shapely.get_parts(shapely.coverage_simplify([whole], TOLERANCE))
        properties = {
            "id": island.id,
            "group": island.group,
            "area_km2": round(area_km2(whole), 1),
            "published_km2": island.published_km2,
        }
        features.append((properties, multipolygon(MultiPolygon(list(simple)))))
    geojson.write("kurils", features, DECIMALS)


if __name__ == "__main__":
    build()
