//! The sizes of the panels around the map.

/// A panel whose size the reader can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Panel {
    /// Right of the map; its width.
    Inspector,
    /// Below the map; its height.
    Dock,
    /// Left of the map; its width.
    Teaching,
}

impl Panel {
    /// All panels.
    pub const ALL: [Self; 3] = [Self::Inspector, Self::Dock, Self::Teaching];

    /// The id used in the settings.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Inspector => "inspector",
            Self::Dock => "dock",
            Self::Teaching => "teaching",
        }
    }
}

/// The sizes that the reader gave to panels, in points; a panel without one has its usual size. The
/// window bounds them anew whenever they are used: a size is kept for larger windows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Sizes([Option<u16>; Panel::ALL.len()]);

impl Sizes {
    /// Less is no panel, more is no screen; in points.
    const LIMITS: [u16; 2] = [80, 8000];

    /// The size of a panel, in points.
    #[must_use]
    pub const fn of(&self, panel: Panel) -> Option<u16> {
        self.0[panel as usize]
    }

    /// Gives a panel a size in points, or its usual one.
    pub fn set(&mut self, panel: Panel, size: Option<u16>) {
        let [least, most] = Self::LIMITS;
        self.0[panel as usize] = size.map(|size| size.clamp(least, most));
    }
}

/// How large a panel is, and how large it may be, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extent {
    pub usual: f32,
    pub least: f32,
    pub most: f32,
}

impl Extent {
    /// The size to draw a panel with. Where the window is too small for the least size, the greatest
    /// one holds.
    #[must_use]
    pub fn size(&self, sizes: &Sizes, panel: Panel) -> f32 {
        let wanted = sizes.of(panel).map_or(self.usual, f32::from);
        wanted.max(self.least).min(self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_kept_within_what_the_window_leaves() {
        let mut sizes = Sizes::default();
        let extent = Extent {
            usual: 372.0,
            least: 280.0,
            most: 500.0,
        };
        let tight = Extent {
            most: 250.0,
            ..extent
        };
        for (given, wide, narrow) in [
            (None, 372.0, 250.0),
            (Some(420), 420.0, 250.0),
            (Some(100), 280.0, 250.0),
            (Some(u16::MAX), 500.0, 250.0),
        ] {
            sizes.set(Panel::Inspector, given);
            for (extent, size) in [(extent, wide), (tight, narrow)] {
                let got = extent.size(&sizes, Panel::Inspector);
                assert!((got - size).abs() < 1e-3, "{given:?}: {got}");
            }
        }
        assert_eq!(sizes.of(Panel::Dock), None, "the others keep theirs");
        sizes.set(Panel::Inspector, Some(0));
        assert_eq!(sizes.of(Panel::Inspector), Some(80));
    }
}
