//! Which rows are shown.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::source::{Source, SourceIx, SourceKind};
use crate::model::text::{Conflict, Section};

use super::super::citations::{Use, Uses, line};
use super::super::search::fold::{contains, fold, words};
use super::{Fold, Part, Row, source_name};

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
pub(super) fn place_in(sections: &[Section], at: &str) -> Option<(usize, u16)> {
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
