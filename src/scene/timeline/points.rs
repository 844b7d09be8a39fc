//! Figures of trade and of polls as points on the time axis.

use crate::dataset::Atlas;
use crate::model::date::{Day, HistoricalDate};
use crate::model::language::Language;
use crate::model::series::{Basis, Series, Topic};
use crate::state::dock::Track;
use crate::text::{Catalog, Key, format};

use super::super::charts::worded;

/// Who or what a point is about; each has a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Trade,
    /// What people in Russia think of Japan.
    Japan,
    /// What people in Japan think of Russia.
    Russia,
}

/// A figure on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The days in whose middle it stands: a year, a month or a day.
    pub from: Day,
    /// The first day after them.
    pub to: Day,
    /// From 0 to 1, the greatest figure of the track.
    pub share: f64,
    pub about: About,
    /// Whether one of the two texts states it; others come from further sources.
    pub is_stated: bool,
    /// The year or the date, and what the figure says.
    pub when: String,
    pub what: String,
}

/// The points of a track, in order of time; none for a track of another kind.
#[must_use]
pub fn points(atlas: &Atlas, track: Track, language: Language) -> Vec<Point> {
    let mut points = match track {
        Track::Trade => trade(atlas, language),
        Track::Polls => polls(atlas, language),
        Track::Events | Track::Lanes | Track::Relations => Vec::new(),
    };
    points.sort_by_key(|point| point.from);
    points
}

/// Billions of dollars in one unit of a series; `None` where it is not in dollars.
fn billions(series: &Series) -> Option<f64> {
    let unit = series.unit.get(Language::English);
    match unit {
        _ if !unit.contains("US dollars") => None,
        _ if unit.starts_with("billion") => Some(1.0),
        _ if unit.starts_with("million") => Some(1e-3),
        _ => None,
    }
}

/// Trade in both directions, in current dollars: one scale for all who counted it.
fn trade(atlas: &Atlas, language: Language) -> Vec<Point> {
    let catalog = Catalog::of(language);
    let totals = atlas
        .series
        .iter()
        .filter(|series| series.topic == Topic::Trade && series.id.contains("total"))
        .filter_map(|series| Some((series, billions(series)?)));
    let mut points = Vec::new();
    for (series, scale) in totals {
        for figure in &series.points {
            let Some(from) = Day::new(figure.year, 1, 1) else {
                continue;
            };
            let values = [
                ("name", series.name.get(language)),
                ("value", &worded(figure, language)),
                ("unit", series.unit.get(language)),
            ];
            points.push(Point {
                from,
                to: from.last_of_year().plus_days(1),
                share: figure.value * scale,
                about: About::Trade,
                is_stated: figure.basis != Basis::Beyond,
                when: format::year(language, figure.year),
                what: catalog.fill(Key::PointTrade, &values),
            });
        }
    }
    let most = points.iter().map(|point| point.share).fold(0.0, f64::max);
    if most > 0.0 {
        for point in &mut points {
            point.share /= most;
        }
    }
    points
}

/// The surveys about the other country as such, and which country that is; further ones ask about the
/// islands.
const OPINIONS: [(&str, About); 4] = [
    ("cabinet-office-affinity", About::Russia),
    ("pew-japan-russia", About::Russia),
    ("levada-japan", About::Japan),
    ("mofa-japan-image", About::Japan),
];

/// The shares of those who think well of the other country, of whole populations.
fn polls(atlas: &Atlas, language: Language) -> Vec<Point> {
    let catalog = Catalog::of(language);
    let percent = |value: f64| {
        let value = format::number(language, value, 1);
        catalog.fill(Key::Percent, &[("value", &value)])
    };
    let point =
        |date: HistoricalDate, value: f64, about, is_stated, subject: &str, answer: &str| {
            let values = [
                ("subject", subject),
                ("answer", answer),
                ("value", &percent(value)),
            ];
            Point {
                from: date.first_day(),
                to: date.last_day().plus_days(1),
                share: (value / 100.0).clamp(0.0, 1.0),
                about,
                is_stated,
                when: format::historical(language, date),
                what: catalog.fill(Key::PointPoll, &values),
            }
        };
    let mut points = Vec::new();
    // Of one poll the first row is of all who were asked, the following ones of parts of them.
    let mut above = None;
    for poll in &atlas.polls {
        let same = (&poll.pollster, poll.date, &poll.population);
        if above.replace(same) == Some(same) {
            continue;
        }
        let about = match poll.about.get(Language::English) {
            "view of Japan" => About::Japan,
            "view of Russia" => About::Russia,
            _ => continue,
        };
        let asked = [poll.population.get(language), poll.about.get(language)];
        let [population, about_whom] = asked;
        let subject = catalog.fill(
            Key::NamedValue,
            &[("name", population), ("value", about_whom)],
        );
        let subject = format!("{}, {subject}", poll.pollster);
        if let Some(value) = poll.favourable {
            let stated = poll.basis != Basis::Beyond;
            let answer = catalog.get(Key::Favourable);
            points.push(point(poll.date, value, about, stated, &subject, answer));
        }
    }
    for survey in &atlas.surveys {
        let Some((_, about)) = OPINIONS.iter().find(|(id, _)| *id == survey.id) else {
            continue;
        };
        let subject = survey.name.get(language);
        let answer = survey.favourable_label.get(language);
        for round in &survey.points {
            if let Some(value) = round.favourable {
                points.push(point(round.date, value, *about, false, subject, answer));
            }
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;

    #[test]
    fn points_stand_within_their_track_and_in_order() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let (first, last) = Atlas::range();
        for language in Language::ALL {
            for (track, least) in [(Track::Trade, 20), (Track::Polls, 20)] {
                let points = points(&atlas, track, language);
                assert!(points.len() >= least, "{track:?}: {}", points.len());
                assert!(points.windows(2).all(|pair| pair[0].from <= pair[1].from));
                for point in &points {
                    assert!((0.0..=1.0).contains(&point.share), "{point:?}");
                    assert!(first <= point.from && point.from < point.to && point.from <= last);
                    assert!(
                        !point.what.contains('{') && !point.when.is_empty(),
                        "{point:?}"
                    );
                }
                assert!(points.iter().any(|point| point.is_stated), "{track:?}");
            }
        }
        assert!(points(&atlas, Track::Lanes, Language::English).is_empty());
    }

    #[test]
    fn one_scale_holds_for_millions_and_billions() {
        let atlas = Atlas::load(&Origin::Embedded).unwrap();
        let points = points(&atlas, Track::Trade, Language::English);
        let at = |year: &str| {
            let mut of_year = points.iter().filter(|point| point.when == year);
            of_year.next().unwrap().share
        };
        // From millions in 1956 to billions in 1990 and more than thirty of them in the best years.
        assert!(at("1956") < 0.01 && at("1990") > 0.1 && at("1990") < 0.3);
        assert!(points.iter().any(|point| (point.share - 1.0).abs() < 1e-9));
    }
}
