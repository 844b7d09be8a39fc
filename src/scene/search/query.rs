//! Finding and ranking.

use nucleo_matcher::{Config, Matcher, Utf32Str};

use crate::dataset::Atlas;
use crate::model::language::Language;

use super::describe::{commands, date_hit, detail, is_link, link_hit, title};
use super::fold::{is_boundary, words};
use super::index::{Entry, Index, Spelling};
use super::{Group, Hit, Marked, typo};

/// The most results of one group.
const PER_GROUP: usize = 8;
/// Where fewer entries than this hold the words as typed, mistakes are looked for too.
const FEW: usize = 6;
/// Points that nucleo gives: a letter, the first letter of a word, a letter after it, a letter
/// after another within a word.
const LETTER: f32 = 16.0;
const WORD_START: f32 = 20.0;
const WORD_LETTER: f32 = 10.0;
const NEXT_LETTER: f32 = 4.0;
/// Points that gaps may cost.
const GAPS: f32 = 8.0;
/// What a match with gaps counts of one in one piece.
const GAPPED: f32 = 0.65;
/// What a match in the keywords counts of one in the name.
const KEYWORD: f32 = 0.55;
/// What a year in the keywords counts of one in the name.
const DATE: f32 = 0.95;
/// How much better another language's spelling must fit to be shown instead of the interface's.
const FOREIGN: f32 = 0.1;

/// Searches an index. Keeps the matcher's working memory (135 kB) from query to query.
pub struct Searcher {
    matcher: Matcher,
}

impl Default for Searcher {
    fn default() -> Self {
        let mut config = Config::DEFAULT;
        // Both sides are folded already.
        (config.normalize, config.ignore_case) = (false, false);
        Self {
            matcher: Matcher::new(config),
        }
    }
}

/// A typed word and the known words it may be a mistake for.
struct Word {
    letters: Vec<char>,
    /// For each word of the index, the mistakes; empty while mistakes are not looked for.
    mistakes: Vec<Option<u8>>,
}

/// How well a spelling fits.
#[derive(Clone, Copy, PartialEq)]
struct Rank {
    score: f32,
    spelling: usize,
}

impl Searcher {
    /// The results for what was typed, best group first, best first within a group; all commands
    /// where nothing is typed yet.
    pub fn search(
        &mut self,
        index: &Index,
        atlas: &Atlas,
        typed: &str,
        language: Language,
    ) -> Vec<Hit> {
        if typed.trim().is_empty() {
            return commands(index, language);
        }
        if is_link(typed) {
            return link_hit(atlas, typed, language).into_iter().collect();
        }
        let mut query: Vec<Word> = words(typed)
            .into_iter()
            .map(|letters| Word {
                letters,
                mistakes: Vec::new(),
            })
            .collect();
        let mut ranks = self.rank_all(index, &query, language);
        if ranks.len() < FEW {
            for word in &mut query {
                word.mistakes = mistakes(index, &word.letters);
            }
            ranks = self.rank_all(index, &query, language);
        }
        let mut hits: Vec<Hit> = date_hit(typed, language).into_iter().collect();
        for group in best_groups(index, &ranks) {
            let of_group = ranks
                .iter()
                .filter(|(entry, _)| index.entries[*entry].target.group() == group);
            for (entry, rank) in of_group.take(PER_GROUP) {
                hits.push(self.hit(
                    index,
                    atlas,
                    &index.entries[*entry],
                    *rank,
                    &query,
                    language,
                ));
            }
        }
        hits
    }

    /// All entries that hold all words, best first.
    fn rank_all(
        &mut self,
        index: &Index,
        query: &[Word],
        language: Language,
    ) -> Vec<(usize, Rank)> {
        if query.is_empty() {
            return Vec::new();
        }
        let all = index.entries.iter().enumerate();
        let mut ranks: Vec<(usize, Rank)> = all
            .filter_map(|(position, entry)| Some((position, self.rank(entry, query, language)?)))
            .collect();
        ranks.sort_by(|one, other| {
            other
                .1
                .score
                .total_cmp(&one.1.score)
                .then(one.0.cmp(&other.0))
        });
        ranks
    }

    fn rank(&mut self, entry: &Entry, query: &[Word], language: Language) -> Option<Rank> {
        let weight = match entry.target.group() {
            Group::Dates | Group::Places => 1.0,
            Group::People => 1.08,
            Group::Events => 0.95,
            Group::Commands => 0.9,
            Group::Sources | Group::Terms => 0.8,
            Group::Conflicts => 0.6,
        };
        let all = entry.spellings.iter().enumerate();
        let ranks = all.filter_map(|(spelling, text)| {
            let score = weight * self.score(entry, text, query)?;
            Some(Rank { score, spelling })
        });
        let fit = |rank: &Rank| {
            let is_own = entry.spellings[rank.spelling].language == Some(language);
            rank.score + if is_own { FOREIGN } else { 0.0 }
        };
        ranks.reduce(|best, rank| if fit(&rank) > fit(&best) { rank } else { best })
    }

    /// How well a spelling holds all words: about 1 when it holds them as they are, more when it is
    /// nothing else; `None` when it lacks one.
    fn score(&mut self, entry: &Entry, spelling: &Spelling, query: &[Word]) -> Option<f32> {
        let mut sum = 0.0;
        let mut letters = 0.0;
        let mut in_name = 0.0;
        for word in query {
            let length = as_f32(word.letters.len());
            let name = self.word_in_name(spelling, word);
            let keyword = if name >= 1.0 {
                0.0
            } else {
                let weight = if has_digit(&word.letters) {
                    DATE
                } else {
                    KEYWORD
                };
                weight * self.word_in_keywords(entry, spelling, word)
            };
            let best = name.max(keyword);
            if best <= 0.0 {
                return None;
            }
            if name >= keyword {
                in_name += length;
            }
            sum += length * best;
            letters += length;
        }
        let coverage = (in_name / as_f32(spelling.folded.chars.len().max(1))).min(1.0);
        let is_all = if coverage >= 1.0 { 0.15 } else { 0.0 };
        let begins = query.iter().any(|word| begins_with(spelling, word));
        let is_beginning = if begins { 0.08 } else { 0.0 };
        Some(sum / letters + 0.25 * coverage + is_all + is_beginning)
    }

    fn word_in_name(&mut self, spelling: &Spelling, word: &Word) -> f32 {
        let known = spelling.words.iter().map(|(number, _)| *number);
        self.word_in(&spelling.folded.chars, known, word)
    }

    fn word_in_keywords(&mut self, entry: &Entry, spelling: &Spelling, word: &Word) -> f32 {
        let Some(keywords) = spelling.keywords.map(|position| &entry.keywords[position]) else {
            return 0.0;
        };
        self.word_in(&keywords.chars, keywords.words.iter().copied(), word)
    }

    fn word_in(&mut self, text: &[char], known: impl Iterator<Item = u32>, word: &Word) -> f32 {
        let literal = literal(text, &word.letters).map_or(0.0, |(_, score)| score);
        if literal > 0.0 || word.mistakes.is_empty() {
            return literal;
        }
        let fewest = known
            .filter_map(|number| word.mistakes[number as usize])
            .min();
        let mistaken = fewest.map_or(0.0, |count| after_mistakes(count, word.letters.len()));
        mistaken.max(self.gapped(text, &word.letters))
    }

    /// How well a text holds a word with a small gap or two; numbers have none.
    fn gapped(&mut self, text: &[char], word: &[char]) -> f32 {
        if word.len() < 5 || has_digit(word) {
            return 0.0;
        }
        let score = self
            .matcher
            .fuzzy_match(Utf32Str::Unicode(text), Utf32Str::Unicode(word));
        let least = LETTER * as_f32(word.len()) + NEXT_LETTER * as_f32(word.len() - 1) - GAPS;
        let score = score.map_or(0.0, f32::from);
        if score < least {
            0.0
        } else {
            GAPPED * (score / best_score(word.len())).min(1.0)
        }
    }

    fn hit(
        &mut self,
        index: &Index,
        atlas: &Atlas,
        entry: &Entry,
        rank: Rank,
        query: &[Word],
        language: Language,
    ) -> Hit {
        let spelling = &entry.spellings[rank.spelling.min(entry.spellings.len() - 1)];
        let marked = Marked {
            text: spelling.text.clone(),
            marks: self.marks(spelling, query),
        };
        let title = title(index, atlas, entry.target, language);
        let (title, also) = if marked.text == title {
            (marked, None)
        } else if marked.marks.is_empty() {
            (
                Marked {
                    text: title,
                    marks: Vec::new(),
                },
                None,
            )
        } else {
            (
                Marked {
                    text: title,
                    marks: Vec::new(),
                },
                Some(marked),
            )
        };
        Hit {
            target: entry.target,
            title,
            also,
            detail: detail(index, atlas, entry.target, language),
            score: rank.score,
        }
    }

    /// The letters of a spelling that the words matched.
    fn marks(&mut self, spelling: &Spelling, query: &[Word]) -> Vec<u32> {
        let mut folded: Vec<u32> = Vec::new();
        for word in query {
            let (text, letters) = (&spelling.folded.chars, &word.letters);
            let [text_32, letters_32] = [text, letters].map(|chars| Utf32Str::Unicode(chars));
            if let Some((start, _)) = literal(text, letters) {
                folded
                    .extend((start..start + letters.len()).filter_map(|at| u32::try_from(at).ok()));
                continue;
            }
            if word.mistakes.is_empty() {
                continue;
            }
            let meant = spelling
                .words
                .iter()
                .filter(|(number, _)| word.mistakes[*number as usize].is_some());
            match meant.min_by_key(|(number, _)| word.mistakes[*number as usize]) {
                Some((_, range)) => {
                    folded.extend(range.clone().filter_map(|at| u32::try_from(at).ok()));
                }
                None if self.gapped(text, letters) > 0.0 => {
                    self.matcher.fuzzy_indices(text_32, letters_32, &mut folded);
                }
                None => {}
            }
        }
        let mut marks: Vec<u32> = folded
            .into_iter()
            .filter_map(|at| spelling.folded.origins.get(at as usize).copied())
            .collect();
        marks.sort_unstable();
        marks.dedup();
        marks
    }
}

#[expect(clippy::cast_precision_loss, reason = "lengths of names")]
const fn as_f32(length: usize) -> f32 {
    length as f32
}

/// Where a text holds a word in one piece, and how well: 1 when it is a word of the text, less when
/// it only begins one, still less within one. (The matcher's own search for a piece misses one at
/// the end of a text.)
fn literal(text: &[char], word: &[char]) -> Option<(usize, f32)> {
    let first = *word.first()?;
    let mut best: Option<(usize, f32)> = None;
    for start in
        (0..(text.len() + 1).saturating_sub(word.len())).filter(|start| text[*start] == first)
    {
        let end = start + word.len();
        if text[start..end] != *word {
            continue;
        }
        let score = match (is_boundary(text, start), is_boundary(text, end)) {
            (true, true) => 1.0,
            (true, false) => 0.95,
            // 56 is no part of 1956.
            (false, _) if has_digit(word) => continue,
            (false, _) => 0.65,
        };
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((start, score));
        }
    }
    best
}

/// The points of a word that stands at the beginning of a word, in one piece.
fn best_score(length: usize) -> f32 {
    LETTER * as_f32(length) + WORD_START + WORD_LETTER * as_f32(length.saturating_sub(1))
}

/// Whether a name begins with a word, or with one it may be a mistake for.
fn begins_with(spelling: &Spelling, word: &Word) -> bool {
    let mistaken = |number: &u32| {
        word.mistakes
            .get(*number as usize)
            .copied()
            .flatten()
            .is_some()
    };
    spelling.folded.chars.starts_with(&word.letters)
        || spelling
            .words
            .first()
            .is_some_and(|(number, range)| range.start == 0 && mistaken(number))
}

fn has_digit(word: &[char]) -> bool {
    word.iter().any(char::is_ascii_digit)
}

/// What a word counts that was typed with mistakes.
fn after_mistakes(mistakes: u8, length: usize) -> f32 {
    (0.85 - 1.1 * f32::from(mistakes) / as_f32(length)).max(0.1)
}

fn mistakes(index: &Index, word: &[char]) -> Vec<Option<u8>> {
    let most = if has_digit(word) {
        0
    } else {
        typo::allowed(word.len())
    };
    let count = |known: &[char]| {
        typo::distance(word, known, most).and_then(|count| u8::try_from(count).ok())
    };
    index.words.iter().map(|known| count(known)).collect()
}

/// The groups in order of their best results.
fn best_groups(index: &Index, ranks: &[(usize, Rank)]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (entry, _) in ranks {
        let group = index.entries[*entry].target.group();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}
