//! What the window library says in its log alone: which renderer OpenGL has, and why it gave up.
//!
//! Both can be asked for only by code that the compiler does not check, or not at all. So the logger
//! of the program listens before it passes on what it is meant to show.

use std::sync::{Mutex, PoisonError};

use log::{Level, LevelFilter, Log, Metadata, Record, SetLoggerError};

/// Who names the renderer, and the words before it.
const NAMES: (&str, &str) = ("egui_glow::painter", "opengl renderer: ");
/// Who tells why the window is gone, and the words before it.
const ENDS: (&str, &str) = ("eframe::native::run", "Exiting because of error: ");

/// What has been heard since it was last forgotten.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Heard {
    /// The name of the renderer of OpenGL.
    pub renderer: Option<String>,
    /// Why the window library gave up.
    pub failure: Option<String>,
}

static HEARD: Mutex<Heard> = Mutex::new(Heard {
    renderer: None,
    failure: None,
});

impl Heard {
    /// What has been heard until now.
    pub fn now() -> Self {
        HEARD.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn forget() {
        *HEARD.lock().unwrap_or_else(PoisonError::into_inner) = Self::default();
    }

    fn listen(&mut self, target: &str, words: &str) {
        let after = |before: &str| {
            let line = words.lines().find_map(|line| line.strip_prefix(before))?;
            Some(line.trim().to_owned())
        };
        if target == NAMES.0 {
            self.renderer = after(NAMES.1).or(self.renderer.take());
        } else if target == ENDS.0 && self.failure.is_none() {
            // It may have several lines.
            self.failure = words.strip_prefix(ENDS.1).map(str::to_owned);
        }
    }
}

/// Makes a logger the one of the process, and listens to what goes by.
///
/// # Errors
/// When the process has a logger already.
pub fn listen(logger: Box<dyn Log>, level: LevelFilter) -> Result<(), SetLoggerError> {
    log::set_boxed_logger(Box::new(Listener(logger)))?;
    log::set_max_level(level);
    Ok(())
}

/// Lets everything be said that is worth hearing, until dropped.
pub(super) struct Attention(LevelFilter);

impl Attention {
    pub fn begin() -> Self {
        let usual = log::max_level();
        log::set_max_level(usual.max(LevelFilter::Debug));
        Self(usual)
    }
}

impl Drop for Attention {
    fn drop(&mut self) {
        log::set_max_level(self.0);
    }
}

struct Listener(Box<dyn Log>);

fn is_of_interest(metadata: &Metadata<'_>) -> bool {
    let (target, level) = (metadata.target(), metadata.level());
    (target == NAMES.0 && level == Level::Debug) || (target == ENDS.0 && level == Level::Error)
}

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        is_of_interest(metadata) || self.0.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if is_of_interest(record.metadata()) {
            let words = record.args().to_string();
            let mut heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
            heard.listen(record.target(), &words);
        }
        if self.0.enabled(record.metadata()) {
            self.0.log(record);
        }
    }

    fn flush(&self) {
        self.0.flush();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_renderer_and_the_failure_are_heard() {
        let mut heard = Heard::default();
        let words = "\nopengl version: 4.5 (Core Profile) Mesa 25.0\nopengl renderer: llvmpipe (LLVM 19)\nopengl vendor: Mesa";
        heard.listen("eframe", words);
        assert_eq!(heard, Heard::default(), "somebody else's words");
        heard.listen("egui_glow::painter", words);
        heard.listen("egui_glow::painter", "Shader header: none");
        assert_eq!(heard.renderer.as_deref(), Some("llvmpipe (LLVM 19)"));
        heard.listen("eframe::native::run", "Exiting because of error: no\nway");
        heard.listen("eframe::native::run", "Exiting because of error: again");
        assert_eq!(
            heard.failure.as_deref(),
            Some("no\nway"),
            "the first counts"
        );
    }
}
