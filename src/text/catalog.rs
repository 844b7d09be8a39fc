//! The texts of the interface, one file a language, built into the program.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::model::language::Language;

use super::key::Key;
use super::rules;

/// The place that says which form of a text is meant.
const COUNT: &str = "count";

const FILES: [&str; 3] = [
    include_str!("../../assets/text/en.json"),
    include_str!("../../assets/text/ja.json"),
    include_str!("../../assets/text/ru.json"),
];

static CATALOGS: LazyLock<[Catalog; 3]> = LazyLock::new(|| Language::ALL.map(Catalog::read));

/// One text; where a noun changes with its count, the form for each.
#[derive(Debug, Default)]
struct Text {
    usual: Box<str>,
    /// The forms by their names in the CLDR; none where all counts read alike.
    forms: Vec<(Box<str>, Box<str>)>,
}

impl Text {
    fn read(key: Key, field: Option<&Value>) -> Self {
        match field {
            Some(Value::String(text)) => Self {
                usual: text.as_str().into(),
                forms: Vec::new(),
            },
            Some(Value::Object(fields)) => {
                let forms: Vec<(Box<str>, Box<str>)> = fields
                    .iter()
                    .filter_map(|(name, form)| Some((name.as_str().into(), form.as_str()?.into())))
                    .collect();
                Self {
                    usual: forms
                        .last()
                        .map(|(_, form)| form.clone())
                        .unwrap_or_default(),
                    forms,
                }
            }
            _ => Self {
                usual: key.name().into(),
                forms: Vec::new(),
            },
        }
    }
}

/// All texts of one language.
#[derive(Debug)]
pub struct Catalog {
    language: Language,
    texts: Vec<Text>,
}

impl Catalog {
    fn read(language: Language) -> Self {
        let text = FILES[language as usize];
        let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let texts = Key::ALL.iter();
        Self {
            language,
            texts: texts
                .map(|key| Text::read(*key, fields.get(key.name())))
                .collect(),
        }
    }

    /// The texts of a language.
    #[must_use]
    pub fn of(language: Language) -> &'static Self {
        &CATALOGS[language as usize]
    }

    /// A text as it stands.
    #[must_use]
    pub fn get(&self, key: Key) -> &str {
        &self.texts[key as usize].usual
    }

    /// The form of a text that fits what stands at its place `count`.
    fn form(&self, key: Key, values: &[(&str, &str)]) -> &str {
        let text = &self.texts[key as usize];
        if text.forms.is_empty() {
            return &text.usual;
        }
        let count = values.iter().find(|(name, _)| *name == COUNT);
        // The count may be written already, with its thousands apart.
        let digits = count.map(|(_, text)| text.chars().filter(char::is_ascii_digit).collect());
        let count: usize = digits
            .and_then(|digits: String| digits.parse().ok())
            .unwrap_or(0);
        let wanted = rules::plural(self.language, count);
        let found = text.forms.iter().find(|(name, _)| **name == *wanted);
        found.map_or(&text.usual, |(_, form)| form)
    }

    /// A text with its places filled: `{name}` is replaced by the value paired with `name`. Of the forms
    /// of a text that which fits the value of `count` is taken.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(64);
        let mut rest = self.form(key, values);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let Some((name, behind)) = after.split_once('}') else {
                filled.push('{');
                rest = after;
                continue;
            };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => filled.push_str(value),
                None => filled.push_str(name),
            }
            rest = behind;
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(language: Language) -> Map<String, Value> {
        serde_json::from_str(FILES[language as usize]).unwrap()
    }

    /// The names between braces, in order of the alphabet.
    fn places(text: &str) -> Vec<&str> {
        let mut places: Vec<&str> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(name, _)| name)
            .collect();
        places.sort_unstable();
        places
    }

    /// All forms of a text of a language.
    fn forms(language: Language, key: Key) -> Vec<&'static str> {
        let text = &Catalog::of(language).texts[key as usize];
        if text.forms.is_empty() {
            return vec![&text.usual];
        }
        text.forms.iter().map(|(_, form)| form.as_ref()).collect()
    }

    #[test]
    fn every_key_has_a_text_in_every_language_and_no_text_is_left_over() {
        for language in Language::ALL {
            let fields = fields(language);
            for key in Key::ALL {
                assert!(
                    fields.contains_key(key.name()),
                    "{}: {}",
                    language.code(),
                    key.name()
                );
                for text in forms(language, *key) {
                    assert!(
                        !text.trim().is_empty(),
                        "{}: {}",
                        language.code(),
                        key.name()
                    );
                }
            }
            for name in fields.keys() {
                assert!(
                    Key::ALL.iter().any(|key| key.name() == name),
                    "{}: {name} is not used",
                    language.code()
                );
            }
        }
    }

    #[test]
    fn all_languages_fill_the_same_places() {
        for key in Key::ALL {
            let en = places(Catalog::of(Language::English).get(*key));
            for language in Language::ALL {
                for form in forms(language, *key) {
                    let mut found = places(form);
                    // "with its one part" has the count in words.
                    if form != Catalog::of(language).get(*key) && !found.contains(&COUNT) {
                        found.push(COUNT);
                        found.sort_unstable();
                    }
                    assert_eq!(en, found, "{}: {}: {form}", language.code(), key.name());
                }
            }
        }
    }

    #[test]
    fn a_text_with_forms_has_all_that_its_language_counts_with() {
        for (language, expected) in [
            (Language::English, &["one", "other"][..]),
            (Language::Japanese, &[]),
            (Language::Russian, &["one", "few", "many"]),
        ] {
            for (key, text) in Key::ALL.iter().zip(&Catalog::of(language).texts) {
                let names: Vec<&str> = text.forms.iter().map(|(name, _)| name.as_ref()).collect();
                assert!(
                    names.is_empty() || names == expected,
                    "{}: {names:?}",
                    key.name()
                );
            }
        }
    }

    #[test]
    fn nouns_agree_with_their_count() {
        for (count, en, ja, ru) in [
            ("1", "1 difference", "ちがい：1件", "1 различие"),
            ("3", "3 differences", "ちがい：3件", "3 различия"),
            ("12", "12 differences", "ちがい：12件", "12 различий"),
            (
                "1,021",
                "1,021 differences",
                "ちがい：1,021件",
                "1,021 различие",
            ),
        ] {
            for (language, expected) in Language::ALL.into_iter().zip([en, ja, ru]) {
                let told = Catalog::of(language).fill(Key::CompareCount, &[("count", count)]);
                assert_eq!(told, expected);
            }
        }
    }

    #[test]
    fn filling_replaces_names_and_keeps_the_rest() {
        let text = || Text {
            usual: "{a} of {b}, {c".into(),
            forms: Vec::new(),
        };
        let catalog = Catalog {
            language: Language::English,
            texts: Key::ALL.iter().map(|_| text()).collect(),
        };
        assert_eq!(
            catalog.fill(Key::ALL[0], &[("a", "1"), ("b", "{a}")]),
            "1 of {a}, {c"
        );
    }
}
