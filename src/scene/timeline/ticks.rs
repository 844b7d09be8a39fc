//! Marks on the time axis, from every fiftieth year down to every day.

use crate::model::date::Day;
use crate::model::language::Language;
use crate::state::time_axis::Span;
use crate::text::{date_words, format};

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// The mark stands at the beginning of this day.
    pub day: Day,
    /// The name of the unit that begins here; a mark between names has none.
    pub label: Option<String>,
}

/// A longer unit that gives the marks their meaning: the year above months, the month above days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Context {
    /// The first day of the unit, and the first after it.
    pub from: Day,
    pub to: Day,
    pub label: String,
}

/// All marks of an axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticks {
    pub ticks: Vec<Tick>,
    pub contexts: Vec<Context>,
    /// Whether a label names the whole unit up to the next mark and so stands in its middle.
    pub centred: bool,
}

/// Every how many years, months or days there is a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Years(i16),
    Months(i8),
    Days(i8),
}

/// From fine to coarse.
const GRAINS: [Grain; 11] = [
    Grain::Days(1),
    Grain::Days(5),
    Grain::Days(10),
    Grain::Months(1),
    Grain::Months(3),
    Grain::Years(1),
    Grain::Years(2),
    Grain::Years(5),
    Grain::Years(10),
    Grain::Years(20),
    Grain::Years(50),
];

/// The least distance between marks without a label, in points.
const MINOR_GAP: f64 = 6.0;

impl Grain {
    /// How many days lie between two marks, about.
    fn days(self) -> f64 {
        match self {
            Self::Years(years) => f64::from(years) * 365.25,
            Self::Months(months) => f64::from(months) * 30.44,
            Self::Days(days) => f64::from(days),
        }
    }

    /// The room a label needs with the space around it, in points.
    const fn room(self, language: Language) -> f64 {
        match (self, language) {
            (Self::Years(_), Language::Japanese) => 60.0,
            (Self::Years(_), _) => 44.0,
            (Self::Months(_), _) => 40.0,
            (Self::Days(_), Language::Japanese) => 38.0,
            (Self::Days(_), _) => 26.0,
        }
    }

    /// Whether a unit of this grain begins on the day.
    fn begins(self, day: Day) -> bool {
        let (year, month, date) = day.ymd();
        match self {
            Self::Years(years) => month == 1 && date == 1 && year % years == 0,
            Self::Months(months) => date == 1 && (month - 1) % months == 0,
            // The 30th stands too near to the next 1st.
            Self::Days(days) => days == 1 || date == 1 || (date % days == 0 && date < 30),
        }
    }

    /// The first day after `day` on which a smallest unit of the grain's kind begins.
    fn next(self, day: Day) -> Day {
        match self {
            Self::Years(_) => day.last_of_year().plus_days(1),
            Self::Months(_) => day.last_of_month().plus_days(1),
            Self::Days(_) => day.plus_days(1),
        }
    }

    /// Where to begin looking for marks so that a unit that began out of sight is found too.
    fn start(self, day: Day) -> Day {
        match self {
            Self::Years(_) => day.first_of_year(),
            Self::Months(_) => day.first_of_month(),
            Self::Days(_) => day,
        }
    }

    fn label(self, language: Language, day: Day) -> String {
        match self {
            Self::Years(_) if language == Language::Japanese => format::year(language, day.year()),
            Self::Years(_) => day.year().to_string(),
            Self::Months(_) => date_words::short_month(language, day),
            Self::Days(_) => date_words::day_of_month(language, day),
        }
    }

    const fn is_single(self) -> bool {
        matches!(self, Self::Years(1) | Self::Months(1) | Self::Days(1))
    }
}

/// The marks of a stretch of time on an axis so many points wide.
#[must_use]
pub fn ticks(span: Span, width: f32, language: Language) -> Ticks {
    let points_per_day = f64::from(width.max(1.0)) / span.days();
    let fits = |grain: &Grain| grain.days() * points_per_day >= grain.room(language);
    let named = GRAINS
        .into_iter()
        .position(|grain| fits(&grain))
        .unwrap_or(GRAINS.len() - 1);
    let grain = GRAINS[named];
    let minor = GRAINS[..named]
        .iter()
        .find(|grain| grain.days() * points_per_day >= MINOR_GAP);
    let walk = minor.copied().unwrap_or(grain);
    let mut marks = Vec::new();
    let mut day = walk.start(span.first());
    // A unit that began out of sight still wants its name.
    if grain.is_single() && !grain.begins(day) {
        let began = grain.start(day);
        marks.push(Tick {
            day: began,
            label: Some(grain.label(language, began)),
        });
    }
    while day <= span.last() {
        if grain.begins(day) {
            marks.push(Tick {
                day,
                label: Some(grain.label(language, day)),
            });
        } else if walk.begins(day) {
            marks.push(Tick { day, label: None });
        }
        let next = walk.next(day);
        if next <= day {
            break;
        }
        day = next;
    }
    Ticks {
        ticks: marks,
        contexts: contexts(grain, span, language),
        centred: grain.is_single(),
    }
}

fn contexts(grain: Grain, span: Span, language: Language) -> Vec<Context> {
    let unit = match grain {
        Grain::Years(_) => return Vec::new(),
        Grain::Months(_) => Grain::Years(1),
        Grain::Days(_) => Grain::Months(1),
    };
    let mut found = Vec::new();
    let mut from = unit.start(span.first());
    while from <= span.last() {
        let to = unit.next(from);
        let label = match unit {
            Grain::Months(_) => format::month(language, from),
            _ => format::year(language, from.year()),
        };
        found.push(Context { from, to, label });
        if to <= from {
            break;
        }
        from = to;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::HistoricalDate;
    use crate::state::time_axis::{SHORTEST, Stretch};

    fn day(text: &str) -> Day {
        text.parse::<HistoricalDate>().unwrap().first_day()
    }

    fn labels(span: Span, width: f32, language: Language) -> Vec<String> {
        ticks(span, width, language)
            .ticks
            .into_iter()
            .filter_map(|tick| tick.label)
            .collect()
    }

    #[test]
    fn labels_follow_zoom_and_language() {
        let august = Span::of(day("1945-08-24"), day("1945-09-02"));
        for (span, width, language, first, second) in [
            (Span::whole(), 1100.0, Language::English, "1800", "1810"),
            (
                Span::whole(),
                1100.0,
                Language::Japanese,
                "1800年",
                "1820年",
            ),
            (Span::whole(), 500.0, Language::English, "1800", "1850"),
            (
                Stretch::Intervention.span(),
                1100.0,
                Language::Russian,
                "1917",
                "1918",
            ),
            (
                Stretch::RussoJapaneseWar.span(),
                1100.0,
                Language::English,
                "Jan",
                "Feb",
            ),
            (
                Stretch::RussoJapaneseWar.span(),
                1100.0,
                Language::Russian,
                "янв.",
                "февр.",
            ),
            (
                Stretch::RussoJapaneseWar.span(),
                1100.0,
                Language::Japanese,
                "1月",
                "2月",
            ),
            (
                Stretch::Summer1945.span(),
                600.0,
                Language::English,
                "1",
                "5",
            ),
            (august, 1100.0, Language::Japanese, "24日", "25日"),
            (august, 1100.0, Language::Russian, "24", "25"),
        ] {
            let labels = labels(span, width, language);
            assert_eq!(labels[..2], [first, second], "{span:?} {width}");
        }
    }

    #[test]
    fn the_month_and_year_stand_over_days_and_months() {
        let summer = ticks(Stretch::Summer1945.span(), 1100.0, Language::English);
        let named: Vec<_> = summer
            .contexts
            .iter()
            .map(|context| context.label.as_str())
            .collect();
        assert_eq!(named, ["August 1945", "September 1945"]);
        let war = ticks(Stretch::RussoJapaneseWar.span(), 1100.0, Language::Japanese);
        let named: Vec<_> = war
            .contexts
            .iter()
            .map(|context| context.label.as_str())
            .collect();
        assert_eq!(named, ["1904年", "1905年"]);
        assert!(
            ticks(Span::whole(), 1100.0, Language::English)
                .contexts
                .is_empty()
        );
    }

    #[test]
    fn labels_never_crowd_and_never_fail_at_any_zoom() {
        for language in Language::ALL {
            let mut span = Span::whole();
            while span.days() > SHORTEST {
                for width in [300.0_f32, 760.0, 1090.0, 1700.0] {
                    let ticks = ticks(span, width, language);
                    let marks: Vec<_> = ticks
                        .ticks
                        .iter()
                        .filter(|tick| tick.label.is_some())
                        .collect();
                    assert!(!marks.is_empty(), "{span:?} {width}");
                    assert!(
                        ticks.ticks.len() < 600,
                        "{} marks at {span:?} {width}",
                        ticks.ticks.len()
                    );
                    for pair in marks.windows(2) {
                        let gap =
                            (span.share(pair[1].day) - span.share(pair[0].day)) * f64::from(width);
                        assert!(gap >= 21.0, "{gap} between {pair:?} at {width}");
                    }
                }
                span = span.zoom(0.63, 1.3);
            }
        }
    }

    #[test]
    fn marks_stand_in_order_and_once() {
        for stretch in Stretch::ALL {
            let ticks = ticks(stretch.span(), 1090.0, Language::English);
            assert!(
                ticks.ticks.windows(2).all(|pair| pair[0].day < pair[1].day),
                "{stretch:?}"
            );
        }
    }
}
