//! Nothing cited may be out of reach.

use super::shelf::place_in;
use super::*;
use crate::dataset::Atlas;
use crate::dataset::Origin;
use crate::scene::citations::Uses;
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
