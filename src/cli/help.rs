//! Help and wrong usage in the user's language, in place of the parser's English.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, Error};

use super::{Exit, FINE, WRONG_USAGE};
use crate::text::messages::{cli as m, compare as c, deck as d, export as e, paper};
use crate::text::{Lang, Msg};

/// Puts every word of help into a command, its subcommands included.
pub fn translated(command: Command, lang: Lang) -> Command {
    let version = Arg::new("version")
        .long("version")
        .short('V')
        .action(ArgAction::Version);
    let version = version.help(m::HELP_VERSION.get(lang));
    let top = described(command, "", lang)
        .disable_version_flag(true)
        .arg(version)
        .after_help(m::AFTER.get(lang));
    nested(top, "", lang)
}

/// Returns the exit of a command line that the parser did not take: help and version are no failure.
pub fn exit(error: &Error, lang: Lang) -> Exit {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Exit {
            code: FINE,
            text: error.render().to_string(),
        };
    }
    let mut text = what(error, lang);
    let mut add = |message: Msg, name: &str, kind: ContextKind| {
        if let Some(value) = words(error, kind).filter(|v| !v.is_empty()) {
            text.push('\n');
            text.push_str(&message.fill(lang, &[(name, &value)]));
        }
    };
    add(m::POSSIBLE_VALUES, "values", ContextKind::ValidValue);
    for kind in [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ] {
        add(m::DID_YOU_MEAN, "suggestion", kind);
    }
    text.push('\n');
    text.push_str(m::SEE_HELP.get(lang));
    text.push('\n');
    Exit {
        code: WRONG_USAGE,
        text,
    }
}

fn what(error: &Error, lang: Lang) -> String {
    let arg = words(error, ContextKind::InvalidArg).unwrap_or_default();
    let value = words(error, ContextKind::InvalidValue).unwrap_or_default();
    let fill = |message: Msg| message.fill(lang, &[("arg", &arg), ("value", &value)]);
    match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() => fill(m::MISSING_VALUE),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => fill(m::INVALID_VALUE),
        ErrorKind::UnknownArgument => fill(m::UNKNOWN_ARGUMENT),
        ErrorKind::InvalidSubcommand => {
            let name = words(error, ContextKind::InvalidSubcommand).unwrap_or_default();
            m::UNKNOWN_COMMAND.fill(lang, &[("arg", &name)])
        }
        ErrorKind::MissingRequiredArgument => fill(m::MISSING_ARGUMENT),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => fill(m::MISSING_COMMAND),
        ErrorKind::ArgumentConflict if !arg.is_empty() => fill(m::REPEATED),
        _ => fill(m::WRONG_USAGE),
    }
}

fn words(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) => Some(texts.join(", ")),
        _ => None,
    }
}

/// Describes each subcommand under its path, such as `economy list`.
fn nested(command: Command, path: &str, lang: Lang) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    names.into_iter().fold(command, |command, name| {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path} {name}")
        };
        command.mut_subcommand(&name, |sub| nested(described(sub, &path, lang), &path, lang))
    })
}

/// Puts in the words of one command: what it does, how it is written, each of its arguments.
fn described(command: Command, path: &str, lang: Lang) -> Command {
    let (about, usage) = command_words(path);
    let help = Arg::new("help").long("help").short('h').action(ArgAction::Help);
    let template = template(&command, lang);
    let path = path.to_owned();
    command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(help.help(m::HELP_HELP.get(lang)))
        .mut_args(|arg| {
            let words = argument_words(&path, arg.get_id().as_str());
            let Some((name, help)) = words else { return arg };
            if !arg.get_action().takes_values() {
                return arg.help(help.get(lang));
            }
            // Possible and default values stand in the help itself, in its language.
            arg.value_name(name.get(lang))
                .help(help.get(lang))
                .hide_possible_values(true)
                .hide_default_value(true)
        })
        .about(about.get(lang))
        .override_usage(usage.get(lang))
        .help_template(StyledStr::from(template))
}

/// Lays out help under our own headings: the parser would end them with a colon as English does.
fn template(command: &Command, lang: Lang) -> String {
    let mut out = format!("{{about}}\n\n{} {{usage}}", m::USAGE_HEADING.get(lang));
    let parts = [
        (command.has_subcommands(), m::COMMANDS_HEADING, "{subcommands}"),
        (
            command.get_positionals().next().is_some(),
            m::ARGUMENTS_HEADING,
            "{positionals}",
        ),
        (true, m::OPTIONS_HEADING, "{options}"),
    ];
    for (_, heading, tag) in parts.into_iter().filter(|(present, ..)| *present) {
        out.push_str(&format!("\n\n{}\n{tag}", heading.get(lang)));
    }
    out.push_str("{after-help}");
    out
}

fn command_words(path: &str) -> (Msg, Msg) {
    match path {
        "run" => (m::HELP_RUN, m::USAGE_RUN),
        "check" => (m::HELP_CHECK, m::USAGE_CHECK),
        "compare" => (c::HELP, c::USAGE),
        "export" => (e::HELP, e::USAGE),
        "multipliers" => (m::HELP_MULTIPLIERS, m::USAGE_MULTIPLIERS),
        "economy" => (m::HELP_ECONOMY, m::USAGE_ECONOMY),
        "economy list" => (m::HELP_ECONOMY_LIST, m::USAGE_ECONOMY_LIST),
        "economy check" => (m::HELP_ECONOMY_CHECK, m::USAGE_ECONOMY_CHECK),
        "economy show" => (m::HELP_ECONOMY_SHOW, m::USAGE_ECONOMY_SHOW),
        "regions" => (m::HELP_REGIONS, m::USAGE_REGIONS),
        "recipes" => (m::HELP_RECIPES, m::USAGE_RECIPES),
        _ => (m::ABOUT, m::USAGE),
    }
}

/// Returns the name of an argument's value and what it is.
fn argument_words(path: &str, id: &str) -> Option<(Msg, Msg)> {
    Some(match (path, id) {
        ("run", "file") => (m::VALUE_FILE, m::HELP_RUN_FILE),
        ("economy check", "file") => (m::VALUE_FILE, m::HELP_ECONOMY_FILE),
        (_, "file") => (m::VALUE_FILE, m::HELP_FILE),
        ("compare", "files") => (m::VALUE_FILE, c::HELP_FILES),
        (_, "measure") => (c::VALUE_MEASURE, c::HELP_MEASURE),
        (_, "territory") => (c::VALUE_TERRITORY, c::HELP_TERRITORY),
        (_, "against") => (c::VALUE_AGAINST, c::HELP_AGAINST),
        ("export", "files") => (m::VALUE_FILE, e::HELP_FILES),
        ("export", "lang") => (m::VALUE_LANG, e::HELP_LANGS),
        (_, "to") => (e::VALUE_TO, e::HELP_TO),
        (_, "charts") => (e::VALUE_CHARTS, e::HELP_CHARTS),
        (_, "shape") => (e::VALUE_SHAPE, e::HELP_SHAPE),
        (_, "ground") => (e::VALUE_GROUND, e::HELP_GROUND),
        (_, "scale") => (e::VALUE_SCALE, e::HELP_SCALE),
        (_, "deck") => (m::VALUE_TEXT, d::HELP),
        (_, "workbook") => (m::VALUE_TEXT, e::HELP_WORKBOOK),
        (_, "report") => (m::VALUE_TEXT, paper::HELP),
        (_, "data") => (m::VALUE_TEXT, e::HELP_DATA),
        (_, "replace") => (m::VALUE_TEXT, e::HELP_REPLACE),
        (_, "files") => (m::VALUE_FILE, m::HELP_CHECK_FILES),
        (_, "lang") => (m::VALUE_LANG, m::HELP_LANG),
        (_, "format") => (m::VALUE_FORMAT, m::HELP_FORMAT),
        (_, "economy") => (m::VALUE_ECONOMY, m::HELP_ECONOMY_OPTION),
        (_, "region") => (m::VALUE_REGION, m::HELP_REGION),
        (_, "method") => (m::VALUE_METHOD, m::HELP_METHOD),
        (_, "delta") => (m::VALUE_DELTA, m::HELP_DELTA),
        (_, "search") => (m::VALUE_TEXT, m::HELP_SEARCH),
        _ => return None,
    })
}
