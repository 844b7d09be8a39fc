//! The rules that a data set must keep beyond its form (design of the data: `data/README.md`).

use crate::model::control::{Kind, Phase, Record};
use crate::model::date::Certainty;
use crate::model::language::{Language, Localized};
use crate::model::place::TerritoryIx;

use super::atlas::Atlas;
use super::problem::Problem;

/// Adds a problem for every broken rule.
pub fn check(atlas: &Atlas, problems: &mut Vec<Problem>) {
    let mut checker = Checker { atlas, problems };
    checker.texts();
    checker.territories();
    for (territory, _) in atlas.territories() {
        checker.record(territory, atlas.control.record(territory));
    }
    checker.figures();
}

struct Checker<'a> {
    atlas: &'a Atlas,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn report(&mut self, file: &str, path: String, message: impl Into<String>) {
        self.problems.push(Problem { file: file.to_owned(), path, line: None, message: message.into() });
    }

    /// A text must be there in each language and in that language's script.
    fn text(&mut self, file: &str, path: &str, text: &Localized) {
        for (language, text) in text.iter() {
            let fault = if text.trim().is_empty() {
                "is empty"
            } else if !in_script(language, text) {
                "is not written in the script of its language"
            } else {
                continue;
            };
            self.report(file, format!("{path}.{}", language.code()), fault);
        }
    }

    fn texts(&mut self) {
        let atlas = self.atlas;
        for (index, polity) in atlas.polities.iter().enumerate() {
            self.text("polities.json", &format!("polities[{index}].name"), &polity.name);
            self.text("polities.json", &format!("polities[{index}].short"), &polity.short);
        }
        for (index, source) in atlas.sources.iter().enumerate() {
            if source.title.trim().is_empty() {
                self.report("sources.json", format!("sources[{index}].title"), "is empty");
            }
            for (field, text) in [("name", &source.name), ("note", &source.note)] {
                if let Some(text) = text {
                    self.text("sources.json", &format!("sources[{index}].{field}"), text);
                }
            }
        }
    }

    fn territories(&mut self) {
        let atlas = self.atlas;
        let mut owners: std::collections::HashMap<&str, &str> = std::collections::HashMap::new();
        let known: std::collections::HashSet<&str> =
            atlas.land.medium.iter().chain(&atlas.land.islands).map(|shape| shape.id.as_str()).collect();
        for (index, territory) in atlas.territories() {
            let path = format!("territories[{}]", index.index());
            let file = "territories.json";
            self.text(file, &format!("{path}.name"), &territory.name);
            self.text(file, &format!("{path}.about"), &territory.about);
            for (number, shape) in territory.shapes.iter().enumerate() {
                let place = format!("{path}.shapes[{number}]");
                if !known.contains(shape.as_str()) {
                    self.report(file, place.clone(), format!("there is no shape \"{shape}\" in geo/"));
                }
                if let Some(other) = owners.insert(shape, &territory.id) {
                    self.report(file, place, format!("the shape \"{shape}\" belongs to \"{other}\" already"));
                }
            }
            let has_parts = atlas.parts_of(index).next().is_some();
            if has_parts != territory.shapes.is_empty() {
                self.report(file, format!("{path}.shapes"), "a territory has either shapes or parts that have them");
            }
            if !has_parts && territory.test_points.is_empty() {
                self.report(file, format!("{path}.test_points"), "needs at least one point inside, for the tests");
            }
            if territory.part_of == Some(index) {
                self.report(file, format!("{path}.part_of"), "a territory is no part of itself");
            }
        }
    }

    fn record(&mut self, territory: TerritoryIx, record: &Record) {
        let id = &self.atlas.territory(territory).id;
        let (first_day, _) = Atlas::range();
        let path = |index: usize| format!("control[{}].phases[{index}]", territory.index());
        if record.phases()[0].from.first_day() > first_day {
            self.report("control.json", path(0), format!("the record of \"{id}\" must begin by {first_day}"));
        }
        for (index, phase) in record.phases().iter().enumerate() {
            self.phase(&path(index), phase);
            let before = index.checked_sub(1).map(|before| &record.phases()[before]);
            if before.is_some_and(|before| before.holding == phase.holding && before.basis == phase.basis) {
                self.report("control.json", path(index), "nothing changes here; join it with the phase before");
            }
        }
    }

    fn phase(&mut self, path: &str, phase: &Phase) {
        let file = "control.json";
        let holding = &phase.holding;
        self.text(file, &format!("{path}.basis"), &phase.basis);
        if let Some(note) = &phase.note {
            self.text(file, &format!("{path}.note"), note);
        }
        if let Some(variant) = &phase.variant {
            self.text(file, &format!("{path}.text.says"), &variant.says);
            self.text(file, &format!("{path}.text.why"), &variant.why);
            if variant.at.is_empty() {
                self.report(file, format!("{path}.text.at"), "says which text, section and paragraph");
            }
        }
        if phase.citations.is_empty() {
            self.report(file, format!("{path}.sources"), "needs at least one source");
        }
        if (holding.kind == Kind::Joint) != holding.with.is_some() {
            self.report(file, format!("{path}.holder"), "a joint possession has two holders, every other kind one");
        }
        if holding.kind.is_dependent() != holding.under.is_some() {
            self.report(file, format!("{path}.under"), "a puppet state or protectorate names the power behind it, no other kind does");
        }
        if !phase.confirmed && phase.from.certainty() == Certainty::Exact {
            self.report(file, format!("{path}.from"), "a date that no source confirms carries ~ or ?");
        }
    }

    fn figures(&mut self) {
        let atlas = self.atlas;
        for (index, series) in atlas.series.iter().enumerate() {
            let file = "series.json";
            let path = format!("series[{index}]");
            for (field, text) in [("name", &series.name), ("unit", &series.unit), ("about", &series.about)] {
                self.text(file, &format!("{path}.{field}"), text);
            }
            for (number, point) in series.points.iter().enumerate() {
                let path = format!("{path}.points[{number}]");
                if point.citations.is_empty() {
                    self.report(file, format!("{path}.sources"), "needs at least one source");
                }
                if point.low.is_some_and(|low| low > point.value) || point.high.is_some_and(|high| high < point.value) {
                    self.report(file, format!("{path}.value"), "lies outside its own bounds");
                }
            }
            if series.points.windows(2).any(|pair| pair[0].year >= pair[1].year) {
                self.report(file, format!("{path}.points"), "must be in order of the years, each once");
            }
        }
        for (index, poll) in atlas.polls.iter().enumerate() {
            let file = "polls.json";
            let path = format!("polls[{index}]");
            for (field, text) in [("population", &poll.population), ("about", &poll.about), ("group", &poll.group)] {
                self.text(file, &format!("{path}.{field}"), text);
            }
            if poll.citations.is_empty() {
                self.report(file, format!("{path}.sources"), "needs at least one source");
            }
            let shares = [poll.favourable, poll.unfavourable, poll.neither];
            if shares.iter().flatten().any(|share| !(0.0..=100.0).contains(share)) || shares.iter().flatten().sum::<f64>() > 100.5 {
                self.report(file, path, "shares are percentages and add up to at most 100");
            }
        }
    }
}

/// Whether a text has letters of its language's script; a text without letters passes.
fn in_script(language: Language, text: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{52F}').contains(&letter);
    let is_japanese = |letter: char| matches!(letter, '\u{3005}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}');
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).peekable();
    if letters.peek().is_none() {
        return true;
    }
    match language {
        Language::English => !letters.any(|letter| is_cyrillic(letter) || is_japanese(letter)),
        Language::Japanese => letters.any(is_japanese),
        Language::Russian => letters.any(is_cyrillic),
    }
}
