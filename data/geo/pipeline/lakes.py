"""Build lakes.geojson from GSHHG."""

import shapely

import geojson
import gshhg
from frame import coarseness
from names import LAKES
from shapes import area_km2, multipolygon

SMALLEST_KM2 = 60.0
MARGIN = 4.0
SMALLEST_ISLAND_KM2 = 5.0
TOLERANCE = 0.004
DECIMALS = 4


def build():
    """Write the file."""
    islands = [s.polygon for s in gshhg.shores(gshhg.ISLAND_IN_LAKE, SMALLEST_ISLAND_KM2)]
    tree = shapely.STRtree(islands)
    features = []
    for lake in gshhg.shores(gshhg.LAKE, SMALLEST_KM2):
        factor = coarseness(lake.polygon.centroid, MARGIN)
        if lake.area < SMALLEST_KM2 * factor**2:
            continue
        inside = [islands[i] for i in tree.query(lake.polygon, predicate="contains")]
        water = lake.polygon.difference(shapely.union_all(inside))
        number = lake.number.split("-")[0]
        lake_id, name = LAKES.get(number, (f"lake-{number}", None))
        properties = {"id": lake_id, "name": name, "area_km2": round(area_km2(water))}
        features.append((properties, multipolygon(water.simplify(TOLERANCE * factor))))
    geojson.write("lakes", features, DECIMALS)


if __name__ == "__main__":
    build()
