//! The charts: every figure with its wording, its limits and its source.

pub mod axes;
pub mod look;
pub mod numbers;
pub mod own;
pub mod picture;
pub mod polls;
pub mod sheet;
mod surveys;
mod words;

#[cfg(test)]
mod beyond_tests;
#[cfg(test)]
mod tests;

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::{Language, Localized};
use crate::model::series::{Basis, OwnSeries, Series, Topic};
use crate::model::shown::Chart;
use crate::model::source::Citation;
use crate::text::Key;

use super::details::{SourceLine, source_line};

pub use look::{Form, Ink, Look, Origin, Shape};
pub use numbers::{NumberRow, Numbers, Order};
pub use picture::{ChartPicture, Drawn};
pub use polls::{PollRow, Polls, Share};
pub use sheet::{Extent, Figure, Quantity, Sheet, Silence, TableRow};
pub use words::{worded, worded_as};

/// All charts in one language. Depends on nothing else but the reader's own series, so it is made
/// once a language.
#[derive(Clone, Debug, PartialEq)]
pub struct Charts {
    /// For each topic the charts of its units: two units never share an axis.
    topics: [Vec<Sheet>; Topic::ALL.len()],
    pub polls: Polls,
    /// Surveys over the years; `None` where the atlas has none.
    pub surveys: Option<Sheet>,
    pub numbers: Numbers,
}

impl Charts {
    /// The charts of an atlas, with series that were opened from the screen.
    #[must_use]
    pub fn new(atlas: &Atlas, opened: &[OwnSeries], language: Language) -> Self {
        Self {
            topics: Topic::ALL.map(|topic| sheets(atlas, topic, opened, language)),
            polls: Polls::new(atlas, language),
            surveys: surveys::sheet(atlas, language),
            numbers: Numbers::new(atlas, language),
        }
    }

    /// The charts of a topic, one for each unit.
    #[must_use]
    pub fn of(&self, topic: Topic) -> &[Sheet] {
        &self.topics[topic as usize]
    }
}

/// What a chart is called above itself.
#[must_use]
pub const fn title(chart: Chart) -> Key {
    match chart {
        Chart::Trade => Key::TradeTitle,
        Chart::Polls => Key::SurveyTitle,
        Chart::Population => Key::PopulationTitle,
        Chart::Visits => Key::VisitsTitle,
        Chart::Figures => Key::FiguresTitle,
    }
}

/// Where a day stands on the axis of the years: the end of a year in the middle of its year, as its
/// figures do; any other day where it is in the year.
#[must_use]
pub fn position(day: Day) -> f64 {
    let year = f64::from(day.year());
    if day == day.last_of_year() {
        return year;
    }
    let days = f64::from(day.number() - day.first_of_year().number());
    year - 0.5 + days / 365.25
}

/// The charts of one topic: series of one unit stand on one axis, and so do those whose units differ
/// by a power of a thousand only.
fn sheets(atlas: &Atlas, topic: Topic, opened: &[OwnSeries], language: Language) -> Vec<Sheet> {
    let own = || atlas.own.iter().chain(opened);
    let of_atlas = atlas.series.iter().map(|series| {
        let is_beyond = |basis| basis == Basis::Beyond;
        let beyond = series.points.iter().all(|point| is_beyond(point.basis));
        let origin = if beyond {
            Origin::Beyond
        } else {
            Origin::Texts
        };
        (series, origin)
    });
    let all = of_atlas.chain(own().map(|own| (&own.series, Origin::Own)));
    let mut groups: Vec<Vec<(&Series, Origin, f64)>> = Vec::new();
    for (series, origin) in all.filter(|(series, _)| series.topic == topic) {
        let known = groups.iter_mut().find_map(|group| {
            let (first, _, _) = group.first()?;
            factor(&series.unit, &first.unit).map(|factor| (group, factor))
        });
        match known {
            Some((group, factor)) => group.push((series, origin, factor)),
            None => groups.push(vec![(series, origin, 1.0)]),
        }
    }
    let sources_of = |series: &Series| {
        let found = own().find(|own| std::ptr::eq(&raw const own.series, series));
        found.map(|own| own.sources.clone()).unwrap_or_default()
    };
    let sheets = groups
        .iter()
        .map(|group| sheet::sheet(atlas, group, sources_of, language));
    sheets.collect()
}

/// By what a value of one unit must be multiplied to be one of another; `None` where they measure
/// different things. A reader's own table writes its unit in one language only, so one that agrees
/// is enough.
fn factor(unit: &Localized, axis: &Localized) -> Option<f64> {
    const POWERS: [(&str, f64); 3] = [("thousand ", 1e3), ("million ", 1e6), ("billion ", 1e9)];
    let split = |text: &'_ str| {
        let lower = text.trim().to_lowercase();
        let power = POWERS.into_iter().find(|(word, _)| lower.starts_with(word));
        match power {
            Some((word, power)) => (lower[word.len()..].to_owned(), power),
            None => (lower, 1.0),
        }
    };
    let mut pairs = unit.iter().zip(axis.iter());
    if pairs.any(|((_, one), (_, other))| one.trim() == other.trim()) {
        return Some(1.0);
    }
    let (one, other) = (
        split(unit.get(Language::English)),
        split(axis.get(Language::English)),
    );
    (one.0 == other.0).then_some(one.1 / other.1)
}

/// The sources of several citations, each once, in the order of their first use.
fn source_lines<'a>(
    atlas: &Atlas,
    citations: impl IntoIterator<Item = &'a Citation>,
    language: Language,
) -> Vec<SourceLine> {
    let mut lines: Vec<SourceLine> = Vec::new();
    for citation in citations {
        let line = source_line(atlas, citation, language);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    lines
}
