//! Comparing two sources: a text and the documents, or the two governments.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::model::view::View;
use crate::scene::drawing;
use crate::text::faces::Face;
use crate::text::{Catalog, Key};

use super::sheet::{Sheet, ink, size};

/// Between the two columns, and within each.
const GAP: f32 = 16.0;
const INNER: f32 = 8.0;

/// Two things said of one matter.
struct Pair {
    title: String,
    names: [&'static str; 2],
    said: [String; 2],
    answer: String,
}

fn pair(atlas: &Atlas, lesson: &Lesson, language: Language) -> Option<Pair> {
    let texts = Catalog::of(language);
    let mut steps = lesson.steps.iter();
    let conflict = steps.find_map(|step| atlas.conflicts.get(usize::from(step.conflict?)));
    if let Some(conflict) = conflict {
        return Some(Pair {
            title: conflict.title.get(language).to_owned(),
            names: [Key::TextsSay, Key::DocumentsSay].map(|key| texts.get(key)),
            said: [&conflict.text_says, &conflict.documents_say]
                .map(|text| text.get(language).to_owned()),
            answer: conflict.why.get(language).to_owned(),
        });
    }
    // The two governments on the same places at the last date of the lesson that has both.
    let days = lesson.steps.iter().rev().map(|step| step.date.last_day());
    days.into_iter().find_map(|day| {
        let side = |side: View| {
            let all = atlas.positions.iter();
            all.filter(move |position| position.side == side && position.period().contains(day))
        };
        let japan = side(View::Japan).max_by_key(|position| {
            let places = position.territories.iter();
            places
                .filter(|place| atlas.territory(**place).disputed)
                .count()
        })?;
        let russia =
            side(View::Russia).find(|position| position.territories == japan.territories)?;
        let places: Vec<&str> = japan
            .territories
            .iter()
            .map(|place| atlas.territory(*place).name.get(language))
            .collect();
        Some(Pair {
            title: crate::text::format::list(language, &places),
            names: [
                Key::SideJapan,
                if crate::scene::map::is_soviet(day) {
                    Key::SideSoviet
                } else {
                    Key::SideRussia
                },
            ]
            .map(|key| texts.get(key)),
            said: [japan, russia].map(|position| position.text.get(language).to_owned()),
            answer: String::new(),
        })
    })
}

/// Draws the task.
pub fn draw(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let Some(pair) = pair(atlas, lesson, language) else {
        return;
    };
    let texts = Catalog::of(language);
    let width = (sheet.width() - GAP) / 2.0;
    let heights = [0, 1].map(|side| {
        sheet.height(
            Face::Text,
            size::BODY,
            &pair.said[side],
            width - 2.0 * INNER,
        )
    });
    let height = heights[0].max(heights[1]) + 34.0;
    sheet.heading(texts.get(Key::SheetSources), height + 150.0);
    sheet.text(Face::Strong, size::BODY, &pair.title, 0.0, ink::BLACK);
    sheet.space(4.0);
    let top = sheet.take(height + 10.0);
    for (side, x) in [sheet.left(), sheet.left() + width + GAP]
        .into_iter()
        .enumerate()
    {
        let corner = [x + width, top + height];
        sheet.stroke(drawing::rectangle([x, top], corner, 3.0), 0.7, ink::LINE);
        sheet.label(
            Face::Strong,
            size::SMALL,
            pair.names[side],
            [x + INNER, top + 15.0],
            ink::SOFT,
        );
        sheet.column(
            size::BODY,
            &pair.said[side],
            [x + INNER, top + 22.0],
            width - 2.0 * INNER,
        );
    }
    sheet.text(
        Face::Text,
        size::BODY,
        texts.get(Key::SheetSourcesTask),
        0.0,
        ink::BLACK,
    );
    sheet.writing(4, 0.0);
}

/// Why the two differ, where the atlas says so.
pub fn answers(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let pair = pair(atlas, lesson, language);
    if let Some(pair) = pair.filter(|pair| !pair.answer.is_empty()) {
        sheet.heading(Catalog::of(language).get(Key::SheetSources), 30.0);
        sheet.text(Face::Text, size::BODY, &pair.answer, 0.0, ink::BLACK);
    }
}
