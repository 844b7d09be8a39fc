//! The rules that a data set must keep beyond its form (see `data/README.md`).

mod control;
mod disputes;
mod events;
mod figures;
mod lessons;
mod places;
mod towns;

use crate::model::date::{Certainty, HistoricalDate};
use crate::model::language::{Language, Localized};
use crate::model::place::TerritoryIx;
use crate::model::source::Citation;

use super::atlas::Atlas;
use super::problem::Problem;

/// Adds a problem for every broken rule. The records of `unread` territories are stand-ins.
pub fn check(atlas: &Atlas, unread: &[TerritoryIx], problems: &mut Vec<Problem>) {
    let mut checker = Checker { atlas, problems };
    checker.texts();
    checker.territories();
    checker.towns();
    for (territory, _) in atlas
        .territories()
        .filter(|(territory, _)| !unread.contains(territory))
    {
        checker.record(territory, atlas.control.record(territory));
    }
    checker.town_control(unread);
    checker.disputes();
    checker.events();
    checker.figures();
    checker.lessons();
}

struct Checker<'a> {
    atlas: &'a Atlas,
    problems: &'a mut Vec<Problem>,
}

impl Checker<'_> {
    fn report(&mut self, file: &str, path: String, message: impl Into<String>) {
        self.problems.push(Problem {
            file: file.to_owned(),
            path,
            line: None,
            message: message.into(),
        });
    }

    /// A text must be there in each language and in that language's script.
    fn text(&mut self, file: &str, path: &str, text: &Localized) {
        let wanted = &self.atlas.frame.languages;
        for (language, text) in text
            .iter()
            .filter(|(language, _)| wanted.contains(language))
        {
            let fault = if text.trim().is_empty() {
                "is empty"
            } else if !in_script(language, text) {
                "is not written in the script of its language, or is missing"
            } else {
                continue;
            };
            self.report(file, format!("{path}.{}", language.code()), fault);
        }
    }

    /// What is said must have a source.
    fn sourced(&mut self, file: &str, path: &str, citations: &[Citation]) {
        if citations.is_empty() {
            self.report(file, format!("{path}.sources"), "needs at least one source");
        }
    }

    /// A date that no source confirms must not look exact.
    fn dated(
        &mut self,
        file: &str,
        path: &str,
        field: &str,
        date: HistoricalDate,
        confirmed: bool,
    ) {
        if !confirmed && date.certainty() == Certainty::Exact {
            self.report(
                file,
                format!("{path}.{field}"),
                "a date that no source confirms carries ~ or ?",
            );
        }
    }

    fn optional_text(&mut self, file: &str, path: &str, text: Option<&Localized>) {
        if let Some(text) = text {
            self.text(file, path, text);
        }
    }
}

/// Whether a text has letters of its language's script; a text without letters passes.
fn in_script(language: Language, text: &str) -> bool {
    let is_cyrillic = |letter: char| ('\u{400}'..='\u{52F}').contains(&letter);
    let is_japanese = |letter: char| matches!(letter, '\u{3005}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}');
    let mut letters = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .peekable();
    if letters.peek().is_none() {
        return true;
    }
    match language {
        Language::English => !letters.any(|letter| is_cyrillic(letter) || is_japanese(letter)),
        Language::Japanese => letters.any(is_japanese),
        Language::Russian => letters.any(is_cyrillic),
    }
}
