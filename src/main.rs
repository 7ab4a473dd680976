//! Chooses the window or a command, and maps errors to exit codes.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use retombees::cli::{self, Meant};
use retombees::text::Lang;
use retombees::text::messages::cli as words;

fn main() -> ExitCode {
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    let code = match cli::parse(std::env::args_os()) {
        Err(exit) => {
            let to: &mut dyn Write = if exit.code == cli::FINE { &mut out } else { &mut err };
            // Nothing is left to report to when the terminal itself is gone.
            let _ = to.write_all(exit.text.as_bytes());
            exit.code
        }
        Ok(Meant::Command(command)) => cli::execute(&command, &mut out, &mut err),
        Ok(Meant::Window { path, lang }) => {
            drop((out, err));
            window(path.as_deref(), lang)
        }
    };
    ExitCode::from(u8::try_from(code).unwrap_or(1))
}

/// Opens the window; where there is no display, says so and prints the same study.
fn window(path: Option<&Path>, lang: Lang) -> i32 {
    let Err(reason) = open(path) else { return cli::FINE };
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    let _ = writeln!(err, "{}", words::NO_DISPLAY.fill(lang, &[("reason", &reason)]));
    cli::print_study(path, lang, &mut out, &mut err)
}

/// Opens the window.
// shell::run takes the place of this body: `retombees::shell::run(path.map(Path::to_path_buf))`.
fn open(_path: Option<&Path>) -> Result<(), String> {
    Err("–".to_owned())
}
