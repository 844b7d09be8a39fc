#!/usr/bin/env bash
# Checks a Debian package: assets/packaging/check.sh PACKAGE.deb
# Needs dpkg, desktop-file-validate, appstreamcli, and root or sudo for the clean root; lintian is asked
# where it is installed.
set -euo pipefail

package=$(realpath "$1")
work=$(mktemp -d)
readonly work
readonly tree=$work/tree root=$work/root

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}
trap 'as_root rm -rf "$work"' EXIT

# What the package tells desktops and software centres.
check_descriptions() {
    dpkg-deb --extract "$package" "$tree"
    desktop-file-validate "$tree"/usr/share/applications/*.desktop
    appstreamcli validate --no-net --pedantic --explain "$tree"/usr/share/metainfo/*.metainfo.xml
    # The component id of the file's name is that inside.
    local about id
    about=$(echo "$tree"/usr/share/metainfo/*.metainfo.xml)
    id=$(basename "$about" .metainfo.xml)
    grep -qF "<id>$id</id>" "$about"
}

# The names of the packages that the package needs, and those that they need.
needed() {
    local open=("$@") known=" " name
    while [[ ${#open[@]} -gt 0 ]]; do
        name=${open[0]}
        open=("${open[@]:1}")
        [[ $known != *" $name "* ]] || continue
        known+="$name "
        # shellcheck disable=SC2016 # dpkg fills in the field
        mapfile -t -O "${#open[@]}" open < <(dpkg-query -W -f '${Pre-Depends}, ${Depends}\n' "$name" |
            tr ',' '\n' | sed -E 's/\|.*//; s/\(.*//; s/:any//; s/[[:space:]]//g; /^$/d')
    done
    echo "$known"
}

# A root with nothing but what the package says it needs, from the packages of this machine.
make_root() {
    local names name
    # shellcheck disable=SC2046 # names of packages have no spaces
    names=$(needed $(dpkg-deb --field "$package" Depends | tr ',' '\n' | sed -E 's/\(.*//'))
    mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/usr/lib" "$root/usr/bin"
    mkdir "$root/usr/sbin" "$root/usr/lib64"
    # dpkg removes folders that become empty and belong to no package.
    touch "$root/usr/bin/kept"
    for name in bin lib lib64 sbin; do ln -s "usr/$name" "$root/$name"; done
    : >"$root/var/lib/dpkg/status"
    for name in $names; do
        dpkg-query -s "$name" >>"$root/var/lib/dpkg/status"
        echo >>"$root/var/lib/dpkg/status"
        dpkg -L "$name" | while read -r file; do
            [[ ! -d $file && -e $file && $file != /usr/share/doc/* ]] || continue
            mkdir -p "$root$(dirname "$file")"
            cp -a "$file" "$root$(dirname "$file")/"
        done
        find /var/lib/dpkg/info -name "$name.*" -o -name "$name:*" | xargs -r cp -t "$root/var/lib/dpkg/info"
    done
    echo "a root of:$names"
}

files_of_root() {
    (cd "$root" && find . -path ./var/lib/dpkg -prune -o -path ./var/log -prune -o -print | sort)
}

# Installed, started, removed: nothing is left.
check_life() {
    local before after said version
    before=$(files_of_root)
    as_root dpkg --root="$root" --install "$package" >/dev/null
    [[ -x $root/usr/bin/kuril-atlas ]]
    version=$(dpkg-deb --field "$package" Version)
    said=$(as_root chroot "$root" /usr/bin/kuril-atlas --version)
    [[ "$said-1" == "kuril-atlas $version" ]]
    said=$(as_root chroot "$root" /usr/bin/kuril-atlas at 1930 --lang en)
    grep -q '^ *Iturup.*Empire of Japan' <<<"$said" || { echo "at 1930: $said" >&2; return 1; }
    as_root chroot "$root" /usr/bin/kuril-atlas render --date 1930 -o /map.png
    [[ -s $root/map.png ]]
    as_root rm "$root/map.png"
    as_root dpkg --root="$root" --remove kuril-atlas >/dev/null 2>&1
    after=$(files_of_root)
    diff <(echo "$before") <(echo "$after") || { echo "something is left behind" >&2; return 1; }
    if grep -q '^Package: kuril-atlas$' "$root/var/lib/dpkg/status"; then
        echo "dpkg still knows the package" >&2
        return 1
    fi
    echo "installed, started and removed; nothing is left"
}

check_descriptions
make_root
check_life
if command -v lintian >/dev/null; then
    lintian --no-cfg --allow-root --fail-on error "$package"
else
    echo "lintian is not installed and was not asked"
fi
