//! Two dates beside each other: one is held fast, the other is the date of the atlas.

use crate::model::date::Day;

use super::view_state::{Page, ViewState};

/// How two dates share the room of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum By {
    /// Two maps beside each other.
    #[default]
    Split,
    /// One map, parted by a line that can be moved.
    Swipe,
}

impl By {
    /// All ways.
    pub const ALL: [Self; 2] = [Self::Split, Self::Swipe];

    /// The id used in links and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Swipe => "swipe",
        }
    }

    /// The way of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}

/// A comparison with the date of the atlas, which stands on the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Compare {
    /// The date on the left.
    pub with: Day,
    pub by: By,
}

/// A request to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareCommand {
    /// Hold the date of the atlas fast on the left; where one is held, let it go.
    Toggle,
    /// Hold a date fast on the left.
    With(Day),
    Show(By),
    /// Exchange the two dates.
    Swap,
    /// Move the line between the dates: a share of the map's width in thousandths, 50 to 950.
    MoveLine(u16),
}

impl ViewState {
    pub(super) fn compare_as(&mut self, command: CompareCommand) {
        match command {
            CompareCommand::Toggle if self.compare.is_some() => self.compare = None,
            CompareCommand::Toggle => self.begin_to_compare(self.date),
            CompareCommand::With(day) => self.begin_to_compare(day),
            CompareCommand::Show(by) => {
                let with = self.compare.map_or(self.date, |compare| compare.with);
                self.begin_to_compare(with);
                self.compare = Some(Compare { with, by });
            }
            CompareCommand::Swap => {
                if let Some(Compare { with, by }) = self.compare {
                    let date = self.date;
                    self.set_date(with);
                    self.compare = Some(Compare { with: date, by });
                }
            }
            CompareCommand::MoveLine(share) => self.screen.swipe = share.clamp(50, 950),
        }
    }

    fn begin_to_compare(&mut self, with: Day) {
        let by = self.compare.map_or(By::Split, |compare| compare.by);
        self.compare = Some(Compare { with, by });
        self.side_by_side = false;
        self.page = Page::Year;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::dataset::{Atlas, Origin};
    use crate::model::language::Language;
    use crate::state::{Command, link};

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn state() -> ViewState {
        ViewState::new(Day::new(1930, 12, 31).unwrap(), Language::English)
    }

    fn send(state: &mut ViewState, command: CompareCommand) {
        let _ = state.apply(&ATLAS, Command::Compare(command));
    }

    #[test]
    fn a_date_is_held_fast_while_time_goes_on() {
        let mut state = state();
        let first = state.date;
        send(&mut state, CompareCommand::Toggle);
        let _ = state.apply(&ATLAS, Command::Step(16));
        assert_eq!(state.compare.map(|compare| compare.with), Some(first));
        assert_eq!(state.date.to_string(), "1946-12-31");
        send(&mut state, CompareCommand::Swap);
        assert_eq!(state.date, first);
        assert_eq!(
            state.compare.map(|compare| compare.with.to_string()),
            Some("1946-12-31".to_owned())
        );
        send(&mut state, CompareCommand::Show(By::Swipe));
        assert_eq!(state.compare.map(|compare| compare.by), Some(By::Swipe));
        send(&mut state, CompareCommand::Toggle);
        assert_eq!(state.compare, None);
    }

    #[test]
    fn a_comparison_can_be_gone_back_from_and_linked_to() {
        let mut state = state();
        send(&mut state, CompareCommand::Show(By::Swipe));
        let _ = state.apply(&ATLAS, Command::Last);
        let link = link::write(&ATLAS, &state.moment());
        assert_eq!(link, "kuril-atlas://2025-12-31?compare=1930-12-31&by=swipe");
        assert_eq!(link::read(&ATLAS, &link), Ok(state.moment()));
        let _ = state.apply(&ATLAS, Command::Back);
        let _ = state.apply(&ATLAS, Command::Back);
        assert_eq!(state.compare, None);
        for wrong in ["compare=1500", "compare=soon", "by=magic"] {
            let link = format!("kuril-atlas://1930?{wrong}");
            assert!(link::read(&ATLAS, &link).is_err(), "{wrong}");
        }
    }

    #[test]
    fn both_sides_and_two_dates_exclude_each_other() {
        let mut state = state();
        let _ = state.apply(&ATLAS, Command::SideBySide(true));
        send(&mut state, CompareCommand::Toggle);
        assert!(!state.side_by_side);
        let _ = state.apply(&ATLAS, Command::SideBySide(true));
        assert_eq!(state.compare, None);
        send(&mut state, CompareCommand::MoveLine(2000));
        assert_eq!(state.screen.swipe, 950);
    }
}
