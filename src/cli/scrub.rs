//! `scrub`: how long each step through the years takes, for measuring.

use serde_json::{Value, json};

use crate::host::clock::Soaked;
use crate::host::scrub::{self, Options, Report};

use super::args::ScrubArgs;
use super::error::CliError;
use super::{open, output, request};

/// Measures, and prints one line of JSON.
///
/// # Errors
/// When the data are wrong, or a window is needed and there is none.
pub fn run(args: &ScrubArgs) -> Result<(), CliError> {
    let language = args.common.language();
    let options = Options {
        atlas: request::atlas(args.common.data.as_deref(), language)?,
        renderer: args.renderer,
        from: args.from,
        to: args.to,
        repeat: args.repeat,
        minutes: args.minutes,
        size: args.size,
        language,
        page: args.page,
    };
    let report =
        scrub::run(&options).map_err(|failure| CliError::Window(open::text(&failure, language)))?;
    let line = match &report.soak {
        Some(soak) => soaked(&report, soak),
        None => measured(&report),
    };
    output::print(language, format!("{line}\n").as_bytes())
}

/// Every step, as it was timed.
fn measured(report: &Report) -> Value {
    let steps: Vec<f64> = report.steps.iter().copied().map(microseconds).collect();
    json!({ "cpu_ms_per_step": microseconds(report.cpu_ms_per_step), "steps": steps })
}

/// Minutes have hundreds of thousands of steps: their middle, their slow ones, and the memory.
fn soaked(report: &Report, soak: &Soaked) -> Value {
    let memory = soak.memory.iter().map(|usage| {
        json!({
            "seconds": usage.at.as_secs(),
            "resident_bytes": usage.resident,
            "own_bytes": usage.own,
        })
    });
    json!({
        "cpu_ms_per_step": microseconds(report.cpu_ms_per_step),
        "steps": soak.steps,
        "median_ms": microseconds(soak.median),
        "p99_ms": microseconds(soak.p99),
        "longest_ms": microseconds(soak.longest),
        "memory": memory.collect::<Vec<_>>(),
    })
}

/// Milliseconds, rounded to what a clock can tell.
fn microseconds(milliseconds: f64) -> f64 {
    (milliseconds * 1000.0).round() / 1000.0
}
