"""The thirty larger Kuril islands: where each is, its group and its published area."""

from typing import NamedTuple


class Island(NamedTuple):
    """An island, found by a point on it; area in km² as published (GSI Japan for the south)."""

    id: str
    lon: float
    lat: float
    published_km2: float
    group: str


ISLANDS = [
    Island("alaid", 155.565, 50.861, 150, "north"),
    Island("shumshu", 156.36, 50.748, 388, "north"),
    Island("paramushir", 155.83, 50.383, 2053, "north"),
    Island("antsiferov", 154.985, 50.197, 7, "north"),
    Island("makanrushi", 154.433, 49.772, 49, "north"),
    Island("onekotan", 154.75, 49.447, 425, "north"),
    Island("kharimkotan", 154.533, 49.121, 68, "north"),
    Island("ekarma", 153.955, 48.948, 30, "middle"),
    Island("chirinkotan", 153.487, 48.981, 6, "middle"),
    Island("shiashkotan", 154.117, 48.811, 122, "middle"),
    Island("raikoke", 153.251, 48.293, 4.6, "middle"),
    Island("matua", 153.216, 48.083, 52, "middle"),
    Island("rasshua", 153.014, 47.743, 67, "middle"),
    Island("ryponkicha", 152.841, 47.542, 1.3, "middle"),
    Island("yankicha", 152.802, 47.516, 3.7, "middle"),
    Island("ketoi", 152.48, 47.34, 73, "middle"),
    Island("simushir", 152.036, 46.969, 353, "middle"),
    Island("broutona", 150.731, 46.721, 7, "middle"),
    Island("chirpoi", 150.871, 46.523, 21, "middle"),
    Island("brat-chirpoev", 150.804, 46.464, 16, "middle"),
    Island("urup", 149.987, 45.901, 1427, "south_urup"),
    Island("iturup", 147.84, 44.991, 3166.6, "disputed"),
    Island("kunashir", 145.83, 44.11, 1489.3, "disputed"),
    Island("shikotan", 146.71, 43.796, 248, "disputed"),
    Island("zelyony", 146.133, 43.504, 58.4, "habomai"),
    Island("polonsky", 146.328, 43.636, 11.57, "habomai"),
    Island("tanfilyev", 145.916, 43.439, 12.92, "habomai"),
    Island("yuri", 146.078, 43.425, 10.32, "habomai"),
    Island("anuchin", 146.0, 43.37, 2.35, "habomai"),
    Island("demina", 146.162, 43.419, 0.8, "habomai"),
]


def is_kuril(polygon):
    """Whether a polygon of land is one of the Kuril islands."""
    if polygon.area > 1:
        return False
    point = polygon.representative_point()
    if not (145.35 <= point.x <= 157 and 43.3 <= point.y <= 51.1):
        return False
    off_nemuro = point.y < 43.6 and point.x < 145.845
    off_kamchatka = point.x > 156.45 and point.y > 50.92
    return not (off_nemuro or off_kamchatka)
