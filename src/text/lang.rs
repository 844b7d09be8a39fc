//! Choosing a language.

use crate::model::language::Language;

/// The language of a locale name such as `ja_JP.UTF-8` or `ru-RU`; English where it is another.
#[must_use]
pub fn from_locale(locale: &str) -> Language {
    let code = locale
        .split(['-', '_', '.', '@'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    Language::from_code(&code).unwrap_or_default()
}

/// The language of the system.
#[must_use]
pub fn of_system() -> Language {
    sys_locale::get_locale().map_or(Language::English, |locale| from_locale(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_locale_names() {
        for (locale, language) in [
            ("ja_JP.UTF-8", Language::Japanese),
            ("ru-RU", Language::Russian),
            ("RU", Language::Russian),
            ("en_GB", Language::English),
            ("C", Language::English),
            ("", Language::English),
        ] {
            assert_eq!(from_locale(locale), language, "{locale}");
        }
    }
}
