//! The layers as tables for spreadsheets.

use crate::dataset::Atlas;
use crate::model::language::Language;
use crate::model::series::Series;

use super::record::{Place, Record};
use super::{ExportError, csv};

/// Records as CSV: their fields, and for what lies at one point its longitude and latitude.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn records(records: &[Record<'_>]) -> Result<String, ExportError> {
    let has_points = records
        .iter()
        .any(|record| matches!(record.place, Place::Points(_)));
    let mut heading: Vec<String> = records.first().map_or_else(Vec::new, |record| {
        let names = record.fields.iter();
        names.map(|(name, _)| (*name).to_owned()).collect()
    });
    if has_points {
        heading.extend(["longitude", "latitude"].map(str::to_owned));
    }
    let mut rows = vec![heading];
    rows.extend(records.iter().map(|record| {
        let mut row: Vec<String> = record
            .fields
            .iter()
            .map(|(_, value)| value.cell())
            .collect();
        if has_points {
            let point = match &record.place {
                Place::Points(points) => points.first(),
                _ => None,
            };
            row.extend([0, 1].map(|axis| csv::figure(point.map(|point| point[axis]))));
        }
        row
    }));
    csv::text(&rows)
}

/// All figures over the years as CSV.
///
/// # Errors
/// See [`ExportError::Table`].
pub fn series(atlas: &Atlas, language: Language) -> Result<String, ExportError> {
    let all: Vec<&Series> = atlas.series.iter().collect();
    csv::series(atlas, &all, &[], language)
}
