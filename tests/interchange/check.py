#!/usr/bin/env python3
"""Reads the exported layers with other people's programs.

Usage: check.py PROGRAM (a built kuril-atlas); needs the packages of requirements.txt.

GDAL must find in GeoJSON, KML and CSV what the program's own answers say: the same records, the same
days, dates as dates, valid outlines, and on a day and at a point the same holder. KML must fit the
schema of the Open Geospatial Consortium.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import fastkml
import pyogrio
from lxml import etree

LAYERS = ["control", "claims", "rights", "events", "borders"]
DAYS = ["1792-01-01", "1855-02-07", "1875-08-22", "1905-09-05", "1920-06-01", "1930-12-31",
        "1945-08-28", "1945-09-02", "2025-12-31"]
# Longitude and latitude of places well inside their outlines.
POINTS = {
    "iturup": (147.9, 45.05), "kunashir": (145.9, 44.1), "sakhalin": (142.9, 47.1),
    "hokkaido": (142.8, 43.4), "manchuria": (126.6, 45.8), "korea": (127.0, 37.2), "sea": (150.0, 40.0),
}
failures = []


def expect(holds, text):
    if not holds:
        failures.append(text)


def run(program, *arguments):
    return subprocess.run([program, *arguments], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


def read(path, layer=None, **how):
    """The records of a file as GDAL reads them: one dictionary each."""
    info, _, geometries, columns = pyogrio.raw.read(path, layer=layer, **how)
    rows = [dict(zip(info["fields"], values)) for values in zip(*columns)]
    return rows, geometries, info


def iso(value):
    """A date of GDAL as an ISO day; nothing where there is none."""
    text = str(value)
    return None if value is None or text == "NaT" else text[:10]


def schema():
    folder = pathlib.Path(fastkml.__file__).parent / "schema"
    return etree.XMLSchema(etree.parse(str(folder / "ogckml22.xsd")))


def read_map(path):
    """A GeoJSON layer: its records by the id of the feature, with `start` and `end` as ISO days."""
    rows, geometries, info = read(path)
    types = dict(zip(info["fields"], info["ogr_types"]))
    for field in ("start", "end"):
        expect(types.get(field) == "OFTDate", f"{path.name}: {field} is {types.get(field)}, no date")
    expect(info["crs"] == "EPSG:4326", f"{path.name}: is in {info['crs']}")
    collection = json.loads(path.read_text(encoding="utf-8"))
    expect(len(rows) == len(collection["features"]), f"{path.name}: GDAL reads {len(rows)} records")
    for row in rows:
        row["start"], row["end"] = iso(row["start"]), iso(row["end"])
    expect(any(geometry is not None for geometry in geometries), f"{path.name}: nothing has a place")
    wrong = f'SELECT * FROM "{path.stem}" WHERE geometry IS NOT NULL AND NOT ST_IsValid(geometry)'
    invalid, _, _ = read(path, sql=wrong, sql_dialect="SQLITE")
    expect(not invalid, f"{path.name}: {len(invalid)} outlines are not valid")
    return rows


def read_earth(path, rules):
    """A KML layer: its records from all folders, and its time spans as their XML has them."""
    document = etree.parse(str(path))
    expect(rules.validate(document), f"{path.name}: {rules.error_log.last_error}")
    spans = []
    for mark in document.iterfind(".//{*}Placemark"):
        fields = [f"{{*}}ExtendedData/{{*}}Data[@name='{name}']/{{*}}value" for name in ("id", "start", "end")]
        times = ["{*}TimeSpan/{*}begin", "{*}TimeSpan/{*}end"]
        spans.append(tuple(mark.findtext(found) for found in fields + times))
    rows = []
    for layer in pyogrio.list_layers(path):
        rows += read(path, layer=layer[0])[0]
    for row in rows:
        row["start"], row["end"] = iso(row["begin"]), iso(row["end"])
    return rows, spans


def compare(folder, layer, rules):
    shapes = read_map(folder / "geojson" / f"{layer}.geojson")
    marks, spans = read_earth(folder / "kml" / f"{layer}.kml", rules)
    path = folder / "csv" / f"{layer}.csv"
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file, strict=True))
    expect(len(read(path)[0]) == len(table), f"{layer}: GDAL reads another number of rows")

    def key(row):
        return (row["id"], row["start"], row["end"] or None)

    in_map = sorted(map(key, shapes), key=str)
    in_table = sorted(map(key, table), key=str)
    # A territory that consists of others has rows of its own in the table alone.
    outlined = {row["id"] for row in shapes}
    wholes = [row for row in in_table if row[0] not in outlined]
    expect(in_map == [row for row in in_table if row[0] in outlined], f"{layer}: map and table differ")
    expect(layer == "control" or not wholes, f"{layer}: {len(wholes)} rows are not on the map")

    # GDAL lets the fields id and end count more than the id and the time span of the placemark.
    in_earth = sorted(map(key, marks), key=str)
    expect(in_earth == in_map, f"{layer}: KML and map differ")

    def last_day(end):
        return str(datetime.date.fromisoformat(end) - datetime.timedelta(days=1)) if end else None

    expected = [(*record, record[1], last_day(record[2])) for record in in_map]
    expect(sorted(spans, key=str) == expected, f"{layer}: the time spans of KML are not those of the records")
    print(f"{layer:8} {len(shapes):5} GeoJSON {len(marks):5} KML {len(table):5} CSV, {len(wholes)} without outline")
    return outlined


def on_day(day):
    return f"\"start\" <= '{day.replace('-', '/')}' AND (\"end\" IS NULL OR \"end\" > '{day.replace('-', '/')}')"


def compare_days(program, path, outlined):
    """The layer of control as a reader of QGIS filters it, against the program's answers."""
    held = 0
    for day in DAYS:
        rows, _, _ = read(path, where=on_day(day))
        shown = sorted((row["id"], row["holder"], row["kind"]) for row in rows)
        answer = json.loads(run(program, "at", day, "--json"))["territories"]
        told = sorted((place["id"], place["holder"], place["kind"]) for place in answer if place["id"] in outlined)
        expect(shown == told, f"{day}: the map shows {len(shown)} places, the program tells {len(told)}")
        held += len(shown)
        for name, (x, y) in POINTS.items():
            rows, _, _ = read(path, where=on_day(day), bbox=(x, y, x, y))
            shown = [(row["id"], row["holder"]) for row in rows]
            answer = json.loads(run(program, "at", day, "--point", f"{x},{y}", "--json"))["territories"]
            told = [(place["id"], place["holder"]) for place in answer]
            expect(shown == told, f"{day} {name}: the map shows {shown}, the program tells {told}")
            expect(bool(shown) == (name != "sea"), f"{day} {name}: {shown}")
    print(f"{held} places on {len(DAYS)} days and {len(POINTS)} points on each agree with the program")


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    rules = schema()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for form in ("geojson", "kml", "csv"):
            run(program, "export", "--format", form, "--lang", "ja", "-o", f"{folder / form}/")
        print(f"GDAL {'.'.join(map(str, pyogrio.__gdal_version__))}")
        outlined = {layer: compare(folder, layer, rules) for layer in LAYERS}
        compare_days(program, folder / "geojson" / "control.geojson", outlined["control"])
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
