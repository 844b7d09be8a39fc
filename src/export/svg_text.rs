//! Texts in SVG: escaped, and broken into lines without knowing the letters' widths.

/// A text as it may stand between tags or quotes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            // XML has no such letters, not even escaped.
            letter if letter.is_control() && !matches!(letter, '\n' | '\t') => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// About how wide a letter is, in ems: wide ones of Japanese are a square.
fn width(letter: char) -> f64 {
    match letter {
        '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{ffee}' => 1.0,
        '\u{400}'..='\u{52f}' | 'A'..='Z' => 0.62,
        _ => 0.53,
    }
}

/// Breaks a text into lines of at most so many ems: after spaces, and between wide letters.
#[must_use]
pub fn wrap(text: &str, ems: f64) -> Vec<String> {
    let mut lines = Vec::new();
    let (mut line, mut word, mut used, mut ahead) = (String::new(), String::new(), 0.0, 0.0);
    for letter in text.chars() {
        word.push(letter);
        ahead += width(letter);
        let ends = letter == ' ' || width(letter) >= 1.0;
        if used + ahead > ems && !line.is_empty() {
            lines.push(line.trim_end().to_owned());
            (line, used) = (String::new(), 0.0);
        }
        if ends {
            line.push_str(&word);
            used += ahead;
            (word, ahead) = (String::new(), 0.0);
        }
    }
    line.push_str(&word);
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_between_the_lines() {
        for text in [
            "one two three four",
            "日本とソ連の貿易は増えた。",
            "Торговля росла",
            "",
        ] {
            for ems in [3.0, 5.0, 100.0] {
                let joined: String = wrap(text, ems).concat();
                assert_eq!(joined.replace(' ', ""), text.replace(' ', ""), "{ems}");
            }
        }
        assert_eq!(wrap("one two three", 5.0), ["one two", "three"]);
    }

    #[test]
    fn marks_of_xml_are_escaped() {
        assert_eq!(escape("a<b & \"c\"\u{0}"), "a&lt;b &amp; &quot;c&quot;");
    }
}
