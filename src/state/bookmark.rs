//! Views to come back to.

use std::sync::Arc;

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::text::format;

use super::history::Moment;

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
