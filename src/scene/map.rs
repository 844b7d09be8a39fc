//! How the map is filled on a day.

use crate::dataset::Atlas;
use crate::model::border::Border;
use crate::model::claim::ClaimKind;
use crate::model::control::{Holding, Kind};
use crate::model::date::Day;
use crate::model::language::Language;
use crate::model::place::TerritoryIx;
use crate::model::polity::{Family, PolityIx, Shade};
use crate::model::view::View;
use crate::scene::naming::Names;
use crate::text::{Catalog, Key, format};

/// Lines or dots drawn over a fill. Colour is never the only sign of a kind of control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    Plain,
    /// Occupied: lines rising to the right.
    Rising,
    /// Leased: lines falling to the right.
    Falling,
    /// Administered without settled sovereignty: level lines.
    Level,
    /// Joint possession: broad stripes of the second holder.
    Stripes,
    /// Protectorate: thin stripes of the protecting power.
    ThinStripes,
    /// Puppet state: crossed lines of the power behind it.
    Crossed,
    /// Undefined: dots on a pale fill.
    Dots,
    /// Claimed by another: broad stripes falling to the right, in the claimant's colour.
    Claim,
    /// Claimed by a second one: broad stripes rising to the right.
    OtherClaim,
}

impl Pattern {
    /// All patterns.
    pub const ALL: [Self; 10] = [
        Self::Plain,
        Self::Rising,
        Self::Falling,
        Self::Level,
        Self::Stripes,
        Self::ThinStripes,
        Self::Crossed,
        Self::Dots,
        Self::Claim,
        Self::OtherClaim,
    ];

    /// The pattern of a kind of control.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Sovereign => Self::Plain,
            Kind::Occupied => Self::Rising,
            Kind::Leased => Self::Falling,
            Kind::Administered => Self::Level,
            Kind::Joint => Self::Stripes,
            Kind::Protectorate => Self::ThinStripes,
            Kind::Puppet => Self::Crossed,
            Kind::Undefined => Self::Dots,
        }
    }
}

/// Parallel stripes, in tiles of the side [`Pattern::side`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Band {
    /// Rising to the right; the share of the tile it covers along a side.
    Rising(f32),
    /// Falling to the right.
    Falling(f32),
    Level(f32),
    /// A dot in the middle of the tile, with its radius.
    Dot(f32),
}

impl Band {
    /// Whether a point of the unit tile, from its upper left corner, belongs to it.
    #[must_use]
    pub fn covers(self, x: f32, y: f32) -> bool {
        let line = |position: f32, width: f32| position.rem_euclid(1.0) < width;
        match self {
            Self::Rising(width) => line(x + y, width),
            Self::Falling(width) => line(x - y, width),
            Self::Level(width) => line(y, width),
            Self::Dot(radius) => (x - 0.5).hypot(y - 0.5) < radius,
        }
    }
}

impl Pattern {
    /// What it is made of.
    #[must_use]
    pub const fn bands(self) -> &'static [Band] {
        match self {
            Self::Plain => &[],
            Self::Rising => &[Band::Rising(0.26)],
            Self::Falling => &[Band::Falling(0.26)],
            Self::Level => &[Band::Level(0.18)],
            Self::Stripes => &[Band::Rising(0.5)],
            Self::ThinStripes => &[Band::Falling(0.34)],
            Self::Crossed => &[Band::Rising(0.15), Band::Falling(0.15)],
            Self::Claim => &[Band::Falling(0.3)],
            Self::OtherClaim => &[Band::Rising(0.3)],
            Self::Dots => &[Band::Dot(0.19)],
        }
    }

    /// The side of its tile, in points; claims have broader stripes than kinds of control.
    #[must_use]
    pub const fn side(self) -> f32 {
        match self {
            Self::Claim | Self::OtherClaim => 16.0,
            _ => 8.0,
        }
    }
}

/// How one territory is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    pub shade: Shade,
    pub pattern: Pattern,
    /// The colour of the pattern; the neutral one where there is none.
    pub second: Option<Shade>,
}

impl Fill {
    /// The fill of a kind of control.
    #[must_use]
    pub fn of(atlas: &Atlas, holding: Holding) -> Self {
        let shade = |polity: PolityIx| atlas.polity(polity).shade();
        Self {
            shade: shade(holding.holder),
            pattern: Pattern::of(holding.kind),
            second: holding.with.or(holding.under).map(shade),
        }
    }

    /// Whether the fill is mixed with the colour of the land.
    #[must_use]
    pub const fn is_pale(self) -> bool {
        matches!(self.pattern, Pattern::Dots)
    }
}

/// The fills of all territories on a day as a view has them, in the order of the territories.
#[must_use]
pub fn fills(atlas: &Atlas, view: View, day: Day) -> Vec<Fill> {
    atlas
        .territories()
        .map(|(territory, _)| Fill::of(atlas, atlas.holding(view, territory, day)))
        .collect()
}

/// Who claims a territory on a day without holding it; the first claim first.
pub fn claimants(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
) -> impl Iterator<Item = PolityIx> {
    let holding = atlas.control.record(territory).at(day).holding;
    atlas
        .disputes
        .claims_on(territory, day)
        .filter(|claim| claim.kind == ClaimKind::Claimed)
        .map(|claim| claim.claimant)
        .filter(move |claimant| *claimant != holding.holder && Some(*claimant) != holding.with)
}

/// The colours of the claimants of all territories, in the order of the territories; claims are
/// drawn over control only, for a side's view is its claim. What peoples without a state claim is
/// told in words: hatching would say that a state stands behind it.
#[must_use]
pub fn claim_shades(atlas: &Atlas, view: View, day: Day) -> Vec<Vec<Shade>> {
    let shades = |territory| -> Vec<Shade> {
        if view != View::Control {
            return Vec::new();
        }
        let mut shades: Vec<Shade> = Vec::new();
        for claimant in claimants(atlas, territory, day) {
            let shade = atlas.polity(claimant).shade();
            if shade.family != Family::Indigenous && !shades.contains(&shade) {
                shades.push(shade);
            }
        }
        shades
    };
    atlas
        .territories()
        .map(|(territory, _)| shades(territory))
        .collect()
}

/// "claimed by Japan", for what [`claim_shades`] hatches.
#[must_use]
pub fn claim_tag(
    atlas: &Atlas,
    view: View,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Option<String> {
    if view != View::Control {
        return None;
    }
    let of_states = claimants(atlas, territory, day)
        .filter(|claimant| atlas.polity(*claimant).family != Family::Indigenous);
    claimed_by(atlas, of_states, language)
}

/// The name of a border line with the year it dates from.
#[must_use]
pub fn border_label(border: &Border, language: Language) -> String {
    let year = format::year(language, border.from.first_day().year());
    let values = [("name", border.name.get(language)), ("year", year.as_str())];
    Catalog::of(language).fill(Key::BorderLabel, &values)
}

/// Whether the Soviet Union speaks for Russia's side: from the Union treaty of 30 December 1922 to
/// the end of the Union on 26 December 1991.
#[must_use]
pub fn is_soviet(day: Day) -> bool {
    let (from, to) = (Day::new(1922, 12, 30), Day::new(1991, 12, 26));
    from.is_some_and(|from| from <= day) && to.is_some_and(|to| day < to)
}

/// The name of a view on a day, as the banner gives it.
#[must_use]
pub fn view_text(view: View, day: Day, language: Language) -> &'static str {
    let key = match view {
        View::Control => Key::ViewControl,
        View::Japan => Key::ViewJapan,
        View::Russia if is_soviet(day) => Key::ViewSoviet,
        View::Russia => Key::ViewRussia,
    };
    Catalog::of(language).get(key)
}

/// What a view is, and what it is not.
#[must_use]
pub fn view_note(view: View, language: Language) -> &'static str {
    let key = match view {
        View::Control => Key::ViewControlNote,
        View::Japan => Key::ViewJapanNote,
        View::Russia => Key::ViewRussiaNote,
    };
    Catalog::of(language).get(key)
}

/// Who holds a territory, in words: "Empire of Japan", "Russian Empire and Empire of Japan".
#[must_use]
pub fn holder_text(atlas: &Atlas, holding: Holding, language: Language) -> String {
    let catalog = Catalog::of(language);
    let name = |polity: PolityIx| atlas.polity(polity).name.get(language);
    match (holding.with, holding.under) {
        (Some(with), _) => catalog.fill(
            Key::HolderBoth,
            &[("first", name(holding.holder)), ("second", name(with))],
        ),
        (None, Some(under)) => catalog.fill(
            Key::HolderUnder,
            &[("holder", name(holding.holder)), ("power", name(under))],
        ),
        (None, None) => name(holding.holder).to_owned(),
    }
}

/// The name of a kind of control.
#[must_use]
pub fn kind_text(kind: Kind, language: Language) -> &'static str {
    let key = match kind {
        Kind::Sovereign => Key::KindSovereign,
        Kind::Occupied => Key::KindOccupied,
        Kind::Leased => Key::KindLeased,
        Kind::Puppet => Key::KindPuppet,
        Kind::Protectorate => Key::KindProtectorate,
        Kind::Joint => Key::KindJoint,
        Kind::Undefined => Key::KindUndefined,
        Kind::Administered => Key::KindAdministered,
    };
    Catalog::of(language).get(key)
}

/// What a screen reader says of a territory: "Iturup (Etorofu): held by Soviet Union, occupied;
/// claimed by Japan".
#[must_use]
pub fn spoken(atlas: &Atlas, territory: TerritoryIx, day: Day, names: Names) -> String {
    let language = names.language;
    let catalog = Catalog::of(language);
    let holding = atlas.control.record(territory).at(day).holding;
    let held = catalog.fill(
        Key::SpokenTerritory,
        &[
            ("place", names.place(atlas, territory, day)),
            ("holder", &holder_text(atlas, holding, language)),
            ("kind", kind_text(holding.kind, language)),
        ],
    );
    match claimed_text(atlas, territory, day, language) {
        Some(claimed) => format!("{held}; {claimed}"),
        None => held,
    }
}

/// "claimed by Japan", or nothing where nobody else claims the territory.
#[must_use]
pub fn claimed_text(
    atlas: &Atlas,
    territory: TerritoryIx,
    day: Day,
    language: Language,
) -> Option<String> {
    claimed_by(atlas, claimants(atlas, territory, day), language)
}

fn claimed_by(
    atlas: &Atlas,
    claimants: impl Iterator<Item = PolityIx>,
    language: Language,
) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    for claimant in claimants {
        let name = atlas.polity(claimant).short.get(language);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let names = format::list(language, &names);
    (!names.is_empty())
        .then(|| Catalog::of(language).fill(Key::ClaimedBy, &[("claimants", &names)]))
}
