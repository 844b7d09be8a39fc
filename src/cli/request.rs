//! What commands have in common: the data, the date, the place that were asked for.

use std::path::Path;
use std::sync::Arc;

use crate::dataset::{Atlas, Origin, Problems};
use crate::model::date::{DateError, Day, HistoricalDate, Precision};
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::prefs::Preferences;
use crate::state::compare::{By, CompareCommand};
use crate::state::screen::ScreenCommand;
use crate::state::view_state::Unit;
use crate::state::{Command, ViewState};
use crate::text::{Catalog, Key};

use super::args::{Maps, Shown};
use super::error::CliError;

/// The built-in data, or those of a folder.
///
/// # Errors
/// When there is no such folder; otherwise every file of it would be told as missing.
pub fn origin(folder: Option<&Path>, language: Language) -> Result<Origin, CliError> {
    match folder {
        None => Ok(Origin::Embedded),
        Some(folder) if folder.is_dir() => Ok(Origin::Folder(folder.to_owned())),
        Some(folder) => {
            let values = [("folder", &*folder.to_string_lossy())];
            Err(CliError::Request(
                Catalog::of(language).fill(Key::CliNoFolder, &values),
            ))
        }
    }
}

/// Loads the data.
///
/// # Errors
/// All problems of the data set.
pub fn atlas(folder: Option<&Path>, language: Language) -> Result<Arc<Atlas>, CliError> {
    let origin = origin(folder, language)?;
    Atlas::load(&origin)
        .map(Arc::new)
        .map_err(|problems| bad_data(problems, language))
}

/// The problems of a data set as an error.
pub fn bad_data(problems: Problems, language: Language) -> CliError {
    CliError::Data {
        heading: Catalog::of(language).get(Key::DataFolderProblem).to_owned(),
        problems,
    }
}

/// The date that a text names and the day that is shown for it: the last of its unit.
///
/// # Errors
/// Usage when the text is no date; a wrong request when the atlas does not cover it.
pub fn date(text: &str, language: Language) -> Result<(HistoricalDate, Day), CliError> {
    let texts = Catalog::of(language);
    let date: HistoricalDate = text.parse().map_err(|error| {
        CliError::Usage(match error {
            DateError::Form(text) => texts.fill(Key::DateForm, &[("text", &text)]),
            DateError::Calendar(text) => texts.fill(Key::DateCalendar, &[("text", &text)]),
        })
    })?;
    let (first, last) = Atlas::range();
    let day = date.last_day();
    if (first..=last).contains(&day) {
        return Ok((date, day));
    }
    let range = [("first", &*first.to_string()), ("last", &*last.to_string())];
    Err(CliError::Request(format!(
        "{date}: {}",
        texts.fill(Key::DateOutside, &range)
    )))
}

/// The place of an id.
///
/// # Errors
/// When there is none; the error names the ids most like it.
pub fn place(atlas: &Atlas, id: &str, language: Language) -> Result<TerritoryIx, CliError> {
    atlas.find_territory(id).ok_or_else(|| {
        let near = nearest(
            id,
            atlas
                .territories()
                .map(|(_, territory)| territory.id.as_str()),
        )
        .join(", ");
        CliError::Request(
            Catalog::of(language).fill(Key::CliNoPlace, &[("id", id), ("near", &near)]),
        )
    })
}

/// What was asked for before the data are there. Wrong dates are found without reading them.
#[derive(Debug)]
pub struct Wish {
    date: Option<(HistoricalDate, Day)>,
    compare: Option<Day>,
    shown: Shown,
    language: Language,
    settings: Preferences,
}

impl Wish {
    /// Reads the date. What is not asked for is as in the settings.
    ///
    /// # Errors
    /// As [`date`].
    pub fn read(shown: Shown, settings: &Preferences) -> Result<Self, CliError> {
        let language = shown.common.language_or(settings.language);
        let date = shown
            .date
            .as_deref()
            .map(|text| date(text, language))
            .transpose()?;
        let compare = shown.compare.as_deref();
        let compare = compare.map(|text| self::date(text, language)).transpose()?;
        Ok(Self {
            date,
            compare: compare.map(|(_, day)| day),
            shown,
            language,
            settings: settings.clone(),
        })
    }

    /// The language of names and messages.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Loads the data.
    ///
    /// # Errors
    /// All problems of the data set.
    pub fn atlas(&self) -> Result<Arc<Atlas>, CliError> {
        atlas(self.shown.common.data.as_deref(), self.language)
    }

    /// The folder of the data that were asked for.
    pub fn folder(&self) -> Option<Origin> {
        self.shown.common.data.clone().map(Origin::Folder)
    }

    /// The state that shows what was asked for, reached by the same commands as on the screen.
    ///
    /// # Errors
    /// When the place does not exist.
    pub fn state(&self, atlas: &Atlas) -> Result<ViewState, CliError> {
        let mut state = ViewState::new(Atlas::range().1, self.language);
        self.settings.apply_to(atlas, &mut state);
        let mut commands = vec![
            Command::SetLanguage(self.language),
            match self.shown.view {
                Maps::One(view) => Command::SetView(view),
                Maps::SideBySide => Command::SideBySide(true),
            },
        ];
        commands.extend(self.shown.theme.map(Command::SetTheme));
        let palette = self.shown.palette.map(ScreenCommand::SetPalette);
        commands.extend(palette.map(Command::Screen));
        let naming = self.shown.names.map(ScreenCommand::SetNaming);
        commands.extend(naming.map(Command::Screen));
        if let Some((date, day)) = self.date {
            commands.push(Command::SetUnit(unit_of(date.precision())));
            commands.push(Command::SetDate(day));
        }
        if let Some(day) = self.compare {
            commands.push(Command::Compare(CompareCommand::With(day)));
        }
        if self.shown.swipe {
            commands.push(Command::Compare(CompareCommand::Show(By::Swipe)));
        }
        if let Some(id) = &self.shown.select {
            commands.push(Command::Select(Some(place(atlas, id, self.language)?)));
        }
        for command in commands {
            let _ = state.apply(atlas, command);
        }
        Ok(state)
    }
}

/// The step that fits a typed date, as in the window's date field.
const fn unit_of(precision: Precision) -> Unit {
    match precision {
        Precision::Day => Unit::Day,
        Precision::Month | Precision::Season => Unit::Month,
        Precision::Year | Precision::Decade => Unit::Year,
    }
}

/// The three words that take the fewest changes of a letter to become `word`.
fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<(usize, &str)> = known
        .map(|id| {
            // A part of an id, such as "shumshu", is nearer than its length says.
            let part = word.len() > 2 && (id.contains(word) || word.contains(id));
            (if part { 0 } else { distance(word, id) }, id)
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().take(3).map(|(_, id)| id).collect()
}

/// Levenshtein's distance: insertions, deletions and replacements of one letter.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.chars().enumerate() {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.chars().count()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_similar_ids_come_first() {
        let known = [
            "iturup",
            "urup",
            "kunashir",
            "kurils-north-shumshu",
            "habomai",
        ];
        assert_eq!(nearest("itrup", known.into_iter())[0], "iturup");
        assert_eq!(
            nearest("shumshu", known.into_iter())[0],
            "kurils-north-shumshu"
        );
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "北方"), 2);
    }

    #[test]
    fn a_date_means_the_last_day_of_its_unit() {
        for (text, expected) in [
            ("1945", "1945-12-31"),
            ("194X", "1949-12-31"),
            ("1945-23~", "1945-11-30"),
            ("1792-01-01", "1792-01-01"),
        ] {
            assert_eq!(
                date(text, Language::English).unwrap().1.to_string(),
                expected
            );
        }
        for (text, code) in [
            ("1791", 1),
            ("2026-01-01", 1),
            ("0001", 1),
            ("soon", 2),
            ("1945-02-30", 2),
            ("", 2),
        ] {
            assert_eq!(
                date(text, Language::Russian).unwrap_err().code(),
                code,
                "{text}"
            );
        }
    }
}
