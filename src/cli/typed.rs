//! Arguments as typed: what the parser of arguments fills in, and how it becomes what is meant.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::{Command, ComparisonAsked, Exit, Format, Meant, Task, WRONG_USAGE, help};
use crate::export::chart::{Format as Shape, Ground};
use crate::export::files::Wanted;
use crate::problem::nearest;
use crate::report::pictures::PictureKind;
use crate::report::wanted::REPORTS;
use crate::scenario::Method;
use crate::study::Territory;
use crate::study::compare::{Against, Headline, MOST};
use crate::text::Lang;
use crate::text::messages::{cli as m, compare, export};

// Every word of help is put in by `help`, in the language asked for.
#[derive(Parser)]
#[command(name = "retombees", version)]
struct Typed {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "LANG")]
    lang: Option<TypedLang>,
    #[command(subcommand)]
    command: Option<TypedCommand>,
}

#[derive(Subcommand)]
enum TypedCommand {
    Run {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: TypedFormat,
    },
    Check {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
    },
    Compare {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "MEASURE", default_value = "jobs")]
        measure: TypedMeasure,
        #[arg(long, value_name = "TERRITORY", default_value = "study")]
        territory: TypedTerritory,
        #[arg(long, value_name = "AGAINST", default_value = "previous")]
        against: TypedAgainst,
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: TypedFormat,
    },
    Export {
        #[arg(value_name = "FILE", required = true)]
        files: Vec<PathBuf>,
        #[arg(long, value_name = "FOLDER")]
        to: PathBuf,
        #[arg(long, value_name = "KINDS", value_delimiter = ',')]
        charts: Vec<TypedChart>,
        #[arg(long, value_name = "SHAPE", default_value = "wide")]
        shape: TypedShape,
        #[arg(long, value_name = "GROUND", default_value = "white")]
        ground: TypedGround,
        #[arg(long, value_name = "SCALE", default_value = "2", value_parser = clap::value_parser!(u8).range(1..=4))]
        scale: u8,
        #[arg(long)]
        deck: bool,
        #[arg(long)]
        workbook: bool,
        #[arg(long)]
        report: bool,
        #[arg(long)]
        data: bool,
        #[arg(long)]
        replace: bool,
    },
    Multipliers {
        #[arg(long, value_name = "ECONOMY")]
        economy: Option<String>,
        #[arg(long, value_name = "REGION")]
        region: Option<String>,
        #[arg(long, value_name = "METHOD", default_value = "flq")]
        method: TypedMethod,
        #[arg(long, value_name = "DELTA", allow_negative_numbers = true)]
        delta: Option<f64>,
        #[arg(long, value_name = "FORMAT", default_value = "text")]
        format: TypedFormat,
    },
    #[command(subcommand)]
    Economy(TypedEconomy),
    Regions,
    Recipes {
        #[arg(long, value_name = "TEXT")]
        search: Option<String>,
    },
}

#[derive(Subcommand)]
enum TypedEconomy {
    List,
    Check {
        #[arg(value_name = "ECONOMY")]
        economy: Option<String>,
    },
    Show {
        #[arg(value_name = "ECONOMY")]
        economy: Option<String>,
    },
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum TypedLang {
    Fr,
    En,
    /// Only where files are written.
    Both,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedChart {
    Svg,
    Png,
    Pdf,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedShape {
    Wide,
    Standard,
    Square,
    Column,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedGround {
    White,
    Clear,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedFormat {
    Text,
    Json,
    Csv,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedMethod {
    Slq,
    Cilq,
    Flq,
    Aflq,
}

#[derive(Clone, Copy, ValueEnum)]
#[value(rename_all = "snake_case")]
enum TypedMeasure {
    Jobs,
    JobYears,
    Gdp,
    Wages,
    Revenue,
    GdpConstruction,
    WagesConstruction,
    RevenueConstruction,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedTerritory {
    Study,
    Province,
    Country,
}

#[derive(Clone, Copy, ValueEnum)]
enum TypedAgainst {
    Previous,
    First,
}

impl From<TypedMeasure> for Headline {
    fn from(typed: TypedMeasure) -> Self {
        match typed {
            TypedMeasure::Jobs => Headline::Jobs,
            TypedMeasure::JobYears => Headline::JobYears,
            TypedMeasure::Gdp => Headline::Gdp,
            TypedMeasure::Wages => Headline::Wages,
            TypedMeasure::Revenue => Headline::Revenue,
            TypedMeasure::GdpConstruction => Headline::GdpBuilt,
            TypedMeasure::WagesConstruction => Headline::WagesBuilt,
            TypedMeasure::RevenueConstruction => Headline::RevenueBuilt,
        }
    }
}

impl From<TypedTerritory> for Territory {
    fn from(typed: TypedTerritory) -> Self {
        match typed {
            TypedTerritory::Study => Territory::Study,
            TypedTerritory::Province => Territory::Province,
            TypedTerritory::Country => Territory::Country,
        }
    }
}

impl From<TypedAgainst> for Against {
    fn from(typed: TypedAgainst) -> Self {
        match typed {
            TypedAgainst::Previous => Against::Previous,
            TypedAgainst::First => Against::First,
        }
    }
}

impl TypedLang {
    /// Returns the one language asked for; nothing for both.
    fn one(self) -> Option<Lang> {
        match self {
            TypedLang::Fr => Some(Lang::Fr),
            TypedLang::En => Some(Lang::En),
            TypedLang::Both => None,
        }
    }
}

impl From<TypedChart> for PictureKind {
    fn from(typed: TypedChart) -> Self {
        match typed {
            TypedChart::Svg => PictureKind::Svg,
            TypedChart::Png => PictureKind::Png,
            TypedChart::Pdf => PictureKind::Pdf,
        }
    }
}

impl From<TypedShape> for Shape {
    fn from(typed: TypedShape) -> Self {
        match typed {
            TypedShape::Wide => Shape::Wide,
            TypedShape::Standard => Shape::Standard,
            TypedShape::Square => Shape::Square,
            TypedShape::Column => Shape::Column,
        }
    }
}

impl From<TypedGround> for Ground {
    fn from(typed: TypedGround) -> Self {
        match typed {
            TypedGround::White => Ground::White,
            TypedGround::Clear => Ground::Clear,
        }
    }
}

impl From<TypedFormat> for Format {
    fn from(typed: TypedFormat) -> Self {
        match typed {
            TypedFormat::Text => Format::Text,
            TypedFormat::Json => Format::Json,
            TypedFormat::Csv => Format::Csv,
        }
    }
}

impl From<TypedMethod> for Method {
    fn from(typed: TypedMethod) -> Self {
        match typed {
            TypedMethod::Slq => Method::Slq,
            TypedMethod::Cilq => Method::Cilq,
            TypedMethod::Flq => Method::Flq,
            TypedMethod::Aflq => Method::Aflq,
        }
    }
}

impl TypedCommand {
    /// Returns what is meant; `langs` are the languages of what is written into files.
    fn task(self, langs: Vec<Lang>) -> Task {
        match self {
            TypedCommand::Run { file, format } => Task::Run {
                file,
                format: format.into(),
            },
            TypedCommand::Check { files } => Task::Check { files },
            TypedCommand::Compare {
                files,
                measure,
                territory,
                against,
                format,
            } => Task::Compare {
                files,
                asked: ComparisonAsked {
                    headline: measure.into(),
                    territory: Some(territory.into()),
                    against: against.into(),
                },
                format: format.into(),
            },
            TypedCommand::Export {
                files,
                to,
                charts,
                shape,
                ground,
                scale,
                deck,
                workbook,
                report,
                data,
                replace,
            } => {
                let mut charts: Vec<PictureKind> = charts.into_iter().map(PictureKind::from).collect();
                charts.dedup();
                // Without a word of what is wanted, everything is.
                let all = charts.is_empty() && !deck && !workbook && !report && !data;
                Task::Export {
                    files,
                    folder: to,
                    wanted: Wanted {
                        langs,
                        charts: if all { PictureKind::ALL.to_vec() } else { charts },
                        format: shape.into(),
                        ground: ground.into(),
                        scale,
                        deck: deck || all,
                        workbook: workbook || all,
                        report: report || (all && REPORTS),
                        data: data || all,
                    },
                    replace,
                }
            }
            TypedCommand::Multipliers {
                economy,
                region,
                method,
                delta,
                format,
            } => Task::Multipliers {
                economy,
                region,
                method: method.into(),
                delta,
                format: format.into(),
            },
            TypedCommand::Economy(TypedEconomy::List) => Task::EconomyList,
            TypedCommand::Economy(TypedEconomy::Check { economy }) => Task::EconomyCheck { economy },
            TypedCommand::Economy(TypedEconomy::Show { economy }) => Task::EconomyShow { economy },
            TypedCommand::Regions => Task::Regions,
            TypedCommand::Recipes { search } => Task::Recipes { search },
        }
    }
}

/// Reads the arguments, the program's own name first; `system` is the language when none is asked for.
pub fn parse(args: impl IntoIterator<Item = OsString>, system: Lang) -> Result<Meant, Exit> {
    let args: Vec<OsString> = args.into_iter().collect();
    // Help and errors must speak the language asked for before the arguments are understood.
    let lang = asked_lang(&args).unwrap_or(system);
    let command = help::translated(Typed::command(), lang);
    let commands: Vec<String> = command.get_subcommands().map(|c| c.get_name().to_owned()).collect();
    let typed = command
        .try_get_matches_from(args)
        .and_then(|matches| Typed::from_arg_matches(&matches))
        .map_err(|e| help::exit(&e, lang))?;
    let asked = typed.lang.and_then(TypedLang::one);
    let both = typed.lang == Some(TypedLang::Both);
    let lang = asked.unwrap_or(system);
    if both && !matches!(typed.command, Some(TypedCommand::Export { .. })) {
        let what = export::ONLY_EXPORT_BOTH.get(lang).to_owned();
        return Err(wrong(&[what], lang));
    }
    if let Some(TypedCommand::Compare { files, .. }) = &typed.command {
        let count = files.len().to_string();
        let what = match files.len() {
            0 | 1 => Some(compare::TOO_FEW.get(lang).to_owned()),
            2..=MOST => None,
            _ => Some(compare::TOO_MANY.fill(lang, &[("count", &count)])),
        };
        if let Some(what) = what {
            return Err(wrong(&[what], lang));
        }
    }
    match (typed.command, typed.file) {
        (Some(_), Some(path)) => {
            let what = m::UNKNOWN_ARGUMENT.fill(lang, &[("arg", &path.display().to_string())]);
            Err(wrong(&[what], lang))
        }
        (Some(command), None) => Ok(Meant::Command(Command {
            lang,
            task: command.task(if both { Lang::ALL.to_vec() } else { vec![lang] }),
        })),
        (None, Some(path)) => match misspelt(&path, &commands) {
            Some(suggestion) => Err(neither(&path, &suggestion, lang)),
            None => Ok(Meant::Window { path: Some(path), lang }),
        },
        (None, None) => Ok(Meant::Window { path: None, lang }),
    }
}

/// Returns the command that a lone word was probably meant to be: one that is no file and has no extension.
fn misspelt(path: &Path, commands: &[String]) -> Option<String> {
    let word = path.to_str()?;
    if path.extension().is_some() || path.components().count() != 1 || path.exists() {
        return None;
    }
    nearest(word, commands.iter().map(String::as_str))
}

fn neither(path: &Path, suggestion: &str, lang: Lang) -> Exit {
    let what = m::NO_SUCH_FILE_OR_COMMAND.fill(lang, &[("arg", &path.display().to_string())]);
    let hint = m::DID_YOU_MEAN.fill(lang, &[("suggestion", suggestion)]);
    wrong(&[what, hint], lang)
}

fn wrong(lines: &[String], lang: Lang) -> Exit {
    Exit {
        code: WRONG_USAGE,
        text: format!("{}\n{}\n", lines.join("\n"), m::SEE_HELP.get(lang)),
    }
}

fn asked_lang(args: &[OsString]) -> Option<Lang> {
    let value = |k: usize, arg: &OsString| -> Option<String> {
        let text = arg.to_str()?;
        match text.strip_prefix("--lang=") {
            Some(value) => Some(value.to_owned()),
            None if text == "--lang" => args.get(k + 1).and_then(|a| a.to_str()).map(str::to_owned),
            None => None,
        }
    };
    let asked = args
        .iter()
        .take_while(|a| a.as_os_str() != OsStr::new("--"))
        .enumerate()
        .find_map(|(k, a)| value(k, a))?;
    Lang::ALL.into_iter().find(|l| l.code() == asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(args: &[&str]) -> Result<Meant, Exit> {
        parse(["retombees"].iter().chain(args).map(OsString::from), Lang::Fr)
    }

    #[test]
    fn a_file_alone_opens_the_window() {
        let path = Some(PathBuf::from("projet.ron"));
        assert_eq!(
            parsed(&["projet.ron"]),
            Ok(Meant::Window {
                path: path.clone(),
                lang: Lang::Fr
            })
        );
        assert_eq!(
            parsed(&["--lang", "en", "projet.ron"]),
            Ok(Meant::Window { path, lang: Lang::En })
        );
        assert_eq!(
            parsed(&[]),
            Ok(Meant::Window {
                path: None,
                lang: Lang::Fr
            })
        );
    }

    #[test]
    fn a_misspelt_command_is_not_a_file() {
        let exit = parsed(&["chek"]).unwrap_err();
        assert_eq!(exit.code, WRONG_USAGE);
        assert!(exit.text.contains("check"), "{}", exit.text);
    }

    #[test]
    fn the_language_goes_before_or_after_the_command() {
        for args in [["--lang", "en", "regions"], ["regions", "--lang", "en"]] {
            assert_eq!(
                parsed(&args),
                Ok(Meant::Command(Command {
                    lang: Lang::En,
                    task: Task::Regions
                }))
            );
        }
        assert!(parsed(&["run", "--lang", "en"]).unwrap_err().text.contains("missing"));
        assert!(parsed(&["run"]).unwrap_err().text.contains("manque"));
    }

    #[test]
    fn the_arguments_are_well_declared() {
        help::translated(Typed::command(), Lang::Fr).debug_assert();
    }
}
