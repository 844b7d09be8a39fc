//! `man`: the manual pages, made from the definitions of the arguments.

use std::fs;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory as _};
use clap_mangen::Man;

use crate::text::lang;

use super::args::Cli;
use super::error::CliError;
use super::output::{self, NewFile};

#[derive(Args, Debug)]
pub struct ManArgs {
    /// Write the pages of all commands into a folder [default: print the page of the program]
    #[arg(long, short, value_name = "DIR")]
    pub output: Option<PathBuf>,
}

/// Prints the page of the program, or writes all pages.
///
/// # Errors
/// When they cannot be written.
pub fn run(args: &ManArgs) -> Result<(), CliError> {
    let language = lang::of_system();
    let mut command = Cli::command();
    command.build();
    let Some(folder) = &args.output else {
        return output::print(language, &page(&command));
    };
    fs::create_dir_all(folder).map_err(|error| output::not_written(language, folder, &error))?;
    let subcommands = command.get_subcommands();
    let subcommands = subcommands.filter(|command| command.get_name() != "help");
    for command in std::iter::once(&command).chain(subcommands) {
        let name = command.get_display_name().unwrap_or("kuril-atlas");
        NewFile::create(&folder.join(format!("{name}.1")), language)?.finish(&page(command))?;
    }
    Ok(())
}

fn page(command: &Command) -> Vec<u8> {
    let name = command.get_display_name().unwrap_or("kuril-atlas");
    let page = Man::new(command.clone()).title(name).manual("Kuril Atlas");
    let mut text = Vec::new();
    // Nothing can fail on the way into memory.
    let _ = page.render(&mut text);
    text
}
