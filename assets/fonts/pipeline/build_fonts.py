#!/usr/bin/env python3
"""Build the bundled fonts from pinned packages, or check them against the texts.

    build_fonts.py            fetch, verify, subset, write assets/fonts/, then check
    build_fonts.py --check    only check: shipped sums, glyphs for every text of the project

Run by hand, never by the build. Needs npm (to fetch) and requirements.txt.
"""
import argparse
import hashlib
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.misc.roundTools import otRound
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._g_l_y_f import dropImpliedOnCurvePoints

import charsets as cs

HERE = Path(__file__).resolve().parent
FONTS = HERE.parent
ROOT = FONTS.parent.parent
EPOCH = int(os.environ.get("SOURCE_DATE_EPOCH", "1735689600"))  # 2025-01-01
MAC_EPOCH = 2082844800

# Every face gets these (per 1000 units), so that faces mixed on a line share one baseline.
ASCENT, DESCENT = 1069, -293
# Middle of the icons over the baseline, in em: between middle of capitals and middle of the row.
ICON_MIDDLE = 0.372

LATIN = cs.LATIN + cs.COMBINING + cs.CYRILLIC + cs.PUNCTUATION
CJK_BASE = cs.CJK_PUNCTUATION + cs.KANA
# output: (package, file, [(package, file) to draw missing characters from])
TEXT_FACES = {
    "NotoSans-Regular.ttf": ("noto-sans", "400Regular/NotoSans_400Regular.ttf", [("inter", "400Regular/Inter_400Regular.ttf")]),
    "NotoSans-SemiBold.ttf": ("noto-sans", "600SemiBold/NotoSans_600SemiBold.ttf", [("inter", "600SemiBold/Inter_600SemiBold.ttf")]),
    "NotoSans-Italic.ttf": ("noto-sans", "400Regular_Italic/NotoSans_400Regular_Italic.ttf", [("inter", "400Regular/Inter_400Regular.ttf")]),
    "NotoSerif-Bold.ttf": ("noto-serif", "700Bold/NotoSerif_700Bold.ttf", [("inter", "700Bold/Inter_700Bold.ttf")]),
    "NotoSerif-Italic.ttf": ("noto-serif", "400Regular_Italic/NotoSerif_400Regular_Italic.ttf", [("inter", "400Regular/Inter_400Regular.ttf")]),
}
CJK_FACES = {
    "NotoSansJP-Regular.ttf": ("noto-sans-jp", "400Regular/NotoSansJP_400Regular.ttf",
                               [("noto-sans-sc", "400Regular/NotoSansSC_400Regular.ttf"), ("noto-sans-kr", "400Regular/NotoSansKR_400Regular.ttf")]),
    "NotoSansJP-SemiBold.ttf": ("noto-sans-jp", "600SemiBold/NotoSansJP_600SemiBold.ttf",
                                [("noto-sans-sc", "600SemiBold/NotoSansSC_600SemiBold.ttf"), ("noto-sans-kr", "600SemiBold/NotoSansKR_600SemiBold.ttf")]),
    "NotoSerifJP-Bold.ttf": ("noto-serif-jp", "700Bold/NotoSerifJP_700Bold.ttf", []),
    "NotoSerifJP-Waters.ttf": ("noto-serif-jp", "400Regular/NotoSerifJP_400Regular.ttf", []),
}
ICON_FACE = "Icons.ttf"
# Fallback chains as the program sets them up.
CHAINS = {
    "sans": ["NotoSans-Regular.ttf", "NotoSansJP-Regular.ttf", ICON_FACE],
    "sans-semibold": ["NotoSans-SemiBold.ttf", "NotoSansJP-SemiBold.ttf", "NotoSansJP-Regular.ttf", ICON_FACE],
    "sans-italic": ["NotoSans-Italic.ttf", "NotoSansJP-Regular.ttf", ICON_FACE],
    "serif-bold": ["NotoSerif-Bold.ttf", "NotoSerifJP-Bold.ttf", "NotoSansJP-SemiBold.ttf", "NotoSansJP-Regular.ttf", ICON_FACE],
    "serif-italic": ["NotoSerif-Italic.ttf", "NotoSerifJP-Waters.ttf", "NotoSansJP-Regular.ttf", ICON_FACE],
}
# What stands in headings and on buttons; only these texts need the bold faces.
HEADINGS = {"name", "names", "title", "short", "also", "quality", "unit"}


# --- the project's texts ------------------------------------------------------------------
def text_files():
    files = set(ROOT.glob("data/*.json")) | set(ROOT.glob("assets/text/*.json"))
    for folder in ("data/lessons", "data/texts"):
        files |= {p for p in (ROOT / folder).glob("**/*") if p.suffix in (".json", ".md", ".txt")}
    return sorted(files)


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for v in value:
            yield from strings(v)
    elif isinstance(value, dict):
        for k, v in value.items():
            yield k
            yield from strings(v)


def used_characters():
    """Character -> the first file that uses it."""
    used = {}
    for path in text_files():
        raw = path.read_text(encoding="utf-8")
        parts = [raw]
        if path.suffix == ".json":
            try:
                parts = list(strings(json.loads(raw)))
            except json.JSONDecodeError as e:
                print(f"warning: {path.relative_to(ROOT)} is no JSON ({e}); read as plain text", file=sys.stderr)
        for ch in set("".join(parts)):
            if ord(ch) >= 0x20 and not 0xFE00 <= ord(ch) <= 0xFE0F and ch not in "\u2060\ufeff":
                used.setdefault(ch, path.relative_to(ROOT).as_posix())
    return used


def water_names():
    """Japanese names of seas, straits, rivers and the like among the texts."""
    name = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]{1,12}(?:海|洋|湾|海峡|水道|湖|川|江|河|海溝|岬|瀬戸|海流|浦)")
    found = set()
    for path in text_files():
        if path.suffix == ".json":
            try:
                found.update(v for v in strings(json.loads(path.read_text(encoding="utf-8"))) if name.fullmatch(v))
            except json.JSONDecodeError:
                pass
    return "".join(sorted(set("".join(found))))


def heading_characters():
    """Characters of the interface, and of the names and titles among the data."""

    def headings(value, inside):
        if isinstance(value, str):
            if inside:
                yield value
        elif isinstance(value, list):
            for v in value:
                yield from headings(v, inside)
        elif isinstance(value, dict):
            for k, v in value.items():
                yield from headings(v, inside or k in HEADINGS)

    found = set()
    for path in text_files():
        if path.suffix == ".json":
            try:
                value = json.loads(path.read_text(encoding="utf-8"))
            except json.JSONDecodeError:
                continue
            found.update("".join(headings(value, path.parent.name == "text")))
    return "".join(sorted(c for c in found if is_cjk(c)))


def is_cjk(ch):
    c = ord(ch)
    return (0x2E80 <= c <= 0x9FFF or 0xAC00 <= c <= 0xD7A3 or 0xF900 <= c <= 0xFAFF or 0x1100 <= c <= 0x11FF
            or 0xFF00 <= c <= 0xFFEF or 0x20000 <= c <= 0x3FFFF)


# --- packages -----------------------------------------------------------------------------
def fetch(cache):
    packages = json.loads((HERE / "packages.json").read_text())["packages"]
    cache.mkdir(parents=True, exist_ok=True)
    found = {}
    for key, p in packages.items():
        stem = p["npm"].lstrip("@").replace("/", "-")
        tgz = cache / f"{stem}-{p['version']}.tgz"
        if not tgz.exists():
            print("fetch", p["npm"], p["version"])
            subprocess.run(["npm", "pack", "--silent", f"{p['npm']}@{p['version']}"], cwd=cache, check=True, stdout=subprocess.DEVNULL)
        digest = hashlib.sha256(tgz.read_bytes()).hexdigest()
        if digest != p["sha256"]:
            sys.exit(f"{tgz.name}: sha256 {digest}, expected {p['sha256']}")
        found[key] = (p, tarfile.open(tgz))
    return found


def member(packages, key, name):
    return packages[key][1].extractfile(f"package/{name}").read()


def load(packages, key, name):
    return TTFont(io.BytesIO(member(packages, key, name)), recalcTimestamp=False)


# --- subsetting ---------------------------------------------------------------------------
def subset(font, chars, features):
    o = Options()
    o.layout_features = features
    o.hinting = False
    o.notdef_outline = True
    o.glyph_names = False
    o.legacy_kern = False
    o.recalc_timestamp = False
    o.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    o.name_languages = [0x409]
    o.drop_tables += ["DSIG", "vhea", "vmtx", "VORG", "BASE", "STAT", "meta", "MERG", "gasp", "JSTF"]
    s = Subsetter(o)
    s.populate(unicodes={ord(c) for c in chars} & set(font.getBestCmap()))
    s.subset(font)
    return font


def add_glyph(font, char, outline, advance):
    name = f"u{ord(char):05X}"
    order = font.getGlyphOrder()
    if name in order:
        raise ValueError(name)
    font.setGlyphOrder(order + [name])
    font["glyf"].glyphs[name] = outline
    font["glyf"].glyphOrder = font.getGlyphOrder()
    outline.recalcBounds(font["glyf"])
    font["hmtx"][name] = (otRound(advance), getattr(outline, "xMin", 0))
    if "GDEF" in font and font["GDEF"].table.GlyphClassDef:
        font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    map_char(font, char, name)


def map_char(font, char, name):
    for table in font["cmap"].tables:
        if table.isUnicode() and (ord(char) <= 0xFFFF or table.format in (12, 13)):
            table.cmap[ord(char)] = name


def draw(font, char, transform):
    glyphs = font.getGlyphSet()
    rec = DecomposingRecordingPen(glyphs)
    glyphs[font.getBestCmap()[ord(char)]].draw(rec)
    pen = TTGlyphPen(None)
    rec.replay(TransformPen(pen, transform))
    return pen.glyph(round=otRound)


def middle(font, char):
    g = font["glyf"][font.getBestCmap()[ord(char)]]
    return (g.yMin + g.yMax) / 2


def wide(font, char):
    g = font["glyf"][font.getBestCmap()[ord(char)]]
    return g.xMax - g.xMin


def graft(font, donor, chars, kind):
    """Draw `chars` that `font` lacks from `donor`. Returns what neither has."""
    have, give = font.getBestCmap(), donor.getBestCmap()
    lack = sorted({c for c in chars if ord(c) not in have})
    upm = font["head"].unitsPerEm / donor["head"].unitsPerEm
    for c in lack:
        if ord(c) not in give:
            continue
        advance = donor["hmtx"][give[ord(c)]][0]
        if kind == "han":
            scale, dy = upm, 0
        elif c in "≤≥≈≠−":  # as wide as the face's own equals sign, on the same middle
            scale = wide(font, "=") / wide(donor, "=")
            dy = middle(font, "=") - middle(donor, "=") * scale
            target = font["hmtx"][have[ord("=")]][0]
            dx = (target - advance * scale) / 2
            add_glyph(font, c, draw(donor, c, (scale, 0, 0, scale, dx, dy)), target)
            continue
        else:  # as tall as the face's capitals
            scale = upm * (font["OS/2"].sCapHeight / (donor["OS/2"].sCapHeight * upm))
            dy = 0
        add_glyph(font, c, draw(donor, c, (scale, 0, 0, scale, 0, dy)), advance * scale)
    return [c for c in lack if ord(c) not in give]


def finish(font, path):
    upm = font["head"].unitsPerEm
    asc, desc = otRound(ASCENT * upm / 1000), otRound(DESCENT * upm / 1000)
    hhea, os2, head = font["hhea"], font["OS/2"], font["head"]
    hhea.ascent, hhea.descent, hhea.lineGap = asc, desc, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = asc, desc, 0
    os2.usWinAscent, os2.usWinDescent = asc, -desc
    if os2.version >= 4:
        os2.fsSelection |= 1 << 7
    os2.usFirstCharIndex = min(font.getBestCmap())
    os2.usLastCharIndex = min(max(font.getBestCmap()), 0xFFFF)
    font["post"].formatType = 3.0
    for name in font.getGlyphOrder():  # points that quadratic outlines imply anyway
        glyph = font["glyf"][name]
        if glyph.numberOfContours > 0:
            dropImpliedOnCurvePoints(glyph)
    head.created = head.modified = EPOCH + MAC_EPOCH
    gasp = newTable("gasp")
    gasp.version, gasp.gaspRange = 1, {0xFFFF: 15}
    font["gasp"] = gasp
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    path.write_bytes(out.getvalue())
    print(f"{path.name:28} {len(out.getvalue()) / 1024:8.1f} KB  {len(font.getBestCmap()):5} characters")


def text_face(packages, name, used):
    key, file, donors = TEXT_FACES[name]
    font = load(packages, key, file)
    chars = LATIN + cs.SYMBOLS + "".join(c for c in used if not is_cjk(c) and not 0xE000 <= ord(c) <= 0xF8FF)
    own = chars.replace("−", "") if "Italic" in name else chars  # upstream draws it as a hyphen there
    subset(font, own, ["kern", "mark", "mkmk", "ccmp", "locl"])
    widths = {font["hmtx"][font.getBestCmap()[c]][0] for c in range(0x30, 0x3A)}
    if len(widths) != 1:
        sys.exit(f"{name}: digits of several widths {sorted(widths)}; bake tnum in")
    for donor_key, donor_file in donors:
        graft(font, load(packages, donor_key, donor_file), chars, "symbol")
    cmap = font.getBestCmap()
    for alias, target in cs.ALIASES.items():
        if ord(alias) not in cmap and ord(target) in cmap:
            map_char(font, alias, cmap[ord(target)])
    finish(font, FONTS / name)


def cjk_face(packages, name, used):
    key, file, donors = CJK_FACES[name]
    font = load(packages, key, file)
    han_used = "".join(c for c in used if is_cjk(c))
    if name == "NotoSerifJP-Waters.ttf":
        chars = cs.KANA + "　、。・（）「」" + cs.WATERS + water_names()
    elif name in ("NotoSerifJP-Bold.ttf", "NotoSansJP-SemiBold.ttf"):
        chars = CJK_BASE + cs.NAMES + heading_characters()
    else:
        chars = CJK_BASE + cs.JIS1 + cs.JOYO_2010 + cs.OLD_FORMS + cs.NAMES + cs.SIMPLIFIED + han_used
    # characters that the Latin faces hold stay out: they come first in every chain
    chars = "".join(c for c in chars if c not in LATIN)
    subset(font, chars, ["ccmp"])
    for donor_key, donor_file in donors:
        hangul = cs.HANGUL if name == "NotoSansJP-Regular.ttf" else ""
        graft(font, load(packages, donor_key, donor_file), chars + hangul, "han")
    finish(font, FONTS / name)


def icon_face(packages):
    def names(style):
        css = member(packages, "phosphor", f"src/{style}/style.css").decode()
        pattern = r'\.ph-([a-z0-9-]+):before\s*\{\s*content:\s*"\\([0-9a-f]+)"'
        return {n: int(cp, 16) for n, cp in re.findall(pattern, css)}

    regular = names("regular")
    table = {n: regular[n] for n in cs.ICONS}
    font = load(packages, "phosphor", "src/regular/Phosphor.ttf")
    subset(font, "".join(map(chr, table.values())), [])
    upm = font["head"].unitsPerEm
    dy = otRound((ICON_MIDDLE - 0.4375) * upm)  # upstream middle: (960 - 64) / 2 / 1024
    base = load(packages, "phosphor", "src/regular/Phosphor.ttf")
    for cp in table.values():
        glyph = draw(base, chr(cp), (1, 0, 0, 1, 0, dy))
        glyph_name = font.getBestCmap()[cp]
        font["glyf"][glyph_name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][glyph_name] = (font["hmtx"][glyph_name][0], getattr(glyph, "xMin", 0))
    fill = load(packages, "phosphor", "src/fill/Phosphor-Fill.ttf")
    fill_names = names("fill")
    for n in cs.ICONS_FILL:
        cp = fill_names[f"{n}-fill"] if f"{n}-fill" in fill_names else fill_names[n]
        new = cp + 0x1000
        if new > 0xF8FF or new in table.values():
            sys.exit(f"icon {n}-fill: no room at U+{new:04X}")
        add_glyph(font, chr(new), draw(fill, chr(cp), (1, 0, 0, 1, 0, dy)), fill["hmtx"][fill.getBestCmap()[cp]][0])
        table[f"{n}-fill"] = new
    finish(font, FONTS / ICON_FACE)
    listing = {n: f"U+{cp:04X}" for n, cp in sorted(table.items())}
    (FONTS / "icons.json").write_text(json.dumps(listing, indent=2) + "\n")


def licences(packages):
    for key, (p, _) in packages.items():
        text = member(packages, key, p["licence_file"]).decode().replace("\r\n", "\n")
        (FONTS / p["ship_as"]).write_text("\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n") + "\n")


# --- checks -------------------------------------------------------------------------------
def sums():
    files = sorted(list(FONTS.glob("*.ttf")) + [FONTS / "icons.json"])
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


def check():
    bad = False
    if (FONTS / "SHA256SUMS").read_text() != sums():
        print("SHA256SUMS does not fit the files")
        bad = True
    cover = {f: set(TTFont(FONTS / f, lazy=True).getBestCmap()) for chain in CHAINS.values() for f in chain}
    used = used_characters()
    promised = (LATIN + cs.SYMBOLS + "".join(cs.ALIASES) + CJK_BASE + cs.JIS1 + cs.JOYO_2010 + cs.OLD_FORMS + cs.NAMES + cs.SIMPLIFIED + cs.HANGUL)
    print(f"{len(used)} different characters in {len(text_files())} text files")
    for chain, files in CHAINS.items():
        reach = set().union(*(cover[f] for f in files))
        for c in sorted(c for c in used if ord(c) not in reach):
            print(f"MISSING in {chain}: {c} U+{ord(c):04X}, used in {used[c]}")
            bad = True
        for c in sorted({c for c in promised if ord(c) not in reach and c not in used}):
            print(f"MISSING in {chain}: {c} U+{ord(c):04X}, promised by charsets.py")
            bad = True
        others = set(files[2:]) - {ICON_FACE} if chain.startswith("serif") else set()
        first = set().union(*(cover[f] for f in files[:2]))
        late = "".join(sorted(c for c in used if ord(c) not in first and ord(c) in reach))
        if others and late:
            print(f"note: {chain} takes {len(late)} characters from {', '.join(sorted(others))}: {late[:40]}{'…' if len(late) > 40 else ''}")
    text = set().union(*(cover[f] for f in cover if f != ICON_FACE))
    clash = cover[ICON_FACE] & text - {0x20}
    if clash:
        print("icons clash with text:", ", ".join(f"U+{c:04X}" for c in sorted(clash)))
        bad = True
    total = sum(f.stat().st_size for f in FONTS.glob("*.ttf"))
    print(f"fonts together {total / 1e6:.2f} MB")
    return 1 if bad else 0


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--check", action="store_true", help="only check what is there")
    ap.add_argument("--cache", type=Path, default=Path(tempfile.gettempdir()) / "kuril-atlas-fonts", help="where fetched packages are kept")
    args = ap.parse_args()
    if not args.check:
        packages = fetch(args.cache)
        used = used_characters()
        for name in TEXT_FACES:
            text_face(packages, name, used)
        for name in CJK_FACES:
            cjk_face(packages, name, used)
        icon_face(packages)
        licences(packages)
        (FONTS / "SHA256SUMS").write_text(sums())
    return check()


if __name__ == "__main__":
    sys.exit(main())
