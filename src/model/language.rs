//! The three languages every text of the atlas is written in.

/// A language of the interface and of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum Language {
    #[default]
    English,
    Japanese,
    Russian,
}

impl Language {
    /// All languages, in the order in which [`Localized`] stores its texts.
    pub const ALL: [Self; 3] = [Self::English, Self::Japanese, Self::Russian];

    /// The ISO 639-1 code, as used on the command line and in the data.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Japanese => "ja",
            Self::Russian => "ru",
        }
    }

    /// Reads an ISO 639-1 code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The language's own name for itself, as short as it can be.
    #[must_use]
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::English => "EN",
            Self::Japanese => "日",
            Self::Russian => "РУ",
        }
    }

    /// The language's own name for itself.
    #[must_use]
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Japanese => "日本語",
            Self::Russian => "Русский",
        }
    }
}

/// In which language places are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Naming {
    /// That of the interface.
    #[default]
    Interface,
    One(Language),
    /// As whoever holds a place on the date that is shown calls it.
    Local,
}

impl Naming {
    /// All ways of naming.
    pub const ALL: [Self; 5] = [
        Self::Interface,
        Self::One(Language::English),
        Self::One(Language::Japanese),
        Self::One(Language::Russian),
        Self::Local,
    ];

    /// The id used in the settings and on the command line.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Interface => "interface",
            Self::One(language) => language.code(),
            Self::Local => "local",
        }
    }

    /// The way of naming of an id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|naming| naming.id() == id)
    }
}

/// One text in the three languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Localized([Box<str>; 3]);

impl Localized {
    /// Texts in English, Japanese and Russian.
    pub fn new(en: impl Into<Box<str>>, ja: impl Into<Box<str>>, ru: impl Into<Box<str>>) -> Self {
        Self([en.into(), ja.into(), ru.into()])
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        &self.0[language as usize]
    }

    /// A text in one language, the others without words.
    #[must_use]
    pub fn only(language: Language, text: &str) -> Self {
        let mut only = Self::new("", "", "");
        only.set(language, text);
        only
    }

    /// Whether no language has words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|text| text.trim().is_empty())
    }

    /// The text in one language, or in the first that has words: for what readers write themselves,
    /// often in their own language alone.
    #[must_use]
    pub fn said(&self, language: Language) -> &str {
        let mut texts = std::iter::once(self.get(language)).chain(self.0.iter().map(AsRef::as_ref));
        texts
            .find(|text| !text.trim().is_empty())
            .unwrap_or_default()
    }

    /// Replaces the text of one language.
    pub fn set(&mut self, language: Language, text: &str) {
        self.0[language as usize] = text.into();
    }

    /// All three texts with their languages.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        Language::ALL
            .into_iter()
            .map(|language| (language, self.get(language)))
    }
}
