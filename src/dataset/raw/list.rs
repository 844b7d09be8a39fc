//! Lists and fields of a file, found without taking the whole file apart: a file of millions of
//! tiny values must not take a hundred times its size of memory.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// Records are numbered in two bytes.
pub const MOST_RECORDS: usize = 60_000;

/// The values of a list as they are written: the first of them, and how many there are.
#[derive(Debug)]
pub struct List<'a> {
    /// At most [`MOST_RECORDS`].
    pub values: Vec<&'a RawValue>,
    pub count: usize,
}

impl<'de: 'a, 'a> Deserialize<'de> for List<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = List<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a sequence")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<List<'de>, A::Error> {
                let mut values = Vec::new();
                while let Some(value) = seq.next_element()? {
                    values.push(value);
                    if values.len() == MOST_RECORDS {
                        break;
                    }
                }
                let mut count = values.len();
                while seq.next_element::<IgnoredAny>()?.is_some() {
                    count += 1;
                }
                Ok(List { values, count })
            }
        }
        deserializer.deserialize_seq(Reader)
    }
}

/// The value under a key of the text's object, as it is written; the last, where there are several.
///
/// # Errors
/// When the text is no object.
pub fn field<'a>(text: &'a str, key: &str) -> serde_json::Result<Option<&'a RawValue>> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let found = deserializer.deserialize_map(Seek(&BTreeSet::from([key])))?;
    deserializer.end()?;
    Ok(found.into_values().next())
}

/// The text of a JSON value without the space around it; `None` where it is none.
pub fn whole(text: &str) -> Option<&str> {
    serde_json::from_str::<&RawValue>(text)
        .ok()
        .map(RawValue::get)
}

/// The texts of some parts of a JSON value: of elements of a list by their numbers, of fields by
/// their keys. What is not there is left out.
pub fn parts<'a, 'k>(text: &'a str, steps: &BTreeSet<&'k str>) -> Vec<(&'k str, &'a str)> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let found = deserializer.deserialize_any(Seek(steps));
    let found = found.unwrap_or_default().into_iter();
    found.map(|(step, value)| (step, value.get())).collect()
}

struct Seek<'s, 'k>(&'s BTreeSet<&'k str>);

impl<'de, 'k> Visitor<'de> for Seek<'_, 'k> {
    type Value = BTreeMap<&'k str, &'de RawValue>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let numbers = self.0.iter();
        let numbers: BTreeMap<usize, &'k str> = numbers
            .filter_map(|step| Some((step.parse().ok()?, *step)))
            .collect();
        let mut found = BTreeMap::new();
        for index in 0.. {
            if let Some(step) = numbers.get(&index) {
                let Some(value) = seq.next_element()? else {
                    break;
                };
                found.insert(*step, value);
            } else if seq.next_element::<IgnoredAny>()?.is_none() {
                break;
            }
        }
        Ok(found)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = BTreeMap::new();
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if let Some(step) = self.0.get(&*key) {
                found.insert(*step, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_counted_beyond_its_limit() {
        let text = format!("[{}1]", "0,".repeat(MOST_RECORDS + 6));
        let list: List<'_> = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (list.values.len(), list.count),
            (MOST_RECORDS, MOST_RECORDS + 7)
        );
        let few: List<'_> = serde_json::from_str("[1, [2], {\"a\": 3}]").unwrap();
        let texts: Vec<&str> = few.values.iter().map(|value| value.get()).collect();
        assert_eq!((texts, few.count), (vec!["1", "[2]", "{\"a\": 3}"], 3));
        assert!(serde_json::from_str::<List<'_>>("{}").is_err());
        assert!(serde_json::from_str::<List<'_>>("[1, 2").is_err());
    }

    #[test]
    fn parts_are_found_as_they_are_written() {
        let text = "{\"a\": [10, {\"b\": 1}, [] ], \"\\u0062\": 7, \"a b\": null}";
        let part = |text, step| {
            let found = parts(text, &BTreeSet::from([step]));
            found.first().map(|(_, value)| *value)
        };
        let list = part(text, "a").unwrap();
        assert_eq!(list, "[10, {\"b\": 1}, [] ]");
        assert_eq!(part(list, "0"), Some("10"));
        assert_eq!(part(list, "1"), Some("{\"b\": 1}"));
        assert_eq!(part(list, "2"), Some("[]"));
        assert_eq!(part(list, "3"), None);
        assert_eq!(part(list, "x"), None);
        assert_eq!(part(text, "b"), Some("7"), "an escaped key");
        assert_eq!(part("7", "b"), None);
        let several = parts(list, &BTreeSet::from(["2", "0", "9"]));
        assert_eq!(several, [("0", "10"), ("2", "[]")]);
        assert_eq!(field(text, "a b").unwrap().map(RawValue::get), Some("null"));
        assert!(field(text, "c").unwrap().is_none());
        assert!(field("[1]", "a").is_err());
        assert!(field("{\"a\": 1} 2", "a").is_err());
    }
}
