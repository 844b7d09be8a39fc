//! Worksheets: a lesson on paper, with its answers on pages of their own.

mod chart;
mod map;
mod sheet;
mod sources;
mod timeline;

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::lesson::{Lesson, Step};
use crate::scene::drawing::Drawing;
use crate::scene::ground::Ground;
use crate::text::faces::Face;
use crate::text::{Catalog, Key, format};

use map::Map;
use sheet::{Sheet, ink, size};

pub use sheet::Paper;

/// The pages of a lesson's worksheet; the answers begin on a page of their own.
#[must_use]
pub fn pages(
    atlas: &Atlas,
    ground: &Ground,
    lesson: &Lesson,
    language: Language,
    paper: Paper,
) -> Vec<Drawing> {
    let texts = Catalog::of(language);
    let mut sheet = Sheet::new(paper);
    let title = lesson.title.said(language);
    head(&mut sheet, title, language);
    sheet.text(
        Face::Text,
        size::BODY,
        lesson.about.said(language),
        0.0,
        ink::SOFT,
    );
    maps(&mut sheet, atlas, ground, lesson, language);
    timeline::draw(&mut sheet, atlas, lesson, language);
    chart::draw(&mut sheet, atlas, lesson, language);
    sources::draw(&mut sheet, atlas, lesson, language);
    questions(&mut sheet, lesson, language);

    sheet.turn();
    let answers = format!("{}: {title}", texts.get(Key::SheetAnswers));
    sheet.text(Face::Title, size::TITLE, &answers, 0.0, ink::BLACK);
    coloured(&mut sheet, atlas, ground, lesson, language);
    timeline::answers(&mut sheet, atlas, lesson, language);
    chart::answers(&mut sheet, atlas, lesson, language);
    sources::answers(&mut sheet, atlas, lesson, language);
    answered(&mut sheet, lesson, language);

    let notices: Vec<&str> = atlas
        .attributions
        .iter()
        .map(|attribution| attribution.credit.as_str())
        .collect();
    let notice = texts.fill(Key::Attribution, &[("notices", &notices.join(" · "))]);
    sheet.finish(&format!("{} · {title}", texts.get(Key::AppName)), &notice)
}

/// The title, and lines for who, which class and when.
fn head(sheet: &mut Sheet, title: &str, language: Language) {
    let texts = Catalog::of(language);
    let top = sheet.take(26.0) + 12.0;
    let mut x = sheet.left();
    let width = sheet.width();
    for (key, share) in [
        (Key::SheetName, 0.5),
        (Key::SheetClass, 0.2),
        (Key::SheetDate, 0.3),
    ] {
        let text = texts.get(key);
        let begin = x + sheet.letters.width(Face::Text, size::SMALL, text) + 5.0;
        sheet.label(Face::Text, size::SMALL, text, [x, top], ink::SOFT);
        x += width * share;
        sheet.rule([begin, top + 2.0], [x - 12.0, top + 2.0], ink::LINE);
    }
    sheet.space(6.0);
    sheet.text(Face::Title, size::TITLE, title, 0.0, ink::BLACK);
    sheet.space(2.0);
}

/// The maps to colour.
fn maps(sheet: &mut Sheet, atlas: &Atlas, ground: &Ground, lesson: &Lesson, language: Language) {
    let texts = Catalog::of(language);
    let days = map::days(atlas, lesson);
    // All on the first page: what the head left is shared, less heading and key.
    let share = sheet.room() / f32::from(u8::try_from(days.len()).unwrap_or(1).max(1));
    let height = (share - 88.0).min(sheet.width() * 0.62);
    for (day, aim) in days {
        let date = format::day(language, day);
        let task = texts.fill(Key::SheetMapTask, &[("date", &date)]);
        sheet.heading(&task, height + 30.0);
        let size = [sheet.width(), height];
        let top = sheet.take(size[1] + 8.0);
        let map = Map {
            atlas,
            ground,
            aim,
            day,
            language,
        };
        let corner = [sheet.left(), top];
        let holders = map.draw(sheet, corner, size, false);
        map::key(sheet, atlas, &holders, language, false);
    }
}

/// The same maps small and coloured.
fn coloured(
    sheet: &mut Sheet,
    atlas: &Atlas,
    ground: &Ground,
    lesson: &Lesson,
    language: Language,
) {
    for (day, aim) in map::days(atlas, lesson) {
        sheet.heading(&format::day(language, day), 190.0);
        let size = [sheet.width() * 0.6, sheet.width() * 0.33];
        let top = sheet.take(size[1] + 6.0);
        let map = Map {
            atlas,
            ground,
            aim,
            day,
            language,
        };
        let corner = [sheet.left(), top];
        let holders = map.draw(sheet, corner, size, true);
        map::key(sheet, atlas, &holders, language, true);
    }
}

/// The questions of the steps, with lines to write on.
fn questions(sheet: &mut Sheet, lesson: &Lesson, language: Language) {
    let texts = Catalog::of(language);
    let mut is_first = true;
    for (number, step) in asked(lesson) {
        let text = format!("{number}. {}", said(step, language).0);
        let height = sheet.height(Face::Text, size::BODY, &text, sheet.width()) + 70.0;
        if std::mem::take(&mut is_first) {
            sheet.heading(texts.get(Key::SheetQuestions), height);
        }
        sheet.need(height);
        let place = format!(
            "{} · {}",
            format::historical(language, step.date),
            step.title.said(language)
        );
        sheet.text(Face::Text, size::SMALL, &place, 0.0, ink::SOFT);
        sheet.text(Face::Text, size::BODY, &text, 0.0, ink::BLACK);
        sheet.writing(2, 14.0);
    }
}

/// What good answers say.
fn answered(sheet: &mut Sheet, lesson: &Lesson, language: Language) {
    let mut is_first = true;
    for (number, step) in asked(lesson) {
        let (_, answer) = said(step, language);
        if answer.is_empty() {
            continue;
        }
        let text = format!("{number}. {answer}");
        let height = sheet.height(Face::Text, size::BODY, &text, sheet.width());
        if std::mem::take(&mut is_first) {
            sheet.heading(Catalog::of(language).get(Key::SheetQuestions), height);
        }
        sheet.need(height);
        sheet.text(Face::Text, size::BODY, &text, 0.0, ink::BLACK);
        sheet.space(3.0);
    }
}

/// The steps that ask something, numbered.
fn asked(lesson: &Lesson) -> impl Iterator<Item = (usize, &Step)> {
    let steps = lesson.steps.iter().filter(|step| step.question.is_some());
    (1..).zip(steps)
}

/// The question of a step and its answer.
fn said(step: &Step, language: Language) -> (&str, &str) {
    step.question.as_ref().map_or(("", ""), |question| {
        (
            question.question.said(language),
            question.answer.said(language),
        )
    })
}
