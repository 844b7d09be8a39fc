//! Finds the line of a place in a JSON file. Only problems need it, so nothing pays for it until
//! there is one.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// The line (from 1) of a path such as `control[3].phases[2].holder`, or of its nearest parent
/// that exists; `None` where the text is no JSON.
pub fn line_of(text: &str, path: &str) -> Option<usize> {
    let ast = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
    let mut value = ast.value.as_ref()?;
    let mut start = value.range().start;
    for step in path.split(['.', '[', ']']).filter(|step| !step.is_empty()) {
        let next = match (value, step.parse::<usize>()) {
            (Value::Array(array), Ok(index)) => array.elements.get(index),
            (Value::Object(object), _) => object.get(step).map(|property| &property.value),
            _ => None,
        };
        let Some(next) = next else { break };
        value = next;
        start = value.range().start;
    }
    let before = text.as_bytes().get(..start)?;
    Some(super::records::line_after(before))
}

#[cfg(test)]
mod tests {
    use super::line_of;

    #[test]
    fn finds_places_and_their_parents() {
        let text = "{\n \"a\": [\n  {\"b\": 1},\n  {\"b\":\n   2}\n ]\n}";
        for (path, line) in [
            ("", 1),
            ("a", 2),
            ("a[0].b", 3),
            ("a[1]", 4),
            ("a[1].b", 5),
            ("a[1].c", 4),
            ("a[9]", 2),
        ] {
            assert_eq!(line_of(text, path), Some(line), "{path}");
        }
        assert_eq!(line_of("{", "a"), None);
    }
}
