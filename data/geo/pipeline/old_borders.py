"""Borders of history: along shared edges of regions, through straits, and drawn by hand.

All are approximate; the hand-drawn ones about 0.005 degrees at Lake Khasan, 0.02 at the river
Khalkhin Gol.
"""

import shapely
from shapely import LineString, MultiLineString, box

import straits

AIGUN = [
    ("ru_zabaykalye", "cn_heilongjiang"),
    ("ru_amur", "cn_heilongjiang"),
    ("ru_jao", "cn_heilongjiang"),
]
PEKING = [
    ("ru_khabarovsk", "cn_heilongjiang"),
    ("ru_primorye", "cn_heilongjiang"),
    ("ru_primorye", "cn_jilin"),
    ("ru_primorye", "korea_n"),
]
EDGE_TOLERANCE = 0.004

# From the stone near the Tumen north-west over the tops of Zaozernaya (Changkufeng, 130.611 E
# 42.436 N) and Bezymyannaya, and along the foot of the same hills on the side of the lake.
KHASAN_SOVIET = [
    (130.640, 42.415), (130.626, 42.425), (130.611, 42.436), (130.603, 42.444), (130.595, 42.453),
    (130.581, 42.468), (130.566, 42.484), (130.549, 42.506), (130.5308, 42.5305),
]  # fmt: skip
KHASAN_JAPANESE = [
    (130.640, 42.415), (130.628, 42.427), (130.619, 42.440), (130.611, 42.448), (130.604, 42.457),
    (130.591, 42.472), (130.572, 42.489), (130.549, 42.506), (130.5308, 42.5305),
]  # fmt: skip

# The river from the foothills of the Khingan to Lake Buir, after the rivers of GSHHG (WDB II).
KHALKHIN_GOL = [
    (119.2819, 47.4149), (119.21, 47.44), (119.15, 47.49), (119.00, 47.53), (118.80, 47.60),
    (118.62, 47.65), (118.56, 47.73), (118.56, 47.82), (118.47, 47.88), (118.30, 47.90),
    (118.10, 47.91), (117.88, 47.92),
]  # fmt: skip
EAST_OF_KHALKHIN_GOL = box(117.8, 47.4149, 119.6, 48.2)

NEMURO_WINDOW, NEMURO_REACH_M = box(144.3, 42.6, 147.5, 45.3), 35_000
SOYA_WINDOW, SOYA_REACH_M = box(139.8, 44.3, 144.8, 47.6), 50_000
FIRST_KURIL_WINDOW, FIRST_KURIL_REACH_M = box(154.5, 49.3, 158.5, 52.5), 45_000


def _shared_edge(pairs, regions, window=None):
    """Join the edges that pairs of regions share, without the places where they only touch."""
    edges = []
    for one, other in pairs:
        parts = shapely.get_parts(regions[one] & regions[other])
        edges += [part for part in parts if part.length > 0]
    edge = shapely.union_all(edges)
    line = shapely.line_merge(edge & window if window else edge)
    return line.simplify(EDGE_TOLERANCE)


def _both(*lines):
    return MultiLineString([part for line in lines for part in shapely.get_parts(line)])


IDS = [
    "line-saint-petersburg-1875",
    "line-first-kuril-strait",
    "line-de-facto-sea",
    "line-aigun-1858",
    "line-peking-1860",
    "line-khasan-1938-soviet",
    "line-khasan-1938-japanese",
    "line-khalkhin-gol-mongolian",
    "line-khalkhin-gol-japanese",
]


def build(regions, kurils, sakhalin):
    """(id, line) of each."""
    hokkaido, islands = [regions["hokkaido"]], list(kurils.values())
    soya = straits.median_line(hokkaido, [sakhalin], SOYA_WINDOW, SOYA_REACH_M)
    first_kuril = straits.median_line(
        [regions["ru_kamchatka"]], islands, FIRST_KURIL_WINDOW, FIRST_KURIL_REACH_M
    )
    nemuro = straits.median_line(
        hokkaido, [*islands, straits.KAIGARA], NEMURO_WINDOW, NEMURO_REACH_M
    )
    khalkhin_gol = _shared_edge([("mongolia", "im_east")], regions, EAST_OF_KHALKHIN_GOL)
    lines = [
        _both(soya, first_kuril),
        first_kuril,
        _both(nemuro, soya),
        _shared_edge(AIGUN, regions),
        _shared_edge(PEKING, regions),
        LineString(KHASAN_SOVIET),
        LineString(KHASAN_JAPANESE),
        khalkhin_gol,
        LineString(KHALKHIN_GOL),
    ]
    return list(zip(IDS, lines, strict=True))
