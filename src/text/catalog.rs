//! The texts of the interface, one file a language, built into the program.

use std::sync::LazyLock;

use serde_json::{Map, Value};

use crate::model::language::Language;

use super::key::Key;

const FILES: [&str; 3] = [
    include_str!("../../assets/text/en.json"),
    include_str!("../../assets/text/ja.json"),
    include_str!("../../assets/text/ru.json"),
];

static CATALOGS: LazyLock<[Catalog; 3]> = LazyLock::new(|| FILES.map(Catalog::read));

/// All texts of one language.
#[derive(Debug)]
pub struct Catalog {
    texts: Vec<Box<str>>,
}

impl Catalog {
    fn read(text: &str) -> Self {
        let fields: Map<String, Value> = serde_json::from_str(text).unwrap_or_default();
        let text = |key: Key| {
            fields
                .get(key.name())
                .and_then(Value::as_str)
                .unwrap_or(key.name())
                .into()
        };
        Self {
            texts: Key::ALL.iter().map(|key| text(*key)).collect(),
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
        &self.texts[key as usize]
    }

    /// A text with its places filled: `{name}` is replaced by the value paired with `name`.
    #[must_use]
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        let mut filled = String::with_capacity(64);
        let mut rest = self.get(key);
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

    #[test]
    fn every_key_has_a_text_in_every_language_and_no_text_is_left_over() {
        for language in Language::ALL {
            let fields = fields(language);
            for key in Key::ALL {
                let text = fields
                    .get(key.name())
                    .and_then(Value::as_str)
                    .unwrap_or_default();
                assert!(
                    !text.trim().is_empty(),
                    "{}: {}",
                    language.code(),
                    key.name()
                );
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
            let [en, ja, ru] =
                Language::ALL.map(|language| places(Catalog::of(language).get(*key)));
            assert_eq!(en, ja, "ja: {}", key.name());
            assert_eq!(en, ru, "ru: {}", key.name());
        }
    }

    #[test]
    fn filling_replaces_names_and_keeps_the_rest() {
        let catalog = Catalog {
            texts: Key::ALL.iter().map(|_| "{a} of {b}, {c".into()).collect(),
        };
        assert_eq!(
            catalog.fill(Key::ALL[0], &[("a", "1"), ("b", "{a}")]),
            "1 of {a}, {c"
        );
    }
}
