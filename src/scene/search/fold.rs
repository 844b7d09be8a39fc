//! Folds letters, so that a text is found however it is typed: without case and diacritics
//! (ō→o, ё→е), in either kana, in old or new forms of kanji, in full or half width.

use unicode_normalization::UnicodeNormalization as _;

/// A folded text that knows which letter of the original each of its letters came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    pub chars: Vec<char>,
    /// For each folded letter, the position of the original one, counted in characters.
    pub origins: Vec<u32>,
}

/// Old forms of kanji in names and titles of the time, each before its present form.
const OLD_FORMS: &str = "擇択國国齒歯滿満洲州條条聯連戰戦對対會会團団權権榮栄臺台廣広壽寿澤沢邊辺邉辺濱浜眞真豐豊龍竜黑黒總総關関\
    舊旧經経濟済樂楽發発圖図鐵鉄獨独佛仏蘇ソ顯顕灣湾嶋島嶌島齋斎藏蔵號号縣県實実寫写變変讀読驛駅德徳淺浅淸清內内靑青";

fn new_form(letter: char) -> char {
    let mut pairs = OLD_FORMS.chars();
    while let (Some(old), Some(new)) = (pairs.next(), pairs.next()) {
        if old == letter {
            return new;
        }
    }
    letter
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

/// The folded letters of one letter.
fn fold_letter(letter: char, mut push: impl FnMut(char)) {
    match letter {
        // Straight and curved apostrophes, and the soft sign's.
        '\'' | '’' | '‘' | 'ʼ' | 'ʹ' | '`' => {}
        '\u{3041}'..='\u{3096}' => push(char::from_u32(u32::from(letter) + 0x60).unwrap_or(letter)),
        // Kana keep their voicing marks: ガ is no カ.
        'a'..='z'
        | '0'..='9'
        | ' '
        | '\u{3099}'..='\u{30fa}'
        | '\u{30fc}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' => {
            push(letter);
        }
        '\u{4e00}'..='\u{9fff}' => push(new_form(letter)),
        _ => {
            for part in letter.nfkd().filter(|part| !is_mark(*part)) {
                for lower in part.to_lowercase() {
                    push(if lower.is_alphanumeric() { lower } else { ' ' });
                }
            }
        }
    }
}

/// Folds a text; its length may change.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (origin, letter) in (0u32..).zip(text.chars()) {
        fold_letter(letter, |part| {
            folded.chars.push(part);
            folded.origins.push(origin);
        });
    }
    folded
}

/// The folded words of what was typed; half-width kana and their marks are put together first.
#[must_use]
pub fn words(typed: &str) -> Vec<Vec<char>> {
    let composed: String = typed.nfkc().collect();
    let folded = fold(&composed);
    folded
        .chars
        .split(|letter| *letter == ' ')
        .filter(|word| !word.is_empty())
        .map(<[char]>::to_vec)
        .collect()
}

/// Whether a folded text holds a folded word.
#[must_use]
pub fn contains(text: &[char], word: &[char]) -> bool {
    text.windows(word.len().max(1)).any(|part| part == word)
}

/// What kind of writing a letter belongs to; where it changes, a word ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    None,
    Digit,
    Kana,
    Kanji,
    Letter,
}

const fn script(letter: char) -> Script {
    match letter {
        ' ' => Script::None,
        '0'..='9' => Script::Digit,
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' => Script::Kana,
        '\u{3400}'..='\u{9fff}' => Script::Kanji,
        _ => Script::Letter,
    }
}

/// Whether a word begins or ends at a position of a folded text.
#[must_use]
pub fn is_boundary(letters: &[char], at: usize) -> bool {
    match (
        at.checked_sub(1).and_then(|before| letters.get(before)),
        letters.get(at),
    ) {
        (Some(before), Some(after)) => script(*before) != script(*after),
        _ => true,
    }
}

/// The words of a folded text as ranges of its letters; words also end where the script changes, as
/// Japanese has no spaces.
#[must_use]
pub fn word_ranges(letters: &[char]) -> Vec<std::ops::Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for end in 1..=letters.len() {
        let kind = script(letters[start]);
        if letters
            .get(end)
            .is_some_and(|letter| script(*letter) == kind)
        {
            continue;
        }
        if kind != Script::None {
            ranges.push(start..end);
        }
        start = end;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        fold(text).chars.into_iter().collect()
    }

    #[test]
    fn folds_all_three_scripts() {
        for (text, expected) in [
            ("Itō Hirobumi", "ito hirobumi"),
            ("Горбачёв", "горбачев"),
            ("Край", "краи"),
            ("えとろふ", "エトロフ"),
            ("擇捉島", "択捉島"),
            ("齒舞諸島", "歯舞諸島"),
            ("満洲", "満州"),
            ("Ｋａｗａｎａ", "kawana"),
            ("Sino–Soviet", "sino soviet"),
            ("Port’s", "ports"),
            ("エト・オロ", "エト オロ"),
        ] {
            assert_eq!(folded(text), expected);
        }
        let half_width: Vec<String> = words("ｺﾞﾙﾊﾞﾁｮﾌ")
            .into_iter()
            .map(|word| word.into_iter().collect())
            .collect();
        assert_eq!(half_width, ["ゴルバチョフ"]);
    }

    #[test]
    fn origins_point_into_the_original() {
        let text = "e\u{308}ō№5";
        let folded = fold(text);
        assert_eq!(folded.chars, ['e', 'o', 'n', 'o', '5']);
        assert_eq!(folded.origins, [0, 2, 3, 3, 4]);
    }

    #[test]
    fn words_end_where_the_script_changes() {
        let letters = fold("ゴルバチョフの訪日 1991").chars;
        let words: Vec<String> = word_ranges(&letters)
            .into_iter()
            .map(|range| letters[range].iter().collect())
            .collect();
        // の is kana as well; it stays with the name.
        assert_eq!(words, ["ゴルバチョフノ", "訪日", "1991"]);
        assert!(word_ranges(&[]).is_empty());
    }
}
