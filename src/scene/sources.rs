//! The page of the sources as rows: the two texts by section and paragraph with what the atlas took
//! from each, the conflicts, and the bibliography. Folded rows are left out, so that the screen
//! handles only what is open.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::source::{Source, SourceIx, SourceKind};
use crate::model::text::{Conflict, Section};
use crate::text::{Key, format};

use super::citations::{Use, Uses, line};
use super::search::fold::{contains, fold, words};

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Part {
    #[default]
    Texts,
    Conflicts,
    Bibliography,
}

impl Part {
    /// All parts, in order.
    pub const ALL: [Self; 3] = [Self::Texts, Self::Conflicts, Self::Bibliography];

    /// The name of the part.
    #[must_use]
    pub const fn key(self) -> Key {
        match self {
            Self::Texts => Key::SourcesTexts,
            Self::Conflicts => Key::SourcesConflicts,
            Self::Bibliography => Key::SourcesBibliography,
        }
    }
}

/// A row of the page. Numbers are positions: of a text among the outlines, of a section within its
/// text; paragraphs count from 1, and 0 stands for captions and notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    Text(usize),
    Section {
        text: usize,
        section: usize,
        facts: usize,
    },
    Paragraph {
        text: usize,
        section: usize,
        paragraph: u16,
        facts: usize,
    },
    /// A use of a source: its position among the source's uses.
    Fact {
        source: SourceIx,
        position: usize,
    },
    /// The heading of a rank of conflicts.
    Rank {
        rank: u8,
        conflicts: usize,
    },
    Conflict(u16),
    /// What the text says, what documents say, and why.
    ConflictBody(u16),
    Kind {
        kind: SourceKind,
        sources: usize,
    },
    Source {
        source: SourceIx,
        facts: usize,
    },
    Nothing,
}

/// What of the page a reader has unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fold {
    Section {
        text: usize,
        section: usize,
    },
    Paragraph {
        text: usize,
        section: usize,
        paragraph: u16,
    },
    Conflict(u16),
    Kind(SourceKind),
    Source(SourceIx),
}

impl Row {
    /// What the row folds and unfolds.
    #[must_use]
    pub const fn fold(self) -> Option<Fold> {
        match self {
            Self::Section { text, section, .. } => Some(Fold::Section { text, section }),
            Self::Paragraph {
                text,
                section,
                paragraph,
                ..
            } => Some(Fold::Paragraph {
                text,
                section,
                paragraph,
            }),
            Self::Conflict(conflict) => Some(Fold::Conflict(conflict)),
            Self::Kind { kind, .. } => Some(Fold::Kind(kind)),
            Self::Source { source, .. } => Some(Fold::Source(source)),
            _ => None,
        }
    }
}

/// What the rows are made of.
pub struct Shelf<'a> {
    pub atlas: &'a Atlas,
    pub uses: &'a Uses,
    pub language: Language,
    /// The folded words of the filter.
    filter: Vec<Vec<char>>,
}

impl<'a> Shelf<'a> {
    /// With a filter, only what holds all its words is shown, unfolded.
    #[must_use]
    pub fn new(atlas: &'a Atlas, uses: &'a Uses, language: Language, filter: &str) -> Self {
        Self {
            atlas,
            uses,
            language,
            filter: words(filter),
        }
    }

    fn is_filtered(&self) -> bool {
        !self.filter.is_empty()
    }

    fn fits(&self, texts: &[&str]) -> bool {
        if !self.is_filtered() {
            return true;
        }
        let folded: Vec<Vec<char>> = texts.iter().map(|text| fold(text).chars).collect();
        self.filter
            .iter()
            .all(|word| folded.iter().any(|text| contains(text, word)))
    }

    /// The rows of a part, given what is unfolded.
    #[must_use]
    pub fn rows(&self, part: Part, is_open: impl Fn(Fold) -> bool) -> Vec<Row> {
        let mut rows = Vec::new();
        match part {
            Part::Texts => self.texts(&mut rows, is_open),
            Part::Conflicts => self.conflicts(&mut rows, is_open),
            Part::Bibliography => self.bibliography(&mut rows, is_open),
        }
        if rows.is_empty() {
            rows.push(Row::Nothing);
        }
        rows
    }

    fn texts(&self, rows: &mut Vec<Row>, is_open: impl Fn(Fold) -> bool) {
        for (text, outline) in self.atlas.outlines.iter().enumerate() {
            let source = outline.text;
            let uses = self.uses.of(source);
            let places: Vec<Option<(usize, u16)>> = uses
                .iter()
                .map(|one| place_in(&outline.sections, &one.at))
                .collect();
            let begin = rows.len();
            rows.push(Row::Text(text));
            for (section, heading) in outline.sections.iter().enumerate() {
                let of_section = (0..uses.len())
                    .filter(|position| places[*position].is_some_and(|place| place.0 == section));
                let named = self.is_filtered()
                    && self.fits(&[heading.name.get(self.language), &heading.title]);
                let facts: Vec<usize> = of_section
                    .filter(|position| named || self.use_fits(&uses[*position]))
                    .collect();
                if self.is_filtered() && facts.is_empty() && !named {
                    continue;
                }
                rows.push(Row::Section {
                    text,
                    section,
                    facts: facts.len(),
                });
                if !self.is_filtered() && !is_open(Fold::Section { text, section }) {
                    continue;
                }
                for paragraph in (1..=heading.paragraphs).chain([0]) {
                    let of_paragraph =
                        |position: &&usize| places[**position] == Some((section, paragraph));
                    let facts: Vec<usize> = facts.iter().filter(of_paragraph).copied().collect();
                    if facts.is_empty() && (paragraph == 0 || self.is_filtered()) {
                        continue;
                    }
                    rows.push(Row::Paragraph {
                        text,
                        section,
                        paragraph,
                        facts: facts.len(),
                    });
                    if self.is_filtered()
                        || is_open(Fold::Paragraph {
                            text,
                            section,
                            paragraph,
                        })
                    {
                        rows.extend(
                            facts
                                .into_iter()
                                .map(|position| Row::Fact { source, position }),
                        );
                    }
                }
            }
            if self.is_filtered() && rows.len() == begin + 1 {
                rows.truncate(begin);
            }
        }
    }

    fn use_fits(&self, one: &Use) -> bool {
        if !self.is_filtered() {
            return true;
        }
        let line = line(self.atlas, one.fact, self.language);
        self.fits(&[
            &line.text,
            &one.at,
            line.date.as_ref().map_or("", |date| date.text.as_str()),
        ])
    }

    fn conflicts(&self, rows: &mut Vec<Row>, is_open: impl Fn(Fold) -> bool) {
        for rank in [1, 2] {
            let all = (0u16..).zip(&self.atlas.conflicts);
            let of_rank =
                all.filter(|(_, conflict)| conflict.rank == rank && self.conflict_fits(conflict));
            let of_rank: Vec<u16> = of_rank.map(|(index, _)| index).collect();
            if of_rank.is_empty() {
                continue;
            }
            rows.push(Row::Rank {
                rank,
                conflicts: of_rank.len(),
            });
            for conflict in of_rank {
                rows.push(Row::Conflict(conflict));
                if is_open(Fold::Conflict(conflict)) {
                    rows.push(Row::ConflictBody(conflict));
                }
            }
        }
    }

    fn conflict_fits(&self, conflict: &Conflict) -> bool {
        if !self.is_filtered() {
            return true;
        }
        let texts = [
            &conflict.title,
            &conflict.text_says,
            &conflict.documents_say,
            &conflict.why,
        ];
        let mut texts: Vec<&str> = texts.map(|text| text.get(self.language)).to_vec();
        let years: Vec<String> = conflict.years.iter().map(ToString::to_string).collect();
        texts.extend(years.iter().map(String::as_str));
        texts.extend(
            conflict
                .territories
                .iter()
                .map(|place| self.atlas.territory(*place).name.get(self.language)),
        );
        self.fits(&texts)
    }

    fn bibliography(&self, rows: &mut Vec<Row>, is_open: impl Fn(Fold) -> bool) {
        for kind in SourceKind::ALL {
            let all = (0u16..).map(SourceIx).zip(&self.atlas.sources);
            let of_kind = all.filter(|(_, source)| source.kind == kind && self.source_fits(source));
            let mut of_kind: Vec<SourceIx> = of_kind.map(|(index, _)| index).collect();
            if of_kind.is_empty() {
                continue;
            }
            of_kind.sort_by_cached_key(|index| {
                let source = self.atlas.source(*index);
                (
                    source
                        .date
                        .map(crate::model::date::HistoricalDate::first_day),
                    source_name(source, self.language).to_owned(),
                )
            });
            rows.push(Row::Kind {
                kind,
                sources: of_kind.len(),
            });
            if !self.is_filtered() && !is_open(Fold::Kind(kind)) {
                continue;
            }
            for source in of_kind {
                let facts = self.uses.of(source).len();
                rows.push(Row::Source { source, facts });
                if is_open(Fold::Source(source)) {
                    rows.extend((0..facts).map(|position| Row::Fact { source, position }));
                }
            }
        }
    }

    fn source_fits(&self, source: &Source) -> bool {
        if !self.is_filtered() {
            return true;
        }
        let date = source.date.map(|date| date.to_string()).unwrap_or_default();
        let name = source_name(source, self.language);
        self.fits(&[
            name,
            &source.title,
            &source.publisher,
            &date,
            source.url.as_deref().unwrap_or_default(),
        ])
    }
}

/// The section and the paragraph of a citation; paragraph 0 for captions and notes.
fn place_in(sections: &[Section], at: &str) -> Option<(usize, u16)> {
    let matching = sections
        .iter()
        .enumerate()
        .filter(|(_, section)| at.starts_with(&section.title));
    let (index, section) = matching.max_by_key(|(_, section)| section.title.len())?;
    let paragraph = at[section.title.len()..]
        .trim()
        .strip_prefix('¶')
        .and_then(|number| number.parse().ok());
    Some((
        index,
        paragraph
            .filter(|number| *number <= section.paragraphs)
            .unwrap_or(0),
    ))
}

/// How a language calls a source.
#[must_use]
pub fn source_name(source: &Source, language: Language) -> &str {
    source
        .name
        .as_ref()
        .map_or(source.title.as_str(), |name| name.get(language))
}

/// Publisher and date.
#[must_use]
pub fn source_detail(source: &Source, language: Language) -> String {
    let date = source.date.map(|date| format::historical(language, date));
    match date {
        Some(date) if source.publisher.is_empty() => date,
        Some(date) => format!("{}, {date}", source.publisher),
        None => source.publisher.clone(),
    }
}

/// The name of a kind of source, in the plural.
#[must_use]
pub const fn kind_key(kind: SourceKind) -> Key {
    match kind {
        SourceKind::Text => Key::SourcesTexts,
        SourceKind::Treaty => Key::SourcesTreaties,
        SourceKind::Document => Key::SourcesDocuments,
        SourceKind::Page => Key::SourcesPages,
        SourceKind::Book => Key::SourcesBooks,
        SourceKind::Article => Key::SourcesArticles,
        SourceKind::Dataset => Key::SourcesDatasets,
        SourceKind::Survey => Key::SourcesSurveys,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::Origin;
    use std::sync::LazyLock;

    static ATLAS: LazyLock<Atlas> = LazyLock::new(|| Atlas::load(&Origin::Embedded).unwrap());
    static USES: LazyLock<Uses> = LazyLock::new(|| Uses::new(&ATLAS));

    fn rows(part: Part, filter: &str, open: bool) -> Vec<Row> {
        Shelf::new(&ATLAS, &USES, Language::English, filter).rows(part, |_| open)
    }

    #[test]
    fn every_body_paragraph_of_both_texts_has_a_fact() {
        let mut body = 0;
        for row in rows(Part::Texts, "", true) {
            if let Row::Paragraph {
                text,
                section,
                paragraph: 1..,
                facts,
            } = row
            {
                body += 1;
                assert!(
                    facts > 0,
                    "{}: {row:?}",
                    ATLAS.outlines[text].sections[section].title
                );
            }
        }
        let sections = ATLAS.outlines.iter().flat_map(|outline| &outline.sections);
        assert_eq!(
            body,
            sections
                .map(|section| usize::from(section.paragraphs))
                .sum::<usize>()
        );
    }

    #[test]
    fn every_citation_of_a_text_finds_its_section() {
        for outline in &ATLAS.outlines {
            for one in USES
                .of(outline.text)
                .iter()
                .filter(|one| !one.at.is_empty())
            {
                assert!(
                    place_in(&outline.sections, &one.at).is_some(),
                    "{}: {:?}",
                    one.at,
                    one.fact
                );
            }
        }
    }

    #[test]
    fn every_conflict_of_rank_1_and_2_is_reachable() {
        let shown: Vec<Row> = rows(Part::Conflicts, "", true);
        for (index, conflict) in (0u16..).zip(&ATLAS.conflicts) {
            assert!(matches!(conflict.rank, 1 | 2), "{}", conflict.id);
            assert!(shown.contains(&Row::ConflictBody(index)), "{}", conflict.id);
        }
    }

    #[test]
    fn every_source_is_in_the_bibliography_once() {
        let sources = rows(Part::Bibliography, "", true)
            .into_iter()
            .filter(|row| matches!(row, Row::Source { .. }));
        assert_eq!(sources.count(), ATLAS.sources.len());
        let folded = rows(Part::Bibliography, "", false);
        assert!(folded.len() <= SourceKind::ALL.len(), "folded at first");
    }

    #[test]
    fn the_filter_keeps_what_holds_all_its_words() {
        let all = rows(Part::Bibliography, "", true).len();
        let some = rows(Part::Bibliography, "portsmouth 1905", false);
        assert!(some.len() > 1 && some.len() < all / 4);
        assert_eq!(rows(Part::Conflicts, "qqqq", false), [Row::Nothing]);
        assert!(
            rows(Part::Texts, "GORBACHEV", false)
                .iter()
                .any(|row| matches!(row, Row::Fact { .. }))
        );
    }
}
