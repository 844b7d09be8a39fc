"""Download the source packages with the registries' own clients, verify and unpack them."""

import hashlib
import json
import subprocess
import tarfile
import zipfile

from places import DOWNLOADS, HERE, UNPACKED

CLIENTS = {
    "npm": lambda p: ["npm", "pack", "--silent", f"{p['name']}@{p['version']}"],
    "PyPI": lambda p: [
        "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:",
        f"{p['name']}=={p['version']}",
    ],
    "Debian": lambda p: ["apt-get", "download", f"{p['name']}={p['version']}"],
}  # fmt: skip


def packages():
    """All entries of packages.json."""
    return json.loads((HERE / "packages.json").read_text(encoding="utf-8"))["packages"]


def sha256(path):
    """Hexadecimal SHA-256 sum of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def download(package):
    """Fetch one package unless it is there already; stop if its sum is wrong."""
    archive = DOWNLOADS / package["file"]
    if not archive.exists():
        print("fetching", package["name"], package["version"], flush=True)
        command = CLIENTS[package["registry"]](package)
        subprocess.run(command, cwd=DOWNLOADS, check=True, stdout=subprocess.DEVNULL)
    if sha256(archive) != package["sha256"]:
        raise SystemExit(f"{archive}: wrong SHA-256; delete the file and run again")
    return archive


def unpack(package, archive):
    """Extract the members the pipeline reads."""
    target = UNPACKED / package["id"]
    if all((target / member).exists() for member in package["members"]):
        return
    target.mkdir(parents=True, exist_ok=True)
    if archive.suffix == ".deb":
        subprocess.run(["dpkg-deb", "-x", archive, target], check=True)
    elif archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            wheel.extractall(target, package["members"])
    else:
        with tarfile.open(archive) as tarball:
            for member in package["members"]:
                tarball.extract(member, target, filter="data")


def fetch():
    """Have every source package downloaded, verified and unpacked."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    for package in packages():
        unpack(package, download(package))


if __name__ == "__main__":
    fetch()
