//! The stretch of time that the dock shows, from all years down to a few days.
//!
//! Time is continuous here: a day is the interval from its number up to the next, so that the axis
//! can be zoomed smoothly and a day has a width of its own.

use crate::dataset::Atlas;
use crate::model::date::Day;

use super::view_state::Unit;

/// The shortest stretch the axis shows, in days.
pub const SHORTEST: f64 = 8.0;
/// From how many days on the plain arrows go by months, and by years.
const MONTHS_FROM: f64 = 150.0;
const YEARS_FROM: f64 = 6.0 * 365.25;

/// A stretch of time: where it begins and how long it is, in days; within the atlas.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Days since 1 January 1970, with fractions.
    start: f64,
    days: f64,
}

impl Default for Span {
    fn default() -> Self {
        Self::whole()
    }
}

impl Span {
    /// All of the atlas.
    #[must_use]
    pub fn whole() -> Self {
        let (first, last) = Atlas::range();
        Self {
            start: number(first),
            days: number(last) + 1.0 - number(first),
        }
    }

    /// From the first day to the last, both included.
    #[must_use]
    pub fn of(first: Day, last: Day) -> Self {
        let (first, last) = (first.min(last), first.max(last));
        Self::within(number(first), number(last) + 1.0 - number(first))
    }

    /// The stretch nearest to the wished one that lies in the atlas.
    fn within(start: f64, days: f64) -> Self {
        let whole = Self::whole();
        let days = days.clamp(SHORTEST, whole.days);
        let start = start.clamp(whole.start, whole.start + whole.days - days);
        Self { start, days }
    }

    /// How many days are shown.
    #[must_use]
    pub const fn days(self) -> f64 {
        self.days
    }

    /// The day at the left end.
    #[must_use]
    pub fn first(self) -> Day {
        day_at(self.start)
    }

    /// The day at the right end.
    #[must_use]
    pub fn last(self) -> Day {
        // The end itself belongs to the day after.
        day_at((self.start + self.days - 1e-6).max(self.start))
    }

    /// Where the beginning of a day lies: 0 at the left end, 1 at the right one, beyond outside.
    #[must_use]
    pub fn share(self, day: Day) -> f64 {
        (number(day) - self.start) / self.days
    }

    /// Where the middle of a day lies.
    #[must_use]
    pub fn middle(self, day: Day) -> f64 {
        (number(day) + 0.5 - self.start) / self.days
    }

    /// The day at a share of the axis, held within the atlas.
    #[must_use]
    pub fn day(self, share: f64) -> Day {
        let (first, last) = Atlas::range();
        day_at(self.start + share * self.days).clamp(first, last)
    }

    /// Whether a day is in sight.
    #[must_use]
    pub fn shows(self, day: Day) -> bool {
        (0.0..=1.0).contains(&self.middle(day))
    }

    /// Nearer by `factor` (farther when below 1); what lies at the share `about` stays there, unless
    /// the atlas ends.
    #[must_use]
    pub fn zoom(self, about: f64, factor: f64) -> Self {
        if !(factor.is_finite() && factor > 0.0 && about.is_finite()) {
            return self;
        }
        let days = (self.days / factor).clamp(SHORTEST, Self::whole().days);
        Self::within(self.start + about * (self.days - days), days)
    }

    /// Moved on by a share of its length (back when negative).
    #[must_use]
    pub fn pan(self, share: f64) -> Self {
        if share.is_finite() {
            Self::within(self.start + share * self.days, self.days)
        } else {
            self
        }
    }

    /// The same length, moved no more than needed for a day to be in sight with room beside it; a
    /// day far away comes to the middle.
    #[must_use]
    pub fn reveal(self, day: Day) -> Self {
        let at = self.middle(day);
        let target = match at {
            0.0..=1.0 => return self,
            1.0..2.0 => 0.15,
            -1.0..0.0 => 0.85,
            _ => 0.5,
        };
        self.pan(at - target)
    }

    /// The unit of the plain arrow keys at this zoom.
    #[must_use]
    pub fn unit(self) -> Unit {
        match self.days {
            days if days >= YEARS_FROM => Unit::Year,
            days if days >= MONTHS_FROM => Unit::Month,
            _ => Unit::Day,
        }
    }

    /// Whether all of the atlas is in sight.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.days >= Self::whole().days
    }
}

fn number(day: Day) -> f64 {
    f64::from(day.number())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "held within the range of days"
)]
fn day_at(number: f64) -> Day {
    Day::from_number(number.floor() as i32)
}

/// A stretch of time that is worth a look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stretch {
    All,
    /// From the first treaty to the return to relations: 1850 to 1925.
    Treaties,
    /// The war of 1904 and 1905.
    RussoJapaneseWar,
    /// Revolution, intervention and recognition: 1917 to 1925.
    Intervention,
    /// 1931 to 1945.
    Manchuria,
    /// August and September 1945.
    Summer1945,
    Since1945,
}

impl Stretch {
    /// All stretches, in the order of the menu and of the keys Alt+1 to Alt+7.
    pub const ALL: [Self; 7] = [
        Self::All,
        Self::Treaties,
        Self::RussoJapaneseWar,
        Self::Intervention,
        Self::Manchuria,
        Self::Summer1945,
        Self::Since1945,
    ];

    /// The stretch on the axis.
    #[must_use]
    pub fn span(self) -> Span {
        let (first, last) = match self {
            Self::All => return Span::whole(),
            Self::Treaties => ((1850, 1, 1), (1925, 12, 31)),
            Self::RussoJapaneseWar => ((1904, 1, 1), (1905, 12, 31)),
            Self::Intervention => ((1917, 1, 1), (1925, 12, 31)),
            Self::Manchuria => ((1931, 1, 1), (1945, 12, 31)),
            Self::Summer1945 => ((1945, 8, 1), (1945, 9, 30)),
            Self::Since1945 => ((1945, 1, 1), (2025, 12, 31)),
        };
        let day = |(year, month, day)| Day::new(year, month, day);
        match (day(first), day(last)) {
            (Some(first), Some(last)) => Span::of(first, last),
            _ => Span::whole(),
        }
    }
}
