//! Reading a chart: a series of the lesson's subject, with questions.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::lesson::Lesson;
use crate::model::series::{Point as Figure, Series};
use crate::model::shown::{Chart, Page};
use crate::scene::drawing;
use crate::text::faces::Face;
use crate::text::{Catalog, Key, format};

use super::sheet::{Sheet, ink, size};

const HEIGHT: f32 = 190.0;
/// Room for the figures of the axis.
const AXIS: f32 = 44.0;

/// A series, and its figures that are shown.
struct Chosen<'a> {
    series: &'a Series,
    points: Vec<&'a Figure>,
}

/// Fewer figures than these make no chart.
const FEWEST: usize = 4;

/// The series about what the lesson's charts show that has most figures for the lesson's years, or
/// else the one that has most; none where the lesson shows no chart.
fn chosen<'a>(atlas: &'a Atlas, lesson: &Lesson) -> Option<Chosen<'a>> {
    let steps = lesson.steps.iter();
    let chart = steps
        .filter(|step| step.chart.is_some() || step.page == Some(Page::Charts))
        .find_map(|step| step.chart.or(Some(Chart::Trade)))?;
    let is_about = |series: &&Series| {
        let people = series.id.starts_with("population");
        let visits = series.id.starts_with("visit");
        match chart {
            Chart::Population => people,
            Chart::Visits => visits,
            Chart::Trade => !people && !visits,
            Chart::Figures => true,
            Chart::Polls => false,
        }
    };
    let years = lesson.steps.iter().map(|step| step.date.last_day().year());
    let (first, last) = (years.clone().min()?, years.max()?);
    let within = |range: std::ops::RangeInclusive<i16>| {
        let all = atlas.series.iter().filter(is_about).map(move |series| {
            let points = series.points.iter();
            let points = points.filter(|point| range.contains(&point.year)).collect();
            Chosen { series, points }
        });
        all.max_by_key(|chosen: &Chosen<'a>| chosen.points.len())
            .filter(|chosen| chosen.points.len() >= FEWEST)
    };
    within(first..=last).or_else(|| within(i16::MIN..=i16::MAX))
}

impl Chosen<'_> {
    /// The figure that the pupils read off: in the middle, where no extreme helps.
    fn asked(&self) -> Option<&Figure> {
        self.points.get(self.points.len() / 2).copied()
    }

    fn highest(&self) -> Option<&Figure> {
        let points = self.points.iter().copied();
        points.max_by(|a, b| a.value.total_cmp(&b.value))
    }
}

fn questions(chosen: &Chosen<'_>, language: Language) -> [String; 3] {
    let texts = Catalog::of(language);
    let year = chosen.asked().map(|point| point.year.to_string());
    let year = year.unwrap_or_default();
    [
        texts.fill(Key::SheetChartValue, &[("year", &year)]),
        texts.get(Key::SheetChartHighest).to_owned(),
        texts.get(Key::SheetChartWhy).to_owned(),
    ]
}

/// Draws the task.
pub fn draw(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let Some(chosen) = chosen(atlas, lesson) else {
        return;
    };
    let series = chosen.series;
    sheet.heading(Catalog::of(language).get(Key::SheetChart), HEIGHT + 60.0);
    let title = format!(
        "{} ({})",
        series.name.get(language),
        series.unit.get(language)
    );
    sheet.text(Face::Text, size::BODY, &title, 0.0, ink::BLACK);
    sheet.space(6.0);
    bars(sheet, &chosen, language);
    for (number, question) in (1..).zip(questions(&chosen, language)) {
        sheet.need(60.0);
        sheet.text(
            Face::Text,
            size::BODY,
            &format!("{number}. {question}"),
            0.0,
            ink::BLACK,
        );
        sheet.writing(1, 14.0);
    }
}

/// A bar for each year that has a figure; years without one stay empty.
#[expect(clippy::cast_possible_truncation, reason = "places on a page")]
fn bars(sheet: &mut Sheet, chosen: &Chosen<'_>, language: Language) {
    let top = sheet.take(HEIGHT + 22.0) + 6.0;
    let (left, right) = (sheet.left() + AXIS, sheet.left() + sheet.width());
    let bottom = top + HEIGHT;
    let most = chosen
        .highest()
        .map_or(1.0, |point| point.value)
        .max(f64::MIN_POSITIVE);
    let step = nice_step(most / 5.0);
    let ceiling = (most / step).ceil() * step;
    let height = |value: f64| (value.max(0.0) / ceiling) as f32 * HEIGHT;
    let decimals = usize::from(step < 1.0) + usize::from(step < 0.1);
    let mut tick = 0.0;
    while tick <= ceiling * 1.0001 {
        let y = bottom - height(tick);
        let text = format::number(language, tick, decimals);
        let width = sheet.letters.width(Face::Text, size::SMALL, &text);
        sheet.label(
            Face::Text,
            size::SMALL,
            &text,
            [left - 6.0 - width, y + 3.0],
            ink::SOFT,
        );
        sheet.rule([left, y], [right, y], ink::FAINT);
        tick += step;
    }
    let years = chosen.points.iter().map(|point| point.year);
    let (first, last) = (years.clone().min().unwrap_or(0), years.max().unwrap_or(0));
    let slots = f32::from(last - first) + 1.0;
    let slot = (right - left) / slots;
    // Two years in a row need a point of paper between them.
    let bar = (slot * 0.72).min(26.0);
    let every = (26.0 / slot).ceil().max(1.0) as i16;
    for year in first..=last {
        let x = left + (f32::from(year - first) + 0.5) * slot;
        if (year - first) % every == 0 {
            sheet.centred(
                Face::Text,
                size::SMALL,
                &year.to_string(),
                [x, bottom + 12.0],
                ink::SOFT,
            );
        }
        if let Some(point) = chosen.points.iter().find(|point| point.year == year) {
            let corner = [x - bar / 2.0, bottom - height(point.value)];
            sheet.fill(
                drawing::rectangle(corner, [x + bar / 2.0, bottom], 0.0),
                ink::SOFT,
            );
        }
    }
    sheet.rule([left, bottom], [right, bottom], ink::BLACK);
}

/// 1, 2 or 5 times a power of ten, at least as large.
fn nice_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let factors = [1.0, 2.0, 5.0, 10.0];
    factors
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least)
        .unwrap_or(power)
}

/// What was to be read off.
pub fn answers(sheet: &mut Sheet, atlas: &Atlas, lesson: &Lesson, language: Language) {
    let Some(chosen) = chosen(atlas, lesson) else {
        return;
    };
    let texts = Catalog::of(language);
    sheet.heading(texts.get(Key::SheetChart), 30.0);
    let figure = |point: &Figure| crate::scene::charts::worded(point, language);
    let value = chosen.asked().map(figure);
    let peak = chosen
        .highest()
        .map(|point| format!("{}: {}", point.year, figure(point)));
    for (number, answer) in (1..).zip([value, peak].into_iter().flatten()) {
        sheet.text(
            Face::Text,
            size::BODY,
            &format!("{number}. {answer}"),
            0.0,
            ink::BLACK,
        );
    }
    sheet.text(
        Face::Text,
        size::SMALL,
        chosen.series.about.get(language),
        0.0,
        ink::SOFT,
    );
}

#[cfg(test)]
mod tests {
    use super::nice_step;

    #[test]
    fn steps_are_round() {
        for (least, step) in [
            (0.9, 1.0),
            (1.1, 2.0),
            (3.0, 5.0),
            (700.0, 1000.0),
            (0.03, 0.05),
        ] {
            assert!((nice_step(least) / step - 1.0).abs() < 1e-9, "{least}");
        }
    }
}
