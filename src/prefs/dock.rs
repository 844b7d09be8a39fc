//! The layout of the time dock, in the settings.

use serde_json::{Map, Value, json};

use crate::state::dock::{Dock, DockCommand, Grouping, Order, Track};

/// The fields of the layout.
pub(super) fn write(dock: &Dock) -> Value {
    let tracks: Map<String, Value> = Track::ALL
        .into_iter()
        .map(|track| {
            let height = f64::from(dock.height(track).round());
            let fields = json!({ "shown": dock.shows(track), "height": height });
            (track.id().to_owned(), fields)
        })
        .collect();
    json!({
        "tracks": tracks,
        "group": dock.sorting.grouping.id(),
        "order": dock.sorting.order.id(),
        "every": dock.sorting.every,
        "roomy": dock.roomy,
    })
}

/// Reads the layout; a track that is not named stays as on the first start.
pub(super) fn read(value: &Value) -> Option<Dock> {
    let mut dock = Dock::default();
    let fields = value.as_object()?;
    if let Some(tracks) = fields.get("tracks") {
        for (id, track) in tracks.as_object()? {
            let which = Track::ALL.into_iter().find(|track| track.id() == id)?;
            if track.get("shown")?.as_bool()? != dock.shows(which) {
                dock.apply(DockCommand::Toggle(which));
            }
            #[expect(
                clippy::cast_possible_truncation,
                reason = "what does not fit becomes infinite, which is left out"
            )]
            let height = track.get("height")?.as_f64()? as f32;
            dock.apply(DockCommand::Resize(which, height));
        }
    }
    let word = |name: &str| fields.get(name).and_then(Value::as_str);
    if let Some(id) = word("group") {
        let found = Grouping::ALL.into_iter().find(|one| one.id() == id)?;
        dock.apply(DockCommand::Group(found));
    }
    if let Some(id) = word("order") {
        let found = Order::ALL.into_iter().find(|one| one.id() == id)?;
        dock.apply(DockCommand::Sort(found));
    }
    let is = |name: &str| fields.get(name).and_then(Value::as_bool);
    dock.apply(DockCommand::Every(is("every").unwrap_or_default()));
    dock.apply(DockCommand::Roomy(is("roomy").unwrap_or_default()));
    Some(dock)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_comes_back_and_nonsense_does_not() {
        let mut dock = Dock::default();
        for command in [
            DockCommand::Toggle(Track::Events),
            DockCommand::Resize(Track::Relations, 44.0),
            DockCommand::Group(Grouping::Region),
            DockCommand::Sort(Order::Name),
            DockCommand::Every(true),
            DockCommand::Roomy(true),
        ] {
            dock.apply(command);
            assert_eq!(read(&write(&dock)), Some(dock), "{command:?}");
        }
        assert_eq!(read(&json!({})), Some(Dock::default()));
        for wrong in [
            json!("wide"),
            json!({ "tracks": [] }),
            json!({ "tracks": { "sea": { "shown": true, "height": 20 } } }),
            json!({ "tracks": { "trade": { "shown": true, "height": "high" } } }),
            json!({ "group": "colour" }),
            json!({ "order": "none" }),
        ] {
            assert_eq!(read(&wrong), None, "{wrong}");
        }
    }
}
