//! What the screen asks of the file system, which it does not know itself.

use std::path::{Path, PathBuf};

/// A draft that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub path: PathBuf,
    /// `None` where it cannot be read.
    pub text: Option<String>,
}

/// The files of lessons that readers write.
pub trait LessonFiles {
    /// Keeps the draft of a lesson, so that it survives a crash; returns at once.
    fn keep_draft(&self, text: String);

    /// The draft that was kept.
    fn kept_draft(&self) -> Option<Kept>;

    /// Moves a file out of the way; returns where to.
    ///
    /// # Errors
    /// Why it could not be moved.
    fn keep_aside(&self, path: &Path) -> Result<PathBuf, String>;

    /// Saves a lesson, whole or not at all.
    ///
    /// # Errors
    /// Why it could not be saved, with the path.
    fn save(&self, path: &Path, text: &str) -> Result<(), String>;

    /// Where a lesson of this id may be saved.
    fn suggested(&self, id: &str) -> PathBuf;
}

/// No files: for pictures, and for screens in tests.
#[derive(Clone, Copy, Debug)]
pub struct NoFiles;

impl LessonFiles for NoFiles {
    fn keep_draft(&self, _text: String) {}

    fn kept_draft(&self) -> Option<Kept> {
        None
    }

    fn keep_aside(&self, path: &Path) -> Result<PathBuf, String> {
        Err(path.display().to_string())
    }

    fn save(&self, path: &Path, _text: &str) -> Result<(), String> {
        Err(path.display().to_string())
    }

    fn suggested(&self, id: &str) -> PathBuf {
        PathBuf::from(format!("{id}.kuril-lesson.json"))
    }
}
