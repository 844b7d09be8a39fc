//! Time: days, half-open periods, and dates that know how well they are known.
//!
//! Days are proleptic Gregorian. A historical date is written in a subset of EDTF level 1
//! (ISO 8601-2:2019): `1945-08-28`, `1905-10`, `1855`, `187X` (a decade), `1875-23` (a season:
//! 21 spring, 22 summer, 23 autumn, 24 winter), each with `~` (approximate), `?` (uncertain) or
//! `%` (both) behind it.

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;

/// A day, counted from 1 January 1970 (day 0), proleptic Gregorian, years 1 to 9999.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(i32);

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

impl Day {
    /// The first and last day that can be written with four digits of year.
    pub const MIN: Self = Self(-719_162);
    /// See [`Day::MIN`].
    pub const MAX: Self = Self(2_932_896);

    /// The day of a calendar date, or `None` where there is no such date.
    #[must_use]
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::from_date)
    }

    fn from_date(date: Date) -> Self {
        Self(EPOCH.until(date).map_or(0, |span| span.get_days()))
    }

    fn date(self) -> Date {
        EPOCH
            .checked_add(jiff::Span::new().days(self.0))
            .unwrap_or(EPOCH)
    }

    /// A count of days since 1 January 1970, held within [`Day::MIN`] and [`Day::MAX`].
    #[must_use]
    pub fn from_number(days: i32) -> Self {
        Self(days).clamp(Self::MIN, Self::MAX)
    }

    /// Days since 1 January 1970.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, month (1 to 12) and day of the month (1 to 31).
    #[must_use]
    pub fn ymd(self) -> (i16, i8, i8) {
        let date = self.date();
        (date.year(), date.month(), date.day())
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i16 {
        self.date().year()
    }

    /// This many days later (or earlier), held within the range.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self::from_number(self.0.saturating_add(days))
    }

    /// This many months later; the 31st becomes the last day of a shorter month.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let (year, month, day) = self.ymd();
        let index = (i32::from(year) * 12 + i32::from(month) - 1).saturating_add(months);
        let target_year = index.div_euclid(12);
        let target_month = index.rem_euclid(12) + 1;
        let (Ok(year), Ok(month)) = (i16::try_from(target_year), i8::try_from(target_month)) else {
            return if months < 0 { Self::MIN } else { Self::MAX };
        };
        match Self::new(year, month, 1) {
            Some(first) => first.plus_days(i32::from(day.min(first.date().days_in_month()) - 1)),
            None if months < 0 => Self::MIN,
            None => Self::MAX,
        }
    }

    /// 1 January of this day's year.
    #[must_use]
    pub fn first_of_year(self) -> Self {
        Self::from_date(self.date().first_of_year())
    }

    /// 31 December of this day's year.
    #[must_use]
    pub fn last_of_year(self) -> Self {
        Self::from_date(self.date().last_of_year())
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn first_of_month(self) -> Self {
        Self::from_date(self.date().first_of_month())
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn last_of_month(self) -> Self {
        Self::from_date(self.date().last_of_month())
    }
}

impl fmt::Display for Day {
    /// ISO 8601: `1945-08-28`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The days from `from` up to, not including, `to`; open where `to` is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub from: Day,
    pub to: Option<Day>,
}

impl Period {
    /// From the first day of one date to the first day of another, or without end.
    #[must_use]
    pub fn between(from: HistoricalDate, to: Option<HistoricalDate>) -> Self {
        Self {
            from: from.first_day(),
            to: to.map(HistoricalDate::first_day),
        }
    }

    /// Whether the day lies in the period.
    #[must_use]
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day < to)
    }

    /// Whether two periods share a day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        other.to.is_none_or(|to| self.from < to) && self.to.is_none_or(|to| other.from < to)
    }
}

/// How finely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Precision {
    Day,
    Month,
    Season,
    Year,
    Decade,
}

impl Precision {
    /// The name used in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
        }
    }
}

/// How surely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Certainty {
    Exact,
    /// Near the written date (`~`).
    Approximate,
    /// Doubtful (`?`), or doubtful and only near (`%`).
    Uncertain,
}

impl Certainty {
    /// The name used in JSON output.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approximate => "approximate",
            Self::Uncertain => "uncertain",
        }
    }
}

/// A date as history knows it: a unit of time with its precision and certainty.
///
/// A change dated by such a date is drawn on the first day of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoricalDate {
    first: Day,
    precision: Precision,
    certainty: Certainty,
    /// `%` and `?` are both uncertain; this keeps the text as it was written.
    also_approximate: bool,
}

impl HistoricalDate {
    /// An exact day.
    #[must_use]
    pub const fn exact(day: Day) -> Self {
        Self {
            first: day,
            precision: Precision::Day,
            certainty: Certainty::Exact,
            also_approximate: false,
        }
    }

    /// The first day of the unit.
    #[must_use]
    pub const fn first_day(self) -> Day {
        self.first
    }

    /// The last day of the unit.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self.precision {
            Precision::Day => self.first,
            Precision::Month => self.first.last_of_month(),
            Precision::Season => self.first.plus_months(3).plus_days(-1),
            Precision::Year => self.first.last_of_year(),
            Precision::Decade => self.first.plus_months(120).plus_days(-1),
        }
    }

    /// How finely the date is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }

    /// How surely the date is known.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        self.certainty
    }
}

/// Why a text is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    #[error(
        "\"{0}\" is not a date; write it as 1945-08-28, 1945-08, 1945 or 194X, with ~ or ? behind it if it is not certain"
    )]
    Form(String),
    #[error("\"{0}\" does not exist in the calendar")]
    Calendar(String),
}

impl FromStr for HistoricalDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let trimmed = text.trim();
        let (body, certainty, also_approximate) = match trimmed.as_bytes().last() {
            Some(b'~') => (&trimmed[..trimmed.len() - 1], Certainty::Approximate, true),
            Some(b'?') => (&trimmed[..trimmed.len() - 1], Certainty::Uncertain, false),
            Some(b'%') => (&trimmed[..trimmed.len() - 1], Certainty::Uncertain, true),
            _ => (trimmed, Certainty::Exact, false),
        };
        let (first, precision) = parse_unit(body, trimmed)?;
        Ok(Self {
            first,
            precision,
            certainty,
            also_approximate,
        })
    }
}

fn parse_unit(body: &str, whole: &str) -> Result<(Day, Precision), DateError> {
    let form = || DateError::Form(whole.to_owned());
    let calendar = || DateError::Calendar(whole.to_owned());
    let digits = |part: &str, length: usize| -> Result<i16, DateError> {
        if part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit()) {
            part.parse().map_err(|_| form())
        } else {
            Err(form())
        }
    };
    if let Some(decade) = body.strip_suffix('X') {
        let first = Day::new(digits(decade, 3)? * 10, 1, 1).ok_or_else(calendar)?;
        return Ok((first, Precision::Decade));
    }
    let mut parts = body.split('-');
    let year = digits(parts.next().unwrap_or_default(), 4)?;
    let month = parts.next().map(|part| digits(part, 2)).transpose()?;
    let day = parts.next().map(|part| digits(part, 2)).transpose()?;
    if parts.next().is_some() {
        return Err(form());
    }
    let small = |number: i16| i8::try_from(number).map_err(|_| calendar());
    let (month, day, precision) = match (month, day) {
        (None, _) => (1, 1, Precision::Year),
        // A season is named by its number; the months are those of the northern hemisphere.
        (Some(season @ 21..=23), None) => ((season - 20) * 3, 1, Precision::Season),
        (Some(24), None) => (12, 1, Precision::Season),
        (Some(month), None) => (month, 1, Precision::Month),
        (Some(month), Some(day)) => (month, day, Precision::Day),
    };
    let first = Day::new(year, small(month)?, small(day)?).ok_or_else(calendar)?;
    Ok((first, precision))
}

impl fmt::Display for HistoricalDate {
    /// EDTF text; reading it again gives the same date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, _) = self.first.ymd();
        match self.precision {
            Precision::Day => write!(f, "{}", self.first)?,
            Precision::Month => write!(f, "{year:04}-{month:02}")?,
            Precision::Season => write!(f, "{year:04}-{:02}", 20 + month / 3)?,
            Precision::Year => write!(f, "{year:04}")?,
            Precision::Decade => write!(f, "{:03}X", year / 10)?,
        }
        f.write_str(match (self.certainty, self.also_approximate) {
            (Certainty::Exact, _) => "",
            (Certainty::Approximate, _) => "~",
            (Certainty::Uncertain, false) => "?",
            (Certainty::Uncertain, true) => "%",
        })
    }
}

#[cfg(test)]
mod tests;
