//! Reads the records of a file one by one, so that one broken record hides no other.

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::problem::Problem;
use super::raw::{List, MOST_RECORDS, field};

/// A record with its place in the file.
#[derive(Debug)]
pub struct Entry<R> {
    pub raw: R,
    /// Such as `control[3]`.
    pub path: String,
}

/// A data file in memory.
#[derive(Clone, Copy, Debug)]
pub struct File<'a> {
    pub name: &'a str,
    pub text: &'a str,
}

impl File<'_> {
    /// A problem at a place of this file; its line is found later, if it is ever shown.
    pub fn problem(&self, path: impl Into<String>, message: impl Into<String>) -> Problem {
        Problem {
            file: self.name.to_owned(),
            path: path.into(),
            line: None,
            message: message.into(),
        }
    }

    fn syntax(&self, error: &serde_json::Error) -> Problem {
        Problem {
            file: self.name.to_owned(),
            path: String::new(),
            line: Some(error.line()),
            message: format!("not valid JSON: {}", plain(error)),
        }
    }

    /// The number of the line on which `part`, a slice of the file's text, begins.
    fn line_of(&self, part: &str) -> usize {
        let offset = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        let before = self.text.as_bytes().get(..offset).unwrap_or_default();
        line_after(before)
    }
}

/// The number of the line (from 1) on which the text behind `before` begins.
pub fn line_after(before: &[u8]) -> usize {
    1 + before.split(|byte| *byte == b'\n').skip(1).count()
}

/// The error without the line and column that serde appends; they are told apart from the text.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(end) => text[..end].to_owned(),
        None => text,
    }
}

/// Reads every element of the array under `key`; what cannot be read becomes a problem.
pub fn read_list<R: DeserializeOwned>(
    file: File<'_>,
    key: &str,
    problems: &mut Vec<Problem>,
) -> Vec<Entry<R>> {
    let list = match field(file.text, key) {
        Ok(Some(list)) => list,
        Ok(None) => {
            problems.push(file.problem("", format!("has no list \"{key}\"")));
            return Vec::new();
        }
        Err(error) => {
            problems.push(file.syntax(&error));
            return Vec::new();
        }
    };
    match serde_json::from_str::<List<'_>>(list.get()) {
        Ok(list) if list.count > MOST_RECORDS => {
            problems.push(too_many(file, key, list.count));
            Vec::new()
        }
        Ok(list) => read_values(file, key, list.values.into_iter().enumerate(), problems),
        Err(error) => {
            problems.push(file.problem(key, format!("must be a list: {}", plain(&error))));
            Vec::new()
        }
    }
}

fn too_many(file: File<'_>, key: &str, count: usize) -> Problem {
    let message = format!("has {count} records; at most {MOST_RECORDS} are read");
    file.problem(key, message)
}

/// Whether a file that can be read has such a list.
pub fn has_list(file: File<'_>, key: &str) -> bool {
    matches!(field(file.text, key), Ok(Some(_)))
}

/// A map with more positions than this is a mistake: the finest of the shipped ones has 150,000.
const MOST_POSITIONS: usize = 5_000_000;

/// More records of a list that cannot be read than this are counted, not told.
const MOST_FAULTS: usize = 100;

/// Reads each value by itself; it comes with its number in the file.
pub fn read_values<'a, R: DeserializeOwned>(
    file: File<'_>,
    key: &str,
    values: impl Iterator<Item = (usize, &'a RawValue)>,
    problems: &mut Vec<Problem>,
) -> Vec<Entry<R>> {
    let mut entries = Vec::with_capacity(values.size_hint().0);
    let mut faults = 0;
    for (index, value) in values {
        let path = format!("{key}[{index}]");
        let mut deserializer = serde_json::Deserializer::from_str(value.get());
        match serde_path_to_error::deserialize(&mut deserializer) {
            Ok(raw) => entries.push(Entry { raw, path }),
            Err(_) if faults >= MOST_FAULTS => faults += 1,
            Err(error) => {
                faults += 1;
                let inner = error.path().to_string();
                let source = error.inner();
                problems.push(Problem {
                    file: file.name.to_owned(),
                    path: if inner == "." {
                        path
                    } else {
                        format!("{path}.{inner}")
                    },
                    line: Some(file.line_of(value.get()) + source.line().saturating_sub(1)),
                    message: plain(source),
                });
            }
        }
    }
    if faults > MOST_FAULTS {
        let more = faults - MOST_FAULTS;
        problems.push(file.problem(key, format!("{more} more records cannot be read")));
    }
    entries
}

/// Reads a file as one record; what cannot be read becomes a problem.
pub fn read_whole<R: DeserializeOwned>(file: File<'_>, problems: &mut Vec<Problem>) -> Option<R> {
    let mut deserializer = serde_json::Deserializer::from_str(file.text);
    let read = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|error| {
            let inner = error.path().to_string();
            (
                if inner == "." { String::new() } else { inner },
                error.into_inner(),
            )
        })
        .and_then(|record| match deserializer.end() {
            Ok(()) => Ok(record),
            Err(error) => Err((String::new(), error)),
        });
    match read {
        Ok(record) => Some(record),
        Err((_, error)) if error.is_syntax() || error.is_eof() => {
            problems.push(file.syntax(&error));
            None
        }
        Err((path, error)) => {
            problems.push(Problem {
                file: file.name.to_owned(),
                path,
                line: Some(error.line()),
                message: plain(&error),
            });
            None
        }
    }
}

/// Reads one field of the file's top level; `None` where it is not there.
pub fn read_field<R: DeserializeOwned>(
    file: File<'_>,
    key: &str,
    problems: &mut Vec<Problem>,
) -> Option<R> {
    let value = field(file.text, key).ok()??;
    match serde_json::from_str(value.get()) {
        Ok(field) => Some(field),
        Err(error) => {
            problems.push(file.problem(key, plain(&error)));
            None
        }
    }
}

/// Reads the features of a `GeoJSON` file whose ids are wanted, and those without an id.
pub fn read_features(
    file: File<'_>,
    wanted: &dyn Fn(&str) -> bool,
    problems: &mut Vec<Problem>,
) -> Vec<Entry<super::raw::Feature>> {
    let is_wanted = |raw: &RawValue| {
        serde_json::from_str::<super::raw::Named<'_>>(raw.get())
            .ok()
            .and_then(|named| named.properties.id)
            .is_none_or(|id| wanted(&id))
    };
    let positions = file.text.bytes().filter(|byte| *byte == b'[').count();
    if positions > MOST_POSITIONS {
        let message = format!(
            "has about {positions} positions; at most {MOST_POSITIONS} are read: simplify the outlines"
        );
        problems.push(file.problem("features", message));
        return Vec::new();
    }
    match serde_json::from_str::<super::raw::FeatureCollection<'_>>(file.text) {
        Ok(collection) if collection.features.count > MOST_RECORDS => {
            problems.push(too_many(file, "features", collection.features.count));
            Vec::new()
        }
        Ok(collection) => {
            let numbered = collection.features.values.into_iter().enumerate();
            let features = numbered.filter(|(_, raw)| is_wanted(raw));
            read_values(file, "features", features, problems)
        }
        Err(error) => {
            problems.push(file.syntax(&error));
            Vec::new()
        }
    }
}
