#!/usr/bin/env bash
# Draws the pictures of the guide anew: assets/guide/pictures.sh [PROGRAM]
# PROGRAM is a built kuril-atlas, else target/release/kuril-atlas. Needs ImageMagick, which takes the
# colours down to a palette: a picture then has a sixth of its size.
set -euo pipefail
folder=$(realpath "$(dirname "${BASH_SOURCE[0]}")")
program=$(realpath "${1:-$folder/../../target/release/kuril-atlas}")
cd "$folder"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# draw NAME OPTION…: NAME-en.png, NAME-ja.png and NAME-ru.png.
draw() {
    local name=$1 language
    shift
    for language in en ja ru; do
        "$program" render --lang "$language" "$@" -o "$scratch/picture.png"
        convert "$scratch/picture.png" -dither None -colors 96 -strip \
            -define png:exclude-chunks=date,time "PNG8:$name-$language.png"
    done
}

draw year --what page --size 1280x800 --date 1930
draw claims --what map --size 960x600 --date 1956 --look four-islands
draw views --what map --size 1280x640 --date 1956 --look kurils --view side-by-side
draw place --what page --size 1280x800 --date 1945-09-05 --look kurils --select iturup
draw charts --what charts --size 1280x800 --date 1990 --chart population
draw lesson --what page --size 1280x800 --lesson border-moved --step 2
draw compare --what map --size 1280x640 --date 1905 --compare 1904 --look sakhalin
