//! How far a typed word lies from a known one: letters left out, put in, changed or swapped, even at a distance.

/// How many mistakes a word of so many letters may have.
#[must_use]
pub const fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The mistakes between two words (optimal string alignment), if there are at most `most`.
///
/// The known word may run on: what is typed may be only its beginning.
#[must_use]
pub fn distance(typed: &[char], known: &[char], most: usize) -> Option<usize> {
    if most == 0 || known.len() + most < typed.len() {
        return None;
    }
    if is_swapped(typed, known) {
        return Some(1);
    }
    // Nothing beyond this much of the known word can help.
    let known = &known[..known.len().min(typed.len() + most)];
    let width = known.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..width).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut current = Vec::with_capacity(width);
        current.push(row + 1);
        for (column, other) in known.iter().enumerate() {
            let changed = above[column] + usize::from(letter != other);
            let mut least = changed.min(above[column + 1] + 1).min(current[column] + 1);
            let is_swap =
                row > 0 && column > 0 && typed[row - 1] == *other && known[column - 1] == *letter;
            if is_swap {
                least = least.min(before[column - 1] + 1);
            }
            current.push(least);
        }
        if current.iter().all(|mistakes| *mistakes > most) {
            return None;
        }
        before = std::mem::replace(&mut above, current);
    }
    above.into_iter().min().filter(|mistakes| *mistakes <= most)
}

/// Whether two letters have changed places, however far apart: Kanawa for Kawana.
fn is_swapped(typed: &[char], known: &[char]) -> bool {
    if typed.len() != known.len() {
        return false;
    }
    let mut wrong = (0..typed.len()).filter(|at| typed[*at] != known[*at]);
    match (wrong.next(), wrong.next(), wrong.next()) {
        (Some(one), Some(other), None) => typed[one] == known[other] && typed[other] == known[one],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_mistakes() {
        for (typed, known, most, expected) in [
            ("kanawa", "kawana", 2, Some(1)),
            ("kunashri", "kunashir", 2, Some(1)),
            ("gorbachv", "gorbachev", 2, Some(1)),
            ("portsmuth", "portsmouth", 2, Some(1)),
            ("etoro", "etorofu", 1, Some(0)),
            ("moscow", "london", 2, None),
            ("ab", "ba", 0, None),
            ("abcdef", "a", 2, None),
        ] {
            let [typed, known] = [typed, known].map(|word| word.chars().collect::<Vec<_>>());
            assert_eq!(
                distance(&typed, &known, most),
                expected,
                "{typed:?} {known:?}"
            );
        }
    }
}
