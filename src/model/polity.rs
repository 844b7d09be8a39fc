//! Polities: the states and peoples that appear as holders.

use super::date::HistoricalDate;
use super::language::Localized;
use super::source::Citation;

/// The index of a polity in the atlas.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PolityIx(pub u16);

/// A family of successor states; it keeps one hue through all its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    Japan,
    Russia,
    Soviet,
    China,
    Manchukuo,
    Mongolia,
    Korea,
    UnitedStates,
    /// Peoples without a state of their own on the record: Ainu, Nivkh, Uilta.
    Indigenous,
    None,
}

impl Family {
    /// All families in the order in which a legend lists them.
    pub const ALL: [Self; 10] = [
        Self::Japan,
        Self::Russia,
        Self::Soviet,
        Self::China,
        Self::Manchukuo,
        Self::Mongolia,
        Self::Korea,
        Self::UnitedStates,
        Self::Indigenous,
        Self::None,
    ];

    /// The id used in the data.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Japan => "japan",
            Self::Russia => "russia",
            Self::Soviet => "soviet",
            Self::China => "china",
            Self::Manchukuo => "manchukuo",
            Self::Mongolia => "mongolia",
            Self::Korea => "korea",
            Self::UnitedStates => "usa",
            Self::Indigenous => "ainu",
            Self::None => "none",
        }
    }

    /// The family of an id in the data.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|family| family.id() == id)
    }
}

/// The colour of a state: the hue of its family in a shade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Shade {
    pub family: Family,
    pub tone: i8,
}

impl Polity {
    /// The colour of the state.
    #[must_use]
    pub const fn shade(&self) -> Shade {
        Shade {
            family: self.family,
            tone: self.tone,
        }
    }
}

/// A state, government or people.
#[derive(Clone, Debug)]
pub struct Polity {
    pub id: String,
    pub family: Family,
    /// A lighter (above 0) or darker (below 0) shade of the family's hue, for states of one family
    /// that stand side by side.
    pub tone: i8,
    pub name: Localized,
    /// A shorter name for legends and labels.
    pub short: Localized,
    pub from: HistoricalDate,
    pub to: Option<HistoricalDate>,
    pub citations: Vec<Citation>,
}
