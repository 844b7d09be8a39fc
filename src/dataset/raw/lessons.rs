//! Lessons as written. Texts may lack a language here: a teacher's own lesson is often in one only.

use serde::{Deserialize, Serialize};

use crate::model::language::{Language, Localized};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Words {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ja: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ru: String,
}

impl From<Words> for Localized {
    fn from(words: Words) -> Self {
        Self::new(words.en, words.ja, words.ru)
    }
}

impl From<&Localized> for Words {
    fn from(text: &Localized) -> Self {
        let of = |language| text.get(language).to_owned();
        Self {
            en: of(Language::English),
            ja: of(Language::Japanese),
            ru: of(Language::Russian),
        }
    }
}

#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Aim {
    pub center: [f64; 2],
    pub width_km: f64,
}

#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

#[derive(Debug, Deserialize, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub id: String,
    pub date: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub look: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub camera: Option<Aim>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chart: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conflict: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<[String; 2]>,
    pub title: Words,
    pub caption: Words,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Words>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<Words>,
    #[serde(default)]
    pub sources: Vec<Reference>,
}

/// A lesson without its steps, which are read one by one.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LessonHead {
    pub id: String,
    pub title: Words,
    #[serde(default)]
    pub about: Words,
    pub minutes: u16,
    pub level: String,
    #[serde(default)]
    pub notes: Words,
    #[serde(rename = "steps")]
    _steps: serde::de::IgnoredAny,
}

#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lesson {
    pub id: String,
    pub title: Words,
    #[serde(default)]
    pub about: Words,
    pub minutes: u16,
    pub level: &'static str,
    #[serde(default)]
    pub notes: Words,
    pub steps: Vec<Step>,
}

impl Lesson {
    /// The text of a lesson file.
    pub fn written(&self) -> String {
        // Plain structures of strings and finite numbers can always be written.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
