//! Quantities of one unit over the years: what is stated, how it is worded, and where nothing is.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::series::{Basis, Gap, Point, Series};
use crate::text::{Catalog, Key, format};

use super::super::details::SourceLine;
use super::look::{Look, Origin};
use super::source_lines;
use super::words::Texts;

/// One figure of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub year: i16,
    /// Where on the axis of the years it stands; a whole number is the middle of its year.
    pub x: f64,
    /// The last day of its year or month: where a click leads.
    pub date: Day,
    /// In the unit of the axis, as are the bounds.
    pub value: f64,
    /// `None` is an open bound.
    pub low: Option<f64>,
    /// `None` is an open bound.
    pub high: Option<f64>,
    /// The value as its source words it: `nearly 1.9`.
    pub text: String,
    /// Between which values it lies: `1.85–1.9`, `up to 1.5`.
    pub limits: String,
    /// The year, with a remark where the text does not name it.
    pub year_text: String,
    pub is_year_stated: bool,
    pub basis: Basis,
    /// How a computed value comes about.
    pub formula: Option<String>,
    pub note: Option<String>,
    pub sources: Vec<SourceLine>,
    /// Where the reader's own table has it from.
    pub own_source: Option<String>,
    /// All of it in one sentence, for those who do not see the chart.
    pub spoken: String,
}

impl Figure {
    /// Whether the value is worked out from others.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        self.basis == Basis::Derived
    }

    /// Whether the value is from beyond the texts.
    #[must_use]
    pub fn is_beyond(&self) -> bool {
        self.basis == Basis::Beyond
    }
}

/// Years for which a quantity has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    pub from: i16,
    /// The last year of it.
    pub to: i16,
    pub note: String,
    /// Quantity, years and note in one sentence.
    pub spoken: String,
}

/// A line of the table of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// The figure of this line; `None` for years without a number.
    pub figure: Option<usize>,
    pub year: String,
    pub value: String,
    pub limits: String,
    pub remarks: Vec<String>,
}

/// One quantity over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub id: String,
    pub name: String,
    /// The unit in which its values are published, and worded.
    pub unit: String,
    pub about: String,
    pub look: Look,
    pub origin: Origin,
    /// In order of the years.
    pub figures: Vec<Figure>,
    pub silences: Vec<Silence>,
    /// The figures that a straight line joins to the next one: both years are stated and follow
    /// each other, so the line crosses nothing unknown.
    pub joins: Vec<usize>,
    /// Figures and silences in order of the years.
    pub rows: Vec<TableRow>,
}

/// A chart of quantities over the years on one axis, and so of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// The unit of the value axis.
    pub unit: String,
    pub quantities: Vec<Quantity>,
    /// What the chart must say in words: a text speaks of a quantity before its first number.
    pub unsaid: Vec<String>,
    pub sources: Vec<SourceLine>,
}

/// What of a chart is in use: the first and last year, and the values, zero among them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub years: [f64; 2],
    pub values: [f64; 2],
    /// The least value above zero, for an axis that has no zero.
    pub least: f64,
}

impl Sheet {
    /// The years and values of the quantities that are shown: all figures, their closed bounds, and
    /// the years told in words. Of all quantities where none is shown.
    #[must_use]
    pub fn extent(&self, shown: impl Fn(usize) -> bool) -> Extent {
        let chosen = || self.quantities.iter().enumerate();
        let any = chosen().any(|(index, _)| shown(index));
        let mut extent = Extent {
            years: [f64::INFINITY, f64::NEG_INFINITY],
            values: [0.0; 2],
            least: f64::INFINITY,
        };
        let mut year = |x: f64| {
            extent.years = [extent.years[0].min(x), extent.years[1].max(x)];
        };
        for (_, quantity) in chosen().filter(|(index, _)| !any || shown(*index)) {
            for figure in &quantity.figures {
                year(figure.x);
                let ends = [Some(figure.value), figure.low, figure.high];
                for value in ends.into_iter().flatten() {
                    extent.values = [extent.values[0].min(value), extent.values[1].max(value)];
                    if value > 0.0 {
                        extent.least = extent.least.min(value);
                    }
                }
            }
            // Years in words widen the axis only where they lie between figures or beside the first
            // of the texts; the silence after a last figure may be long.
            if quantity.origin == Origin::Texts {
                for silence in &quantity.silences {
                    year(f64::from(silence.from));
                    year(f64::from(silence.to));
                }
            }
        }
        if extent.years[0] > extent.years[1] {
            extent.years = [1990.0, 2000.0];
        }
        extent
    }

    /// Whether a quantity is on when the chart is first opened: those of the texts and the reader's
    /// own; where the texts say nothing, the first few.
    #[must_use]
    pub fn is_usual(&self, index: usize) -> bool {
        const FEW: usize = 4;
        let has_texts = (self.quantities.iter()).any(|quantity| quantity.origin == Origin::Texts);
        self.quantities.get(index).is_some_and(|quantity| {
            quantity.origin != Origin::Beyond || (!has_texts && index < FEW)
        })
    }
}

/// The chart of several series of one unit, each with the factor that brings it to the axis's unit.
pub(super) fn sheet(
    atlas: &Atlas,
    all: &[(&Series, Origin, f64)],
    own_sources: impl Fn(&Series) -> Vec<String>,
    language: Language,
) -> Sheet {
    let texts = Texts {
        catalog: Catalog::of(language),
        language,
    };
    let citations = all.iter().flat_map(|(series, _, _)| {
        let of_points = series.points.iter().flat_map(|point| &point.citations);
        series.citations.iter().chain(of_points)
    });
    let quantities = all
        .iter()
        .enumerate()
        .map(|(index, (series, origin, factor))| {
            let mut quantity = quantity(atlas, series, *factor, &texts);
            (quantity.look, quantity.origin) = (Look::of(index), *origin);
            for (figure, source) in quantity.figures.iter_mut().zip(own_sources(series)) {
                figure.own_source = (!source.is_empty()).then_some(source);
            }
            quantity
        });
    Sheet {
        unit: all
            .first()
            .map(|(series, _, _)| series.unit.get(language).to_owned())
            .unwrap_or_default(),
        quantities: quantities.collect(),
        unsaid: all
            .iter()
            .filter_map(|(series, _, _)| unsaid(series, &texts))
            .collect(),
        sources: source_lines(atlas, citations, language),
    }
}

/// The years without a number, of a series or a survey of a name.
pub(super) fn silences(gaps: &[Gap], name: &str, texts: &Texts) -> Vec<Silence> {
    let silence = |gap: &Gap| Silence {
        from: gap.from,
        to: gap.to,
        note: gap.note.get(texts.language).to_owned(),
        spoken: texts.silence(name, gap),
    };
    gaps.iter().map(silence).collect()
}

fn quantity(atlas: &Atlas, series: &Series, factor: f64, texts: &Texts) -> Quantity {
    let figures: Vec<Figure> = series
        .points
        .iter()
        .map(|point| figure(atlas, series, point, factor, texts))
        .collect();
    let silences = silences(&series.gaps, series.name.get(texts.language), texts);
    Quantity {
        id: series.id.clone(),
        name: series.name.get(texts.language).to_owned(),
        unit: series.unit.get(texts.language).to_owned(),
        about: series.about.get(texts.language).to_owned(),
        look: Look::of(0),
        origin: Origin::Beyond,
        joins: joins(series),
        rows: rows(&figures, &silences, texts),
        figures,
        silences,
    }
}

fn figure(atlas: &Atlas, series: &Series, point: &Point, factor: f64, texts: &Texts) -> Figure {
    let language = texts.language;
    let (year_text, text) = (texts.year_of(point), texts.value(point));
    let values = [
        ("series", series.name.get(language)),
        ("year", &year_text),
        ("value", &text),
        ("unit", series.unit.get(language)),
    ];
    Figure {
        year: point.year,
        x: f64::from(point.year),
        date: Day::new(point.year, 12, 31).unwrap_or(Day::MAX),
        value: point.value * factor,
        low: point.low.map(|low| low * factor),
        high: point.high.map(|high| high * factor),
        limits: texts.limits(point.low, point.high),
        spoken: texts.catalog.fill(Key::SpokenFigure, &values),
        text,
        year_text,
        is_year_stated: point.year_stated,
        basis: point.basis,
        formula: point
            .formula
            .as_ref()
            .map(|formula| formula.get(language).to_owned()),
        note: point
            .note
            .as_ref()
            .map(|note| note.get(language).to_owned()),
        sources: source_lines(atlas, &point.citations, language),
        own_source: None,
    }
}

/// The points that may be joined to the next: nothing unknown lies between them.
pub(super) fn joins(series: &Series) -> Vec<usize> {
    let gap_within = |from: i16, to: i16| {
        series
            .gaps
            .iter()
            .any(|gap| gap.from <= to && gap.to >= from)
    };
    let pairs = series.points.windows(2).enumerate();
    pairs
        .filter(|(_, pair)| pair.iter().all(|point| point.year_stated))
        .filter(|(_, pair)| {
            pair[1].year == pair[0].year + 1 && !gap_within(pair[0].year, pair[1].year)
        })
        .map(|(index, _)| index)
        .collect()
}

/// A stated quantity that begins with a gap: the text speaks of it, but gives no number at first.
fn unsaid(series: &Series, texts: &Texts) -> Option<String> {
    let is_stated = series.points.iter().any(|point| point.basis == Basis::Text);
    let first = series.points.iter().map(|point| point.year).min()?;
    let gap = series.gaps.iter().find(|gap| gap.to < first)?;
    is_stated.then(|| texts.silence(series.name.get(texts.language), gap))
}

pub(super) fn rows(figures: &[Figure], silences: &[Silence], texts: &Texts) -> Vec<TableRow> {
    let of_figures = figures.iter().enumerate().map(|(index, figure)| {
        let year = figure.year_text.clone();
        // A year in brackets is explained by its note, or else in plain words.
        let year_remark = (!figure.is_year_stated && figure.note.is_none())
            .then(|| texts.catalog.get(Key::YearInferred));
        let told = figure.formula.iter().chain(&figure.note).cloned();
        let row = TableRow {
            figure: Some(index),
            year: if figure.is_year_stated {
                year
            } else {
                format!("({})", format::year(texts.language, figure.year))
            },
            value: figure.text.clone(),
            limits: figure.limits.clone(),
            remarks: told.chain(year_remark.map(str::to_owned)).collect(),
        };
        (figure.year, row)
    });
    let of_silences = silences.iter().map(|silence| {
        let row = TableRow {
            figure: None,
            year: texts.years(silence.from, silence.to),
            value: texts.catalog.get(Key::NoValue).to_owned(),
            limits: String::new(),
            remarks: vec![silence.note.clone()],
        };
        (silence.from, row)
    });
    let mut rows: Vec<(i16, TableRow)> = of_figures.chain(of_silences).collect();
    rows.sort_by_key(|(year, _)| *year);
    rows.into_iter().map(|(_, row)| row).collect()
}
