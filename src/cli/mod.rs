//! The program in a terminal: arguments as typed become what is meant, and each command writes its answer.
//!
//! Exit codes: 0 all is well, 1 the input has problems (all of them are listed), 2 wrong usage.

mod check;
mod compare;
mod console;
mod economy;
mod export;
mod group;
mod help;
mod multipliers;
mod read;
mod recipes;
mod regions;
mod render;
mod run;
mod typed;

use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

pub use compare::Asked as ComparisonAsked;
use console::Console;

use crate::export::files::Wanted;
use crate::scenario::Method;
use crate::text::Lang;
use crate::text::messages::cli::NO_DISPLAY;

/// The exit code of an answer given.
pub const FINE: i32 = 0;
/// The exit code of an input that has problems.
pub const REFUSED: i32 = 1;
/// The exit code of a wrong usage.
pub const WRONG_USAGE: i32 = 2;

/// What the arguments mean.
#[derive(Clone, Debug, PartialEq)]
pub enum Meant {
    /// To open the window.
    Window {
        /// The scenario to open; the example project without it.
        path: Option<PathBuf>,
        /// The language asked for, or the system's.
        lang: Lang,
    },
    /// To answer in the terminal.
    Command(Command),
}

/// A command and its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// The language of the answer.
    pub lang: Lang,
    /// What is asked.
    pub task: Task,
}

/// What a command asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// To compute a scenario.
    Run {
        /// The scenario.
        file: PathBuf,
        /// The format of the answer.
        format: Format,
    },
    /// To list the problems of scenarios.
    Check {
        /// The scenarios.
        files: Vec<PathBuf>,
    },
    /// To compare scenarios.
    Compare {
        /// The scenarios, two to four.
        files: Vec<PathBuf>,
        /// What is explained and how.
        asked: ComparisonAsked,
        /// The format of the answer.
        format: Format,
    },
    /// To write charts and figures into a folder.
    Export {
        /// The scenarios.
        files: Vec<PathBuf>,
        /// The folder.
        folder: PathBuf,
        /// What is written.
        wanted: Wanted,
        /// Whether files that exist may be replaced.
        replace: bool,
    },
    /// To write the multipliers of a region.
    Multipliers {
        /// Name or file of the economy; the program's without it.
        economy: Option<String>,
        /// Code of the region.
        region: Option<String>,
        /// How the region's purchases are estimated.
        method: Method,
        /// δ of Flegg's quotient; the parameter's value without it.
        delta: Option<f64>,
        /// The format of the answer.
        format: Format,
    },
    /// To list the program's economies.
    EconomyList,
    /// To check an economy file.
    EconomyCheck {
        /// Its name or its file; the default one when absent.
        economy: Option<String>,
    },
    /// To show an economy.
    EconomyShow {
        /// Its name or file; the program's without it.
        economy: Option<String>,
    },
    /// To list the study regions.
    Regions,
    /// To list activities and recipes.
    Recipes {
        /// Words or code to search.
        search: Option<String>,
    },
}

/// The format of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
    /// For spreadsheets.
    Csv,
}

/// Why nothing is to be done: help was asked for, or the usage is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exit {
    /// The exit code; help and version are 0 and belong on the standard output.
    pub code: i32,
    /// What to print.
    pub text: String,
}

/// Reads the arguments, the program's own name first.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Result<Meant, Exit> {
    typed::parse(args, system_lang())
}

/// Carries out a command and returns its exit code.
pub fn execute(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> i32 {
    let mut console = Console::new(command.lang, out, err);
    let done = match &command.task {
        Task::Run { file, format } => run::run(&mut console, Some(file), *format),
        Task::Compare { files, asked, format } => compare::compare(&mut console, files, *asked, *format),
        Task::Check { files } => check::check(&mut console, files),
        Task::Export {
            files,
            folder,
            wanted,
            replace,
        } => export::export(&mut console, files, folder, wanted, *replace),
        Task::Multipliers {
            economy,
            region,
            method,
            delta,
            format,
        } => {
            let asked = multipliers::Asked {
                economy: economy.as_deref(),
                region: region.as_deref(),
                method: *method,
                delta: *delta,
            };
            multipliers::multipliers(&mut console, &asked, *format)
        }
        Task::EconomyList => economy::list(&mut console),
        Task::EconomyCheck { economy } => economy::check(&mut console, economy.as_deref()),
        Task::EconomyShow { economy } => economy::show(&mut console, economy.as_deref()),
        Task::Regions => regions::regions(&mut console),
        Task::Recipes { search } => recipes::recipes(&mut console, search.as_deref().unwrap_or_default()),
    };
    console.finish(done)
}

/// Prints the study of a scenario, as where there is no display; the example project's when there is no path.
pub fn print_study(path: Option<&Path>, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> i32 {
    let mut console = Console::new(lang, out, err);
    let done = run::run(&mut console, path, Format::Text);
    console.finish(done)
}

/// Says why no window opened and prints the study that it would have shown.
pub fn without_display(reason: &str, path: Option<&Path>, lang: Lang, out: &mut dyn Write, err: &mut dyn Write) -> i32 {
    let said = NO_DISPLAY.fill(lang, &[("reason", without_source(reason))]);
    // When the standard error is gone, the study is still worth printing.
    let _ = writeln!(err, "{said}");
    print_study(path, lang, out, err)
}

/// Leaves out the source file in which a library says it failed.
fn without_source(reason: &str) -> &str {
    let after = reason.rsplit_once(".rs:").and_then(|(_, rest)| rest.split_once(": "));
    after.map_or(reason, |(_, text)| text).trim_end_matches('.')
}

/// Returns the language of the system; French when it is neither French nor English.
pub fn system_lang() -> Lang {
    sys_locale::get_locale().map_or_else(Lang::default, |locale| Lang::from_locale(&locale))
}
