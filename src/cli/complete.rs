//! `completions`: a script that lets a shell complete the arguments.

use clap::CommandFactory as _;
use clap_complete::{Shell, generate};

use crate::text::lang;

use super::args::Cli;
use super::error::CliError;
use super::output;

/// Prints the script.
///
/// # Errors
/// When standard output cannot be written.
pub fn run(shell: Shell) -> Result<(), CliError> {
    // Into memory first: the generator panics where it cannot write.
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), "kuril-atlas", &mut script);
    output::print(lang::of_system(), &script)
}
