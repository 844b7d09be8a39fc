//! Views to come back to.

use std::fmt;
use std::sync::Arc;

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::text::format;

use super::history::Moment;

/// The most bytes of a name that a reader gives; longer ones end at a letter before.
const LONGEST_NAME: usize = 120;

/// A name that a reader gives a bookmark, within a command.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct BookmarkName {
    bytes: [u8; LONGEST_NAME],
    length: u8,
}

impl BookmarkName {
    /// A text without the spaces around it, shortened to what a name may hold.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text = text.trim();
        let end = text.floor_char_boundary(LONGEST_NAME);
        let mut bytes = [0; LONGEST_NAME];
        bytes[..end].copy_from_slice(&text.as_bytes()[..end]);
        Self {
            bytes,
            length: u8::try_from(end).unwrap_or(u8::MAX),
        }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Debug for BookmarkName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.text(), formatter)
    }
}

/// A view with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Bookmark {
    pub name: String,
    pub moment: Moment,
}

/// The reader's bookmarks, in the order in which they were made. A copy costs nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bookmarks(Arc<Vec<Bookmark>>);

impl Bookmarks {
    /// All bookmarks.
    #[must_use]
    pub fn all(&self) -> &[Bookmark] {
        &self.0
    }

    /// Keeps a view under a name; a second bookmark of the same view takes the place of the first.
    pub fn add(&mut self, name: String, moment: Moment) {
        let all = Arc::make_mut(&mut self.0);
        all.retain(|known| known.moment != moment);
        all.push(Bookmark { name, moment });
    }

    /// Gives a bookmark another name; an empty one, or a position that is not there, does nothing.
    pub fn rename(&mut self, position: usize, name: BookmarkName) {
        if name.text().is_empty() || position >= self.0.len() {
            return;
        }
        if let Some(bookmark) = Arc::make_mut(&mut self.0).get_mut(position) {
            name.text().clone_into(&mut bookmark.name);
        }
    }

    /// Forgets a bookmark by its position; a position that is not there does nothing.
    pub fn remove(&mut self, position: usize) {
        let all = Arc::make_mut(&mut self.0);
        if position < all.len() {
            all.remove(position);
        }
    }
}

/// A name for a view: its date and place, "28 August 1945 · Iturup".
#[must_use]
pub fn name_of(atlas: &Atlas, moment: &Moment, language: Language) -> String {
    let date = format::day(language, moment.date);
    match moment.selection {
        Some(place) => format!("{date} · {}", atlas.territory(place).name.get(language)),
        None => date,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_cut_between_letters_only() {
        for (text, expected) in [
            ("  The landing ", "The landing".to_owned()),
            ("", String::new()),
            ("島", "島".to_owned()),
        ] {
            assert_eq!(BookmarkName::new(text).text(), expected);
        }
        // Three bytes each: forty fill the name.
        assert_eq!(BookmarkName::new(&"島".repeat(50)).text(), "島".repeat(40));
        assert_eq!(
            BookmarkName::new(&format!("a{}", "島".repeat(50))).text(),
            format!("a{}", "島".repeat(39))
        );
    }
}
