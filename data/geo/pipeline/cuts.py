"""Historical cut lines, digitised by hand at about 0.1 degrees: approximate, all of them.

Each line divides present-day provinces. The masks below are the lines closed into polygons
far outside the province they cut; only the part inside that province counts.
"""

from shapely import Polygon, box

# Manchuria and Chahar (Xilingol), along the Great Khingan, from the Mongolian border southward.
KHINGAN = [
    (119.97, 46.78), (119.85, 46.3), (119.8, 45.8), (119.3, 45.5), (119.4, 45.1), (119.2, 45.1),
    (119.2, 44.85), (118.9, 44.7), (119.0, 44.5), (118.3, 44.3), (117.8, 44.0), (117.5, 44.2),
    (117.1, 44.2), (117.0, 43.7), (116.4, 43.2), (116.7, 42.9), (116.6, 42.6), (116.8, 42.45),
]  # fmt: skip
KHINGAN_CORNER = (119.8, 45.8)  # where the limits of Jehol, Chahar and Manchuria meet

# Western edge of Jehol in Hebei (Fengning, Weichang), then the passes of the Great Wall.
GREAT_WALL = [
    (116.8, 42.45), (116.75, 42.2), (116.8, 42.0), (116.3, 42.0), (116.0, 41.75),
    (115.9, 41.6), (116.05, 41.35), (116.2, 41.2), (116.45, 41.05), (116.68, 41.05),
    (116.68, 40.95), (116.95, 40.7), (117.16, 40.69), (117.4, 40.65), (117.45, 40.35),
    (117.6, 40.22), (117.95, 40.22), (118.1, 40.28), (118.31, 40.40), (118.65, 40.28),
    (118.97, 40.18), (119.3, 40.17), (119.55, 40.2), (119.73, 40.12), (119.76, 40.0),
]  # fmt: skip

# Jehol and Fengtian, from the Great Wall north to the crest of the Khingan.
JEHOL_EAST = [
    (119.73, 40.12), (119.60, 40.35), (119.55, 40.6), (120.05, 40.7), (120.35, 40.9),
    (120.6, 41.15), (120.95, 41.3), (121.15, 41.55), (121.45, 41.75), (121.9, 41.85),
    (122.15, 42.1), (122.25, 42.6), (122.1, 43.1), (121.95, 43.45), (121.75, 43.95),
    (121.4, 44.45), (120.95, 44.95), (120.4, 45.25), (120.0, 45.6), KHINGAN_CORNER,
]  # fmt: skip

_corner = KHINGAN.index(KHINGAN_CORNER)
KHINGAN_NORTH, KHINGAN_SOUTH = KHINGAN[: _corner + 1], KHINGAN[_corner:]
JEHOL_OUTLINE = KHINGAN_SOUTH + GREAT_WALL[1:-1] + JEHOL_EAST
JEHOL = Polygon(JEHOL_OUTLINE)

EAST_INNER_MONGOLIA = Polygon(
    KHINGAN_NORTH
    + JEHOL_EAST[::-1][1:]
    + [(119.8, 39.5), (127, 39.5), (140, 42), (140, 56), (115, 56), (114, 46.85), (119.5, 46.85)]
)

# Northern limit of the Kwantung leased territory, from the north shore of Pulandian Bay to Pikou.
KWANTUNG_NORTH = [
    (120.5, 39.45), (121.75, 39.45), (121.97, 39.45), (122.2, 39.46), (122.42, 39.47),
    (122.56, 39.50), (124.0, 39.30),
]  # fmt: skip
KWANTUNG = Polygon([*KWANTUNG_NORTH, (124.0, 38.0), (120.5, 38.0)])

# Buryatia east and south of Lake Baikal (Transbaikal) against the part west of it.
BAIKAL_WEST = [
    (109.9, 56.0), (108.7, 54.6), (107.6, 53.3), (106.2, 52.5), (105.0, 51.9), (104.2, 51.62),
    (103.6, 51.75), (103.45, 51.45), (102.9, 51.15), (102.4, 50.85), (102.2, 50.2), (104, 49.0),
]  # fmt: skip
TRANSBAIKAL_BURYATIA = Polygon([*BAIKAL_WEST, (118, 49.0), (118, 58)])

# Watershed of the Uda and the Tugur against the Amgun and the Amur, from the border of
# Amur oblast to the head of Ulban Bay. North of it lay the old Russian district of Udsk;
# the treaty of Nerchinsk had left the country about the Uda undivided.
UDA_AMUR_WATERSHED = [
    (134.5, 53.15), (134.95, 53.2), (135.35, 53.1), (135.8, 53.2), (136.2, 53.1), (136.75, 53.12),
    (137.3, 53.2), (137.65, 53.38), (138.0, 53.5), (138.0, 53.75),
]  # fmt: skip
_NORTH_OF_WATERSHED = [
    (138.25, 54.15), (138.8, 54.42), (150, 54.42), (150, 64), (128, 64), (128, 53), (134.5, 53),
]  # fmt: skip
OKHOTSK = Polygon(UDA_AMUR_WATERSHED + _NORTH_OF_WATERSHED)

# Upper and lower Amur, roughly the southern and western limits of the present Ulchsky and
# Nikolayevsky districts: from the coast south of De-Kastri over the Amur and the Amgun.
LOWER_AMUR_SOUTH = [
    (141.2, 51.0), (140.5, 51.0), (139.7, 50.9), (139.1, 50.98), (138.6, 50.93), (138.25, 51.1),
    (138.05, 51.45), (137.9, 51.9), (138.1, 52.3), (138.0, 52.7), (137.65, 53.0), (137.3, 53.2),
]  # fmt: skip
LOWER_AMUR = Polygon([*LOWER_AMUR_SOUTH, (137.3, 55.0), (150, 55.0), (150, 51.0)])

SAKHALIN_PARALLEL = 50.0
NORTH_OF_50 = box(135, SAKHALIN_PARALLEL, 150, 54.6)
SOUTH_OF_50 = box(135, 40, 150, SAKHALIN_PARALLEL)
IONY_ISLAND = box(135, 54.6, 150, 60)  # no part of Sakhalin oblast

# (province, mask, new region), in the order in which they are cut out.
CUTS = [
    ("sakhalin", NORTH_OF_50, "sakhalin_n"),
    ("sakhalin", SOUTH_OF_50, "sakhalin_s"),
    ("sakhalin", IONY_ISLAND, "ru_okhotsk"),
    ("cn_innermongolia", JEHOL, "jehol"),
    ("cn_hebei", JEHOL, "jehol"),
    ("cn_liaoning", JEHOL, "jehol"),
    ("cn_innermongolia", EAST_INNER_MONGOLIA, "im_east"),
    ("cn_liaoning", KWANTUNG, "kwantung"),
    ("ru_buryatia", TRANSBAIKAL_BURYATIA, "ru_buryatia_e"),
    ("ru_khabarovsk", OKHOTSK, "ru_okhotsk"),
    ("ru_khabarovsk", LOWER_AMUR, "ru_lower_amur"),
]
