//! `worksheet`: a lesson on paper, read back from SVG, where every text stands letter by letter.
#![expect(clippy::unwrap_used, reason = "a test may give up")]

mod common;

use std::fs;
use std::path::Path;

use common::{finish, program, run};
use serde_json::Value;

fn sheet(folder: &Path, name: &str, arguments: &[&str]) -> Vec<u8> {
    let path = folder.join(name);
    let answer = finish(
        program()
            .arg("worksheet")
            .args(arguments)
            .arg("-o")
            .arg(&path),
    )
    .expect_code(0);
    assert_eq!((answer.stdout.as_str(), answer.stderr.as_str()), ("", ""));
    fs::read(path).unwrap()
}

fn lesson(id: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("data/lessons/{id}.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The texts of an SVG, line after line, without spaces: lines may break anywhere.
fn words(svg: &str) -> String {
    let texts = svg.split("<text ").skip(1);
    let texts = texts.map(|text| {
        text.split_once('>')
            .unwrap()
            .1
            .split_once("</text>")
            .unwrap()
            .0
    });
    let joined: String = texts.collect();
    let unescaped = joined
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    unescaped.split_whitespace().collect()
}

#[test]
fn every_question_and_every_answer_is_there_in_each_language() {
    let folder = tempfile::tempdir().unwrap();
    let lesson = lesson("trade-politics");
    for language in ["en", "ja", "ru"] {
        let svg = sheet(
            folder.path(),
            "x.svg",
            &["trade-politics", "--lang", language],
        );
        let words = words(&String::from_utf8(svg).unwrap());
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let mut asked = 0;
        let key = words.len();
        for step in lesson["steps"].as_array().unwrap() {
            let Some(question) = step["question"][language].as_str() else {
                continue;
            };
            asked += 1;
            let question = words.find(&bare(question)).unwrap_or(key);
            let answer = words
                .find(&bare(step["answer"][language].as_str().unwrap()))
                .unwrap_or(key);
            assert!(
                question < answer && answer < key,
                "{language}: {}",
                step["id"]
            );
        }
        assert!(asked > 10);
        assert!(words.contains(&bare(lesson["title"][language].as_str().unwrap())));
    }
}

#[test]
fn the_sheet_fits_its_paper_and_embeds_its_fonts() {
    let folder = tempfile::tempdir().unwrap();
    let pdf = |name: &str, more: &[&str]| {
        let arguments = [&["twenty-eight-days", "--lang", "ja"], more].concat();
        sheet(folder.path(), name, &arguments)
    };
    let has = |pdf: &[u8], part: &str| {
        pdf.windows(part.len())
            .any(|window| window == part.as_bytes())
    };
    let a4 = pdf("a.pdf", &[]);
    assert!(has(&a4, "/MediaBox [0 0 595.28 841.89]"));
    assert!(has(
        &pdf("l.pdf", &["--paper", "letter"]),
        "/MediaBox [0 0 612 792]"
    ));
    assert!(has(&a4, "/FontFile2") && has(&a4, "/ToUnicode") && has(&a4, "/Lang (ja)"));
    assert!(!has(&a4, " inf ") && !has(&a4, "NaN"));
    assert!(a4 == pdf("b.pdf", &[]), "two runs differ");
}

#[test]
fn wrong_requests_say_what_to_do_and_leave_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.pdf");
    let path = path.to_str().unwrap();
    run(&["worksheet", "no-such-lesson", "-o", path])
        .expect_code(1)
        .says(&["no-such-lesson", "border-moved"]);
    run(&["worksheet", "border-moved", "-o", "x.png"])
        .expect_code(2)
        .says(&["x.png", ".pdf", ".svg"]);
    run(&["worksheet", "border-moved", "--paper", "a3", "-o", path]).expect_code(2);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
