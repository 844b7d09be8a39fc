"""Build every file of data/geo, in order, and check them."""

import sys
import time

import bathymetry
import check
import kurils
import lakes
import licences
import lines
import regions
import rivers
from fetch import fetch
from places import OUT

STEPS = [
    ("fetch", fetch),
    ("kurils", kurils.build),
    ("regions", regions.build),
    ("bathymetry", bathymetry.build),
    ("lakes", lakes.build),
    ("rivers", rivers.build),
    ("lines", lines.build),
    ("licences", licences.build),
]


def main():
    """Run all steps; returns the exit code."""
    OUT.mkdir(parents=True, exist_ok=True)
    for name, step in STEPS:
        start = time.monotonic()
        step()
        print(f"{name}: {time.monotonic() - start:.1f} s", flush=True)
    problems = check.check()
    print("\n".join(problems) or "all files are in order")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
