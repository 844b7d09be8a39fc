//! The timeline with blanks: dates on an axis, and what happened then in another order.

use crate::dataset::Atlas;
use crate::model::date::HistoricalDate;
use crate::model::event::{Category, Event};
use crate::model::language::Language;
use crate::model::lesson::{Lesson, Subject};
use crate::scene::drawing;
use crate::text::faces::Face;
use crate::text::{Catalog, Key, format};

use super::sheet::{Sheet, ink, size};

/// More would crowd the page.
const MOST: usize = 10;

/// Something that happened.
struct Entry<'a> {
    date: HistoricalDate,
    title: &'a str,
}

/// The events of the lesson, then, where they are few, what else happened meanwhile; all on
/// different dates, in order of time. A title with a year in it would give the answer away.
fn entries<'a>(atlas: &'a Atlas, lesson: &'a Lesson, language: Language) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut add = |date: HistoricalDate, title: &'a str| {
        let is_new = |known: &Entry<'a>| known.date.last_day() != date.last_day();
        if entries.len() < MOST && !tells_a_year(title) && entries.iter().all(is_new) {
            entries.push(Entry { date, title });
        }
    };
    for step in &lesson.steps {
        if let Subject::Event(event) = step.subject {
            let event = atlas.event(event);
            add(event.from, event.title.get(language));
        }
    }
    let days = lesson.steps.iter().map(|step| step.date.last_day());
    let (first, last) = (days.clone().min(), days.max());
    let turning = atlas.events.iter().filter(|event| {
        matches!(event.category, Category::Treaty | Category::Territory)
            && Some(event.first_day()) >= first
            && Some(event.last_day()) <= last
    });
    let turning: Vec<&Event> = turning.collect();
    for event in turning.iter().step_by((turning.len() / MOST).max(1)) {
        add(event.from, event.title.get(language));
    }
    entries.sort_by_key(|entry| entry.date.last_day());
    entries
}

fn tells_a_year(title: &str) -> bool {
    let digits = |run: &str| run.len() > 1;
    title
        .split(|letter: char| !letter.is_ascii_digit())
        .any(digits)
}

/// Positions of the steps in the mixed list: every third one, so that neighbours are apart, and the
/// same for every class.
fn mixed(count: usize) -> Vec<usize> {
    let stride = (3..=count + 3)
        .find(|stride| gcd(*stride, count.max(1)) == 1)
        .unwrap_or(1);
    (0..count)
        .map(|index| (index * stride + 1) % count)
        .collect()
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}

fn letter(index: usize) -> char {
    u8::try_from(index).map_or('?', |index| char::from(b'A' + index))
}

/// Draws the task; nothing where the lesson stays on one date.
pub fn draw(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let steps = entries(atlas, lesson, language);
    if steps.len() < 3 {
        return;
    }
    let texts = Catalog::of(language);
    let rows = f32::from(u8::try_from(steps.len()).unwrap_or(u8::MAX));
    sheet.heading(texts.get(Key::SheetTimeline), 60.0 + rows * 40.0);
    sheet.text(
        Face::Text,
        size::BODY,
        texts.get(Key::SheetTimelineTask),
        0.0,
        ink::BLACK,
    );
    sheet.space(8.0);
    let x = sheet.left() + 150.0;
    let top = sheet.take(rows * 24.0 + 8.0);
    sheet.stroke(
        drawing::line([[x, top], [x, top + rows * 24.0]], false),
        1.6,
        ink::BLACK,
    );
    let mut y = top + 12.0;
    for step in &steps {
        let date = format::historical(language, step.date);
        let width = sheet.letters.width(Face::Strong, size::BODY, &date);
        sheet.label(
            Face::Strong,
            size::BODY,
            &date,
            [x - 14.0 - width, y + 3.5],
            ink::BLACK,
        );
        sheet.fill(drawing::ellipse([x, y], [3.4, 3.4]), ink::BLACK);
        sheet.stroke(
            drawing::rectangle([x + 14.0, y - 9.0], [x + 34.0, y + 9.0], 2.0),
            0.7,
            ink::SOFT,
        );
        let right = sheet.left() + sheet.width();
        sheet.rule([x + 44.0, y + 8.0], [right, y + 8.0], ink::FAINT);
        y += 24.0;
    }
    for (index, step) in mixed(steps.len()).into_iter().enumerate() {
        let line = format!("{}   {}", letter(index), steps[step].title);
        sheet.text(Face::Text, size::BODY, &line, 0.0, ink::BLACK);
    }
}

/// The letters in order of time.
pub fn answers(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let steps = entries(atlas, lesson, language);
    if steps.len() < 3 {
        return;
    }
    sheet.heading(Catalog::of(language).get(Key::SheetTimeline), 30.0);
    let order = mixed(steps.len());
    let found = steps.iter().enumerate().filter_map(|(index, step)| {
        let place = order.iter().position(|known| *known == index)?;
        Some(format!(
            "{} {}",
            format::historical(language, step.date),
            letter(place)
        ))
    });
    let line = found.collect::<Vec<_>>().join(" · ");
    sheet.text(Face::Text, size::BODY, &line, 0.0, ink::BLACK);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_is_in_the_mixed_list_once_and_not_at_its_place() {
        for count in 3..=MOST {
            let mut order = mixed(count);
            assert!(
                order
                    .iter()
                    .enumerate()
                    .filter(|(index, step)| index == *step)
                    .count()
                    < 2
            );
            order.sort_unstable();
            assert_eq!(order, (0..count).collect::<Vec<_>>());
        }
    }
}
