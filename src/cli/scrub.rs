//! `scrub`: how long each step through the years takes, for measuring.

use serde_json::json;

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
        size: args.size,
        language,
        page: args.page,
    };
    let Report {
        cpu_ms_per_step,
        steps,
    } = scrub::run(&options).map_err(|failure| CliError::Window(open::text(&failure, language)))?;
    let steps: Vec<f64> = steps.into_iter().map(microseconds).collect();
    let line = json!({ "cpu_ms_per_step": microseconds(cpu_ms_per_step), "steps": steps });
    output::print(language, format!("{line}\n").as_bytes())
}

/// Milliseconds, rounded to what a clock can tell.
fn microseconds(milliseconds: f64) -> f64 {
    (milliseconds * 1000.0).round() / 1000.0
}
