//! Which primitives of a frame are those of the frame before.

/// The most primitives that are paired one by one; a screen has a few dozen.
const MOST: usize = 400;

/// Pairs the elements of two lists in their order, so that as many as possible, and of those as
/// many of the same kind as possible, have a partner. `likeness` of two elements is 0 where they
/// cannot be a pair; the more, the better.
///
/// Returns pairs of places, rising on both sides.
pub fn pairs(
    old: usize,
    new: usize,
    likeness: impl Fn(usize, usize) -> u32,
) -> Vec<(usize, usize)> {
    let shorter = old.min(new);
    let head = (0..shorter)
        .take_while(|&place| likeness(place, place) == u32::MAX)
        .count();
    let tail = (1..=shorter - head)
        .take_while(|&place| likeness(old - place, new - place) == u32::MAX)
        .count();
    let (columns, rows) = (new - head - tail, old - head - tail);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|place| (place, place)).collect();
    if rows <= MOST && columns <= MOST {
        pairs.extend(between([head, head], [rows, columns], likeness));
    }
    pairs.extend((1..=tail).rev().map(|place| (old - place, new - place)));
    pairs
}

/// The best pairs of two short lists, which begin at `first`.
fn between(
    first: [usize; 2],
    [rows, columns]: [usize; 2],
    likeness: impl Fn(usize, usize) -> u32,
) -> Vec<(usize, usize)> {
    // The likeness of the best pairs from a place in both lists to their ends, and what to do
    // there.
    let width = columns + 1;
    let mut best = vec![0_u64; (rows + 1) * width];
    let at = |row: usize, column: usize| row * width + column;
    let likeness: Vec<u64> = (0..rows * columns)
        .map(|place| {
            let likeness = likeness(first[0] + place / columns, first[1] + place % columns);
            u64::from(likeness)
        })
        .collect();
    for row in (0..rows).rev() {
        for column in (0..columns).rev() {
            let like = likeness[row * columns + column];
            let paired = (like > 0).then(|| like + best[at(row + 1, column + 1)]);
            let skipped = best[at(row + 1, column)].max(best[at(row, column + 1)]);
            best[at(row, column)] = paired.unwrap_or(0).max(skipped);
        }
    }
    let (mut row, mut column) = (0, 0);
    let mut pairs = Vec::new();
    while row < rows && column < columns {
        let like = likeness[row * columns + column];
        let here = best[at(row, column)];
        if like > 0 && here == like + best[at(row + 1, column + 1)] {
            pairs.push((first[0] + row, first[1] + column));
            (row, column) = (row + 1, column + 1);
        } else if here == best[at(row + 1, column)] {
            row += 1;
        } else {
            column += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs_of(old: &str, new: &str) -> Vec<(usize, usize)> {
        let (old, new) = (old.as_bytes(), new.as_bytes());
        // The same letter is the same; in another case it is of its kind.
        let likeness = |a: usize, b: usize| match (old[a], new[b]) {
            (a, b) if a == b => u32::MAX,
            (a, b) if a.eq_ignore_ascii_case(&b) => 1,
            _ => 0,
        };
        pairs(old.len(), new.len(), likeness)
    }

    #[test]
    fn lists_are_paired_in_order() {
        assert_eq!(pairs_of("", ""), []);
        assert_eq!(pairs_of("", "abc"), []);
        assert_eq!(pairs_of("abc", "abc"), [(0, 0), (1, 1), (2, 2)]);
        assert_eq!(pairs_of("abc", "xabc"), [(0, 1), (1, 2), (2, 3)]);
        assert_eq!(pairs_of("abc", "ac"), [(0, 0), (2, 1)]);
        assert_eq!(
            pairs_of("abcde", "aBxde"),
            [(0, 0), (1, 1), (3, 3), (4, 4)],
            "of a kind, where nothing better is there"
        );
        assert_eq!(pairs_of("aab", "ab").len(), 2);
        assert_eq!(
            pairs_of("Aa", "a"),
            [(1, 0)],
            "the same rather than its like"
        );
    }

    #[test]
    fn long_lists_are_paired_at_their_ends() {
        let old = format!("ab{}yz", "c".repeat(1000));
        let new = format!("ab{}yz", "d".repeat(1000));
        assert_eq!(pairs_of(&old, &new).len(), 4);
        let same = pairs_of(&old, &old);
        assert_eq!(same.len(), 1004);
        assert!(same.iter().all(|(a, b)| a == b));
    }
}
