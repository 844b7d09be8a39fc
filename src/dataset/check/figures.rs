//! Rules of series, polls, surveys and single numbers.

use super::Checker;
use crate::model::poll::{Poll, Survey};
use crate::model::series::{Basis, Gap, Series};
use crate::model::source::SourceKind;

/// Rounding may lift a sum of shares above the whole by this much, per cent.
const ROUNDING: f64 = 0.5;

impl Checker<'_> {
    pub(super) fn figures(&mut self) {
        let atlas = self.atlas;
        for (index, series) in atlas.series.iter().enumerate() {
            self.series(&format!("series[{index}]"), series);
        }
        for (index, poll) in atlas.polls.iter().enumerate() {
            self.poll(&format!("polls[{index}]"), poll);
        }
        for (index, survey) in atlas.surveys.iter().enumerate() {
            self.survey(&format!("surveys[{index}]"), survey);
        }
        self.stated();
    }

    fn series(&mut self, path: &str, series: &Series) {
        let file = "series.json";
        for (field, text) in [
            ("name", &series.name),
            ("unit", &series.unit),
            ("about", &series.about),
        ] {
            self.text(file, &format!("{path}.{field}"), text);
        }
        for (number, point) in series.points.iter().enumerate() {
            let path = format!("{path}.points[{number}]");
            self.sourced(file, &path, &point.citations);
            self.optional_text(file, &format!("{path}.note"), point.note.as_ref());
            self.optional_text(file, &format!("{path}.formula"), point.formula.as_ref());
            self.bounds(file, &path, Some(point.value), point.low, point.high);
            if point.basis == Basis::Derived && point.formula.is_none() {
                self.report(file, format!("{path}.formula"), "a derived value says how");
            }
        }
        let years = series.points.windows(2);
        if years.into_iter().any(|pair| pair[0].year >= pair[1].year) {
            self.report(
                file,
                format!("{path}.points"),
                "must be in order of the years, each once",
            );
        }
        self.gaps(file, path, &series.gaps);
    }

    fn gaps(&mut self, file: &str, path: &str, gaps: &[Gap]) {
        for (number, gap) in gaps.iter().enumerate() {
            let path = format!("{path}.gaps[{number}]");
            self.text(file, &format!("{path}.note"), &gap.note);
            if gap.from > gap.to {
                self.report(file, format!("{path}.to"), "must not be before \"from\"");
            }
        }
    }

    fn bounds(
        &mut self,
        file: &str,
        path: &str,
        value: Option<f64>,
        low: Option<f64>,
        high: Option<f64>,
    ) {
        let least = low.unwrap_or(f64::NEG_INFINITY);
        let most = high.unwrap_or(f64::INFINITY);
        if value.is_some_and(|value| value < least || value > most) {
            self.report(file, format!("{path}.value"), "lies outside its own bounds");
        } else if least > most {
            self.report(file, format!("{path}.low"), "lies above \"high\"");
        }
    }

    fn poll(&mut self, path: &str, poll: &Poll) {
        let file = "polls.json";
        for (field, text) in [
            ("population", &poll.population),
            ("about", &poll.about),
            ("group", &poll.group),
        ] {
            self.text(file, &format!("{path}.{field}"), text);
        }
        self.sourced(file, path, &poll.citations);
        self.shares(path, [poll.favourable, poll.unfavourable, poll.neither]);
    }

    fn shares(&mut self, path: &str, shares: [Option<f64>; 3]) {
        let given = || shares.iter().flatten();
        if given().any(|share| !(0.0..=100.0).contains(share))
            || given().sum::<f64>() > 100.0 + ROUNDING
        {
            self.report(
                "polls.json",
                path.to_owned(),
                "shares are percentages and add up to at most 100",
            );
        }
    }

    fn survey(&mut self, path: &str, survey: &Survey) {
        let file = "polls.json";
        for (field, text) in [
            ("name", &survey.name),
            ("population", &survey.population),
            ("about", &survey.about),
            ("favourable_label", &survey.favourable_label),
            ("unfavourable_label", &survey.unfavourable_label),
        ] {
            self.text(file, &format!("{path}.{field}"), text);
        }
        for (number, point) in survey.points.iter().enumerate() {
            let path = format!("{path}.points[{number}]");
            self.sourced(file, &path, &point.citations);
            self.optional_text(file, &format!("{path}.note"), point.note.as_ref());
            self.shares(&path, [point.favourable, point.unfavourable, point.neither]);
        }
        let out_of_order = |pair: &[crate::model::poll::SurveyPoint]| {
            pair[0].date.first_day() >= pair[1].date.first_day()
        };
        if survey.points.windows(2).any(out_of_order) {
            self.report(
                file,
                format!("{path}.points"),
                "must be in order of time, each date once",
            );
        }
        self.gaps(file, path, &survey.gaps);
    }

    /// The single numbers of the texts.
    fn stated(&mut self) {
        let (atlas, file) = (self.atlas, "figures.json");
        for (index, figure) in atlas.figures.iter().enumerate() {
            let path = format!("figures[{index}]");
            self.text(file, &format!("{path}.name"), &figure.name);
            // A unit may be a sign, such as km or %, which every language writes alike.
            if figure.unit.iter().any(|(_, text)| text.trim().is_empty()) {
                self.report(file, format!("{path}.unit"), "is empty in a language");
            }
            self.optional_text(file, &format!("{path}.note"), figure.note.as_ref());
            self.bounds(file, &path, figure.value, figure.low, figure.high);
            let in_a_text = figure
                .at
                .iter()
                .any(|citation| atlas.source(citation.source).kind == SourceKind::Text);
            if !in_a_text {
                self.report(
                    file,
                    format!("{path}.at"),
                    "names the section and paragraph of a text where the number stands",
                );
            }
            if let Some(documented) = &figure.documented {
                let path = format!("{path}.documented");
                self.text(file, &format!("{path}.text"), &documented.text);
                self.sourced(file, &path, &documented.citations);
                self.bounds(
                    file,
                    &path,
                    documented.value,
                    documented.low,
                    documented.high,
                );
            }
        }
    }
}
