//! Tables of text that stay aligned in every script and within the width of a terminal.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// The widest line, in columns; what every terminal can show.
pub const WIDTH: usize = 80;
/// Between two columns.
const GAP: usize = 2;
/// No column gets narrower than this.
const NARROWEST: usize = 6;

/// A table: a heading and rows of as many cells.
#[derive(Debug)]
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with its heading.
    pub fn new<const N: usize>(heading: [&str; N]) -> Self {
        Self {
            rows: vec![heading.map(str::to_owned).to_vec()],
        }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// The lines of the table; cells too wide for [`WIDTH`] go on in the next line.
    pub fn text(&self) -> String {
        let widths = self.widths();
        let mut text = String::new();
        for (index, row) in self.rows.iter().enumerate() {
            let cells: Vec<Vec<String>> = row
                .iter()
                .zip(&widths)
                .map(|(cell, width)| wrap(cell, *width))
                .collect();
            for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
                let parts = cells.iter().zip(&widths).map(|(cell, width)| {
                    let part = cell.get(line).map_or("", String::as_str);
                    format!("{part}{}", " ".repeat(width.saturating_sub(part.width())))
                });
                push_line(&mut text, &parts.collect::<Vec<_>>().join(&" ".repeat(GAP)));
            }
            if index == 0 {
                let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
                push_line(&mut text, &rules.join(&" ".repeat(GAP)));
            }
        }
        text
    }

    /// As wide as the widest cell; where that is too much, the widest columns give way.
    fn widths(&self) -> Vec<usize> {
        let count = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
        };
        let mut widths: Vec<usize> = (0..count)
            .map(|column| widest(column).unwrap_or(0))
            .collect();
        while widths.iter().sum::<usize>() + GAP * count.saturating_sub(1) > WIDTH {
            match widths.iter_mut().max() {
                Some(width) if *width > NARROWEST => *width -= 1,
                _ => break,
            }
        }
        widths
    }
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line.trim_end());
    text.push('\n');
}

/// Breaks a text into lines of at most `width` columns: after spaces, and between the characters of
/// scripts that write none. An indentation is kept in every line.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let body = text.trim_start_matches(' ');
    let indent = " ".repeat((text.len() - body.len()).min(width / 2));
    let mut lines = Vec::new();
    let mut line = indent.clone();
    for piece in pieces(body) {
        if line.width() + piece.trim_end().width() > width && line.len() > indent.len() {
            lines.push(line.trim_end().to_owned());
            line.clone_from(&indent);
        }
        line.push_str(piece);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Cuts a text where a line may break; each piece keeps the space behind it.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before = None;
    for (position, letter) in text.char_indices() {
        if before.is_some_and(|before| may_break(before, letter)) {
            pieces.push(&text[start..position]);
            start = position;
        }
        before = Some(letter);
    }
    pieces.push(&text[start..]);
    pieces
}

fn may_break(before: char, after: char) -> bool {
    // Marks that close stay with what they close, those that open with what they open.
    const CLOSING: &str = "、。，．）」』】・ー！？：；々";
    const OPENING: &str = "（「『【";
    if before == ' ' {
        return after != ' ';
    }
    let wide = |letter: char| letter.width() == Some(2);
    (wide(before) || wide(after))
        && after != ' '
        && !CLOSING.contains(after)
        && !OPENING.contains(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_break_as_each_script_does() {
        for (text, width, expected) in [
            (
                "administered, sovereignty not settled",
                20,
                vec!["administered,", "sovereignty not", "settled"],
            ),
            (
                "行政下（主権は未確定）",
                8,
                vec!["行政下", "（主権は", "未確定）"],
            ),
            ("  Brat Chirpoev", 10, vec!["  Brat", "  Chirpoev"]),
            (
                "28 августа 1945\u{a0}г.",
                10,
                vec!["28 августа", "1945\u{a0}г."],
            ),
            ("", 10, vec![""]),
        ] {
            assert_eq!(wrap(text, width), expected, "{text}");
        }
    }

    #[test]
    fn columns_align_and_keep_within_the_width() {
        let mut table = Table::new(["場所", "支配", "How"]);
        table.row([
            "択捉島".to_owned(),
            "日本".to_owned(),
            "sovereign".to_owned(),
        ]);
        table.row([
            "Iturup".to_owned(),
            "x ".repeat(60),
            "long words ".repeat(12),
        ]);
        let text = table.text();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.iter().all(|line| line.width() <= WIDTH), "{text}");
        let start = |line: &str, cell: &str| line.split_once(cell).unwrap().0.width();
        assert_eq!(start(lines[0], "支配"), start(lines[2], "日本"));
        assert_eq!(start(lines[0], "How"), start(lines[2], "sovereign"));
    }

    proptest! {
        /// Nothing is lost in wrapping, and no line is wider than its widest piece must be.
        #[test]
        fn wrapping_keeps_every_letter(text in "[a-zа-я北方領土、 ]{0,60}", width in 6_usize..40) {
            let letters = |text: &str| text.chars().filter(|letter| *letter != ' ').collect::<String>();
            let lines = wrap(&text, width);
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
            let widest = pieces(text.trim_start()).iter().map(|piece| piece.trim_end().width()).max().unwrap_or(0);
            prop_assert!(lines.iter().all(|line| line.width() <= width.max(widest + width / 2)));
        }
    }
}
