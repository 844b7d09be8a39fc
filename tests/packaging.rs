//! What installs the program on a desktop agrees with the program.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;
#[path = "common/files.rs"]
mod files;

use std::fs;
use std::path::{Path, PathBuf};

use common::run;
use files::files_below;
use kuril_atlas::host::{icon, window};

/// Set it to write the icons instead of comparing them.
const RENEW: &str = "KURIL_ATLAS_WRITE_ICONS";

/// The id for software centres until somebody distributes the program.
const COMPONENT: &str = "invalid.kuril_atlas.kuril_atlas";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/packaging")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap()
}

fn encoded(side: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, side, side);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_compression(png::Compression::High);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(&icon::draw_at(side).rgba).unwrap();
    writer.finish().unwrap();
    bytes
}

fn pixels(path: &Path) -> Vec<u8> {
    let file = std::io::BufReader::new(fs::File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut pixels).unwrap();
    pixels
}

#[test]
fn the_icons_are_those_of_the_window() {
    let renew = std::env::var_os(RENEW).is_some();
    let icons = folder().join("icons");
    for side in icon::SIDES {
        let path = icons.join(format!("kuril-atlas-{side}.png"));
        if renew {
            fs::create_dir_all(&icons).unwrap();
            fs::write(&path, encoded(side)).unwrap();
        }
        let drawn = icon::draw_at(side).rgba;
        assert!(
            pixels(&path) == drawn,
            "{side}: renew the icons with {RENEW}=1 cargo test --test packaging"
        );
    }
    let path = icons.join("kuril-atlas.svg");
    if renew {
        fs::write(&path, icon::svg()).unwrap();
    }
    assert_eq!(fs::read_to_string(path).unwrap(), icon::svg());
}

#[test]
fn the_entries_name_the_program_as_it_is() {
    let entry = read("kuril-atlas.desktop");
    assert!(entry.contains("\nExec=kuril-atlas\n"));
    assert!(entry.contains(&format!("\nIcon={}\n", window::APP_ID)));
    assert!(entry.contains(&format!("\nStartupWMClass={}\n", window::APP_ID)));
    let lesson = read("kuril-atlas-lesson.desktop");
    assert!(lesson.contains("\nExec=kuril-atlas --lesson %f\n"));
    let kind = "application/vnd.kuril-atlas.lesson+json";
    assert!(lesson.contains(&format!("\nMimeType={kind};\n")));
    assert!(read("kuril-atlas-lesson.mime.xml").contains(&format!("type=\"{kind}\"")));
    let about = read(&format!("{COMPONENT}.metainfo.xml"));
    assert!(about.contains(&format!("<id>{COMPONENT}</id>")));
    let version = run(&["--version"]).expect_code(0).stdout;
    let version = version.trim().trim_start_matches("kuril-atlas ");
    assert!(about.contains(&format!("<release version=\"{version}\"")));
    assert!(about.contains(&format!("<mediatype>{kind}</mediatype>")));
}

/// An invented address or domain may be somebody's one day; those under `.invalid` never are.
#[test]
fn nobody_s_address_is_used_and_a_distributor_can_set_their_own() {
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let Ok(text) = fs::read_to_string(&path) else {
            continue;
        };
        for (at, _) in text.match_indices('@') {
            let host: String = text[at + 1..]
                .chars()
                .take_while(|letter| letter.is_ascii_alphanumeric() || "-.".contains(*letter))
                .collect();
            // `${list[@]}` and `-d "@$time"` of a shell are no addresses.
            assert!(
                !host.contains('.') || host.ends_with(".invalid"),
                "{}: {host}",
                path.display()
            );
        }
    }
    let (script, notes) = (read("deb.sh"), read("README.md"));
    for variable in ["DEBFULLNAME", "DEBEMAIL", "COMPONENT_ID"] {
        assert!(script.contains(&format!("${{{variable}:-")), "{variable}");
        assert!(notes.contains(&format!("`{variable}`")), "{variable}");
    }
    assert!(script.contains(&format!("own_id={COMPONENT}\n")));
    assert!(notes.contains(COMPONENT));
}

/// Code for one system is not run on the others: a reader who builds there must know of it.
#[test]
fn code_for_one_system_is_named_in_the_readme() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).unwrap();
    let mut found = 0;
    for path in files_below(root.join("src")) {
        let name = path
            .strip_prefix(root)
            .unwrap()
            .to_string_lossy()
            .into_owned();
        let name = name.replace('\\', "/");
        let is_rust = path.extension().is_some_and(|ending| ending == "rs");
        if !is_rust || name.ends_with("tests.rs") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let is_for_one = text.lines().any(|line| {
            line.contains("cfg")
                && ["(unix", "(windows", "target_os", "target_family"]
                    .iter()
                    .any(|word| line.contains(word))
        });
        if is_for_one {
            found += 1;
            assert!(
                readme.contains(&format!("`{name}`")),
                "{name}: name it in README.md"
            );
        }
    }
    assert!(found >= 5, "{found}");
}
