"""Median lines in straits, computed from the shores on both sides."""

import shapely
from pyproj import Proj
from shapely import MultiPoint, Point

STEP_M = 400  # between the shore points that are compared
TOLERANCE_M = 300


def _plane(window):
    """Make a projection true to distances about the middle of a window; returns its two ways."""
    middle = window.centroid
    proj = Proj(proj="aeqd", lon_0=middle.x, lat_0=middle.y, ellps="WGS84")

    def there(shape):
        return shapely.transform(shape, lambda x, y: proj(x, y), interleaved=False)

    def back(shape):
        return shapely.transform(shape, lambda x, y: proj(x, y, inverse=True), interleaved=False)

    return there, back


def _shore_points(shapes):
    outlines = [shape.boundary if shape.area else shape for shape in shapes]
    corners = shapely.get_coordinates(shapely.segmentize(outlines, STEP_M))
    return {tuple(corner) for corner in corners.tolist()}


def _lines(shape):
    """Join the lines of a collection end to end, leaving its points out."""
    parts = [part for part in shapely.get_parts(shape) if part.length > 0]
    return shapely.line_merge(shapely.union_all(parts))


def median_line(one, other, window, reach_m):
    """Draw the line in a window that is equally far from two groups of shapes.

    It ends where it is farther than `reach_m` from both. A point may stand for a rock that has
    no polygon.
    """
    there, back = _plane(window)
    one = there([shape & window for shape in one if shape.intersects(window)])
    other = there([shape & window for shape in other if shape.intersects(window)])
    first = _shore_points(one)
    points = sorted(first) + sorted(_shore_points(other) - first)
    cells = shapely.voronoi_polygons(MultiPoint(points), ordered=True, extend_to=there(window))
    cells = shapely.get_parts(cells)
    ours = shapely.coverage_union_all(cells[: len(first)])
    theirs = shapely.coverage_union_all(cells[len(first) :])
    near = shapely.union_all(shapely.buffer([*one, *other], reach_m))
    frame = there(shapely.segmentize(window, 0.05))
    line = _lines(_lines(ours & theirs) & near & frame)
    longest = max(shapely.get_parts(line), key=shapely.length)
    return back(longest.simplify(TOLERANCE_M))


KAIGARA = Point(145.8583, 43.3961)  # Signalny (Kaigara), its lighthouse; too small for a polygon
