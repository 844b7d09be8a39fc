//! The same view of other data: what the reader looks at when a data folder is opened or read again.

use crate::dataset::Atlas;

use super::ViewState;
use super::bookmark::Bookmarks;
use super::history::Moment;
use super::teaching::{Room, Teaching};
use super::view_state::{Look, Preset};

impl ViewState {
    /// The state with everything that points into one atlas pointing into another, found by its id;
    /// what is not there is let go. Lessons end, and there is nothing to go back to.
    #[must_use]
    pub fn moved(&self, from: &Atlas, to: &Atlas) -> Self {
        let moment = |moment: &Moment| move_moment(moment, from, to);
        let mut bookmarks = Bookmarks::default();
        for bookmark in self.bookmarks.all() {
            let moved = moment(&bookmark.moment);
            let is_whole = moved.selection.is_some() == bookmark.moment.selection.is_some();
            if is_whole {
                bookmarks.add(bookmark.name.clone(), moved);
            }
        }
        let now = moment(&self.moment());
        let room = self.teaching.room.filter(|room| *room == Room::Lessons);
        let mut state = Self::new(self.date, self.language);
        state.selection = now.selection;
        state.event = now.event;
        state.look = now.look;
        state.bookmarks = bookmarks;
        state.teaching = Teaching {
            room,
            ..Teaching::default()
        };
        state.region = to.frame.region;
        state.keep_choices(self);
        state
    }

    /// Takes over what points into no atlas.
    fn keep_choices(&mut self, from: &Self) {
        self.unit = from.unit;
        self.unit_chosen = from.unit_chosen;
        self.span = from.span;
        self.tracks_open = from.tracks_open;
        self.dock.clone_from(&from.dock);
        self.view = from.view;
        self.side_by_side = from.side_by_side;
        self.layers = from.layers;
        self.viewport = from.viewport;
        self.is_watched = from.is_watched;
        self.theme = from.theme;
        self.screen = from.screen;
        self.page = from.page;
        self.chart = from.chart;
    }
}

fn move_moment(moment: &Moment, from: &Atlas, to: &Atlas) -> Moment {
    let selection = moment.selection;
    let event = moment.event;
    Moment {
        selection: selection.and_then(|place| to.find_territory(&from.territory(place).id)),
        event: event.and_then(|event| {
            let id = &from.event(event).id;
            let found = to.events().find(|(_, known)| known.id == *id);
            found.map(|(index, _)| index)
        }),
        // A camera stands in kilometres of the region's own map.
        look: if from.frame.region == to.frame.region {
            moment.look
        } else {
            Look::At(Preset::Region)
        },
        ..*moment
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use crate::dataset::{Origin, template};
    use crate::model::date::Day;
    use crate::model::language::Language;
    use crate::state::Command;
    use crate::state::view_state::Look;

    use super::*;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    #[test]
    fn places_are_found_again_by_their_ids_and_let_go_where_they_are_not() {
        let mut state = ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::Japanese);
        let place = ATLAS.find_territory("iturup");
        let event = ATLAS.events().last().map(|(index, _)| index).unwrap();
        for command in [
            Command::OpenEvent(event),
            Command::Select(place),
            Command::AddBookmark,
            Command::Pan([40.0, 10.0]),
        ] {
            let _ = state.apply(&ATLAS, command);
        }
        let same = state.moved(&ATLAS, &ATLAS);
        assert_eq!(same.moment(), state.moment());
        assert_eq!(same.bookmarks, state.bookmarks);

        let folder = tempfile::tempdir().unwrap();
        for (name, text) in template::example() {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let other = Atlas::load(&Origin::Folder(folder.path().to_owned())).unwrap();
        let moved = state.moved(&ATLAS, &other);
        assert_eq!((moved.selection, moved.event), (None, None));
        assert!(moved.bookmarks.all().is_empty());
        assert_eq!(moved.look, Look::At(Preset::Region));
        assert_eq!((moved.date, moved.language), (state.date, state.language));
        assert_eq!(moved.region, other.frame.region);
    }
}
