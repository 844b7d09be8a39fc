//! What the program says to arguments it does not understand, and the headings of its help, in the
//! reader's language. The help on each argument is English.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

use crate::model::language::Language;
use crate::prefs::Store;
use crate::text::{Catalog, Key, lang};

use super::words::Wrong;

/// The language asked for among arguments that may be wrong otherwise.
fn asked(words: &[&str]) -> Option<Language> {
    words.iter().enumerate().rev().find_map(|(at, word)| {
        let code = match word.strip_prefix("--lang")? {
            "" => words.get(at + 1).copied(),
            rest => rest.strip_prefix('='),
        };
        Language::from_code(code?)
    })
}

fn words(arguments: &[OsString]) -> Vec<&str> {
    arguments.iter().filter_map(|word| word.to_str()).collect()
}

/// The language asked for, or else that of the system.
pub fn language(arguments: &[OsString]) -> Language {
    asked(&words(arguments)).unwrap_or_else(lang::of_system)
}

/// The language of an error: that asked for; else, where the window was to open, that of the window;
/// else that of the system.
pub fn language_of_error(arguments: &[OsString], command: &Command) -> Language {
    let words = words(arguments);
    let is_window = !command
        .get_subcommands()
        .any(|command| words.contains(&command.get_name()));
    let chosen = || is_window.then(|| Store::standard().language()).flatten();
    asked(&words)
        .or_else(chosen)
        .unwrap_or_else(lang::of_system)
}

/// The arguments with all headings in a language.
pub fn headed(mut command: Command, language: Language) -> Command {
    command.build();
    with_headings(command, Catalog::of(language))
}

fn with_headings(command: Command, texts: &'static Catalog) -> Command {
    let template = format!(
        "{{before-help}}{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        texts.get(Key::CliUsage)
    );
    command
        .help_template(template)
        .subcommand_help_heading(texts.get(Key::CliCommands))
        .mut_args(|arg| with_heading(arg, texts))
        .mut_subcommands(|command| {
            let is_help = command.get_name() == "help";
            let command = with_headings(command, texts);
            if is_help {
                command.about(texts.get(Key::CliPrintHelp))
            } else {
                command
            }
        })
}

fn with_heading(arg: Arg, texts: &'static Catalog) -> Arg {
    let heading = if arg.is_positional() {
        Key::CliArguments
    } else {
        Key::CliOptions
    };
    let arg = arg.help_heading(texts.get(heading));
    match arg.get_action() {
        ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong => {
            arg.help(texts.get(Key::CliPrintHelp))
        }
        ArgAction::Version => arg.help(texts.get(Key::CliPrintVersion)),
        ArgAction::Set | ArgAction::Append => with_values(arg, texts),
        _ => arg,
    }
}

/// What can be written, and what holds where nothing is, behind the help on an argument.
fn with_values(arg: Arg, texts: &Catalog) -> Arg {
    let mut help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let usual: Vec<_> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy())
        .collect();
    let possible = arg.get_possible_values();
    let possible: Vec<&str> = possible
        .iter()
        .map(clap::builder::PossibleValue::get_name)
        .collect();
    for (key, values) in [
        (Key::CliDefault, usual.join(", ")),
        (Key::CliPossible, possible.join(", ")),
    ] {
        if !values.is_empty() {
            help = format!("{help} [{}: {values}]", texts.get(key));
        }
    }
    arg.help(help)
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// What is wrong with the arguments, what would be right, and where to read more.
pub fn told(error: &clap::Error, language: Language) -> String {
    let texts = Catalog::of(language);
    let mut lines = vec![wrong(error, texts, language)];
    for kind in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        if let Some(name) = context(error, kind) {
            lines.push(texts.fill(Key::CliMean, &[("name", &name)]));
        }
    }
    for kind in [ContextKind::ValidValue, ContextKind::ValidSubcommand] {
        if let Some(values) = context(error, kind) {
            lines.push(format!("{}: {values}", texts.get(Key::CliPossible)));
        }
    }
    if let Some(usage) = context(error, ContextKind::Usage) {
        let usage = usage.trim().trim_start_matches("Usage:").trim().to_owned();
        lines.push(format!("\n{}: {usage}", texts.get(Key::CliUsage)));
    }
    lines.push(format!("\n{}", texts.get(Key::CliMoreHelp)));
    lines.join("\n")
}

/// What is wrong, in one sentence.
fn wrong(error: &clap::Error, texts: &Catalog, language: Language) -> String {
    let name = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let named = |key: Key, name: &str| texts.fill(key, &[("name", name)]);
    match (error.kind(), name, value) {
        (ErrorKind::UnknownArgument, Some(name), _) => named(Key::CliUnknown, &name),
        (ErrorKind::InvalidSubcommand, _, _) => {
            let name = context(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            named(Key::CliNoCommand, &name)
        }
        (ErrorKind::InvalidValue, Some(name), Some(value)) if value.is_empty() => {
            named(Key::CliValueMissing, &name)
        }
        (ErrorKind::InvalidValue, Some(name), Some(value)) => {
            texts.fill(Key::CliBadValue, &[("name", &name), ("value", &value)])
        }
        (ErrorKind::ValueValidation, Some(name), Some(value)) => {
            let said = texts.fill(Key::CliBadValue, &[("name", &name), ("value", &value)]);
            match error
                .source()
                .and_then(|source| source.downcast_ref::<Wrong>())
            {
                Some(reason) => format!("{said}\n{}", reason.told(language)),
                None => said,
            }
        }
        (ErrorKind::TooManyValues, Some(name), Some(value)) => {
            texts.fill(Key::CliTooMany, &[("name", &name), ("value", &value)])
        }
        (
            ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues,
            Some(name),
            _,
        ) => named(Key::CliValueMissing, &name),
        (ErrorKind::MissingRequiredArgument, Some(all), _) => named(Key::CliMissing, &all),
        (ErrorKind::ArgumentConflict, name, _) => {
            let name = name
                .or_else(|| context(error, ContextKind::InvalidSubcommand))
                .unwrap_or_default();
            match context(error, ContextKind::PriorArg) {
                Some(other) if other != name => {
                    texts.fill(Key::CliConflict, &[("name", &name), ("other", &other)])
                }
                _ => named(Key::CliTwice, &name),
            }
        }
        (ErrorKind::InvalidUtf8, _, _) => texts.get(Key::CliNotUtf8).to_owned(),
        _ => texts.get(Key::CliNotUnderstood).to_owned(),
    }
}

/// A name, or several with commas between, that an error tells about.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(name) => Some(name.clone()),
        ContextValue::Strings(names) if !names.is_empty() => Some(names.join(", ")),
        ContextValue::StyledStr(text) => Some(text.to_string()),
        ContextValue::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Cli;
    use clap::CommandFactory as _;

    #[test]
    fn the_language_is_found_among_the_arguments() {
        let of = |words: &[&str]| {
            let words: Vec<OsString> = words.iter().map(OsString::from).collect();
            language(&words)
        };
        assert_eq!(of(&["at", "--lang", "ja", "--bogus"]), Language::Japanese);
        assert_eq!(of(&["--lang=ru"]), Language::Russian);
        assert_eq!(of(&["--lang", "ja", "--lang", "ru"]), Language::Russian);
        assert_eq!(of(&["--lang"]), lang::of_system());
    }

    #[test]
    fn the_definition_holds_together_with_all_headings() {
        for language in Language::ALL {
            headed(Cli::command(), language).debug_assert();
        }
    }
}
