//! How the time dock is laid out: which tracks it shows and how high, how its lanes are ordered.

/// A track of the time dock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Track {
    Events,
    Lanes,
    Relations,
    Trade,
    Polls,
}

impl Track {
    /// All tracks, from top to bottom.
    pub const ALL: [Self; 5] = [
        Self::Events,
        Self::Lanes,
        Self::Relations,
        Self::Trade,
        Self::Polls,
    ];

    /// The id used in the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Lanes => "lanes",
            Self::Relations => "relations",
            Self::Trade => "trade",
            Self::Polls => "polls",
        }
    }

    /// The height of the track before the reader changes it, in points. The lanes take what the
    /// others leave; theirs is the least they are given.
    #[must_use]
    pub const fn usual(self) -> f32 {
        match self {
            Self::Lanes => 52.0,
            Self::Relations => 30.0,
            Self::Events | Self::Trade | Self::Polls => 20.0,
        }
    }

    /// The least and the greatest height, in points.
    #[must_use]
    pub const fn limits(self) -> [f32; 2] {
        match self {
            Self::Events => [18.0, 80.0],
            Self::Lanes => [26.0, 400.0],
            Self::Relations => [26.0, 90.0],
            Self::Trade | Self::Polls => [18.0, 120.0],
        }
    }
}

/// By what the lanes stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Grouping {
    #[default]
    None,
    Region,
    /// By who holds the territories on the date that is shown.
    Holder,
}

impl Grouping {
    /// All groupings.
    pub const ALL: [Self; 3] = [Self::None, Self::Region, Self::Holder];

    /// The id used in the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Region => "region",
            Self::Holder => "holder",
        }
    }
}

/// In what order the lanes stand, within their group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// From the Kurils by way of Sakhalin to the mainland.
    #[default]
    Geography,
    /// Those that changed hands most often first.
    Changes,
    Name,
}

impl Order {
    /// All orders.
    pub const ALL: [Self; 3] = [Self::Geography, Self::Changes, Self::Name];

    /// The id used in the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Geography => "geography",
            Self::Changes => "changes",
            Self::Name => "name",
        }
    }
}

/// Which lanes there are, and how they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Sorting {
    pub grouping: Grouping,
    pub order: Order,
    /// Every territory has a lane, or the most telling ones and the chosen one.
    pub every: bool,
}

/// How the time dock is laid out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dock {
    shown: [bool; Track::ALL.len()],
    heights: [f32; Track::ALL.len()],
    pub sorting: Sorting,
    /// Lanes high enough for a finger.
    pub roomy: bool,
}

/// A request to lay out the dock otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum DockCommand {
    /// Show a track or hide it.
    Toggle(Track),
    /// Give a track a height in points.
    Resize(Track, f32),
    Group(Grouping),
    Sort(Order),
    /// A lane for every territory, or for the most telling ones.
    Every(bool),
    /// Lanes high enough for a finger, or as many as fit.
    Roomy(bool),
    /// As on the first start.
    Reset,
}

impl Default for Dock {
    fn default() -> Self {
        Self {
            shown: [true; Track::ALL.len()],
            heights: Track::ALL.map(Track::usual),
            sorting: Sorting::default(),
            roomy: false,
        }
    }
}

impl Dock {
    /// Whether a track is shown.
    #[must_use]
    pub const fn shows(&self, track: Track) -> bool {
        self.shown[track as usize]
    }

    /// Carries out a command.
    pub fn apply(&mut self, command: DockCommand) {
        match command {
            DockCommand::Toggle(track) => self.toggle(track),
            DockCommand::Resize(track, height) => self.resize(track, height),
            DockCommand::Group(grouping) => self.sorting.grouping = grouping,
            DockCommand::Sort(order) => self.sorting.order = order,
            DockCommand::Every(every) => self.sorting.every = every,
            DockCommand::Roomy(roomy) => self.roomy = roomy,
            DockCommand::Reset => *self = Self::default(),
        }
    }

    /// Shows a track or hides it.
    pub const fn toggle(&mut self, track: Track) {
        self.shown[track as usize] = !self.shown[track as usize];
    }

    /// The height the reader gave a track, in points.
    #[must_use]
    pub const fn height(&self, track: Track) -> f32 {
        self.heights[track as usize]
    }

    /// Gives a track a height in points, within its limits; what is no number changes nothing.
    pub fn resize(&mut self, track: Track, height: f32) {
        let [least, most] = track.limits();
        if height.is_finite() {
            self.heights[track as usize] = height.clamp(least, most);
        }
    }

    /// The heights of the shown tracks, from top to bottom, in `room` points. The lanes take what
    /// the others leave; where that is too little, all shrink alike. Without lanes the others grow.
    #[must_use]
    pub fn heights(&self, room: f32) -> Vec<(Track, f32)> {
        let shown = Track::ALL.into_iter().filter(|track| self.shows(*track));
        let mut heights: Vec<(Track, f32)> = shown
            .map(|track| (track, self.heights[track as usize]))
            .collect();
        let others: f32 = heights
            .iter()
            .filter(|(track, _)| *track != Track::Lanes)
            .map(|(_, height)| height)
            .sum();
        let least = Track::Lanes.usual();
        let has_lanes = self.shows(Track::Lanes);
        if has_lanes && room - others >= least {
            for (track, height) in &mut heights {
                if *track == Track::Lanes {
                    *height = room - others;
                }
            }
            return heights;
        }
        let wanted = others + if has_lanes { least } else { 0.0 };
        let share = if wanted > 0.0 {
            room.max(0.0) / wanted
        } else {
            0.0
        };
        for (track, height) in &mut heights {
            *height = share
                * if *track == Track::Lanes {
                    least
                } else {
                    *height
                };
        }
        heights
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn total(dock: &Dock, room: f32) -> f32 {
        dock.heights(room).iter().map(|(_, height)| height).sum()
    }

    #[test]
    fn the_tracks_fill_their_room_whatever_is_shown() {
        for hidden in 0..1 << Track::ALL.len() {
            let mut dock = Dock::default();
            for track in Track::ALL {
                if hidden & (1 << track as usize) != 0 {
                    dock.toggle(track);
                }
            }
            for room in [0.0, 60.0, 150.0, 196.0, 420.0, 900.0] {
                let some = Track::ALL.into_iter().any(|track| dock.shows(track));
                let expected = if some { room } else { 0.0 };
                assert!(
                    (total(&dock, room) - expected).abs() < 0.01,
                    "{hidden:b} {room}"
                );
                assert!(dock.heights(room).iter().all(|(_, height)| *height >= 0.0));
            }
        }
    }

    #[test]
    fn a_track_keeps_its_height_while_the_lanes_give_way() {
        let mut dock = Dock::default();
        dock.resize(Track::Trade, 70.0);
        let find = |dock: &Dock, wanted| {
            let heights = dock.heights(300.0);
            heights
                .iter()
                .find(|(track, _)| *track == wanted)
                .unwrap()
                .1
        };
        assert!((find(&dock, Track::Trade) - 70.0).abs() < 0.01);
        assert!((find(&dock, Track::Lanes) - (300.0 - 20.0 - 30.0 - 70.0 - 20.0)).abs() < 0.01);
    }

    #[test]
    fn commands_change_what_they_name_and_reset_undoes_them() {
        let mut dock = Dock::default();
        for command in [
            DockCommand::Toggle(Track::Polls),
            DockCommand::Resize(Track::Events, 44.0),
            DockCommand::Group(Grouping::Holder),
            DockCommand::Sort(Order::Changes),
            DockCommand::Every(true),
            DockCommand::Roomy(true),
        ] {
            let before = dock;
            dock.apply(command);
            assert_ne!(dock, before, "{command:?}");
        }
        assert!(!dock.shows(Track::Polls) && dock.shows(Track::Trade));
        dock.apply(DockCommand::Reset);
        assert_eq!(dock, Dock::default());
    }

    #[test]
    fn heights_stay_within_their_limits() {
        let mut dock = Dock::default();
        for (asked, got) in [(5.0, 18.0), (1e9, 120.0), (50.0, 50.0), (f32::NAN, 50.0)] {
            dock.resize(Track::Polls, asked);
            assert!((dock.height(Track::Polls) - got).abs() < 0.01, "{asked}");
        }
    }
}
