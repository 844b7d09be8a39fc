//! Trade over the years: what is stated, how it is worded, and where nothing is stated.

use crate::dataset::Atlas;
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::series::{Basis, Gap, Point, Qualifier, Series};
use crate::text::{Catalog, Key, format};

use super::super::details::SourceLine;
use super::source_lines;

/// Decimals of a figure; the finest of the data has two.
const DECIMALS: usize = 2;

/// One figure of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub year: i16,
    /// The last day of the year: where a click leads.
    pub date: Day,
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
    /// All of it in one sentence, for those who do not see the chart.
    pub spoken: String,
}

impl Figure {
    /// Whether the value is worked out from others.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        self.basis == Basis::Derived
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
    pub about: String,
    /// In order of the years.
    pub figures: Vec<Figure>,
    pub silences: Vec<Silence>,
    /// The figures that a straight line joins to the next one: both years are stated and follow
    /// each other, so the line crosses nothing unknown.
    pub joins: Vec<usize>,
    /// Figures and silences in order of the years.
    pub rows: Vec<TableRow>,
}

/// The chart of trade.
#[derive(Clone, Debug, PartialEq)]
pub struct Trade {
    /// The unit of the value axis.
    pub unit: String,
    pub quantities: Vec<Quantity>,
    /// The first and the last year that have a figure or a silence.
    pub years: [i16; 2],
    /// Whole values around zero, all figures and their closed bounds.
    pub values: [f64; 2],
    /// What the chart must say in words: a text speaks of a quantity before its first number.
    pub unsaid: Vec<String>,
    pub sources: Vec<SourceLine>,
}

impl Trade {
    /// The chart of all series of an atlas.
    #[must_use]
    pub fn new(atlas: &Atlas, language: Language) -> Self {
        let texts = Texts {
            catalog: Catalog::of(language),
            language,
        };
        let series = &atlas.series;
        let years = series
            .iter()
            .flat_map(|series| {
                let points = series
                    .points
                    .iter()
                    .flat_map(|point| [point.year, point.year]);
                points.chain(series.gaps.iter().flat_map(|gap| [gap.from, gap.to]))
            })
            .fold(None, |range: Option<[i16; 2]>, year| {
                Some(range.map_or([year; 2], |[first, last]| [first.min(year), last.max(year)]))
            });
        let points = series.iter().flat_map(|series| &series.points);
        let values = points.fold([0.0_f64; 2], |[least, most], point| {
            let low = point.low.unwrap_or(point.value).min(point.value);
            let high = point.high.unwrap_or(point.value).max(point.value);
            [least.min(low.floor()), most.max(high.ceil())]
        });
        let citations = series.iter().flat_map(|series| {
            series
                .citations
                .iter()
                .chain(series.points.iter().flat_map(|point| &point.citations))
        });
        Self {
            unit: series
                .first()
                .map(|series| series.unit.get(language).to_owned())
                .unwrap_or_default(),
            quantities: series
                .iter()
                .map(|series| quantity(atlas, series, &texts))
                .collect(),
            years: years.unwrap_or_default(),
            values,
            unsaid: series
                .iter()
                .filter_map(|series| unsaid(series, &texts))
                .collect(),
            sources: source_lines(atlas, citations, language),
        }
    }
}

struct Texts {
    catalog: &'static Catalog,
    language: Language,
}

impl Texts {
    fn number(&self, value: f64) -> String {
        format::number(self.language, value, DECIMALS)
    }

    fn years(&self, from: i16, to: i16) -> String {
        if from == to {
            return format::year(self.language, from);
        }
        self.catalog.fill(
            Key::YearRange,
            &[("from", &from.to_string()), ("to", &to.to_string())],
        )
    }

    fn year_of(&self, point: &Point) -> String {
        let year = format::year(self.language, point.year);
        if point.year_stated {
            return year;
        }
        let remark = self.catalog.get(Key::YearInferred);
        self.catalog
            .fill(Key::WithRemark, &[("text", &year), ("remark", remark)])
    }

    fn limits(&self, point: &Point) -> String {
        let (low, high) = (
            point.low.map(|low| self.number(low)),
            point.high.map(|high| self.number(high)),
        );
        match (low, high) {
            (Some(low), Some(high)) if low == high => low,
            (Some(low), Some(high)) => self
                .catalog
                .fill(Key::LimitsBetween, &[("low", &low), ("high", &high)]),
            (Some(low), None) => self.catalog.fill(Key::LimitsFrom, &[("low", &low)]),
            (None, Some(high)) => self.catalog.fill(Key::LimitsTo, &[("high", &high)]),
            (None, None) => self.catalog.get(Key::NoValue).to_owned(),
        }
    }

    fn value(&self, point: &Point) -> String {
        worded(point, self.language)
    }

    fn silence(&self, series: &Series, gap: &Gap) -> String {
        let values = [
            ("series", series.name.get(self.language)),
            ("years", &self.years(gap.from, gap.to)),
            ("note", gap.note.get(self.language)),
        ];
        self.catalog.fill(Key::SpokenSilence, &values)
    }
}

fn quantity(atlas: &Atlas, series: &Series, texts: &Texts) -> Quantity {
    let figures: Vec<Figure> = series
        .points
        .iter()
        .map(|point| figure(atlas, series, point, texts))
        .collect();
    let silences: Vec<Silence> = series
        .gaps
        .iter()
        .map(|gap| Silence {
            from: gap.from,
            to: gap.to,
            note: gap.note.get(texts.language).to_owned(),
            spoken: texts.silence(series, gap),
        })
        .collect();
    Quantity {
        id: series.id.clone(),
        name: series.name.get(texts.language).to_owned(),
        about: series.about.get(texts.language).to_owned(),
        joins: joins(series),
        rows: rows(&figures, &silences, texts),
        figures,
        silences,
    }
}

fn figure(atlas: &Atlas, series: &Series, point: &Point, texts: &Texts) -> Figure {
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
        date: Day::new(point.year, 12, 31).unwrap_or(Day::MAX),
        value: point.value,
        low: point.low,
        high: point.high,
        limits: texts.limits(point),
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
    is_stated.then(|| texts.silence(series, gap))
}

fn rows(figures: &[Figure], silences: &[Silence], texts: &Texts) -> Vec<TableRow> {
    let of_figures = figures.iter().enumerate().map(|(index, figure)| {
        let year = format::year(texts.language, figure.year);
        // A year in brackets is explained by its note, or else in plain words.
        let year_remark = (!figure.is_year_stated && figure.note.is_none())
            .then(|| texts.catalog.get(Key::YearInferred));
        let told = figure.formula.iter().chain(&figure.note).cloned();
        let row = TableRow {
            figure: Some(index),
            year: if figure.is_year_stated {
                year
            } else {
                format!("({year})")
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

/// A figure as the text words it: "nearly 6.1".
#[must_use]
pub fn worded(point: &Point, language: Language) -> String {
    let key = match point.qualifier {
        Qualifier::Exact => Key::QualifierExact,
        Qualifier::Nearly => Key::QualifierNearly,
        Qualifier::Almost => Key::QualifierAlmost,
        Qualifier::LessThan => Key::QualifierLessThan,
        Qualifier::Over => Key::QualifierOver,
        Qualifier::About => Key::QualifierAbout,
        Qualifier::Computed => Key::QualifierComputed,
    };
    let value = format::number(language, point.value, DECIMALS);
    Catalog::of(language).fill(key, &[("value", &value)])
}
