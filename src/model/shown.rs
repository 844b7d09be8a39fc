//! What of the atlas can be shown: parts of the world, layers of the map, pages, charts.

use super::series::Topic;

use super::control::Kind;
use super::polity::PolityIx;

/// A line of the legend whose places stand out while the others fade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Highlight {
    /// What a state holds, alone, together with another, or through one.
    Holder(PolityIx),
    Kind(Kind),
    /// What a state claims and another holds.
    Claim(PolityIx),
    /// The towns held otherwise than the land around them.
    Towns,
}

/// A layer of the map that can be switched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Layer {
    Claims,
    Borders,
    Rights,
    Events,
    Names,
}

impl Layer {
    /// All layers, in the order of the menu.
    pub const ALL: [Self; 5] = [
        Self::Claims,
        Self::Borders,
        Self::Rights,
        Self::Events,
        Self::Names,
    ];

    /// The id used in lessons.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Claims => "claims",
            Self::Borders => "borders",
            Self::Rights => "rights",
            Self::Events => "events",
            Self::Names => "names",
        }
    }

    /// The layer of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|layer| layer.id() == id)
    }
}

/// Which layers are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Layers([bool; Layer::ALL.len()]);

impl Default for Layers {
    fn default() -> Self {
        Self([true; Layer::ALL.len()])
    }
}

impl Layers {
    /// These layers and no others.
    #[must_use]
    pub fn only(layers: &[Layer]) -> Self {
        Self(Layer::ALL.map(|layer| layers.contains(&layer)))
    }

    /// Whether a layer is on.
    #[must_use]
    pub const fn has(self, layer: Layer) -> bool {
        self.0[layer as usize]
    }

    /// Switches a layer.
    pub const fn toggle(&mut self, layer: Layer) {
        self.0[layer as usize] = !self.0[layer as usize];
    }
}

/// Which page of the inspector is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Page {
    #[default]
    Place,
    Year,
    Events,
    Charts,
    Sources,
}

impl Page {
    /// All pages, in the order of the tabs.
    pub const ALL: [Self; 5] = [
        Self::Place,
        Self::Year,
        Self::Events,
        Self::Charts,
        Self::Sources,
    ];

    /// The id used in lessons and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Year => "year",
            Self::Events => "events",
            Self::Charts => "charts",
            Self::Sources => "sources",
        }
    }

    /// The page of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|page| page.id() == id)
    }
}

/// A part of the world to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Preset {
    #[default]
    Region,
    Kurils,
    FourIslands,
    Sakhalin,
    Manchuria,
    FarEast,
}

impl Preset {
    /// All presets, in the order of the keys 1 to 6.
    pub const ALL: [Self; 6] = [
        Self::Region,
        Self::Kurils,
        Self::FourIslands,
        Self::Sakhalin,
        Self::Manchuria,
        Self::FarEast,
    ];

    /// The id used in lessons, in links and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Region => "region",
            Self::Kurils => "kurils",
            Self::FourIslands => "four-islands",
            Self::Sakhalin => "sakhalin",
            Self::Manchuria => "manchuria",
            Self::FarEast => "far-east",
        }
    }

    /// The preset of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.id() == id)
    }
}

/// A chart of the page of charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Chart {
    #[default]
    Trade,
    Polls,
    Population,
    Visits,
    /// The single numbers of the texts, as a table.
    Figures,
}

impl Chart {
    /// All charts, in the order of their choice.
    pub const ALL: [Self; 5] = [
        Self::Trade,
        Self::Polls,
        Self::Population,
        Self::Visits,
        Self::Figures,
    ];

    /// The id used in lessons and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Trade => "trade",
            Self::Polls => "polls",
            Self::Population => "population",
            Self::Visits => "visits",
            Self::Figures => "figures",
        }
    }

    /// The chart of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|chart| chart.id() == id)
    }

    /// The topic of its series; `None` where it draws none.
    #[must_use]
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Self::Trade => Some(Topic::Trade),
            Self::Population => Some(Topic::Population),
            Self::Visits => Some(Topic::Visits),
            Self::Polls | Self::Figures => None,
        }
    }

    /// The chart of a topic.
    #[must_use]
    pub const fn of(topic: Topic) -> Self {
        match topic {
            Topic::Trade => Self::Trade,
            Topic::Population => Self::Population,
            Topic::Visits => Self::Visits,
        }
    }
}
