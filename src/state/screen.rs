//! How the screen is dressed: themes, the colours of states, the size of the interface, motion,
//! panels. None of it is part of what is looked at, so that going back leaves it as it is.

use crate::model::language::Naming;

use super::panels::{Panel, Sizes};

/// The ground and the ink of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// Black on white, with stronger lines.
    Contrast,
}

impl Theme {
    /// All themes.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The id used in the settings and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }

    /// The theme of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }
}

/// The colours of states.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Palette {
    /// Those of a printed school atlas.
    #[default]
    Usual,
    /// Told apart by readers with any kind of colour blindness.
    Safe,
}

impl Palette {
    /// All palettes.
    pub const ALL: [Self; 2] = [Self::Usual, Self::Safe];

    /// The id used in the settings and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Safe => "safe",
        }
    }

    /// The palette of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|palette| palette.id() == id)
    }
}

/// All that decides colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Scheme {
    pub theme: Theme,
    pub palette: Palette,
}

impl Scheme {
    /// A theme with the usual colours of states.
    #[must_use]
    pub const fn usual(theme: Theme) -> Self {
        Self {
            theme,
            palette: Palette::Usual,
        }
    }

    /// Every theme with every palette.
    pub fn all() -> impl Iterator<Item = Self> {
        Theme::ALL.into_iter().flat_map(|theme| {
            Palette::ALL
                .into_iter()
                .map(move |palette| Self { theme, palette })
        })
    }
}

/// The size of the interface in percent of the system's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Scale(u16);

impl Default for Scale {
    fn default() -> Self {
        Self::USUAL
    }
}

impl Scale {
    /// As the system has it.
    pub const USUAL: Self = Self(100);

    /// The sizes that can be stepped through.
    pub const STEPS: [Self; 11] = [
        Self(80),
        Self(90),
        Self(100),
        Self(110),
        Self(125),
        Self(140),
        Self(160),
        Self(180),
        Self(200),
        Self(225),
        Self(250),
    ];

    /// The scale of so many percent; `None` outside 80 to 250.
    #[must_use]
    pub fn of(percent: u16) -> Option<Self> {
        (80..=250).contains(&percent).then_some(Self(percent))
    }

    /// Percent, 80 to 250.
    #[must_use]
    pub const fn percent(self) -> u16 {
        self.0
    }

    /// The factor, 0.8 to 2.5.
    #[must_use]
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }

    /// The next larger size, or the largest.
    #[must_use]
    pub fn larger(self) -> Self {
        let larger = Self::STEPS.into_iter().find(|step| *step > self);
        larger.unwrap_or(self)
    }

    /// The next smaller size, or the smallest.
    #[must_use]
    pub fn smaller(self) -> Self {
        let smaller = Self::STEPS.into_iter().rev().find(|step| *step < self);
        smaller.unwrap_or(self)
    }
}

/// The reader's choices for the screen, apart from the theme.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScreenState {
    pub palette: Palette,
    pub scale: Scale,
    /// Whether nothing moves or flashes by itself.
    pub reduce_motion: bool,
    /// Whether the inspector is open.
    pub inspector_open: bool,
    /// Whether the map fills the screen.
    pub map_alone: bool,
    /// In which language places are named.
    pub naming: Naming,
    /// Whether the date is told in the years of the Japanese eras too.
    pub eras: bool,
    /// Whether the hint of a first start is shown.
    pub hint_open: bool,
    /// Where the line between two compared dates stands: thousandths of the map's width.
    pub swipe: u16,
    /// The sizes of the panels.
    pub sizes: Sizes,
}

impl Default for ScreenState {
    fn default() -> Self {
        Self {
            palette: Palette::Usual,
            scale: Scale::default(),
            reduce_motion: false,
            inspector_open: true,
            map_alone: false,
            naming: Naming::Interface,
            eras: false,
            hint_open: false,
            swipe: 500,
            sizes: Sizes::default(),
        }
    }
}

/// A request to change the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenCommand {
    SetPalette(Palette),
    ShowHint(bool),
    /// Go to the other palette.
    NextPalette,
    Larger,
    Smaller,
    SetScale(Scale),
    ToggleMotion,
    ToggleInspector,
    /// Let the map fill the screen, or show the panels again.
    ToggleMapAlone,
    SetNaming(Naming),
    ToggleEras,
    /// Give a panel a size in points, or its usual one.
    Size(Panel, Option<u16>),
}

impl ScreenState {
    /// Changes the screen as the command says.
    pub fn apply(&mut self, command: ScreenCommand) {
        match command {
            ScreenCommand::SetPalette(palette) => self.palette = palette,
            ScreenCommand::ShowHint(open) => self.hint_open = open,
            ScreenCommand::NextPalette => {
                self.palette = match self.palette {
                    Palette::Usual => Palette::Safe,
                    Palette::Safe => Palette::Usual,
                }
            }
            ScreenCommand::Larger => self.scale = self.scale.larger(),
            ScreenCommand::Smaller => self.scale = self.scale.smaller(),
            ScreenCommand::SetScale(scale) => self.scale = scale,
            ScreenCommand::ToggleMotion => self.reduce_motion = !self.reduce_motion,
            ScreenCommand::ToggleInspector => self.inspector_open = !self.inspector_open,
            ScreenCommand::ToggleMapAlone => self.map_alone = !self.map_alone,
            ScreenCommand::SetNaming(naming) => self.naming = naming,
            ScreenCommand::ToggleEras => self.eras = !self.eras,
            ScreenCommand::Size(panel, size) => self.sizes.set(panel, size),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_step_between_their_ends_and_come_back() {
        let mut scale = Scale::default();
        for _ in 0..20 {
            scale = scale.larger();
        }
        assert_eq!(scale.percent(), 250);
        for _ in 0..20 {
            scale = scale.smaller();
        }
        assert_eq!(scale.percent(), 80);
        let odd = Scale::of(133).unwrap();
        assert_eq!(
            (odd.smaller().percent(), odd.larger().percent()),
            (125, 140)
        );
        for outside in [0, 79, 251, u16::MAX] {
            assert_eq!(Scale::of(outside), None);
        }
    }

    #[test]
    fn ids_lead_back() {
        for theme in Theme::ALL {
            assert_eq!(Theme::from_id(theme.id()), Some(theme));
        }
        for palette in Palette::ALL {
            assert_eq!(Palette::from_id(palette.id()), Some(palette));
        }
        assert_eq!(Scheme::all().count(), 6);
    }
}
