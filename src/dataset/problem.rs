//! What is wrong with a data file, and where.

use std::collections::HashMap;
use std::fmt;

use super::files::Origin;
use super::locate;

/// One problem in a data file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the data folder.
    pub file: String,
    /// The place in the file, such as `control[3].phases[2].holder`; empty for the whole file.
    pub path: String,
    /// Counted from 1; `None` where the file could not be read.
    pub line: Option<usize>,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if !self.path.is_empty() {
            write!(f, ": {}", self.path)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// All problems of a data set, in order of file and line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Finds the lines of the problems of one text and puts them in order.
    #[must_use]
    pub fn of_text(text: &str, problems: Vec<Problem>) -> Self {
        Self::located(problems, |_| text.to_owned())
    }

    /// Finds the lines that are not known yet and puts the problems in order of file and line.
    #[must_use]
    pub fn sorted(origin: &Origin, problems: Vec<Problem>) -> Self {
        Self::located(problems, |name| origin.read(name).unwrap_or_default())
    }

    fn located(mut problems: Vec<Problem>, text_of: impl Fn(&str) -> String) -> Self {
        keep_first(&mut problems);
        let mut files: HashMap<String, Vec<usize>> = HashMap::new();
        for (index, problem) in problems.iter().enumerate() {
            if problem.line.is_none() {
                files.entry(problem.file.clone()).or_default().push(index);
            }
        }
        for (name, indices) in files {
            let text = text_of(&name);
            if text.is_empty() {
                continue;
            }
            let paths = indices.iter().map(|index| problems[*index].path.as_str());
            let lines = locate::lines_of(&text, &paths.collect::<Vec<_>>());
            for (index, line) in indices.into_iter().zip(lines) {
                problems[index].line = line;
            }
        }
        problems.sort_by(|a, b| {
            (&a.file, a.line, &a.path, &a.message).cmp(&(&b.file, b.line, &b.path, &b.message))
        });
        problems.dedup();
        Self(problems)
    }
}

/// More problems of a file than this are counted, not told.
const MOST_OF_A_FILE: usize = 1000;

/// Leaves out what is too much of any file, and says how much that is.
fn keep_first(problems: &mut Vec<Problem>) {
    if problems.len() <= MOST_OF_A_FILE {
        return;
    }
    let mut counts: HashMap<String, usize> = HashMap::new();
    problems.retain(|problem| {
        let count = counts.entry(problem.file.clone()).or_default();
        *count += 1;
        *count <= MOST_OF_A_FILE
    });
    for (file, count) in counts {
        if count > MOST_OF_A_FILE {
            problems.push(Problem {
                file,
                path: String::new(),
                line: None,
                message: format!("has {} more problems", count - MOST_OF_A_FILE),
            });
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        let count = self.0.len();
        write!(
            f,
            "{count} problem{} in the data",
            if count == 1 { "" } else { "s" }
        )
    }
}
