//! The reader's settings, kept from one start to the next in `settings.json`.
//!
//! The file lies in the platform's folder for settings, or in the one that the environment variable
//! [`FOLDER_VARIABLE`] names. Reading never fails: what is wrong with the file is a warning, and the
//! result is always usable. Saving replaces the file as a whole, so that there is the old one or the
//! new one at any moment, and never half of one.

mod dock;
mod panels;
mod saver;
mod store;

use serde_json::{Map, Value, json};

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate, Precision};
use crate::model::language::{Language, Naming};
use crate::state::bookmark::Bookmarks;
use crate::state::dock::Dock;
use crate::state::panels::Sizes;
use crate::state::screen::{Palette, Scale, ScreenState, Theme};
use crate::state::view_state::Unit;
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
    pub palette: Option<Palette>,
    pub scale: Option<Scale>,
    pub reduce_motion: Option<bool>,
    /// In which language places are named.
    pub naming: Option<Naming>,
    pub eras: Option<bool>,
    /// Whether the hint of a first start has been read.
    pub hint_read: bool,
    /// Whether the side panel is open.
    pub inspector: Option<bool>,
    /// Whether the tracks of the time dock are open.
    pub tracks: Option<bool>,
    /// The sizes of the panels around the map.
    pub sizes: Option<Sizes>,
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
    screen: ScreenState,
    tracks: bool,
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
            screen: state.screen,
            tracks: state.tracks_open,
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
        let screen = &mut state.screen;
        screen.palette = self.palette.unwrap_or(screen.palette);
        screen.scale = self.scale.unwrap_or(screen.scale);
        screen.reduce_motion = self.reduce_motion.unwrap_or(screen.reduce_motion);
        screen.naming = self.naming.unwrap_or(screen.naming);
        screen.eras = self.eras.unwrap_or(screen.eras);
        screen.hint_open = !self.hint_read;
        screen.inspector_open = self.inspector.unwrap_or(screen.inspector_open);
        screen.sizes = self.sizes.unwrap_or(screen.sizes);
        state.tracks_open = self.tracks.unwrap_or(state.tracks_open);
    }

    /// Remembers the day, and the language and the theme where the reader has changed them since
    /// `before`: a choice of the command line or of the system is none for the next start.
    pub fn follow(&mut self, atlas: &Atlas, before: &Choices, now: &Choices) {
        self.date = Some(now.date);
        self.unit = Some(now.unit);
        keep(&mut self.language, before.language, now.language);
        keep(&mut self.theme, before.theme, now.theme);
        let (was, is) = (before.screen, now.screen);
        keep(&mut self.palette, was.palette, is.palette);
        keep(&mut self.scale, was.scale, is.scale);
        keep(&mut self.reduce_motion, was.reduce_motion, is.reduce_motion);
        keep(&mut self.naming, was.naming, is.naming);
        keep(&mut self.eras, was.eras, is.eras);
        self.hint_read |= was.hint_open && !is.hint_open;
        keep(&mut self.inspector, was.inspector_open, is.inspector_open);
        keep(&mut self.tracks, before.tracks, now.tracks);
        keep(&mut self.sizes, was.sizes, is.sizes);
        keep(&mut self.dock, before.dock, now.dock);
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
            theme: reader.field("theme", "\"light\", \"dark\" or \"contrast\"", |value| {
                Theme::from_id(value.as_str()?)
            }),
            dock: reader.field("dock", "the tracks of the time dock", dock::read),
            bookmarks: reader
                .field("bookmarks", "a list of names and links", bookmarks)
                .unwrap_or_default(),
            palette: reader.field("palette", "\"usual\" or \"safe\"", |value| {
                Palette::from_id(value.as_str()?)
            }),
            scale: reader.field("scale", "percent, 80 to 250", |value| {
                Scale::of(u16::try_from(value.as_u64()?).ok()?)
            }),
            reduce_motion: reader.field("reduce-motion", "true or false", Value::as_bool),
            naming: reader.field(
                "names",
                "\"interface\", \"en\", \"ja\", \"ru\" or \"local\"",
                |value| Naming::from_id(value.as_str()?),
            ),
            eras: reader.field("eras", "true or false", Value::as_bool),
            hint_read: reader
                .field("hint-read", "true or false", Value::as_bool)
                .unwrap_or_default(),
            inspector: reader.field("inspector", "true or false", Value::as_bool),
            tracks: reader.field("tracks", "true or false", Value::as_bool),
            sizes: reader.field("panels", "points of each panel", panels::read),
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
            "palette": self.palette.map(Palette::id),
            "scale": self.scale.map(Scale::percent),
            "reduce-motion": self.reduce_motion,
            "names": self.naming.map(Naming::id),
            "eras": self.eras,
            "hint-read": self.hint_read,
            "inspector": self.inspector,
            "tracks": self.tracks,
            "panels": self.sizes.as_ref().map(panels::write),
        });
        format!("{fields:#}\n")
    }
}

/// Remembers a choice that has changed.
fn keep<T: PartialEq + Copy>(kept: &mut Option<T>, before: T, now: T) {
    if now != before {
        *kept = Some(now);
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
mod fault_tests;
#[cfg(test)]
mod follow_tests;
#[cfg(test)]
mod tests;
