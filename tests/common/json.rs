//! JSON of the data, walked through.

use serde_json::Value;

/// Calls `visit` with every value and its path.
pub fn walk(value: &Value, path: &str, visit: &mut impl FnMut(&Value, &str)) {
    visit(value, path);
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                walk(value, &format!("{path}.{name}"), visit);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                walk(value, &format!("{path}[{number}]"), visit);
            }
        }
        _ => {}
    }
}
