//! The searchable texts, folded once.

use std::collections::HashMap;

use crate::dataset::Atlas;
use crate::model::event::Event;
use crate::model::language::{Language, Localized};
use crate::state::Command;
use crate::text::{Catalog, Key};

use super::Target;
use super::fold::{Folded, fold, word_ranges};

/// A command that can be found by its name.
#[derive(Clone, Debug)]
pub struct CommandEntry {
    pub text: Key,
    pub command: Command,
    /// The keys, as they are written; empty where it has none.
    pub keys: String,
}

/// One way to write an entry's name.
#[derive(Debug)]
pub(super) struct Spelling {
    pub text: String,
    /// Of which interface it is the name; `None` for all other names.
    pub language: Option<Language>,
    pub folded: Folded,
    /// The words of the name: numbers in [`Index::words`] and ranges of letters.
    pub words: Vec<(u32, std::ops::Range<usize>)>,
    /// Position of further words in the entry's keywords: dates, people, places.
    pub keywords: Option<usize>,
}

/// Further words by which an entry is found, at a discount.
#[derive(Debug, Default)]
pub(super) struct Keywords {
    pub chars: Vec<char>,
    pub words: Vec<u32>,
}

/// Something that can be found.
#[derive(Debug)]
pub(super) struct Entry {
    pub target: Target,
    pub spellings: Vec<Spelling>,
    pub keywords: Vec<Keywords>,
}

/// Everything that can be found, ready for searching.
#[derive(Debug, Default)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    /// All words of all spellings, each once.
    pub(super) words: Vec<Box<[char]>>,
    numbers: HashMap<Box<[char]>, u32>,
    pub(super) commands: Vec<CommandEntry>,
}

impl Index {
    /// Folds all names of an atlas and of the program's commands.
    #[must_use]
    pub fn new(atlas: &Atlas, commands: Vec<CommandEntry>) -> Self {
        let mut index = Self::default();
        for (place, territory) in atlas.territories() {
            let others = territory
                .also
                .iter()
                .map(|other| (None, other.name.as_str()));
            let names: Vec<Name<'_>> = own_names(&territory.name).chain(others).collect();
            index.add(Target::Place(place), &names, &[]);
        }
        for (number, event) in atlas.events() {
            let keywords = Language::ALL.map(|language| event_keywords(atlas, event, language));
            index.add_localized(Target::Event(number), &event.title, &keywords);
        }
        for (number, person) in (0u16..).zip(&atlas.people) {
            let target = Target::Person(crate::model::event::PersonIx(number));
            index.add_localized(target, &person.name, &[]);
        }
        for (number, conflict) in (0u16..).zip(&atlas.conflicts) {
            let keywords =
                Language::ALL.map(|language| conflict.text_says.get(language).to_owned());
            index.add_localized(Target::Conflict(number), &conflict.title, &keywords);
        }
        for (number, term) in (0u16..).zip(&atlas.terms) {
            index.add_localized(Target::Term(number), &term.term, &[]);
        }
        for (number, source) in (0u16..).zip(&atlas.sources) {
            let own = source.name.iter().flat_map(own_names);
            let names: Vec<Name<'_>> = own.chain([(None, source.title.as_str())]).collect();
            let year = source.date.map(|date| date.to_string()).unwrap_or_default();
            let keywords = format!("{} {year} {}", source.publisher, source.id);
            index.add(
                Target::Source(crate::model::source::SourceIx(number)),
                &names,
                &[keywords],
            );
        }
        for entry in &commands {
            let name = |language| (Some(language), Catalog::of(language).get(entry.text));
            let names = Language::ALL.map(name);
            index.add(Target::Command(entry.command), &names, &[]);
        }
        index.commands = commands;
        index
    }

    /// How many things can be found, and by how many spellings.
    #[must_use]
    pub fn size(&self) -> (usize, usize) {
        (
            self.entries.len(),
            self.entries.iter().map(|entry| entry.spellings.len()).sum(),
        )
    }

    fn add_localized(&mut self, target: Target, names: &Localized, keywords: &[String]) {
        let names: Vec<Name<'_>> = own_names(names).collect();
        self.add(target, &names, keywords);
    }

    /// Adds an entry; keywords are one for each name, or one for all.
    fn add(&mut self, target: Target, names: &[Name<'_>], keywords: &[String]) {
        let mut spellings: Vec<Spelling> = Vec::with_capacity(names.len());
        for (position, (language, name)) in names.iter().enumerate() {
            if spellings.iter().any(|known| known.text == *name) {
                continue;
            }
            let folded = fold(name);
            let ranges = word_ranges(&folded.chars);
            let words = ranges
                .into_iter()
                .map(|range| (self.number(&folded.chars[range.clone()]), range))
                .collect();
            let keywords = keywords.len().checked_sub(1).map(|last| position.min(last));
            spellings.push(Spelling {
                text: (*name).to_owned(),
                language: *language,
                folded,
                words,
                keywords,
            });
        }
        let keywords = keywords.iter().map(|text| {
            let chars = fold(text).chars;
            let words = word_ranges(&chars)
                .into_iter()
                .map(|range| self.number(&chars[range]))
                .collect();
            Keywords { chars, words }
        });
        let keywords = keywords.collect();
        self.entries.push(Entry {
            target,
            spellings,
            keywords,
        });
    }

    fn number(&mut self, word: &[char]) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
        self.words.push(word.into());
        self.numbers.insert(word.into(), number);
        number
    }
}

/// A name with the language of the interface it belongs to.
type Name<'a> = (Option<Language>, &'a str);

/// The names in the three languages.
fn own_names(names: &Localized) -> impl Iterator<Item = Name<'_>> {
    names.iter().map(|(language, name)| (Some(language), name))
}

/// The date, the points, the people and the places of an event.
fn event_keywords(atlas: &Atlas, event: &Event, language: Language) -> String {
    let mut words = event.from.to_string();
    let points = event.points.iter().map(|point| point.name.get(language));
    let people = event
        .people
        .iter()
        .map(|role| atlas.person(role.person).name.get(language));
    let places = event
        .places
        .iter()
        .map(|place| atlas.territory(*place).name.get(language));
    for word in points.chain(people).chain(places) {
        words.push(' ');
        words.push_str(word);
    }
    words
}
