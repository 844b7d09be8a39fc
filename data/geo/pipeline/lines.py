"""Build lines.geojson: cut lines, parallels, borders of history and railways."""

import shapely
from pyproj import Geod
from shapely import LineString, MultiLineString
from shapely.ops import nearest_points

import cuts
import geojson
import old_borders
import railways

DECIMALS = 4
SHIMODA_REACH_M = 45_000

ROUND_JEHOL = ["cn_innermongolia", "im_east", "cn_hebei", "cn_liaoning"]

# (id, line as digitised, regions it runs through)
CUT_LINES = [
    ("cut-east-inner-mongolia", cuts.KHINGAN_NORTH, ["im_east", "cn_innermongolia"]),
    ("cut-jehol", cuts.JEHOL_OUTLINE, ["jehol", *ROUND_JEHOL]),
    ("cut-kwantung", cuts.KWANTUNG_NORTH, ["kwantung", "cn_liaoning"]),
    ("cut-baikal", cuts.BAIKAL_WEST, ["ru_buryatia", "ru_buryatia_e"]),
    ("cut-lower-amur", cuts.LOWER_AMUR_SOUTH, ["ru_lower_amur", "ru_khabarovsk"]),
    ("cut-okhotsk", cuts.UDA_AMUR_WATERSHED, ["ru_okhotsk", "ru_lower_amur", "ru_khabarovsk"]),
]  # fmt: skip


def _clipped(line, regions, names):
    """Keep the part of a cut line that runs over the regions it divides."""
    land = shapely.union_all([regions[name] for name in names])
    inside = shapely.line_merge(LineString(line).intersection(land))
    parts = [part for part in shapely.get_parts(inside) if part.length > 0.02]
    return parts[0] if len(parts) == 1 else MultiLineString(parts)


def _parallel(land, latitude, step=0.25):
    """Draw a parallel across a land, from its westernmost to its easternmost shore."""
    everywhere = LineString([(60, latitude), (200, latitude)])
    west, _, east, _ = land.intersection(everywhere).bounds
    return LineString([(west, latitude), (east, latitude)]).segmentize(step)


def _across_strait(one_shore, other_shore):
    """Draw a line through the narrowest place between two islands, square to it."""
    geod = Geod(ellps="WGS84")
    one, other = nearest_points(one_shore, other_shore)
    azimuth, _, distance = geod.inv(one.x, one.y, other.x, other.y)
    lon, lat, _ = geod.fwd(one.x, one.y, azimuth, distance / 2)
    ends = [geod.fwd(lon, lat, azimuth + turn, SHIMODA_REACH_M)[:2] for turn in (-90, 90)]
    return LineString([ends[0], (lon, lat), ends[1]])


def build():
    """Write the file, from the finest regions and the Kuril islands."""
    regions = {p["id"]: shape for p, shape in geojson.read("regions_lod0")}
    kurils = {p["id"]: shape for p, shape in geojson.read("kurils")}
    sakhalin = shapely.union_all([regions["sakhalin_n"], regions["sakhalin_s"]])
    korea = shapely.union_all([regions["korea_n"], regions["korea_s"]])
    features = [
        ({"id": line_id, "approximate": True}, _clipped(line, regions, names))
        for line_id, line, names in CUT_LINES
    ]
    vries_strait = _across_strait(kurils["iturup"], kurils["urup"])
    features += [
        (
            {"id": "line-50n", "approximate": False},
            _parallel(sakhalin, cuts.SAKHALIN_PARALLEL),
        ),
        ({"id": "line-shimoda-1855", "approximate": True}, vries_strait),
        ({"id": "line-38n", "approximate": False}, _parallel(korea, 38.0)),
        ({"id": "line-japan-claimed", "approximate": True}, vries_strait),
    ]
    more = [*old_borders.build(regions, kurils, sakhalin), *railways.build()]
    features += [({"id": line_id, "approximate": True}, line) for line_id, line in more]
    geojson.write("lines", features, DECIMALS)


if __name__ == "__main__":
    build()
