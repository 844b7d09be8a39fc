"""Build rivers.geojson from Natural Earth, one feature a river."""

import re
from collections import Counter

import shapely
from shapely import MultiLineString, box

import geojson
import natural_earth
from frame import coarseness
from names import NAMES, RIVERS

CORE = box(90, 30, 170, 66)
CORE_RANK = 7
MARGIN_RANK = 4
# Smaller ones that the story needs.
ALSO = {
    "amgun", "kerulen", "nen", "onon", "poronay", "second-songhua", "tumen", "uda", "yalu",
}  # fmt: skip
ONE_RIVER = {*RIVERS.values(), *NAMES}  # whatever numbers their reaches have in the source
TOLERANCE = 0.01
MARGIN = 4.0
DECIMALS = 3


def _slug(name):
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def _grouped():
    """(id or None, source name, source number) -> (best rank, lines)."""
    groups = {}
    for name, number, rank, line in natural_earth.rivers():
        river = RIVERS.get(name, _slug(name))
        key = (river, 0 if river in ONE_RIVER else number)
        best, lines = groups.get(key, (rank, []))
        groups[key] = (min(best, rank), [*lines, line])
    return groups


def _wanted(river, rank, line):
    if river in ALSO or rank <= MARGIN_RANK:
        return True
    return rank <= CORE_RANK and line.intersects(CORE)


def build():
    """Write the file."""
    found = {}
    for (river, number), (rank, lines) in sorted(_grouped().items()):
        line = shapely.line_merge(shapely.union_all(lines))
        if not line.is_empty and _wanted(river, rank, line):
            found[river, number] = (rank, line)
    uses = Counter(river for river, _ in found)
    features = []
    for (river, number), (rank, line) in found.items():
        unique = river if river and uses[river] == 1 else f"{river or 'river'}-{number}"
        properties = {"id": unique, "name": NAMES.get(river), "rank": rank}
        line = line.simplify(TOLERANCE * coarseness(line.centroid, MARGIN))
        line = shapely.transform(line, lambda lonlat: lonlat.round(DECIMALS))
        line = shapely.remove_repeated_points(line)
        parts = [part for part in shapely.get_parts(line) if part.length > 0]
        features.append((properties, MultiLineString(parts)))
    geojson.write("rivers", features, DECIMALS)


if __name__ == "__main__":
    build()
