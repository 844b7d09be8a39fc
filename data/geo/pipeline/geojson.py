"""GeoJSON writer and reader: one feature a line, fixed precision, the same bytes every time."""

import json

import shapely
from shapely.geometry import mapping, shape

from places import OUT


def _rounded(coordinates, decimals):
    if isinstance(coordinates[0], (int, float)):
        return [round(value, decimals) for value in coordinates]
    return [_rounded(part, decimals) for part in coordinates]


def write(name, features, decimals):
    """Write (properties, geometry) pairs as data/geo/<name>.geojson."""
    lines = []
    for properties, geometry in features:
        coordinates = _rounded(mapping(geometry)["coordinates"], decimals)
        feature = {
            "type": "Feature",
            "properties": properties,
            "geometry": {"type": geometry.geom_type, "coordinates": coordinates},
        }
        lines.append(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
    body = ",\n".join(lines)
    path = OUT / f"{name}.geojson"
    text = f'{{"type":"FeatureCollection","features":[\n{body}\n]}}\n'
    path.write_text(text, encoding="utf-8", newline="\n")
    points = sum(shapely.get_num_coordinates(geometry) for _, geometry in features)
    print(f"{path.name}: {len(features)} features, {points} points, {len(text.encode())} bytes")


def read(name):
    """(properties, geometry) pairs of data/geo/<name>.geojson."""
    data = json.loads((OUT / f"{name}.geojson").read_text(encoding="utf-8"))
    return [(f["properties"], shape(f["geometry"])) for f in data["features"]]
