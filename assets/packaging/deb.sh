#!/usr/bin/env bash
# Makes a Debian package: assets/packaging/deb.sh [BINARY] [FOLDER]
# BINARY is a built program (else one is built), FOLDER is where the package goes (else target/debian).
# Needs dpkg-deb and gzip, no root. The same source, binary and SOURCE_DATE_EPOCH give the same package.
# Whoever distributes the package names themselves: DEBFULLNAME and DEBEMAIL, as for Debian's own tools,
# and COMPONENT_ID, the id for software centres (README.md tells more).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# Nobody's address and nobody's domain: names under .invalid are never given out (RFC 2606).
own_id=invalid.kuril_atlas.kuril_atlas
component=${COMPONENT_ID:-$own_id}
maintainer="${DEBFULLNAME:-The Kuril Atlas contributors} <${DEBEMAIL:-nobody@kuril-atlas.invalid}>"

SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
export SOURCE_DATE_EPOCH

binary=${1:-}
if [[ -z $binary ]]; then
    cargo build --locked --release
    binary=target/release/kuril-atlas
fi
folder=${2:-target/debian}
version=$("$binary" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
umask 022

share=$stage/usr/share
install -D -m 755 "$binary" "$stage/usr/bin/kuril-atlas"
strip "$stage/usr/bin/kuril-atlas" 2>/dev/null || true
packaging=assets/packaging
install -D -m 644 -t "$share/applications" "$packaging"/*.desktop
install -d "$share/metainfo"
sed "s/$own_id/$component/" "$packaging/$own_id.metainfo.xml" >"$share/metainfo/$component.metainfo.xml"
install -D -m 644 "$packaging/kuril-atlas-lesson.mime.xml" "$share/mime/packages/kuril-atlas.xml"
icons=$share/icons/hicolor
install -D -m 644 "$packaging/icons/kuril-atlas.svg" "$icons/scalable/apps/kuril-atlas.svg"
for icon in "$packaging"/icons/kuril-atlas-*.png; do
    side=${icon##*-}
    side=${side%.png}
    install -D -m 644 "$icon" "$icons/${side}x$side/apps/kuril-atlas.png"
done
"$binary" man -o "$share/man/man1"
gzip -9n "$share"/man/man1/*.1
complete() { mkdir -p "$(dirname "$2")"; "$binary" completions "$1" >"$2"; }
complete bash "$share/bash-completion/completions/kuril-atlas"
complete zsh "$share/zsh/vendor-completions/_kuril-atlas"
complete fish "$share/fish/vendor_completions.d/kuril-atlas.fish"
# Debian has the Apache License once for all packages.
doc=$share/doc/kuril-atlas
mkdir -p "$doc"
{
    sed '/^4\. Apache License 2\.0$/,$d' LICENSE
    printf '4. Apache License 2.0\n---------------------\n\nSee /usr/share/common-licenses/Apache-2.0\n'
} >"$doc/copyright"
gzip -9nc CHANGELOG.md >"$doc/changelog.gz"
{
    printf 'kuril-atlas (%s) unstable; urgency=low\n\n  * See changelog.gz.\n\n' "$version-1"
    printf ' -- %s  %s\n' "$maintainer" "$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")"
} | gzip -9nc >"$doc/changelog.Debian.gz"

mkdir "$stage/DEBIAN"
cat >"$stage/DEBIAN/control" <<CONTROL
Package: kuril-atlas
Version: $version-1
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -sk --exclude=DEBIAN "$stage" | cut -f 1)
Depends: libc6 (>= 2.34), libgcc-s1
Recommends: libgl1, libegl1, libx11-6, libxcursor1, libxi6, libxkbcommon0, libxkbcommon-x11-0
Section: education
Priority: optional
Description: atlas of the Kuril Islands dispute, day by day since 1792
 Move through the years and see who held each place on each day, who claimed
 it, what changed that, and how it is known. In English, Japanese and Russian;
 works without a network. The command line answers in JSON and draws pictures
 without a display.
CONTROL
(cd "$stage" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
find "$stage" -newermt "@$SOURCE_DATE_EPOCH" -print0 | xargs -0r touch -h -d "@$SOURCE_DATE_EPOCH"
mkdir -p "$folder"
dpkg-deb --root-owner-group --build "$stage" "$folder/kuril-atlas_$version-1_$architecture.deb"
