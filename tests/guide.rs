//! The guide for readers: its pictures are there, and it calls things by the names the screen has.

#![expect(clippy::unwrap_used, reason = "a test may give up")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const LANGUAGES: [&str; 3] = ["en", "ja", "ru"];

/// All pictures together; the repository is cloned by schools too.
const MOST_BYTES: u64 = 3_000_000;

/// What the guide says with weight that is no text of the screen.
const EMPHASIS: [&str; 4] = ["held", "claimed", "支配", "контролировал"];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/guide")
}

fn guide(language: &str) -> String {
    fs::read_to_string(folder().join(format!("{language}.md"))).unwrap()
}

/// What stands between two marks, wherever they stand in a line.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Vec<&'a str> {
    let parts = text.split(open).skip(1);
    let inner = parts.filter_map(|part| Some(part.split_once(close)?.0));
    inner.filter(|inner| !inner.contains('\n')).collect()
}

fn pictures(language: &str) -> Vec<String> {
    let guide = guide(language);
    let links = between(&guide, "](", ")").into_iter();
    let pictures = links.filter(|link| {
        Path::new(link)
            .extension()
            .is_some_and(|ending| ending == "png")
    });
    pictures.map(str::to_owned).collect()
}

#[test]
fn every_picture_is_there_small_and_drawn_by_the_script() {
    let script = fs::read_to_string(folder().join("pictures.sh")).unwrap();
    let drawn: BTreeSet<String> = between(&script, "\ndraw ", " ")
        .into_iter()
        .flat_map(|name| LANGUAGES.map(|language| format!("{name}-{language}.png")))
        .collect();
    let named: BTreeSet<String> = LANGUAGES.into_iter().flat_map(pictures).collect();
    let mut there = BTreeSet::new();
    let mut bytes = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "png") {
            continue;
        }
        bytes += fs::metadata(&path).unwrap().len();
        let file = std::io::BufReader::new(fs::File::open(&path).unwrap());
        let reader = png::Decoder::new(file).read_info().unwrap();
        let info = reader.info();
        assert!(info.width >= 960, "{}", path.display());
        assert_eq!(
            info.color_type,
            png::ColorType::Indexed,
            "{}",
            path.display()
        );
        there.insert(path.file_name().unwrap().to_str().unwrap().to_owned());
    }
    assert_eq!(named, drawn, "the guide and pictures.sh");
    assert_eq!(named, there, "the guide and its folder");
    assert!(bytes <= MOST_BYTES, "{bytes} bytes");
}

#[test]
fn the_languages_say_the_same_in_the_same_order() {
    let shape = |language: &str| {
        let guide = guide(language);
        let count = |mark: &str| guide.lines().filter(|line| line.starts_with(mark)).count();
        let stems: Vec<String> = pictures(language)
            .iter()
            .map(|name| name.replace(&format!("-{language}.png"), ""))
            .collect();
        (count("## "), count("| "), count("- "), stems)
    };
    assert_eq!(shape("en").0, 9);
    for language in LANGUAGES {
        assert_eq!(shape(language), shape("en"), "{language}");
        let others = LANGUAGES
            .iter()
            .filter(|other| **other != language)
            .all(|other| guide(language).contains(&format!("]({other}.md)")));
        assert!(others, "{language}: names the guide in the other languages");
    }
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).unwrap();
    for language in LANGUAGES {
        assert!(readme.contains(&format!("(assets/guide/{language}.md)")));
    }
    for anchor in ["Data for other programs", "Data of your own"] {
        let link = anchor.to_lowercase().replace(' ', "-");
        assert!(readme.contains(&format!("# {anchor}\n")));
        for language in LANGUAGES {
            assert!(guide(language).contains(&format!("README.md#{link}")));
        }
    }
}

/// What is set bold is written on the screen, letter for letter.
#[test]
fn things_have_the_names_that_the_screen_has() {
    for language in LANGUAGES {
        let path =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("assets/text/{language}.json"));
        let texts: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let texts: BTreeSet<&str> = texts
            .as_object()
            .unwrap()
            .values()
            .filter_map(|text| text.as_str())
            .collect();
        let guide = guide(language);
        let bold: Vec<&str> = guide.split("**").skip(1).step_by(2).collect();
        assert!(bold.len() > 25, "{language}: {}", bold.len());
        for name in bold {
            assert!(
                texts.contains(name) || EMPHASIS.contains(&name),
                "{language}: nothing on the screen is called {name:?}"
            );
        }
    }
}
