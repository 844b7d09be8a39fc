//! Finds the lines of places in a JSON file. Only problems need them, so nothing pays for it until
//! there is one; a thousand problems of a file cost little more than one.

use std::collections::{BTreeMap, BTreeSet};

use super::raw;
use super::records::line_after;

/// The lines (from 1) of paths such as `control[3].phases[2].holder`, or of their nearest parents
/// that exist; `None` where the text is no JSON.
pub fn lines_of(text: &str, paths: &[&str]) -> Vec<Option<usize>> {
    let mut lines = vec![None; paths.len()];
    let Some(value) = raw::whole(text) else {
        return lines;
    };
    let steps = |path: &'_ str| -> Vec<String> {
        let steps = path.split(['.', '[', ']']).filter(|step| !step.is_empty());
        steps.map(str::to_owned).collect()
    };
    let steps: Vec<Vec<String>> = paths.iter().map(|path| steps(path)).collect();
    let open: Vec<(usize, &[String])> = steps.iter().map(Vec::as_slice).enumerate().collect();
    let mut places = Vec::with_capacity(paths.len());
    descend(value, &open, &mut places);
    places.sort_unstable();
    // One walk over the text counts the lines of all.
    let (mut line, mut counted) = (1, 0);
    for (address, index) in places {
        // Every value is a part of the text.
        let start = address.saturating_sub(text.as_ptr() as usize);
        let passed = text.as_bytes().get(counted..start).unwrap_or_default();
        line += line_after(passed) - 1;
        counted = start.max(counted);
        lines[index] = Some(line);
    }
    lines
}

/// Follows the steps of all paths into a value, and notes where the last that exists begins.
fn descend(value: &str, open: &[(usize, &[String])], places: &mut Vec<(usize, usize)>) {
    let mut below: BTreeMap<&str, Vec<(usize, &[String])>> = BTreeMap::new();
    for (index, steps) in open {
        match steps.split_first() {
            Some((step, rest)) => below.entry(step).or_default().push((*index, rest)),
            None => places.push((value.as_ptr() as usize, *index)),
        }
    }
    if below.is_empty() {
        return;
    }
    let wanted: BTreeSet<&str> = below.keys().copied().collect();
    for (step, part) in raw::parts(value, &wanted) {
        if let Some(open) = below.remove(step) {
            descend(part, &open, places);
        }
    }
    for (index, _) in below.into_values().flatten() {
        places.push((value.as_ptr() as usize, index));
    }
}

#[cfg(test)]
mod tests {
    use super::lines_of;

    #[test]
    fn finds_places_and_their_parents() {
        let text = "{\n \"a\": [\n  {\"b\": 1},\n  {\"b\":\n   2}\n ]\n}";
        let cases = [
            ("", 1),
            ("a", 2),
            ("a[0].b", 3),
            ("a[1]", 4),
            ("a[1].b", 5),
            ("a[1].c", 4),
            ("a[9]", 2),
            ("z", 1),
            ("a[1].b", 5),
        ];
        let lines = lines_of(text, &cases.map(|(path, _)| path));
        assert_eq!(lines, cases.map(|(_, line)| Some(line)));
        for (path, line) in cases {
            assert_eq!(lines_of(text, &[path]), [Some(line)], "{path}");
        }
        assert_eq!(lines_of("{", &["a", ""]), [None, None]);
        assert_eq!(lines_of("", &[]), [None; 0]);
    }
}
