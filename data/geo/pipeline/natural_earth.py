"""Reader of the Natural Earth provinces and rivers."""

import json

import pyogrio
import shapely
from shapely import make_valid
from shapely.affinity import translate
from shapely.geometry import shape

from frame import EAST, FRAME, NORTH, SOUTH, WEST
from places import unpacked
from shapes import multipolygon

RIVER_FILE = "usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp"

WHOLE_COUNTRIES = {"KOR": "korea_s", "PRK": "korea_n", "MNG": "mongolia"}

# Province names as the source spells (and misspells) them; everything not listed is "rest".
PROVINCES = {
    "JPN": {"Hokkaidō": "hokkaido"},
    "CHN": {
        "Heilongjiang": "cn_heilongjiang",
        "Jilin": "cn_jilin",
        "Liaoning": "cn_liaoning",
        "Inner Mongol": "cn_innermongolia",
        "Hebei": "cn_hebei",
    },
    "RUS": {
        "Primor'ye": "ru_primorye",
        "Khabarovsk": "ru_khabarovsk",
        "Amur": "ru_amur",
        "Yevrey": "ru_jao",
        "Chita": "ru_zabaykalye",
        "Buryat": "ru_buryatia",
        "Irkutsk": "ru_irkutsk",
        "Sakha (Yakutia)": "ru_yakutia",
        "Maga Buryatdan": "ru_magadan",
        "Kamchatka": "ru_kamchatka",
        "Sakhalin": "sakhalin",
    },
}
REST = {"JPN": "japan_main", "CHN": "cn_rest", "HKG": "cn_rest", "MAC": "cn_rest", "RUS": "ru_rest"}


def region_of(country, province):
    """Region id of a province, before any historical cut."""
    if country in WHOLE_COUNTRIES:
        return WHOLE_COUNTRIES[country]
    rest = REST.get(country, "other_land")
    return PROVINCES.get(country, {}).get(province, rest)


def provinces():
    """Region id -> multipolygon of present-day provinces within the frame."""
    path = unpacked("natural-earth-provinces", "package/data/build.json")
    grouped = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        geometry = shape(feature["geometry"])
        names = feature["properties"]
        for turn in (0.0, 360.0):
            west, south, east, north = geometry.bounds
            if west + turn > EAST or east + turn < WEST or south > NORTH or north < SOUTH:
                continue
            seen = make_valid(translate(geometry, turn)) & FRAME
            if seen.area > 0:
                grouped.setdefault(region_of(names["adm0_a3"], names["name"]), []).append(seen)
    return {region: multipolygon(shapely.union_all(grouped[region])) for region in sorted(grouped)}


def rivers():
    """(name, number, rank, line) of every river and lake centreline in the frame."""
    path = unpacked("natural-earth-rivers", RIVER_FILE)
    columns = ["name", "rivernum", "scalerank"]
    meta, _, geometries, fields = pyogrio.raw.read(
        path, columns=columns, bbox=(WEST, SOUTH, EAST, NORTH)
    )
    values = dict(zip(meta["fields"], fields, strict=True))
    rows = zip(
        values["name"],
        values["rivernum"],
        values["scalerank"],
        shapely.from_wkb(geometries),
        strict=True,
    )
    for name, number, rank, line in rows:
        yield name or "", int(number), int(rank), line & FRAME
