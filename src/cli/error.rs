//! Why a command failed, and the exit code that says so.

use crate::dataset::Problems;

/// The data or the request is wrong.
const WRONG: u8 = 1;
/// The arguments are not understood.
pub const USAGE: u8 = 2;
/// No window could be opened.
const NO_WINDOW: u8 = 3;

/// Why a command failed. The texts are whole sentences in the reader's language.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The data set is wrong; the heading comes before the list of problems.
    #[error("{heading}\n{problems}")]
    Data { heading: String, problems: Problems },
    /// What was asked for does not exist, or cannot be written.
    #[error("{0}")]
    Request(String),
    /// An argument cannot be understood.
    #[error("{0}")]
    Usage(String),
    /// There is no window, nor a picture in its place.
    #[error("{0}")]
    Window(String),
}

impl CliError {
    /// The exit code of the process.
    #[must_use]
    pub const fn code(&self) -> u8 {
        match self {
            Self::Data { .. } | Self::Request(_) => WRONG,
            Self::Usage(_) => USAGE,
            Self::Window(_) => NO_WINDOW,
        }
    }
}
