//! The reader's settings, kept from one start to the next in `settings.json`.
//!
//! The file lies in the platform's folder for settings, or in the one that the environment variable
//! [`FOLDER_VARIABLE`] names. Reading never fails: what is wrong with the file is a warning, and the
//! result is always usable. Saving replaces the file as a whole, so that there is the old one or the
//! new one at any moment, and never half of one.

mod dock;
mod saver;
mod store;

use serde_json::{Map, Value, json};

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate, Precision};
use crate::model::language::Language;
use crate::state::bookmark::Bookmarks;
use crate::state::dock::Dock;
use crate::state::view_state::{Theme, Unit};
use crate::state::{ViewState, link};

pub use saver::Saver;
pub use store::{Loaded, SaveError, Store, keep_aside, replace_file};

/// The environment variable that names the folder of the settings: for schools that share one, and
/// for tests.
pub const FOLDER_VARIABLE: &str = "KURIL_ATLAS_CONFIG_DIR";

/// The version of the form below. A file with a higher one belongs to a later edition of the atlas.
const VERSION: u64 = 1;

/// Sides of a window in points: less cannot show the atlas, more is no screen.
const SMALLEST_WINDOW: [f32; 2] = [800.0, 560.0];
const LARGEST_SIDE: f32 = 16_384.0;

/// What is remembered; `None` where nothing is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences {
    /// Width and height of the window in points, when it is not maximized.
    pub window: Option<[f32; 2]>,
    pub maximized: bool,
    /// The day looked at last.
    pub date: Option<Day>,
    pub unit: Option<Unit>,
    pub language: Option<Language>,
    pub theme: Option<Theme>,
    /// How the time dock is laid out.
    pub dock: Option<Dock>,
    /// The reader's bookmarks: each a name and a link.
    pub bookmarks: Vec<(String, String)>,
}

/// The part of a view that is remembered.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    date: Day,
    unit: Unit,
    language: Language,
    theme: Theme,
    dock: Dock,
    bookmarks: Bookmarks,
}

impl Choices {
    /// Those of a view.
    #[must_use]
    pub fn of(state: &ViewState) -> Self {
        Self {
            date: state.date,
            unit: state.unit,
            language: state.language,
            theme: state.theme,
            dock: state.dock,
            bookmarks: state.bookmarks.clone(),
        }
    }
}

/// Why a text is not a settings file that this edition can use.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fault {
    /// What is wrong with it.
    Damaged(String),
    /// It has a higher version than this edition knows.
    Newer,
}

impl Preferences {
    /// Sets what is remembered and leaves the rest as it is.
    pub fn apply_to(&self, atlas: &Atlas, state: &mut ViewState) {
        let (first, last) = Atlas::range();
        state.date = self.date.map_or(state.date, |day| day.clamp(first, last));
        state.unit = self.unit.unwrap_or(state.unit);
        state.language = self.language.unwrap_or(state.language);
        state.theme = self.theme.unwrap_or(state.theme);
        state.dock = self.dock.unwrap_or(state.dock);
        for (name, text) in &self.bookmarks {
            match link::read(atlas, text) {
                Ok(moment) => state.bookmarks.add(name.clone(), moment),
                // A bookmark of other data; it is not lost while nothing is bookmarked or removed.
                Err(error) => log::warn!("the bookmark \"{name}\": {error}"),
            }
        }
    }

    /// Remembers the day, and the language and the theme where the reader has changed them since
    /// `before`: a choice of the command line or of the system is none for the next start.
    pub fn follow(&mut self, atlas: &Atlas, before: &Choices, now: &Choices) {
        self.date = Some(now.date);
        self.unit = Some(now.unit);
        if now.language != before.language {
            self.language = Some(now.language);
        }
        if now.theme != before.theme {
            self.theme = Some(now.theme);
        }
        if now.dock != before.dock {
            self.dock = Some(now.dock);
        }
        if now.bookmarks != before.bookmarks {
            let all = now.bookmarks.all().iter();
            let pairs =
                all.map(|bookmark| (bookmark.name.clone(), link::write(atlas, &bookmark.moment)));
            self.bookmarks = pairs.collect();
        }
    }

    /// Reads a settings file; a field that cannot be used is left out, with a warning.
    fn read(bytes: &[u8]) -> Result<(Self, Vec<String>), Fault> {
        let text = str::from_utf8(bytes)
            .map_err(|error| Fault::Damaged(format!("not UTF-8 text: {error}")))?;
        let value: Value = serde_json::from_str(text)
            .map_err(|error| Fault::Damaged(format!("not JSON: {error}")))?;
        let Value::Object(fields) = value else {
            return Err(Fault::Damaged("not a JSON object".to_owned()));
        };
        let mut reader = Reader {
            fields,
            warnings: Vec::new(),
        };
        reader.version()?;
        let preferences = Self {
            window: reader.field("window", "two numbers, width and height in points", window),
            maximized: reader
                .field("maximized", "true or false", Value::as_bool)
                .unwrap_or_default(),
            date: reader.field("date", "a day of the atlas, as in \"1945-08-28\"", date),
            unit: reader.field("unit", "\"year\", \"month\" or \"day\"", |value| {
                unit(value.as_str()?)
            }),
            language: reader.field("language", "\"en\", \"ja\" or \"ru\"", |value| {
                Language::from_code(value.as_str()?)
            }),
            theme: reader.field("theme", "\"light\" or \"dark\"", |value| {
                Theme::from_id(value.as_str()?)
            }),
            dock: reader.field("dock", "the tracks of the time dock", dock::read),
            bookmarks: reader
                .field("bookmarks", "a list of names and links", bookmarks)
                .unwrap_or_default(),
        };
        for name in reader.fields.keys() {
            reader
                .warnings
                .push(format!("{name}: no such setting; it is left out"));
        }
        Ok((preferences, reader.warnings))
    }

    /// The text of the settings file.
    fn written(&self) -> String {
        let fields = json!({
            "version": VERSION,
            "window": self.window.map(|window| window.map(f32::round)),
            "maximized": self.maximized,
            "date": self.date.map(|day| day.to_string()),
            "unit": self.unit.map(unit_id),
            "language": self.language.map(Language::code),
            "theme": self.theme.map(Theme::id),
            "dock": self.dock.as_ref().map(dock::write),
            "bookmarks": self
                .bookmarks
                .iter()
                .map(|(name, link)| json!({ "name": name, "link": link }))
                .collect::<Vec<_>>(),
        });
        format!("{fields:#}\n")
    }
}

/// The fields of a file that have not been read yet.
struct Reader {
    fields: Map<String, Value>,
    warnings: Vec<String>,
}

impl Reader {
    fn version(&mut self) -> Result<(), Fault> {
        let Some(version) = self.fields.remove("version") else {
            self.warnings.push(format!(
                "version: missing; the file is read as version {VERSION}"
            ));
            return Ok(());
        };
        match (version.as_u64(), version.as_f64()) {
            (Some(VERSION), _) => Ok(()),
            // Numbers beyond 64 bits are versions too, if of a distant future.
            (Some(1..), _) => Err(Fault::Newer),
            (None, Some(number)) if number > 1.0 => Err(Fault::Newer),
            _ => Err(Fault::Damaged(format!("version: {version} is none"))),
        }
    }

    /// A field, or a warning; nothing where it is missing or null.
    fn field<T>(
        &mut self,
        name: &str,
        expected: &str,
        read: impl FnOnce(&Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.fields.remove(name).filter(|value| !value.is_null())?;
        let read = read(&value);
        if read.is_none() {
            self.warnings
                .push(format!("{name}: must be {expected}; it is left out"));
        }
        read
    }
}

fn window(value: &Value) -> Option<[f32; 2]> {
    let [width, height] = value.as_array()?.as_slice() else {
        return None;
    };
    let side = |value: &Value, least: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "what does not fit becomes infinite, which is out of range"
        )]
        let side = value.as_f64()? as f32;
        (least..=LARGEST_SIDE).contains(&side).then_some(side)
    };
    Some([
        side(width, SMALLEST_WINDOW[0])?,
        side(height, SMALLEST_WINDOW[1])?,
    ])
}

fn date(value: &Value) -> Option<Day> {
    let date: HistoricalDate = value.as_str()?.parse().ok()?;
    let (first, last) = Atlas::range();
    let is_day = date.precision() == Precision::Day;
    (is_day && (first..=last).contains(&date.first_day())).then(|| date.first_day())
}

fn bookmarks(value: &Value) -> Option<Vec<(String, String)>> {
    let one = |value: &Value| {
        let text = |field| Some(value.get(field)?.as_str()?.to_owned());
        Some((text("name")?, text("link")?))
    };
    value.as_array()?.iter().map(one).collect()
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Day => "day",
    }
}

fn unit(id: &str) -> Option<Unit> {
    Unit::ALL.into_iter().find(|unit| unit_id(*unit) == id)
}

#[cfg(test)]
mod follow_tests;
#[cfg(test)]
mod tests;
