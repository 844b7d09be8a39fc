//! Where the data comes from: the files inside the program, or a folder.

use std::path::{Path, PathBuf};

use super::problem::Problem;
use crate::packed::{Packed, packed};

/// The largest data file that is read; a larger one is a mistake, not an atlas.
const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// A folder with more files than this is not a folder of data.
const MOST_ENTRIES: usize = 1000;

/// A source of data files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Origin {
    /// The files the program was built with.
    #[default]
    Embedded,
    /// A folder laid out like `data/`.
    Folder(PathBuf),
}

/// The name of a file relative to the data folder.
const fn in_data(path: &'static str) -> &'static str {
    path.split_at("data/".len()).1
}

macro_rules! embedded {
    ($($path:literal),+ $(,)?; lessons $($lesson:literal),* $(,)?) => {
        /// The names of all data files, relative to the data folder.
        pub const NAMES: &[&str] = &[$(in_data($path)),+];

        /// The names of the lessons, relative to the data folder, in order.
        const LESSONS: &[&str] = &[$(in_data($lesson)),*];

        /// All of them.
        const PACKED_NAMES: &[&str] = &[$(in_data($path),)+ $(in_data($lesson)),*];

        /// The files in the order of [`PACKED_NAMES`].
        static PACKED: [Packed; PACKED_NAMES.len()] = [$(packed!($path),)+ $(packed!($lesson)),*];
    };
}

embedded![
    "data/sources.json",
    "data/polities.json",
    "data/territories.json",
    "data/control.json",
    "data/claims.json",
    "data/rights.json",
    "data/views.json",
    "data/positions.json",
    "data/offers.json",
    "data/borders.json",
    "data/towns.json",
    "data/town_control.json",
    "data/events.json",
    "data/people.json",
    "data/relations.json",
    "data/conflicts.json",
    "data/glossary.json",
    "data/texts.json",
    "data/series.json",
    "data/polls.json",
    "data/figures.json",
    "data/geo/attributions.json",
    "data/geo/regions_lod0.geojson",
    "data/geo/regions_lod1.geojson",
    "data/geo/regions_lod2.geojson",
    "data/geo/kurils.geojson",
    "data/geo/lakes.geojson",
    "data/geo/rivers.geojson",
    "data/geo/bathymetry.geojson",
    "data/geo/lines.geojson";
    lessons
    "data/lessons/border-moved.json",
    "data/lessons/find-the-error.json",
    "data/lessons/manchuria.json",
    "data/lessons/reading-polls.json",
    "data/lessons/trade-politics.json",
    "data/lessons/twenty-eight-days.json",
    "data/lessons/two-or-four.json",
    "data/lessons/why-maps-differ.json",
];

fn embedded(name: &str) -> Option<&'static Packed> {
    PACKED.get(PACKED_NAMES.iter().position(|known| *known == name)?)
}

/// What lies in a part of a data folder, in order; nothing where there is no such part.
///
/// # Errors
/// When it is there and cannot be read.
pub(super) fn entries(folder: &Path, name: &str) -> Result<Vec<PathBuf>, Problem> {
    let problem = |message| Problem {
        file: name.to_owned(),
        path: String::new(),
        line: None,
        message,
    };
    let listed = match std::fs::read_dir(folder.join(name)) {
        Ok(listed) => listed,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(problem(format!("cannot be read: {error}"))),
    };
    let paths: std::io::Result<Vec<PathBuf>> = listed
        .take(MOST_ENTRIES + 1)
        .map(|entry| Ok(entry?.path()))
        .collect();
    let mut paths = paths.map_err(|error| problem(format!("cannot be read: {error}")))?;
    if paths.len() > MOST_ENTRIES {
        return Err(problem(format!(
            "holds more than {MOST_ENTRIES} files; take out what is no part of the data"
        )));
    }
    paths.sort();
    Ok(paths)
}

impl Origin {
    /// The names of the lessons, relative to the data folder, in order. A folder may have lessons of
    /// its own, or none.
    ///
    /// # Errors
    /// When there is a folder of lessons that cannot be read.
    pub fn lessons(&self) -> Result<Vec<String>, Problem> {
        let Self::Folder(folder) = self else {
            return Ok(LESSONS.iter().map(ToString::to_string).collect());
        };
        let paths = entries(folder, "lessons")?;
        let names = paths.iter().filter_map(|path| path.file_name()?.to_str());
        Ok(names
            .filter(|name| Path::new(name).extension().is_some_and(|end| end == "json"))
            .map(|name| format!("lessons/{name}"))
            .collect())
    }

    /// The text of a file, relative to the data folder.
    ///
    /// # Errors
    /// When the file is missing, unreadable, too large or not UTF-8.
    pub fn read(&self, name: &str) -> Result<String, Problem> {
        let problem = |message: String| Problem {
            file: name.to_owned(),
            path: String::new(),
            line: None,
            message,
        };
        match self {
            Self::Embedded => {
                let packed =
                    embedded(name).ok_or_else(|| problem("no such file is built in".to_owned()))?;
                let bytes = packed.unpack();
                bytes
                    .and_then(|bytes| String::from_utf8(bytes).map_err(std::io::Error::other))
                    .map_err(|error| problem(format!("the built-in file is damaged: {error}")))
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
                Ok(text)
            }
        }
    }
}
