//! Series of the reader's own: tables beside the data, or opened from the screen.
//!
//! One table may hold several series; `assets/own-series.csv` is a template with all columns. A
//! table is read whole or not at all, and every fault in it is told with its line and column.

mod fault;
mod row;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use crate::model::language::Localized;
use crate::model::series::{OwnSeries, Series};

use super::files;
use super::problem::Problem;

pub use fault::{Column, Fault, Wrong};
use row::{Read, Row};

/// A table to fill in, with remarks on its columns.
pub const TEMPLATE: &str = include_str!(concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/assets/own-series.csv"
));

/// The folder of a data folder that holds tables.
pub const FOLDER: &str = "series";

/// The largest table that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;
/// More faults than this help nobody.
const MOST_FAULTS: usize = 20;

/// Reads a table.
///
/// # Errors
/// All its faults, in order of the lines.
pub fn read_table(file: &str, bytes: &[u8]) -> Result<Vec<OwnSeries>, Vec<Fault>> {
    let whole = |wrong| {
        vec![Fault {
            line: None,
            column: None,
            wrong,
        }]
    };
    let text = std::str::from_utf8(bytes).map_err(|_| whole(Wrong::NotUtf8))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .comment(Some(b'#'))
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let heading = reader
        .headers()
        .map_err(|error| whole(unreadable(&error)))?;
    let mut table = Table::new(file, heading)?;
    for record in reader.records() {
        match record {
            Ok(record) => table.row(&record),
            Err(error) => table.faults.push(Fault {
                line: error.position().map(line),
                column: None,
                wrong: unreadable(&error),
            }),
        }
        if table.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    table.finish()
}

/// Reads the tables of the folder `series/` in a data folder, in order of their names; there may be
/// no such folder.
pub(super) fn read_folder(folder: &Path, problems: &mut Vec<Problem>) -> Vec<OwnSeries> {
    let entries = match files::entries(folder, FOLDER) {
        Ok(entries) => entries,
        Err(problem) => {
            problems.push(problem);
            return Vec::new();
        }
    };
    let is_table = |path: &Path| {
        path.extension()
            .is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
    };
    let paths = entries.into_iter().filter(|path| is_table(path));
    let mut all = Vec::new();
    for path in paths {
        match read_file(&path) {
            Ok(series) => all.extend(series),
            Err(faults) => {
                let name = format!("{FOLDER}/{}", file_name(&path));
                problems.extend(faults.into_iter().map(|fault| {
                    Problem {
                        file: name.clone(),
                        path: fault
                            .column
                            .map(|(number, column)| format!("column {number} ({column})"))
                            .unwrap_or_default(),
                        line: fault.line,
                        message: fault.wrong.to_string(),
                    }
                }));
            }
        }
    }
    all
}

/// Reads the table in a file.
///
/// # Errors
/// As [`read_table`], or when the file cannot be read.
pub fn read_file(path: &Path) -> Result<Vec<OwnSeries>, Vec<Fault>> {
    let whole = |wrong| {
        vec![Fault {
            line: None,
            column: None,
            wrong,
        }]
    };
    let unreadable = |error: &dyn std::fmt::Display| whole(Wrong::Unreadable(error.to_string()));
    let metadata = std::fs::metadata(path).map_err(|error| unreadable(&error))?;
    // To read from a pipe would be to wait for ever.
    if !metadata.is_file() {
        return Err(unreadable(&"not a regular file"));
    }
    if metadata.len() > LARGEST {
        return Err(whole(Wrong::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error))?;
    read_table(&file_name(path), &bytes)
}

fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

fn unreadable(error: &csv::Error) -> Wrong {
    Wrong::Unreadable(error.to_string())
}

fn line(position: &csv::Position) -> usize {
    usize::try_from(position.line()).unwrap_or(usize::MAX)
}

/// Spreadsheets of many countries part cells by semicolons or tabs; the heading tells.
fn separator(text: &str) -> u8 {
    let heading = text
        .lines()
        .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .unwrap_or_default();
    [b',', b';', b'\t']
        .into_iter()
        .max_by_key(|separator| heading.bytes().filter(|byte| byte == separator).count())
        .filter(|separator| heading.as_bytes().contains(separator))
        .unwrap_or(b',')
}

/// A table while it is read.
struct Table<'a> {
    file: &'a str,
    /// Where each column stands.
    columns: HashMap<Column, usize>,
    width: usize,
    /// In the order of their first rows.
    series: Vec<(OwnSeries, BTreeMap<i16, String>)>,
    faults: Vec<Fault>,
    rows: usize,
}

impl<'a> Table<'a> {
    fn new(file: &'a str, heading: &csv::StringRecord) -> Result<Self, Vec<Fault>> {
        let mut columns = HashMap::new();
        let mut faults = Vec::new();
        let at = heading.position().map(line);
        for (index, name) in heading.iter().enumerate() {
            let name = name.to_lowercase();
            let column = Column::ALL.into_iter().find(|column| column.name() == name);
            let wrong = match column {
                Some(column) if columns.insert(column, index).is_some() => {
                    Wrong::ColumnTwice(column.name())
                }
                Some(_) => continue,
                None if name.is_empty() => continue,
                None => Wrong::ColumnUnknown(name.clone()),
            };
            faults.push(Fault {
                line: at,
                column: Some((index + 1, name)),
                wrong,
            });
        }
        for column in Column::NEEDED {
            if !columns.contains_key(&column) {
                let wrong = Wrong::ColumnMissing(column.name());
                faults.push(Fault {
                    line: at,
                    column: None,
                    wrong,
                });
            }
        }
        if faults.is_empty() {
            Ok(Self {
                file,
                columns,
                width: heading.len(),
                series: Vec::new(),
                faults,
                rows: 0,
            })
        } else {
            Err(faults)
        }
    }

    fn row(&mut self, record: &csv::StringRecord) {
        if record.iter().all(str::is_empty) {
            return;
        }
        self.rows += 1;
        let at = record.position().map(line);
        if record.iter().skip(self.width).any(|cell| !cell.is_empty()) {
            let column = Some((self.width + 1, String::new()));
            self.faults.push(Fault {
                line: at,
                column,
                wrong: Wrong::TooManyCells,
            });
            return;
        }
        let before = self.faults.len();
        let row = Row {
            table: self,
            record,
            at,
        };
        if let Some(read) = row.read()
            && self.faults.len() == before
        {
            self.add(at, read);
        }
    }

    fn fault(&mut self, at: Option<usize>, column: Column, wrong: Wrong) {
        let number = self.columns.get(&column).map_or(0, |index| index + 1);
        let column = Some((number, column.name().to_owned()));
        self.faults.push(Fault {
            line: at,
            column,
            wrong,
        });
    }

    fn add(&mut self, at: Option<usize>, read: Read) {
        let Read {
            name,
            topic,
            unit,
            point,
            source,
        } = read;
        let same = |text: &str| Localized::new(text, text, text);
        let known = (self.series.iter()).position(|(own, _)| own.series.name == same(&name));
        let index = known.unwrap_or_else(|| {
            let number = self.series.len() + 1;
            let own = OwnSeries {
                file: self.file.to_owned(),
                series: Series {
                    id: format!("own-{}-{number}", slug(self.file)),
                    topic,
                    name: same(&name),
                    unit: same(&unit),
                    about: same(self.file),
                    citations: Vec::new(),
                    points: Vec::new(),
                    gaps: Vec::new(),
                },
                sources: Vec::new(),
            };
            self.series.push((own, BTreeMap::new()));
            self.series.len() - 1
        });
        let (own, sources) = &mut self.series[index];
        if own.series.topic != topic || own.series.unit != same(&unit) {
            self.fault(at, Column::Unit, Wrong::Mixed(name));
        } else if sources.insert(point.year, source).is_some() {
            self.fault(at, Column::Year, Wrong::YearTwice(name));
        } else {
            own.series.points.push(point);
        }
    }

    fn finish(mut self) -> Result<Vec<OwnSeries>, Vec<Fault>> {
        if self.rows == 0 && self.faults.is_empty() {
            self.faults.push(Fault {
                line: None,
                column: None,
                wrong: Wrong::NoRows,
            });
        }
        if !self.faults.is_empty() {
            return Err(self.faults);
        }
        let series = self.series.into_iter().map(|(mut own, sources)| {
            own.series.points.sort_by_key(|point| point.year);
            own.sources = sources.into_values().collect();
            own
        });
        Ok(series.collect())
    }
}

/// The letters of a file's name that may stand in an id.
fn slug(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let words: Vec<String> = stem
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    if words.is_empty() {
        "table".to_owned()
    } else {
        words.join("-")
    }
}
