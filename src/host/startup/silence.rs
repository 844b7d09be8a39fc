//! Keeps the panics of the window library from the screen while the window opens.

use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

use super::Starting;

type Hook = dyn Fn(&PanicHookInfo<'_>) + Send + Sync;

/// Keeps panics of the start-up from the screen, and their text for an explanation.
pub(super) struct Silence {
    previous: Arc<Hook>,
    text: Arc<Mutex<Option<String>>>,
}

impl Silence {
    pub(super) fn keep(starting: &Starting) -> Self {
        let previous: Arc<Hook> = panic::take_hook().into();
        let text = Arc::new(Mutex::new(None));
        let (starting, known, kept) = (starting.clone(), Arc::clone(&previous), Arc::clone(&text));
        panic::set_hook(Box::new(move |info| {
            if starting.goes_on() {
                let text = info
                    .payload_as_str()
                    .unwrap_or("the window library gave up")
                    .to_owned();
                kept.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .get_or_insert(text);
            } else {
                known(info);
            }
        }));
        Self { previous, text }
    }

    /// Puts the former hook back and returns the text of the first silent panic.
    pub(super) fn end(self) -> Option<String> {
        let previous = self.previous;
        panic::set_hook(Box::new(move |info| previous(info)));
        self.text
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_panics_of_the_start_are_silent() {
        let starting = Starting::begin();
        let silence = Silence::keep(&starting);
        let text = "a panic of the start";
        let result = panic::catch_unwind(|| panic!("{text}"));
        assert!(result.is_err());
        assert_eq!(silence.end().as_deref(), Some(text));
    }
}
