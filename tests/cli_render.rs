//! `render`: pictures without a window.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::path::Path;

use common::{Png, finish, program, run};

/// Renders into a folder and returns the file's path.
fn render(folder: &Path, name: &str, arguments: &[&str]) -> std::path::PathBuf {
    let path = folder.join(name);
    let answer =
        finish(program().arg("render").args(arguments).arg("-o").arg(&path)).expect_code(0);
    assert_eq!(answer.stdout, "");
    assert_eq!(answer.stderr, "");
    path
}

#[test]
fn a_picture_is_the_same_from_run_to_run() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--date", "1930", "--size", "640x400"];
    let [first, second] =
        ["a.png", "b.PNG"].map(|name| fs::read(render(folder.path(), name, &arguments)).unwrap());
    assert!(first == second, "two runs differ");
    let picture = Png::read(&folder.path().join("a.png"));
    assert_eq!(picture.size, [640, 400]);
    assert!(picture.colours() > 50, "the picture is not blank");
    assert_eq!(
        fs::read_dir(folder.path()).unwrap().count(),
        2,
        "no temporary file is left"
    );
}

#[test]
fn what_is_asked_for_shows() {
    let folder = tempfile::tempdir().unwrap();
    let base = ["--size", "480x320"];
    let pixels = |arguments: &[&str]| {
        Png::read(&render(
            folder.path(),
            "x.png",
            &[&base, arguments].concat(),
        ))
        .pixels
    };
    let plain = pixels(&["--date", "1930"]);
    for arguments in [
        &["--date", "1950"][..],
        &["--date", "1930", "--theme", "dark"],
        &["--date", "1930", "--look", "kurils"],
        &["--date", "1930", "--scale", "1.5"],
        &["--date", "1930", "--lang", "ja"],
        &["--date", "1930", "--what", "page"],
        &["--date", "1930", "--what", "timeline"],
        &["--date", "1930", "--what", "charts"],
        &["--date", "1930", "--select", "sakhalin-south"],
    ] {
        assert!(pixels(arguments) != plain, "{arguments:?} changes nothing");
    }
}

#[test]
fn a_picture_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let picture = Png::read(&render(
        folder.path(),
        "x.png",
        &["--date", "1945-08-28", "--size", "64x64", "--lang", "ja"],
    ));
    assert!(
        picture.text("Title").contains("1945年8月28日"),
        "{:?}",
        picture.texts
    );
    assert!(
        picture.text("Description").contains("1945-08-28")
            && picture.text("Description").contains("control")
    );
    assert!(picture.text("Copyright").contains("OpenStreetMap"));
    assert!(picture.text("Software").starts_with("kuril-atlas "));
}

#[test]
fn every_shape_of_picture_can_be_drawn() {
    let folder = tempfile::tempdir().unwrap();
    for (size, scale) in [
        ("64x64", "4"),
        ("64x1200", "1"),
        ("1200x64", "0.5"),
        ("333x777", "1.25"),
    ] {
        for what in ["map", "timeline", "charts", "page"] {
            let path = render(
                folder.path(),
                "x.png",
                &[
                    "--size",
                    size,
                    "--scale",
                    scale,
                    "--what",
                    what,
                    "--look",
                    "four-islands",
                ],
            );
            let [width, height] = Png::read(&path).size;
            assert_eq!(format!("{width}x{height}"), size);
        }
    }
}

#[test]
fn wrong_requests_leave_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.png");
    let file = path.to_str().unwrap();
    for (arguments, code, part) in [
        (&["--size", "0x0"][..], 2, "64 to 8192"),
        (&["--size", "10000x100"], 2, "64 to 8192"),
        (&["--size", "big"], 2, "1920x1080"),
        (&["--scale", "0"], 2, "0.5 to 4"),
        (&["--scale", "NaN"], 2, "0.5 to 4"),
        (&["--what", "globe"], 2, "timeline"),
        (&["--look", "moon"], 2, "four-islands"),
        (&["--theme", "sepia"], 2, "dark"),
        (&["--view", "mars"], 2, "control"),
        (&["--date", "soon"], 2, "soon"),
        (&["--date", "1700"], 1, "1792"),
        (&["--select", "itrup"], 1, "iturup"),
        (&["--select", ""], 1, "There is no place"),
    ] {
        let answer = run(&[&["render", "-o", file], arguments].concat()).expect_code(code);
        answer.says(&[part]);
    }
    for name in ["x.gif", "x.jpeg", "x", "x.png.txt", ".png"] {
        let path = folder.path().join(name);
        run(&["render", "-o", path.to_str().unwrap()])
            .expect_code(2)
            .says(&[name, ".png"]);
    }
    run(&["render"]).expect_code(2).says(&["--output"]);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_written_is_told_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().join("no/such/folder/x.png");
    run(&["render", "-o", nowhere.to_str().unwrap()])
        .expect_code(1)
        .says(&["no/such/folder/x.png"]);
    let directory = folder.path().join("folder.png");
    fs::create_dir(&directory).unwrap();
    run(&["render", "-o", directory.to_str().unwrap()])
        .expect_code(1)
        .says(&["folder.png"]);
    let old = folder.path().join("old.png");
    fs::write(&old, "old").unwrap();
    run(&["render", "-o", old.to_str().unwrap(), "--select", "nowhere"]).expect_code(1);
    assert_eq!(fs::read(&old).unwrap(), b"old");
    render(folder.path(), "old.png", &["--size", "64x64"]);
    assert_eq!(Png::read(&old).size, [64, 64]);
}

#[test]
fn charts_are_drawn_as_svg_too() {
    let folder = tempfile::tempdir().unwrap();
    for chart in ["trade", "polls"] {
        let arguments = ["--what", "charts", "--chart", chart, "--lang", "en"];
        let [one, other] = ["a.svg", "b.svg"]
            .map(|name| fs::read(render(folder.path(), name, &arguments)).unwrap());
        assert_eq!(one, other, "{chart}");
        let svg = String::from_utf8(one).unwrap();
        assert!(
            svg.starts_with("<svg ") && svg.ends_with("</svg>\n"),
            "{chart}"
        );
    }
}

/// The texts that an SVG or a PDF lets be copied are in it letter by letter.
#[test]
fn outlines_say_and_show_what_the_picture_shows() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = [
        "--date",
        "1945-09-02",
        "--look",
        "kurils",
        "--size",
        "900x700",
    ];
    let [svg, again] = ["a.svg", "b.SVG"]
        .map(|name| fs::read_to_string(render(folder.path(), name, &arguments)).unwrap());
    assert!(svg == again, "two runs differ");
    for text in [
        ">Kuril Atlas · 2 September 1945 · de facto control</text>",
        ">2 September 1945</text>",
        ">Iturup (Etorofu)</text>",
        ">Soviet Union</text>",
        ">occupied</text>",
        ">claimed by Empire of Japan</text>",
        " km</text>",
        "OpenStreetMap contributors",
    ] {
        assert!(svg.contains(text), "{text}");
    }
    // The colours that fill most of the picture fill something in the outlines; rarer ones may come
    // of a card that lets the sea shine through.
    let png = Png::read(&render(folder.path(), "a.png", &arguments));
    let mut counts = std::collections::HashMap::new();
    let bytes = png.pixels.len() / (900 * 700);
    for pixel in png.pixels.chunks_exact(bytes) {
        *counts.entry([pixel[0], pixel[1], pixel[2]]).or_insert(0) += 1;
    }
    let mut much: Vec<([u8; 3], u32)> = counts.into_iter().collect();
    much.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ([red, green, blue], count) in much.into_iter().take(6) {
        let fill = format!("fill=\"#{red:02x}{green:02x}{blue:02x}\"");
        assert!(svg.contains(&fill), "{fill} of {count} pixels");
    }
    let pdf = fs::read(render(folder.path(), "a.pdf", &arguments)).unwrap();
    assert!(pdf.starts_with(b"%PDF-1.7") && pdf.trim_ascii_end().ends_with(b"%%EOF"));
    assert!(
        pdf.windows(10).any(|part| part == b"/FontFile2"),
        "fonts are embedded"
    );
    assert!(pdf == fs::read(render(folder.path(), "b.pdf", &arguments)).unwrap());
}
