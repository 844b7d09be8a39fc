//! Where the data comes from: the files inside the program, or a folder.

use std::borrow::Cow;
use std::path::PathBuf;

use super::problem::Problem;

/// The largest data file that is read; a larger one is a mistake, not an atlas.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// A source of data files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The files the program was built with.
    #[default]
    Embedded,
    /// A folder laid out like `data/`.
    Folder(PathBuf),
}

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        /// The names of all data files, relative to the data folder.
        pub const NAMES: &[&str] = &[$($name),+];

        fn embedded(name: &str) -> Option<&'static [u8]> {
            match name {
                $($name => Some(include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/", $name))),)+
                _ => None,
            }
        }
    };
}

embedded![
    "sources.json",
    "polities.json",
    "territories.json",
    "control.json",
    "claims.json",
    "rights.json",
    "views.json",
    "positions.json",
    "offers.json",
    "borders.json",
    "towns.json",
    "events.json",
    "people.json",
    "relations.json",
    "conflicts.json",
    "texts.json",
    "series.json",
    "polls.json",
    "geo/attributions.json",
    "geo/regions_lod0.geojson",
    "geo/regions_lod1.geojson",
    "geo/regions_lod2.geojson",
    "geo/kurils.geojson",
    "geo/lakes.geojson",
    "geo/rivers.geojson",
    "geo/bathymetry.geojson",
    "geo/lines.geojson",
];

impl Origin {
    /// The text of a file, relative to the data folder.
    ///
    /// # Errors
    /// When the file is missing, unreadable, too large or not UTF-8.
    pub fn read(&self, name: &str) -> Result<Cow<'static, str>, Problem> {
        let problem = |message: String| Problem {
            file: name.to_owned(),
            path: String::new(),
            line: None,
            message,
        };
        match self {
            Self::Embedded => {
                let bytes =
                    embedded(name).ok_or_else(|| problem("no such file is built in".to_owned()))?;
                let text = std::str::from_utf8(bytes)
                    .map_err(|error| problem(format!("not UTF-8 text: {error}")))?;
                Ok(Cow::Borrowed(text))
            }
            Self::Folder(folder) => {
                let path = folder.join(name);
                let metadata = std::fs::metadata(&path).map_err(|error| {
                    problem(format!(
                        "cannot be read: {error}; a data folder holds all files of the shipped data"
                    ))
                })?;
                if !metadata.is_file() {
                    return Err(problem("is not a regular file".to_owned()));
                }
                if metadata.len() > LARGEST_FILE {
                    return Err(problem(format!(
                        "is {} MiB large; at most {} MiB are read",
                        metadata.len() / 1_048_576,
                        LARGEST_FILE / 1_048_576
                    )));
                }
                let bytes = std::fs::read(&path)
                    .map_err(|error| problem(format!("cannot be read: {error}")))?;
                let text = String::from_utf8(bytes).map_err(|error| {
                    problem(format!(
                        "not UTF-8 text: {}; save the file as UTF-8",
                        error.utf8_error()
                    ))
                })?;
                Ok(Cow::Owned(text))
            }
        }
    }
}
