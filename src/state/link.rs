//! A view as a short text: `kuril-atlas://1945-08-28?view=japan&place=iturup`.
//!
//! The text names the date and whatever differs from a first start. Reading it gives the
//! [`Moment`] back; what a later version may add is passed over.

use std::fmt::Write as _;

use crate::dataset::Atlas;
use crate::geometry::Camera;
use crate::model::date::{DateError, Day, HistoricalDate};
use crate::model::view::View;

use super::compare::{By, Compare};
use super::history::Moment;
use super::time_axis::Span;
use super::view_state::{Look, Preset, Unit, ViewState};

/// What every link begins with.
pub const SCHEME: &str = "kuril-atlas://";

/// The value of `view` for both sides' positions beside each other.
const SIDES: &str = "sides";

/// Why a text is no link into the atlas.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkError {
    #[error("a link begins with {SCHEME}, as in {SCHEME}1945-08-28")]
    Scheme,
    #[error("the link names no date: {0}")]
    Date(#[from] DateError),
    #[error("the atlas has no place \"{0}\"")]
    Place(String),
    #[error("the link's \"{0}\" cannot be \"{1}\"")]
    Value(String, String),
}

const fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Year => "year",
        Unit::Month => "month",
        Unit::Day => "day",
    }
}

/// The link to what is looked at.
#[must_use]
pub fn write(atlas: &Atlas, moment: &Moment) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    if moment.side_by_side {
        pairs.push(("view", SIDES.to_owned()));
    } else if moment.view != View::Control {
        pairs.push(("view", moment.view.id().to_owned()));
    }
    if let Some(Compare { with, by }) = moment.compare {
        pairs.push(("compare", with.to_string()));
        if by != By::Split {
            pairs.push(("by", by.id().to_owned()));
        }
    }
    if let Some(place) = moment.selection {
        pairs.push(("place", atlas.territory(place).id.clone()));
    }
    if let Some(event) = moment.event {
        pairs.push(("event", atlas.event(event).id.clone()));
    }
    if !moment.span.is_whole() {
        pairs.push((
            "time",
            format!("{},{}", moment.span.first(), moment.span.last()),
        ));
    }
    if moment.unit != moment.span.unit() {
        pairs.push(("step", unit_id(moment.unit).to_owned()));
    }
    match moment.look {
        Look::At(Preset::Region) => {}
        Look::At(preset) => pairs.push(("map", preset.id().to_owned())),
        Look::Free(Camera {
            center_km: [x, y],
            km_per_point,
        }) => {
            pairs.push(("map", format!("{x:.1},{y:.1},{km_per_point:.4}")));
        }
    }
    let mut link = format!("{SCHEME}{}", moment.date);
    for (index, (key, value)) in pairs.iter().enumerate() {
        let joint = if index == 0 { '?' } else { '&' };
        let _ = write!(link, "{joint}{key}={value}");
    }
    link
}

/// The command that opens what is looked at.
#[must_use]
pub fn command_line(atlas: &Atlas, moment: &Moment) -> String {
    let mut line = format!("kuril-atlas --date {}", moment.date);
    if moment.view != View::Control {
        let _ = write!(line, " --view {}", moment.view.id());
    }
    if let Some(Compare { with, by }) = moment.compare {
        let _ = write!(line, " --compare {with}");
        if by == By::Swipe {
            line.push_str(" --swipe");
        }
    }
    if let Some(place) = moment.selection {
        let _ = write!(line, " --select {}", atlas.territory(place).id);
    }
    line
}

/// What a link leads to.
///
/// # Errors
/// When the text is no link, or names what the atlas does not have.
pub fn read(atlas: &Atlas, text: &str) -> Result<Moment, LinkError> {
    let rest = text.trim().strip_prefix(SCHEME).ok_or(LinkError::Scheme)?;
    let (date, pairs) = rest.split_once('?').unwrap_or((rest, ""));
    let (first, last) = Atlas::range();
    let date: HistoricalDate = date.trim_end_matches('/').parse()?;
    let start = ViewState::new(
        date.last_day().clamp(first, last),
        crate::model::language::Language::English,
    );
    let mut moment = start.moment();
    let mut unit = None;
    let mut by = By::Split;
    for (key, value) in pairs.split('&').filter_map(|pair| pair.split_once('=')) {
        let wrong = || LinkError::Value(key.to_owned(), value.to_owned());
        match key {
            "view" if value == SIDES => moment.side_by_side = true,
            "view" => moment.view = View::from_id(value).ok_or_else(wrong)?,
            "compare" => {
                let with = read_day(value).filter(|day| (first..=last).contains(day));
                let with = with.ok_or_else(wrong)?;
                moment.compare = Some(Compare { with, by });
            }
            "by" => {
                by = By::from_id(value).ok_or_else(wrong)?;
                moment.compare = moment.compare.map(|compare| Compare { by, ..compare });
            }
            "place" => {
                let place = atlas.find_territory(value);
                moment.selection = Some(place.ok_or_else(|| LinkError::Place(value.to_owned()))?);
            }
            "event" => {
                let mut events = atlas.events();
                moment.event = events
                    .find(|(_, event)| event.id == value)
                    .map(|(index, _)| index);
                if moment.event.is_none() {
                    return Err(wrong());
                }
            }
            "time" => moment.span = read_span(value).ok_or_else(wrong)?,
            "step" => {
                let known = Unit::ALL.into_iter().find(|unit| unit_id(*unit) == value);
                unit = Some(known.ok_or_else(wrong)?);
            }
            "map" => moment.look = read_look(value).ok_or_else(wrong)?,
            _ => {}
        }
    }
    moment.unit = unit.unwrap_or_else(|| moment.span.unit());
    Ok(moment)
}

fn read_span(value: &str) -> Option<Span> {
    let (first, last) = value.split_once(',')?;
    Some(Span::of(read_day(first)?, read_day(last)?))
}

fn read_day(text: &str) -> Option<Day> {
    Some(text.parse::<HistoricalDate>().ok()?.first_day())
}

fn read_look(value: &str) -> Option<Look> {
    if let Some(preset) = Preset::from_id(value) {
        return Some(Look::At(preset));
    }
    let numbers: Vec<f64> = value
        .split(',')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [x, y, km_per_point] = *numbers.as_slice() else {
        return None;
    };
    let sane = x.abs() < 20_000.0 && y.abs() < 20_000.0 && (0.001..100.0).contains(&km_per_point);
    sane.then_some(Look::Free(Camera {
        center_km: [x, y],
        km_per_point,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use crate::state::Command;
    use crate::state::time_axis::Stretch;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());

    fn moment(commands: &[Command]) -> Moment {
        let day = Day::new(1930, 12, 31).unwrap();
        let mut state = ViewState::new(day, crate::model::language::Language::English);
        for command in commands {
            let _ = state.apply(&ATLAS, *command);
        }
        state.moment()
    }

    #[test]
    fn links_lead_back_to_what_was_looked_at() {
        let iturup = Command::Select(ATLAS.find_territory("iturup"));
        let day = Command::ShowDate("1945-08-28".parse().unwrap());
        for (commands, expected) in [
            (vec![], "kuril-atlas://1930-12-31"),
            (
                vec![day, iturup],
                "kuril-atlas://1945-08-28?place=iturup&step=day",
            ),
            (
                vec![Command::SetView(View::Japan)],
                "kuril-atlas://1930-12-31?view=japan",
            ),
            (
                vec![Command::SideBySide(true)],
                "kuril-atlas://1930-12-31?view=sides",
            ),
            (
                vec![
                    Command::ShowStretch(Stretch::Summer1945),
                    Command::Look(Preset::Kurils),
                ],
                "kuril-atlas://1945-08-01?time=1945-08-01,1945-09-30&map=kurils",
            ),
        ] {
            let moment = moment(&commands);
            let link = write(&ATLAS, &moment);
            assert_eq!(link, expected);
            assert_eq!(read(&ATLAS, &link), Ok(moment), "{link}");
        }
    }

    #[test]
    fn a_moved_map_comes_back_to_a_hundred_metres() {
        let free = moment(&[Command::Zoom {
            factor: 3.0,
            about: Some([100.0, 80.0]),
        }]);
        let link = write(&ATLAS, &free);
        let again = read(&ATLAS, &link).unwrap();
        assert_eq!(write(&ATLAS, &again), link);
    }

    #[test]
    fn the_command_line_names_date_view_and_place() {
        let moment = moment(&[
            Command::SetView(View::Russia),
            Command::Select(ATLAS.find_territory("shikotan")),
        ]);
        assert_eq!(
            command_line(&ATLAS, &moment),
            "kuril-atlas --date 1930-12-31 --view russia --select shikotan"
        );
    }

    #[test]
    fn what_leads_nowhere_is_refused_with_its_reason() {
        assert_eq!(read(&ATLAS, "https://example.org"), Err(LinkError::Scheme));
        assert!(matches!(
            read(&ATLAS, "kuril-atlas://soon"),
            Err(LinkError::Date(_))
        ));
        assert_eq!(
            read(&ATLAS, "kuril-atlas://1945?place=atlantis"),
            Err(LinkError::Place("atlantis".to_owned()))
        );
        for pair in [
            "view=mars",
            "step=hour",
            "map=1,2",
            "map=1,2,0",
            "map=NaN,1,1",
            "time=1945",
            "time=a,b",
        ] {
            let link = format!("kuril-atlas://1945?{pair}");
            assert!(
                matches!(read(&ATLAS, &link), Err(LinkError::Value(..))),
                "{pair}"
            );
        }
        assert!(
            read(&ATLAS, " kuril-atlas://1945/?new=thing ").is_ok(),
            "what is new is passed over"
        );
        assert_eq!(
            read(&ATLAS, "kuril-atlas://1500").unwrap().date,
            Atlas::range().0
        );
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in ".{0,40}") {
            let _ = read(&ATLAS, &format!("{SCHEME}1945?{text}"));
            let _ = read(&ATLAS, &text);
        }
    }
}
