"""Where the pipeline reads and writes."""

import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
WORK = Path(os.environ.get("GEO_WORK", HERE / "work"))
OUT = Path(os.environ.get("GEO_OUT", HERE.parent))
DOWNLOADS = WORK / "downloads"
UNPACKED = WORK / "unpacked"


def unpacked(package_id, member):
    """Path of one unpacked file of a source package."""
    return UNPACKED / package_id / member
