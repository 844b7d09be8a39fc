"""Check the finished files in data/geo; exit with 1 and a list of problems if any is wrong."""

import json
import math
import sys

import shapely
from shapely import box

import bathymetry
import coverage
import geojson
import kurils
import lakes
import lines
import old_borders
import railways
import rivers
from cuts import SAKHALIN_PARALLEL
from frame import FRAME
from island_list import ISLANDS
from names import LAKES, NAMES
from places import OUT
from regions import LEVELS
from shapes import area_km2

REGIONS = {
    "cn_hebei", "cn_heilongjiang", "cn_innermongolia", "cn_jilin", "cn_liaoning", "cn_rest",
    "hokkaido", "im_east", "japan_main", "jehol", "korea_n", "korea_s", "kwantung", "mongolia",
    "other_land", "ru_amur", "ru_buryatia", "ru_buryatia_e", "ru_irkutsk", "ru_jao",
    "ru_kamchatka", "ru_khabarovsk", "ru_lower_amur", "ru_magadan", "ru_okhotsk", "ru_primorye",
    "ru_rest", "ru_yakutia", "ru_zabaykalye", "sakhalin_n", "sakhalin_s",
}  # fmt: skip
SEA_LINES = {
    "line-de-facto-sea", "line-first-kuril-strait", "line-japan-claimed",
    "line-saint-petersburg-1875", "line-shimoda-1855",
}  # fmt: skip
CUT_LINES = {line_id for line_id, _, _ in lines.CUT_LINES}
LINES = CUT_LINES | SEA_LINES | {"line-38n", "line-50n", *old_borders.IDS, *railways.RAILWAYS}
BANDS = [(-11000, -6000), (-6000, -4000), (-4000, -2000), (-2000, -1000), (-1000, -200)]

# Sums of regions whose area was measured independently, in km².
KNOWN_AREAS = [
    (("cn_heilongjiang", "cn_jilin", "cn_liaoning", "im_east", "kwantung"), 1_091_444),
    (("jehol",), 192_519),
    (("kwantung",), 3_648),
    (("sakhalin_s",), 33_300),
]
AREA_SLACK = 0.01

# One town in each region that the hand-drawn cuts delimit.
TOWNS = {
    "jehol": (117.93, 40.97),
    "im_east": (119.76, 49.21),
    "kwantung": (121.63, 38.92),
    "ru_buryatia_e": (107.61, 51.83),
    "ru_khabarovsk": (137.01, 50.55),
    "ru_lower_amur": (140.45, 52.37),
    "ru_okhotsk": (135.31, 54.72),
}


class Problems(list):
    """What is wrong, in words."""

    def expect(self, holds, message):
        """Note the message unless the condition holds."""
        if not holds:
            self.append(message)


def _check_any(name, decimals, problems):
    features = geojson.read(name)
    shapes = [shape for _, shape in features]
    inside = all(FRAME.buffer(1e-6).covers(shape) for shape in shapes)
    ids = [properties["id"] for properties, _ in features if "id" in properties]
    values = shapely.get_coordinates(shapes).ravel().tolist()
    problems.expect(shapely.is_valid(shapes).all(), f"{name}: an invalid geometry")
    problems.expect(not shapely.is_empty(shapes).any(), f"{name}: an empty geometry")
    problems.expect(inside, f"{name}: a point outside the frame")
    problems.expect(len(ids) == len(set(ids)), f"{name}: an id twice")
    problems.expect(
        all(value == round(value, decimals) for value in values),
        f"{name}: more than {decimals} decimals",
    )
    return features


def _neighbours(regions):
    """Pairs of regions that share an edge."""
    shapes, names = list(regions.values()), list(regions)
    first, second = shapely.STRtree(shapes).query(shapes, predicate="touches")
    return {
        (names[a], names[b])
        for a, b in zip(first, second, strict=True)
        if a < b and shapes[a].intersection(shapes[b]).length > 0
    }


def _on_parallel(shape):
    corners = shapely.get_coordinates(shape.intersection(box(140, 49.99, 146, 50.01)))
    return {tuple(c) for c in corners if c[1] == SAKHALIN_PARALLEL}


def check_regions(problems):
    """Three coverages with the same regions and the same neighbours."""
    neighbours = None
    for level in LEVELS:
        name = level.name
        regions = {p["id"]: s for p, s in _check_any(name, level.decimals, problems)}
        problems.expect(set(regions) == REGIONS, f"{name}: region ids are not the expected ones")
        problems.expect(coverage.is_valid(regions), f"{name}: neighbours do not share their edges")
        pairs = _neighbours(regions)
        neighbours = neighbours or pairs
        problems.expect(pairs == neighbours, f"{name}: {sorted(pairs ^ neighbours)} meet or part")
        north, south = _on_parallel(regions["sakhalin_n"]), _on_parallel(regions["sakhalin_s"])
        problems.expect(len(north) >= 2 and north == south, f"{name}: Sakhalin parts at 50° N")
        for region, town in TOWNS.items():
            there = regions[region].contains(shapely.Point(town))
            problems.expect(there, f"{name}: {town} is not in {region}")
        for members, expected in KNOWN_AREAS if level is LEVELS[0] else []:
            area = sum(area_km2(regions[member]) for member in members)
            close = math.isclose(area, expected, rel_tol=AREA_SLACK)
            problems.expect(close, f"{name}: {'+'.join(members)} is {area:.0f} km²")


def check_kurils(problems):
    """Thirty islands, apart from the other land."""
    islands = {p["id"]: s for p, s in _check_any("kurils", kurils.DECIMALS, problems)}
    problems.expect(list(islands) == [i.id for i in ISLANDS], "kurils: not the thirty islands")
    problems.expect(coverage.is_valid(islands), "kurils: two islands overlap")
    land = [shape for _, shape in geojson.read("regions_lod0")]
    hits = shapely.STRtree(land).query(list(islands.values()), predicate="intersects")
    problems.expect(hits.size == 0, "kurils: an island meets the other land")


def check_bathymetry(problems):
    """Five bands that share their edges."""
    features = _check_any("bathymetry", bathymetry.DECIMALS, problems)
    limits = [(p["from"], p["to"]) for p, _ in features]
    problems.expect(limits == BANDS, "bathymetry: not the five bands")
    bands = dict(zip(limits, (s for _, s in features), strict=True))
    problems.expect(coverage.is_valid(bands), "bathymetry: bands do not share their edges")


def check_waters(problems):
    """Named lakes and rivers are there."""
    named = {p["id"]: p["name"] for p, _ in _check_any("lakes", lakes.DECIMALS, problems)}
    for lake, name in LAKES.values():
        problems.expect(named.get(lake) == name, f"lakes: {lake} is missing")
    named = {p["id"]: p["name"] for p, _ in _check_any("rivers", rivers.DECIMALS, problems)}
    for river, name in NAMES.items():
        problems.expect(named.get(river) == name, f"rivers: {river} is missing")


def check_lines(problems):
    """All lines are there; those in the sea do not cross land."""
    found = {p["id"]: s for p, s in _check_any("lines", lines.DECIMALS, problems)}
    problems.expect(set(found) == LINES, "lines: ids are not the expected ones")
    land = [shape for name in ("regions_lod0", "kurils") for _, shape in geojson.read(name)]
    tree = shapely.STRtree(land)
    for line in SEA_LINES & set(found):
        hits = tree.query(found[line], predicate="intersects")
        problems.expect(hits.size == 0, f"lines: {line} crosses land")


def check_attributions(problems):
    """Every entry has its five parts, its layer in three languages."""
    entries = json.loads((OUT / "attributions.json").read_text(encoding="utf-8"))["attributions"]
    for entry in entries:
        complete = set(entry) == {"layer", "source", "licence", "notice", "credit"}
        complete = complete and set(entry["layer"]) == {"en", "ja", "ru"}
        problems.expect(complete, f"attributions: {entry}")


def check():
    """Run every check; returns the problems."""
    problems = Problems()
    check_regions(problems)
    check_kurils(problems)
    check_bathymetry(problems)
    check_waters(problems)
    check_lines(problems)
    check_attributions(problems)
    return problems


if __name__ == "__main__":
    wrong = check()
    print("\n".join(wrong) or "all files are in order")
    sys.exit(bool(wrong))
