//! The command line: what was asked for, who answers it, and how the process ends.
//!
//! # Invariants
//! - Data goes to standard output, everything else to standard error.
//! - A command prepares its whole answer before it prints or writes any of it, so that a failure
//!   leaves neither half an answer nor half a file.
//! - No command draws by itself: pictures come from [`crate::host`], words from [`crate::scene`]
//!   and [`crate::text`].

mod args;
mod at;
mod check;
mod complete;
mod error;
mod events;
mod export;
mod import;
mod json;
mod man;
mod new;
mod open;
mod output;
mod polls;
mod render;
mod request;
mod scrub;
mod series;
mod table;
mod teach;
mod usage;
mod words;
mod worksheet;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, FromArgMatches as _};

use args::{Cli, Command};
use error::CliError;

use crate::text::{Catalog, Key};

/// Reads the arguments of the process, does what they ask, and says how the process ends: 0 done,
/// 1 the data or the request is wrong, 2 usage, 3 no window could be opened.
#[must_use]
pub fn run() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let command = usage::headed(Cli::command(), usage::language(&arguments));
    let parsed = command.clone().try_get_matches_from(&arguments);
    let cli = match parsed.and_then(|matches| Cli::from_arg_matches(&matches)) {
        Ok(cli) => cli,
        // Help and version come this way too. A closed pipe is no reason to fail.
        Err(message) if !message.use_stderr() => {
            let _ = message.print();
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            let language = usage::language_of_error(&arguments, &command);
            output::complain(&usage::told(&message, language));
            return ExitCode::from(error::USAGE);
        }
    };
    match dispatch(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut message = error.to_string();
            if let CliError::Usage(_) = error {
                let language = usage::language_of_error(&arguments, &command);
                let more = Catalog::of(language).get(Key::CliMoreHelp);
                message = format!("{message}\n\n{more}");
            }
            output::complain(&message);
            ExitCode::from(error.code())
        }
    }
}

fn dispatch(cli: Cli) -> Result<(), CliError> {
    match cli.command {
        None => open::run(cli.open),
        Some(Command::At(args)) => at::run(&args),
        Some(Command::Render(args)) => render::run(args),
        Some(Command::Events(args)) => events::run(&args),
        Some(Command::Series(args)) => series::run(&args),
        Some(Command::Polls(args)) => polls::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Worksheet(args)) => worksheet::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::New(args)) => new::run(&args),
        Some(Command::Import(args)) => import::run(&args),
        Some(Command::Scrub(args)) => scrub::run(&args),
        Some(Command::Man(args)) => man::run(&args),
        Some(Command::Completions { shell }) => complete::run(shell),
    }
}
