//! Places in sources as each language cites them: `art. 2 (c)`, `第2条(c)`, `ст. 2 (c)`.
//!
//! The data write them once, in English. Their forms are few, so they are turned part by part; a
//! part of no known form stays as it is.

use crate::model::language::Language;

/// Words for what is counted: English, what Japanese puts behind the number, Russian.
const COUNTED: [(&str, &str, &str); 7] = [
    ("art. ", "条", "ст."),
    ("sec. ", "項", "п."),
    ("point ", "項", "п."),
    ("no. ", "号", "№"),
    ("ch. ", "章", "гл."),
    ("p. ", "頁", "с."),
    ("pp. ", "頁", "с."),
];

/// Whole parts: English, Japanese, Russian.
const WHOLE: [(&str, &str, &str); 7] = [
    ("preamble", "前文", "преамбула"),
    ("Lead", "冒頭", "вступление"),
    ("Infobox", "情報欄", "карточка статьи"),
    ("References", "脚注", "примечания"),
    ("caption", "図の説明", "подпись"),
    (
        "measured on the shape (WGS 84)",
        "図形から計測（WGS 84）",
        "измерено по контуру (WGS 84)",
    ),
    (
        "References (note 23, without a mark in the text)",
        "脚注（本文に印のない注23）",
        "примечания (прим. 23, без знака в тексте)",
    ),
];

/// A place in a source, in a language. `section` gives the name that a language has for a section of
/// a text; without one the section keeps its own title, in quotation marks.
#[must_use]
pub fn place<'a>(
    language: Language,
    at: &str,
    section: &dyn Fn(&str) -> Option<&'a str>,
) -> String {
    if language == Language::English {
        return at.to_owned();
    }
    if let Some(whole) = whole(language, at) {
        return whole.to_owned();
    }
    // A bare number counts what the part before it counted: "art. 3, 5, 6".
    let mut counted = None;
    let mut text = String::new();
    let mut parts = at.split(", ").peekable();
    while let Some(part) = parts.next() {
        let mut turned = turned(language, part, section, &mut counted);
        // What has captions is a section, known or not.
        if turned == part && parts.peek().is_some_and(|next| next.starts_with("caption")) {
            turned = quoted(language, part);
        }
        if !text.is_empty() {
            text.push_str(match language {
                Language::Japanese => "・",
                _ => ", ",
            });
        }
        text.push_str(&turned);
    }
    text
}

fn whole(language: Language, part: &str) -> Option<&'static str> {
    let (_, ja, ru) = WHOLE.iter().find(|(en, _, _)| *en == part)?;
    Some(if language == Language::Japanese {
        ja
    } else {
        ru
    })
}

type Counted = &'static (&'static str, &'static str, &'static str);

fn turned<'a>(
    language: Language,
    part: &str,
    section: &dyn Fn(&str) -> Option<&'a str>,
    before: &mut Option<Counted>,
) -> String {
    if let Some(whole) = whole(language, part) {
        return whole.to_owned();
    }
    if let Some((title, paragraph)) = part.split_once(" ¶") {
        let known = whole(language, title).or_else(|| section(title));
        return paragraph_of(language, known, title, paragraph);
    }
    if let Some(known) = section(part) {
        return quoted(language, known);
    }
    if let Some(number) = part.strip_prefix("caption ") {
        return match language {
            Language::Japanese => format!("図の説明{number}"),
            _ => format!("подпись {number}"),
        };
    }
    if let Some(letter) = strip_word(part, "protocol ") {
        return match language {
            Language::Japanese => format!("議定書{letter}"),
            _ => format!("протокол {letter}"),
        };
    }
    if let Some(of) = part.strip_prefix("sub-article to ") {
        let of = turned(language, of, section, before);
        return match language {
            Language::Japanese => format!("{of}の付属条項"),
            _ => format!("дополнительная статья к {of}"),
        };
    }
    if let Some(found) = COUNTED.iter().find(|(en, _, _)| part.starts_with(en)) {
        *before = Some(found);
        return count(language, found, &part[found.0.len()..], true);
    }
    match *before {
        Some(found) if part.starts_with(|first: char| first.is_ascii_digit()) => {
            count(language, found, part, false)
        }
        _ => part.to_owned(),
    }
}

fn strip_word<'a>(part: &'a str, word: &str) -> Option<&'a str> {
    let start = part.get(..word.len())?;
    start
        .eq_ignore_ascii_case(word)
        .then(|| &part[word.len()..])
}

/// A paragraph of a section.
fn paragraph_of(language: Language, known: Option<&str>, title: &str, paragraph: &str) -> String {
    let is_plain = WHOLE.iter().any(|(en, _, _)| *en == title);
    let name = match known {
        Some(known) if is_plain => known.to_owned(),
        _ => quoted(language, known.unwrap_or(title)),
    };
    match language {
        Language::Japanese => format!("{name}第{paragraph}段落"),
        Language::English | Language::Russian => format!("{name}, абз. {paragraph}"),
    }
}

fn quoted(language: Language, title: &str) -> String {
    match language {
        Language::Japanese => format!("「{title}」"),
        Language::English | Language::Russian => format!("«{title}»"),
    }
}

/// `2 (c)` of what is counted; a range counts at both ends.
fn count(language: Language, counted: Counted, number: &str, is_first: bool) -> String {
    let (_, ja, ru) = *counted;
    if language != Language::Japanese {
        let number = number.replace('-', "–");
        return if is_first {
            format!("{ru}\u{a0}{number}")
        } else {
            number
        };
    }
    let (number, further) = match number.split_once(" (") {
        Some((number, further)) => (number, format!("({further}")),
        None => (number, String::new()),
    };
    let ends: Vec<String> = number.split(['-', '–']).map(arabic).collect();
    let ends: Vec<String> = ends
        .iter()
        .map(|end| {
            if ja == "頁" {
                format!("{end}{ja}")
            } else {
                format!("第{end}{ja}")
            }
        })
        .collect();
    format!("{}{further}", ends.join("〜"))
}

/// Roman numbers in Arabic digits, as Japanese citations have them; others as they are.
fn arabic(number: &str) -> String {
    let value = |letter: char| match letter {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let Some(values) = number
        .chars()
        .map(value)
        .collect::<Option<Vec<i32>>>()
        .filter(|values| !values.is_empty())
    else {
        return number.to_owned();
    };
    let mut sum = 0;
    for (index, one) in values.iter().enumerate() {
        let is_less = values.get(index + 1).is_some_and(|next| one < next);
        sum += if is_less { -one } else { *one };
    }
    sum.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_cited_as_each_language_does() {
        let section = |title: &str| (title == "War").then_some("…");
        for (en, ja, ru) in [
            ("art. 9", "第9条", "ст.\u{a0}9"),
            ("art. 2 (c)", "第2条(c)", "ст.\u{a0}2 (c)"),
            ("art. IX", "第9条", "ст.\u{a0}IX"),
            ("art. I–IV", "第1条〜第4条", "ст.\u{a0}I–IV"),
            ("art. 1-2", "第1条〜第2条", "ст.\u{a0}1–2"),
            ("art. 3, 5, 6", "第3条・第5条・第6条", "ст.\u{a0}3, 5, 6"),
            ("art. 1, art. 2", "第1条・第2条", "ст.\u{a0}1, ст.\u{a0}2"),
            ("art. 67 (2.1)", "第67条(2.1)", "ст.\u{a0}67 (2.1)"),
            ("sec. 2 (a)", "第2項(a)", "п.\u{a0}2 (a)"),
            ("no. 1, no. 2", "第1号・第2号", "№\u{a0}1, №\u{a0}2"),
            ("ch. XIV", "第14章", "гл.\u{a0}XIV"),
            ("p. 76", "76頁", "с.\u{a0}76"),
            ("preamble, art. 1", "前文・第1条", "преамбула, ст.\u{a0}1"),
            (
                "Protocol A, art. 3",
                "議定書A・第3条",
                "протокол A, ст.\u{a0}3",
            ),
            (
                "sub-article to art. 3",
                "第3条の付属条項",
                "дополнительная статья к ст.\u{a0}3",
            ),
            ("Lead ¶2", "冒頭第2段落", "вступление, абз. 2"),
            ("History ¶1", "「History」第1段落", "«History», абз. 1"),
            ("War ¶1", "「…」第1段落", "«…», абз. 1"),
            ("Peace, caption", "「Peace」・図の説明", "«Peace», подпись"),
            ("War, caption 2", "「…」・図の説明2", "«…», подпись 2"),
            ("§§1, 4", "§§1・4", "§§1, 4"),
            ("A1–A2", "A1–A2", "A1–A2"),
        ] {
            assert_eq!(place(Language::English, en, &section), en);
            assert_eq!(place(Language::Japanese, en, &section), ja, "{en}");
            assert_eq!(place(Language::Russian, en, &section), ru, "{en}");
        }
    }
}
