//! The sizes of the panels, in the settings.

use serde_json::{Map, Value, json};

use crate::state::panels::{Panel, Sizes};

/// The fields of the panels that have a size of their own.
pub(super) fn write(sizes: &Sizes) -> Value {
    let given = Panel::ALL.into_iter().filter_map(|panel| {
        let size = sizes.of(panel)?;
        Some((panel.id().to_owned(), json!(size)))
    });
    Value::Object(given.collect::<Map<_, _>>())
}

/// Reads the sizes.
pub(super) fn read(value: &Value) -> Option<Sizes> {
    let mut sizes = Sizes::default();
    for (id, size) in value.as_object()? {
        let panel = Panel::ALL.into_iter().find(|panel| panel.id() == id)?;
        sizes.set(panel, Some(u16::try_from(size.as_u64()?).ok()?));
    }
    Some(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_come_back_and_nonsense_does_not() {
        let mut sizes = Sizes::default();
        assert_eq!(read(&write(&sizes)), Some(sizes));
        for (panel, size) in Panel::ALL.into_iter().zip([300, 410, 520]) {
            sizes.set(panel, Some(size));
            assert_eq!(read(&write(&sizes)), Some(sizes));
        }
        for wrong in [
            json!(300),
            json!({ "map": 300 }),
            json!({ "dock": "high" }),
            json!({ "dock": -3 }),
            json!({ "dock": 1e9 }),
        ] {
            assert_eq!(read(&wrong), None, "{wrong}");
        }
    }
}
