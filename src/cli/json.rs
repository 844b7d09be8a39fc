//! JSON for other programs.

use serde_json::Value;

/// The text of a value, ending with a line break.
pub fn text(value: &Value) -> String {
    format!("{value:#}\n")
}

/// A figure as it is written in the data: whole numbers without a point; null where there is none.
pub fn figure(value: impl Into<Option<f64>>) -> Value {
    let Some(value) = value.into() else {
        return Value::Null;
    };
    // Every whole number of this size is exact in both types.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 1e15")]
        return Value::from(value as i64);
    }
    Value::from(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_in_the_data() {
        for (value, expected) in [
            (Some(61.0), "61"),
            (Some(-0.7), "-0.7"),
            (None, "null"),
            (Some(3.5), "3.5"),
        ] {
            assert_eq!(figure(value).to_string(), expected);
        }
    }
}
