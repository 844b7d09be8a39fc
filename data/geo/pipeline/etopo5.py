"""Reader of the ETOPO5 relief."""

import netCDF4
import numpy as np

from frame import EAST, NORTH, SOUTH, WEST
from places import unpacked


def relief():
    """Longitudes, latitudes and heights in metres within the frame."""
    path = unpacked("etopo5", "usr/share/ferret-vis/data/etopo5.cdf")
    with netCDF4.Dataset(path) as data:
        longitude = np.asarray(data["ETOPO05_X"][:])
        latitude = np.asarray(data["ETOPO05_Y"][:])
        columns = np.flatnonzero((longitude >= WEST) & (longitude <= EAST))
        rows = np.flatnonzero((latitude >= SOUTH) & (latitude <= NORTH))
        height = data["ROSE"][rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return longitude[columns], latitude[rows], np.asarray(height, dtype="f8")
