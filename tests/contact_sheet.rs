//! A sheet of small pictures of the whole atlas, to look at it in one go:
//! `cargo test --test contact_sheet -- --ignored` writes `target/contact-sheet.png`, and the single
//! pictures beside it in `target/contact-sheet/`.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use image::imageops::{FilterType, overlay, resize};
use image::{Rgba, RgbaImage};

/// The arguments of each picture.
const PICTURES: [&str; 30] = [
    "--what page --date 1792 --size 1280x800 --lang en",
    "--what page --date 1855 --size 1280x800 --lang ja",
    "--what page --date 1875 --size 1280x800 --lang ru --theme dark",
    "--what page --date 1905-09-05 --size 1280x800 --lang en --select sakhalin-south",
    "--what page --date 1920 --size 1920x1080 --lang ja --theme dark",
    "--what page --date 1930 --size 1024x768 --lang ru",
    "--what page --date 1932 --size 1280x800 --lang en --palette safe",
    "--what page --date 1945-08-28 --size 1280x800 --lang ja --select iturup",
    "--what page --date 1945-09-05 --size 1920x1080 --lang en --theme contrast",
    "--what page --date 1946 --size 1280x800 --lang ru --view japan",
    "--what page --date 1956 --size 1280x800 --lang ja --view side-by-side",
    "--what page --date 2025 --size 1280x800 --lang en --view russia --theme dark",
    "--what page --date 2025 --size 3840x2160 --scale 2 --lang ru",
    "--what page --date 2025 --size 2048x1536 --scale 2 --lang ja --theme contrast",
    "--what page --date 1946 --compare 1930 --size 1280x800 --lang en",
    "--what page --date 1946 --compare 1930 --swipe --size 1280x800 --lang ja --theme dark",
    "--what page --date 1950 --size 1600x1200 --scale 2 --lang en",
    "--what page --date 1930 --size 1280x800 --lang ru --palette safe --theme dark --present",
    "--what map --date 1930 --size 1280x800 --lang en",
    "--what map --date 1930 --size 1280x800 --lang ja --theme dark",
    "--what map --date 1930 --size 1280x800 --lang ru --theme contrast",
    "--what map --date 1930 --size 1280x800 --lang en --palette safe --theme contrast",
    "--what map --date 1945-09-05 --compare 1945-08-01 --look kurils --size 1280x800 --lang ru",
    "--what map --date 1945-09-02 --look four-islands --size 1280x800 --lang ja",
    "--what map --date 1906 --look sakhalin --size 1000x1200 --lang ru",
    "--what map --date 1933 --look manchuria --size 1280x800 --lang en --theme dark",
    "--what map --date 1920 --look far-east --size 1280x800 --lang ja",
    "--what map --date 1860 --look kurils --size 1280x800 --lang en --palette safe",
    "--what timeline --date 1930 --size 1280x420 --lang ja",
    "--what charts --date 1990 --size 1280x800 --lang ru --theme dark",
];

const CELL: [u32; 2] = [640, 400];
const GAP: u32 = 16;
const COLUMNS: u32 = 5;

fn draw(arguments: &str, to: &Path) -> RgbaImage {
    let made = Command::new(env!("CARGO_BIN_EXE_kuril-atlas"))
        .arg("render")
        .args(arguments.split(' '))
        .arg("-o")
        .arg(to)
        .output()
        .unwrap();
    let error = String::from_utf8_lossy(&made.stderr);
    assert!(made.status.success(), "{arguments}: {error}");
    image::open(to).unwrap().to_rgba8()
}

#[test]
#[ignore = "draws thirty pictures to look at"]
fn contact_sheet() {
    let target = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let target = target.parent().unwrap();
    let folder = target.join("contact-sheet");
    fs::create_dir_all(&folder).unwrap();
    let rows = u32::try_from(PICTURES.len()).unwrap().div_ceil(COLUMNS);
    let [width, height] = CELL.map(|side| side + GAP);
    let ground = Rgba([90, 90, 90, 255]);
    let mut sheet = RgbaImage::from_pixel(COLUMNS * width + GAP, rows * height + GAP, ground);
    for (number, arguments) in (0..).zip(PICTURES) {
        let picture = draw(arguments, &folder.join(format!("{:02}.png", number + 1)));
        let (wide, high) = picture.dimensions();
        // In whole numbers: the side that fills the cell, and the other in proportion.
        let fitted = if wide * CELL[1] > high * CELL[0] {
            [CELL[0], high * CELL[0] / wide]
        } else {
            [wide * CELL[1] / high, CELL[1]]
        };
        let small = resize(&picture, fitted[0], fitted[1], FilterType::Triangle);
        let at = [number % COLUMNS * width, number / COLUMNS * height];
        let centred = [0, 1].map(|axis| at[axis] + GAP + (CELL[axis] - fitted[axis]) / 2);
        overlay(&mut sheet, &small, centred[0].into(), centred[1].into());
    }
    let file = target.join("contact-sheet.png");
    sheet.save(&file).unwrap();
    println!("{}", file.display());
}

#[test]
fn the_sheet_shows_all_there_is() {
    assert!(PICTURES.len() >= 24);
    let values = |name: &str| -> BTreeSet<&str> {
        let of = |line: &'static str| line.split(name).nth(1)?.split(' ').nth(1);
        PICTURES.iter().filter_map(|line| of(line)).collect()
    };
    for (name, wanted) in [
        ("--lang", vec!["en", "ja", "ru"]),
        ("--theme", vec!["contrast", "dark"]),
        ("--view", vec!["japan", "russia", "side-by-side"]),
        ("--what", vec!["charts", "map", "page", "timeline"]),
    ] {
        let shown = values(name);
        assert!(
            wanted.iter().all(|it| shown.contains(it)),
            "{name}: {shown:?}"
        );
    }
    assert!(values("--date").len() >= 12 && values("--size").len() >= 6);
}
