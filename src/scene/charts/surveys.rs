//! Surveys over the years: for each, the shares for and against, as hollow marks.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::poll::{Survey, SurveyPoint};
use crate::model::series::{Basis, Gap};
use crate::text::{Catalog, Key, format};

use super::look::{Ink, Look, Origin, Shape};
use super::sheet::{Figure, Quantity, Sheet, rows, silences};
use super::words::Texts;
use super::{position, source_lines};

/// Rounds further apart than this are not joined, in days: a year and a half, so that a round that
/// came some months late still is.
const APART: i32 = 550;

/// The chart of all surveys; `None` where there are none.
pub(super) fn sheet(atlas: &Atlas, language: Language) -> Option<Sheet> {
    let texts = Texts {
        catalog: Catalog::of(language),
        language,
    };
    let all = || atlas.surveys.iter().enumerate();
    let quantities: Vec<Quantity> = all()
        .flat_map(|(index, survey)| {
            [Side::For, Side::Against].map(|side| quantity(atlas, survey, index, side, &texts))
        })
        .filter(|quantity| !quantity.figures.is_empty())
        .collect();
    let citations = all().flat_map(|(_, survey)| {
        let of_points = survey.points.iter().flat_map(|point| &point.citations);
        survey.citations.iter().chain(of_points)
    });
    (!quantities.is_empty()).then(|| Sheet {
        unit: texts.catalog.get(Key::PerCent).to_owned(),
        unsaid: Vec::new(),
        sources: source_lines(atlas, citations, language),
        quantities,
    })
}

/// Which answers are counted.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    For,
    Against,
}

impl Side {
    const fn share(self, point: &SurveyPoint) -> Option<f64> {
        match self {
            Self::For => point.favourable,
            Self::Against => point.unfavourable,
        }
    }
}

fn quantity(atlas: &Atlas, survey: &Survey, index: usize, side: Side, texts: &Texts) -> Quantity {
    let language = texts.language;
    let (label, ink) = match side {
        Side::For => (&survey.favourable_label, Ink::Favourable),
        Side::Against => (&survey.unfavourable_label, Ink::Unfavourable),
    };
    let named = [
        ("name", survey.name.get(language)),
        ("value", label.get(language)),
    ];
    let name = texts.catalog.fill(Key::NamedValue, &named);
    let given: Vec<(&SurveyPoint, f64)> = survey
        .points
        .iter()
        .filter_map(|point| Some((point, side.share(point)?)))
        .collect();
    let figures: Vec<Figure> = given
        .iter()
        .map(|(point, share)| figure(atlas, point, *share, &name, texts))
        .collect();
    let silences = silences(&survey.gaps, &name, texts);
    Quantity {
        id: survey.id.clone(),
        unit: texts.catalog.get(Key::PerCent).to_owned(),
        about: format!(
            "{} · {} · {}",
            survey.pollster,
            survey.population.get(language),
            survey.about.get(language)
        ),
        look: Look {
            shape: Shape::of(index),
            ink,
        },
        origin: Origin::Beyond,
        joins: joins(&given, &survey.gaps),
        rows: rows(&figures, &silences, texts),
        figures,
        silences,
        name,
    }
}

fn figure(atlas: &Atlas, point: &SurveyPoint, share: f64, name: &str, texts: &Texts) -> Figure {
    let language = texts.language;
    let text = texts
        .catalog
        .fill(Key::Percent, &[("value", &texts.number(share))]);
    let year_text = format::historical(language, point.date);
    let values = [
        ("series", name),
        ("year", &year_text),
        ("value", &text),
        ("unit", texts.catalog.get(Key::PerCent)),
    ];
    Figure {
        year: point.date.first_day().year(),
        x: position(point.date.last_day()),
        date: point.date.last_day(),
        value: share,
        low: Some(share),
        high: Some(share),
        limits: texts.limits(Some(share), Some(share)),
        spoken: texts.catalog.fill(Key::SpokenFigure, &values),
        text,
        year_text,
        is_year_stated: true,
        basis: Basis::Beyond,
        formula: None,
        note: point
            .note
            .as_ref()
            .map(|note| note.get(language).to_owned()),
        sources: source_lines(atlas, &point.citations, language),
        own_source: None,
    }
}

/// The rounds that a line joins to the next: they follow each other and nothing is missing between.
fn joins(given: &[(&SurveyPoint, f64)], gaps: &[Gap]) -> Vec<usize> {
    let follow = |from: &SurveyPoint, to: &SurveyPoint| {
        let (from, to) = (from.date.last_day(), to.date.last_day());
        let crosses = |gap: &Gap| gap.from <= to.year() && gap.to >= from.year();
        to.number() - from.number() <= APART && !gaps.iter().any(crosses)
    };
    let pairs = given.windows(2).enumerate();
    pairs
        .filter(|(_, pair)| follow(pair[0].0, pair[1].0))
        .map(|(index, _)| index)
        .collect()
}
